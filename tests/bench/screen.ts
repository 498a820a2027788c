import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium, type Browser, type Page } from '@playwright/test'
import { findChromium } from '../../build/browser.mjs'
import { createHost } from '#host/create-host'
import { silentLogger } from '#host/log'
import { personOf } from '#tests/e2e/pages/sign-in'
import { serve, type Served } from '../screens/demo.ts'
import { signInAt } from '../screens/sign-in-at.ts'
import { bigStation, removeDatabase, workingCopy } from './big-station.ts'
import { benchNow } from './big-station-data.ts'
import { latencyOf, spreadOf, seeded, type Spread } from './measure.ts'
import { figure, goals, heading, machineLine, milliseconds, note, quick, table } from './report.ts'

const rendererDir = join(import.meta.dirname, '..', '..', 'out', 'renderer')
const rowsShown = '.ag-row .ag-cell:not(:empty)'
const deskShown = '#section-desk section'

/** What a person waits for at a screen, in a real browser against the real host on 100,000 orders: start, list, jump, scroll, search. */
export async function run(): Promise<void> {
  const file = workingCopy(await bigStation(100_000))
  const station = await serve(await createHost({ dbFile: file, clock: benchNow, logger: silentLogger }), rendererDir)
  const executablePath = findChromium()
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  heading('screen · browser seat on 100,000 orders')
  note(machineLine([`Chromium ${browser.version()}`]))
  note('Host and browser share the cores; pictures are drawn without a graphics card.\n')
  try {
    const page = await seatAt(browser, station)
    await starts(browser, station, page)
    await lists(page)
  } finally {
    await browser.close()
    await station.close()
    removeDatabase(file)
  }
}

async function seatAt(browser: Browser, station: Served): Promise<Page> {
  const page = await (
    await browser.newContext({
      viewport: { width: 1920, height: 1080 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    })
  ).newPage()
  await page.goto(station.newAddress())
  await signInAt(page, personOf('chief'))
  await page.locator(deskShown).first().waitFor()
  return page
}

/** Milliseconds from the start of the navigation until this stands on the screen, by the page's own clock. */
async function shownAfter(page: Page, selector: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((done) => {
        const look = () => {
          if (document.querySelector(wanted) === null) requestAnimationFrame(look)
          else done(performance.now())
        }
        look()
      }),
    selector,
  )
}

async function starts(browser: Browser, station: Served, page: Page): Promise<void> {
  const cold: number[] = []
  for (let nth = 0; nth < 5; nth += 1) {
    const fresh = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
    await fresh.goto(station.newAddress(), { waitUntil: 'commit' })
    cold.push(await shownAfter(fresh, '.person-tile'))
    await fresh.context().close()
  }
  const again = async (hash: string, selector: string): Promise<Spread> => {
    const took: number[] = []
    for (let nth = 0; nth < 6; nth += 1) {
      await page.evaluate((place) => {
        window.location.hash = place
      }, hash)
      await page.reload({ waitUntil: 'commit' })
      took.push(await shownAfter(page, selector))
    }
    return spreadOf(took.slice(1))
  }
  const [desk, orders] = [await again('/', deskShown), await again('/work-orders', rowsShown)]
  const script = await firstScripts(page)
  table(
    ['from opening the page until', 'median', 'low–high'],
    [
      ['the people stand there, nothing of the program in the browser yet', ...milliseconds(spreadOf(cold))],
      ['the desk stands there with its figures, opened again', ...milliseconds(desk)],
      ['the first rows of 100,000 orders stand there, opened again', ...milliseconds(orders)],
      ['JavaScript of that list, gzip', `${figure(script / 1000)} kB`, ''],
    ],
  )
  goals([
    { what: 'first screen with data', value: desk.median, limit: 800, unit: ' ms' },
    { what: 'S3 JavaScript of the first list, gzip', value: script / 1000, limit: 327, unit: ' kB' },
  ])
}

