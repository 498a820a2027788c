import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { openDemo, type Served } from '../screens/demo.ts'
import { openGates } from '../screens/gates.ts'
import type { Gate, Place } from '../screens/place.ts'
import { emptyPlaces } from '../screens/fixed-places.ts'
import { placesOf } from '../screens/places.ts'
import { resize, walkGates, walkPlaces, type Look, type Size } from '../screens/walk.ts'
import { expect, rendererDir, test as base } from './station.ts'

type Shown = { readonly demo: Served; readonly places: readonly Place[]; readonly gates: readonly Gate[]; readonly empty: Served }

/** One demo station for all looks: they only read it. */
const test = base.extend<object, { shown: Shown }>({
  shown: [
    async ({}, use) => {
      const demo = await openDemo(rendererDir, 30)
      const { gates, empty, close } = await openGates(rendererDir, demo)
      await use({ demo, gates, empty, places: await placesOf(demo) })
      await close()
      await demo.close()
    },
    { scope: 'worker' },
  ],
})

/**
 * Words that do not fit their place and are cut without being reachable. Allowed: what says it whole in a tooltip, cells of
 * grids (their columns can be widened and are read whole in the record), and what scrolls.
 */
function cutWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const allowed =
      '[aria-hidden=true], [aria-live], .ag-root-wrapper *, [title] *, [title], canvas, .pdf-pages *, .visually-hidden, .visually-hidden *, .skip-link, input, textarea, .ant-select *, .finder-button *, .rows *, .table *, .lines *, .frame-number'
    const scrolls = (place: Element | null): boolean =>
      place !== null && (['auto', 'scroll'].includes(getComputedStyle(place).overflowX) || scrolls(place.parentElement))
    const found: string[] = []
    for (const place of document.querySelectorAll<HTMLElement>('body *')) {
      const words = [...place.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent ?? '')
        .join('')
        .trim()
      if (words === '' || place.matches(allowed) || place.offsetParent === null) continue
      const style = getComputedStyle(place)
      const cut =
        style.overflowX !== 'visible' &&
        style.overflowX !== 'auto' &&
        style.overflowX !== 'scroll' &&
        place.scrollWidth > place.clientWidth + 1
      const outside = place.getBoundingClientRect().right > window.innerWidth + 1 && !scrolls(place.parentElement)
      if (cut || outside)
        found.push(
          `${outside ? 'outside ' : ''}${place.closest('[class]:not([class=""])')?.className ?? place.tagName}: ${words.slice(0, 40)}`,
        )
    }
    return [...new Set(found)]
  })
}

/** What keeps people from reading or reaching a screen. AG Grid draws its own rows and headings: what it lacks is not ours to mend. */
async function barriers(page: Page, rules: (axe: AxeBuilder) => AxeBuilder): Promise<readonly string[]> {
  // legacy: the answer is put together in the page itself; there are no frames in it, and no further page is opened for each
  const { violations } = await rules(new AxeBuilder({ page }).setLegacyMode().exclude('.ag-root-wrapper')).analyze()
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ target }) => target.join(' '))
        .join(' | ')}`,
  )
}

const everyRule = (axe: AxeBuilder) => axe.withTags(['wcag2a', 'wcag2aa'])
/** Dark differs from light in its colours only, and large letters in what begins to scroll. */
const coloursAndScrolling = (axe: AxeBuilder) => axe.withRules(['color-contrast', 'scrollable-region-focusable'])

const usual: Size = { scale: 1, density: 'comfortable' }
const large: Size = { scale: 1.5, density: 'comfortable' }
const dense: Size = { scale: 1.25, density: 'dense' }

async function cutAt(page: Page, name: string, size: Size): Promise<readonly string[]> {
  await resize(page, size)
  return (await cutWords(page)).map((words) => `${name}: ${words}`)
}

/** By day every rule is asked; by night, in the longer words of English, what changes with colours and sizes. */
async function faultsOf(page: Page, mode: Look['mode']): Promise<readonly string[]> {
  const faults = [
    ...(await cutWords(page)),
    ...(mode === 'light' ? await barriers(page, everyRule) : await cutAt(page, '125 % dense', dense)),
    ...(await cutAt(page, '150 %', large)),
  ]
  if (mode === 'dark') faults.push(...(await barriers(page, coloursAndScrolling)).map((barrier) => `150 %: ${barrier}`))
  await resize(page, usual)
  return faults
}

type Walk = (visit: (page: Page, place: { readonly name: string }) => Promise<void>) => Promise<readonly string[]>

async function expectNoFaults(mode: Look['mode'], walk: Walk): Promise<void> {
  const found: Record<string, readonly string[]> = {}
  const missed = await walk(async (page, { name }) => {
    const faults = await faultsOf(page, mode)
    if (faults.length > 0) found[name] = faults
  })
  expect({ found, missed }).toEqual({ found: {}, missed: [] })
}

const isDialog = ({ isUnpictured }: Place) => isUnpictured === true

for (const { language, mode } of [
  { language: 'zh', mode: 'light' },
  { language: 'en', mode: 'dark' },
] as const) {
  test(`every screen at 1280×720, ${language}, ${mode}, at 100 %, 125 % dense and 150 %: no words cut, nothing that keeps people out`, async ({
    browser,
    shown: { demo, places, gates },
  }) => {
    test.setTimeout(1_200_000)
    const look: Look = { language, mode, scale: 1, width: 1280 }
    await expectNoFaults(mode, async (visit) => [
      ...(await walkPlaces(
        browser,
        demo,
        look,
        places.filter((place) => !isDialog(place)),
        visit,
      )),
      ...(await walkGates(browser, look, gates, visit)),
    ])
  })
}

test('every dialog and every empty list at 1280×720, en, at 100 % and 150 %: no words cut, nothing that keeps people out', async ({
  browser,
  shown: { demo, places, empty },
}) => {
  test.setTimeout(600_000)
  const look: Look = { language: 'en', mode: 'light', scale: 1, width: 1280 }
  await expectNoFaults('light', async (visit) => [
    ...(await walkPlaces(browser, demo, look, places.filter(isDialog), visit)),
    ...(await walkPlaces(browser, empty, look, emptyPlaces, visit)),
  ])
})
