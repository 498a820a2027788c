import type { Browser, Page } from '@playwright/test'
import { personOf } from '#tests/e2e/pages/sign-in'
import type { Role } from '#domain/words'
import { moment, type Served } from './demo.ts'
import type { Gate, Place } from './place.ts'
import { signInAt } from './sign-in-at.ts'

export type Size = { readonly scale: 1 | 1.25 | 1.5; readonly density: 'comfortable' | 'dense' }
export type Look = {
  readonly language: 'zh' | 'en'
  readonly mode: 'light' | 'dark'
  readonly scale: Size['scale']
  readonly width: 1280 | 1920
}
export const heights = { 1280: 720, 1920: 1080 } as const

/** A browser seat that looks like this from its first page. */
export async function seatLooking(browser: Browser, { width, ...appearance }: Look): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: heights[width] },
    locale: appearance.language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.clock.setFixedTime(moment)
  await page.addInitScript(
    (kept) => {
      localStorage.setItem('appearance', kept)
      window.print = () => undefined
    },
    JSON.stringify({ ...appearance, density: 'comfortable' }),
  )
  return page
}

/** The same page in another size, as when the person chooses it in another window of this seat. */
export async function resize(page: Page, size: Size): Promise<void> {
  await page.evaluate((wanted) => {
    const kept = JSON.stringify({ ...JSON.parse(localStorage.getItem('appearance') ?? '{}'), ...wanted })
    localStorage.setItem('appearance', kept)
    window.dispatchEvent(new StorageEvent('storage', { key: 'appearance', newValue: kept }))
  }, size)
  await page.waitForFunction(
    ({ scale, density }) =>
      document.documentElement.style.getPropertyValue('--scale') === String(scale) &&
      document.documentElement.dataset['density'] === density,
    size,
  )
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

/** Goes to every place as the person whose it is, one sign-in each. What cannot be reached is said and left. */
export async function walkPlaces(
  browser: Browser,
  demo: Served,
  look: Look,
  places: readonly Place[],
  visit: (page: Page, place: Place) => Promise<void>,
): Promise<readonly string[]> {
  const missed: string[] = []
  for (const role of new Set(places.map(roleOf))) {
    const page = await seatLooking(browser, look)
    await page.goto(demo.newAddress())
    await signInAt(page, personOf(role))
    let isClean = true
    for (const place of places.filter((each) => roleOf(each) === role)) {
      try {
        await open(page, place, isClean)
        await visit(page, place)
      } catch (error) {
        missed.push(`${place.name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
      }
      isClean = place.act === undefined
    }
    await page.context().close()
  }
  return missed
}

/** Pages before the sign-in, each in a seat of its own. */
export async function walkGates(
  browser: Browser,
  look: Look,
  gates: readonly Gate[],
  visit: (page: Page, gate: Gate) => Promise<void>,
): Promise<readonly string[]> {
  const missed: string[] = []
  for (const gate of gates) {
    const page = await seatLooking(browser, look)
    try {
      await page.goto(gate.address())
      await arrived(page, gate)
      await visit(page, gate)
    } catch (error) {
      missed.push(`${gate.name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
    }
    await page.context().close()
  }
  return missed
}

const roleOf = ({ role = 'chief' }: Place): Role => role

/** A reload takes away what the place before opened, and its rows, which an act would else be done to. */
async function open(page: Page, place: Place, isClean: boolean): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, place.path)
  if (!isClean || place.act !== undefined) await page.reload()
  await arrived(page, place)
}

async function arrived(page: Page, { ready, act }: Pick<Place, 'ready' | 'act'>): Promise<void> {
  await page.locator(ready).first().waitFor({ timeout: 20_000 })
  await page.waitForFunction(() => document.querySelector('.loading') === null, undefined, { timeout: 20_000 })
  await act?.(page)
}
