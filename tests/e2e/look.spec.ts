import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Api } from '#contract/index'
import { openDemo, moment } from '../screens/demo.ts'
import { placesOf, type Place } from '../screens/places.ts'
import { expect, rendererDir, test as base } from './station.ts'

type Demo = { readonly newAddress: () => string; readonly api: Api; readonly places: readonly Place[] }

/** One demo station for all looks: they only read it. */
const test = base.extend<object, { demo: Demo }>({
  demo: [async ({}, use) => {
    const demo = await openDemo(rendererDir, 30)
    await use({ ...demo, places: await placesOf(demo.api) })
    await demo.close()
  }, { scope: 'worker' }],
})
test.use({ viewport: { width: 1280, height: 720 }, contextOptions: { reducedMotion: 'reduce' } })

async function signedIn(page: Page, address: string, appearance: { readonly language: 'zh' | 'en'; readonly mode: 'light' | 'dark' }): Promise<void> {
  await page.clock.setFixedTime(moment)
  await page.addInitScript((kept) => { localStorage.setItem('appearance', kept) }, JSON.stringify({ ...appearance, density: 'comfortable', scale: 1 }))
  await page.goto(address)
  await page.getByRole('button', { name: '王振华' }).click()
  await page.keyboard.type('9001')
  await page.keyboard.press('Enter')
  await expect(page.locator('.frame-nav')).toBeVisible()
}

async function open(page: Page, { path, ready }: Place): Promise<void> {
  await page.evaluate((hash) => { window.location.hash = hash }, path)
  await expect(page.locator(ready).first()).toBeVisible()
}

/**
 * Words that do not fit their place and are cut without being reachable. Allowed: what says it whole in a tooltip, cells of
 * grids (their columns can be widened and are read whole in the record), and what scrolls.
 */
function cutWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const allowed = '[aria-hidden=true], .field-lock, .ag-root-wrapper *, [title] *, [title], .hit-list *, canvas, .pdf-pages *, .visually-hidden, .visually-hidden *, input, textarea, .ant-select *, .finder-button *, .rows *, .table *, .lines *, .frame-number'
    const found: string[] = []
    for (const place of document.querySelectorAll<HTMLElement>('body *')) {
      const words = [...place.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent ?? '').join('').trim()
      if (words === '' || place.matches(allowed) || place.offsetParent === null) continue
      const style = getComputedStyle(place)
      const cut = style.overflowX !== 'visible' && style.overflowX !== 'auto' && style.overflowX !== 'scroll' && place.scrollWidth > place.clientWidth + 1
      const outside = place.getBoundingClientRect().right > window.innerWidth + 1
      if (cut || outside) found.push(`${place.className || place.tagName}: ${words.slice(0, 40)}`)
    }
    return found
  })
}

for (const language of ['zh', 'en'] as const) {
  test(`no words are cut at 1280×720 in ${language}`, async ({ page, demo }) => {
    test.setTimeout(180_000)
    await signedIn(page, demo.newAddress(), { language, mode: 'light' })
    const found: Record<string, readonly string[]> = {}
    for (const place of demo.places) {
      await open(page, place)
      const words = await cutWords(page)
      if (words.length > 0) found[place.name] = words
    }
    expect(found).toEqual({})
  })
}

for (const mode of ['light', 'dark'] as const) {
  test(`nothing keeps people from reading or reaching a screen, ${mode}`, async ({ page, demo }) => {
    test.setTimeout(240_000)
    await signedIn(page, demo.newAddress(), { language: 'zh', mode })
    const found: Record<string, readonly string[]> = {}
    for (const place of demo.places) {
      await open(page, place)
      // AG Grid draws its own rows and headings; what it lacks is not ours to mend
      const axe = new AxeBuilder({ page }).exclude('.ag-root-wrapper')
      const { violations } = await (mode === 'light' ? axe.withTags(['wcag2a', 'wcag2aa']) : axe.withRules(['color-contrast'])).analyze()
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      if (serious.length > 0) found[place.name] = serious.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(' | ')}`)
    }
    expect(found).toEqual({})
  })
}