async function firstScripts(page: Page): Promise<number> {
  const names = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => name.endsWith('.js')),
  )
  return [...new Set(names)].reduce((sum, name) => sum + gzipSync(readFileSync(join(rendererDir, new URL(name).pathname))).length, 0)
}

async function lists(page: Page): Promise<void> {
  // the list takes the cursor, and goes to it, a moment after its rows have come
  await page.locator('.ag-cell-focus').first().waitFor()
  const chance = seeded(3)
  const jumps: number[] = []
  for (let nth = 0; nth < 45; nth += 1) jumps.push(await jumpTo(page, Math.floor(chance() * 99_000)))
  const blank = await scroll(page, 6000, 3000)
  const typed: number[] = []
  const names = await page.locator('.ag-row [col-id=customerName]').allInnerTexts()
  for (const name of [...new Set(names)].slice(0, 20)) typed.push(await searchFor(page, name))
  const [jump, search] = [latencyOf(jumps.slice(5)), latencyOf(typed)]
  note('')
  table(
    ['list of 100,000 orders', 'p50', 'p99'],
    [
      ['a jump to any row until it is painted', ...quick(jump)],
      ['a name typed until its rows are painted (180 ms of it the pause after typing)', ...quick(search)],
      ['frames without rows, scrolled at 6,000 px/s for 3 s', `${blank.blank} of ${blank.frames}`, ''],
    ],
  )
  goals([
    { what: 'G2 jump until painted, p50', value: jump.p50, limit: 126, unit: ' ms' },
    { what: 'G2 frames without rows', value: blank.blank, limit: 0, unit: '' },
    { what: 'typed until painted, without the pause', value: search.p50 - 180, limit: 100, unit: ' ms' },
  ])
}

/** Until a row near the place carries words and has been painted. */
function jumpTo(page: Page, row: number): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((done) => {
        const view = document.querySelector('.ag-grid-viewport')
        const height = document.querySelector<HTMLElement>('.ag-row')?.offsetHeight ?? 30
        const start = performance.now()
        view?.scrollTo({ top: wanted * height })
        const look = () => {
          const there = document.querySelector(`.ag-row[row-index="${wanted + 5}"] .ag-cell:not(:empty)`)
          if (there === null) requestAnimationFrame(look)
          else requestAnimationFrame(() => done(performance.now() - start))
        }
        look()
      }),
    row,
  )
}

/** Frames in which a third of the rows in sight had no words yet. */
function scroll(page: Page, speed: number, lasting: number): Promise<{ readonly frames: number; readonly blank: number }> {
  return page.evaluate(
    ([pixels, during]) =>
      new Promise<{ frames: number; blank: number }>((done) => {
        const view = document.querySelector('.ag-grid-viewport')
        const [start, from] = [performance.now(), view?.scrollTop ?? 0]
        let [frames, blank] = [0, 0]
        const step = () => {
          const past = performance.now() - start
          const rows = [...document.querySelectorAll('.ag-row')]
          const empty = rows.filter((row) => row.querySelector('.ag-cell:not(:empty)') === null).length
          frames += 1
          if (empty * 3 > rows.length) blank += 1
          if (past > during) {
            done({ frames, blank })
            return
          }
          view?.scrollTo({ top: from + (past / 1000) * pixels })
          requestAnimationFrame(step)
        }
        requestAnimationFrame(step)
      }),
    [speed, lasting] as const,
  )
}

/** Until the foot of the list counts something else and its rows have been painted. */
async function searchFor(page: Page, name: string): Promise<number> {
  const box = page.getByRole('searchbox').first()
  const foot = page.locator('.grid-foot').first()
  await box.fill('')
  await foot.filter({ hasText: '100,000' }).waitFor()
  await box.focus()
  const took = foot.evaluate(
    (line) =>
      new Promise<number>((done) => {
        const [start, before] = [performance.now(), line.textContent]
        const look = () => {
          if (line.textContent === before) requestAnimationFrame(look)
          else requestAnimationFrame(() => done(performance.now() - start))
        }
        look()
      }),
  )
  await box.fill(name)
  return took
}
