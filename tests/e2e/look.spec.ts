import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { openDemo, type Served } from '../screens/demo.ts'
import { openGates } from '../screens/gates.ts'
import { placesOf, type Gate, type Place } from '../screens/places.ts'
import { resize, walkGates, walkPlaces, type Look } from '../screens/walk.ts'
import { expect, rendererDir, test as base } from './station.ts'

type Shown = { readonly demo: Served; readonly places: readonly Place[]; readonly gates: readonly Gate[] }

/** One demo station for all looks: they only read it. */
const test = base.extend<object, { shown: Shown }>({
  shown: [async ({}, use) => {
    const demo = await openDemo(rendererDir, 30)
    const { gates, close } = await openGates(rendererDir, demo)
    await use({ demo, gates, places: await placesOf(demo) })
    await close()
    await demo.close()
  }, { scope: 'worker' }],
})

/**
 * Words that do not fit their place and are cut without being reachable. Allowed: what says it whole in a tooltip, cells of
 * grids (their columns can be widened and are read whole in the record), and what scrolls.
 */
function cutWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const allowed = '[aria-hidden=true], [aria-live], .ag-root-wrapper *, [title] *, [title], canvas, .pdf-pages *, .visually-hidden, .visually-hidden *, .skip-link, input, textarea, .ant-select *, .finder-button *, .rows *, .table *, .lines *, .frame-number'
    const scrolls = (place: Element | null): boolean => place !== null && (['auto', 'scroll'].includes(getComputedStyle(place).overflowX) || scrolls(place.parentElement))
    const found: string[] = []
    for (const place of document.querySelectorAll<HTMLElement>('body *')) {
      const words = [...place.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent ?? '').join('').trim()
      if (words === '' || place.matches(allowed) || place.offsetParent === null) continue
      const style = getComputedStyle(place)
      const cut = style.overflowX !== 'visible' && style.overflowX !== 'auto' && style.overflowX !== 'scroll' && place.scrollWidth > place.clientWidth + 1
      const outside = place.getBoundingClientRect().right > window.innerWidth + 1 && !scrolls(place.parentElement)
      if (cut || outside) found.push(`${outside ? 'outside ' : ''}${place.closest('[class]:not([class=""])')?.className ?? place.tagName}: ${words.slice(0, 40)}`)
    }
    return [...new Set(found)]
  })
}

/** What keeps people from reading or reaching a screen. AG Grid draws its own rows and headings: what it lacks is not ours to mend. */
async function barriers(page: Page, mode: Look['mode']): Promise<readonly string[]> {
  // legacy: the answer is put together in the page itself; there are no frames in it, and no further page is opened for each
  const axe = new AxeBuilder({ page }).setLegacyMode().exclude('.ag-root-wrapper')
  // dark differs from light in its colours only
  const { violations } = await (mode === 'light' ? axe.withTags(['wcag2a', 'wcag2aa']) : axe.withRules(['color-contrast'])).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(' | ')}`)
}

const looks = [{ language: 'zh', mode: 'light' }, { language: 'en', mode: 'dark' }] as const

for (const { language, mode } of looks) {
  test(`every screen at 1280×720, ${language}, ${mode}, at 100 % and 150 %: no words cut, nothing that keeps people out`, async ({ browser, shown: { demo, places, gates } }) => {
    test.setTimeout(900_000)
    const found: Record<string, readonly string[]> = {}
    const visit = async (page: Page, { name }: { readonly name: string }) => {
      const plain = [...await cutWords(page), ...await barriers(page, mode)]
      await resize(page, 1.5)
      const problems = [...plain, ...(await cutWords(page)).map((words) => `150 %: ${words}`)]
      await resize(page, 1)
      if (problems.length > 0) found[name] = problems
    }
    const look: Look = { language, mode, scale: 1, width: 1280 }
    const missed = [...await walkPlaces(browser, demo, look, places, visit), ...await walkGates(browser, look, gates, visit)]
    expect({ found, missed }).toEqual({ found: {}, missed: [] })
  })
}
