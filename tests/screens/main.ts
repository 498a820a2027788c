// npm run screens             the pictures of the READMEs, into docs/screens
// npm run screens -- --all    every screen in both languages, both modes and both sizes, into out/screens
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { findChromium } from '../../build/browser.mjs'
import { moment, openDemo } from './demo.ts'
import { placesOf, type Place } from './places.ts'

type Look = { readonly language: 'zh' | 'en'; readonly mode: 'light' | 'dark'; readonly size: 1920 | 1280 }

const root = join(import.meta.dirname, '..', '..')
const rendererDir = join(root, 'out', 'renderer')
const heights = { 1920: 1080, 1280: 720 } as const
const chief = { name: '王振华', pin: '9001' } as const

/** What the READMEs show: the work in Chinese, and two screens as they look in English and dark. */
const shown: readonly string[] = [
  ...['home', 'work-orders', 'work-order', 'packing', 'claims', 'papers'].map((name) => `${name}.zh.light.1920`), 'work-order.en.dark.1280', 'claims.en.dark.1280',
]

const looks: readonly Look[] = (['zh', 'en'] as const).flatMap((language) => (['light', 'dark'] as const).flatMap((mode) => ([1920, 1280] as const).map((size) => ({ language, mode, size }))))

async function signedIn(browser: Browser, address: string, { language, mode, size }: Look): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: size, height: heights[size] }, locale: language === 'zh' ? 'zh-CN' : 'en-GB', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.clock.setFixedTime(moment)
  await page.addInitScript((appearance) => { localStorage.setItem('appearance', appearance) }, JSON.stringify({ language, mode, density: 'comfortable', scale: 1 }))
  await page.goto(address)
  await page.getByRole('button', { name: chief.name }).click()
  await page.keyboard.type(chief.pin)
  await page.keyboard.press('Enter')
  await page.locator('.frame-nav').waitFor()
  return page
}

async function picture(page: Page, place: Place, file: string): Promise<void> {
  await page.evaluate((path) => { window.location.hash = path }, place.path)
  await page.locator(place.ready).first().waitFor({ timeout: 15_000 })
  await place.act?.(page)
  await page.locator('.loading').waitFor({ state: 'detached' })
  // the last paint after the last answer
  await page.evaluate(() => new Promise((painted) => { setTimeout(painted, 500) }))
  await page.screenshot({ path: file })
}

async function run(): Promise<void> {
  if (!existsSync(join(rendererDir, 'index.html'))) throw new Error('the interface is not built: npm run build')
  const isAll = process.argv.includes('--all')
  const only = process.argv.slice(2).filter((word) => !word.startsWith('-'))
  const folder = isAll ? join(root, 'out', 'screens') : join(root, 'docs', 'screens')
  mkdirSync(folder, { recursive: true })
  const demo = await openDemo(rendererDir)
  const executablePath = findChromium()
  const browser = await chromium.launch({ ...(executablePath === null ? {} : { executablePath }), args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'] })
  try {
    const places = await placesOf(demo.api)
    for (const look of looks) {
      const wanted = places.map((place) => ({ place, name: `${place.name}.${look.language}.${look.mode}.${look.size}` }))
        .filter(({ name }) => (isAll || shown.includes(name)) && (only.length === 0 || only.some((part) => name.includes(part))))
      if (wanted.length === 0) continue
      const page = await signedIn(browser, demo.newAddress(), look)
      for (const { place, name } of wanted) {
        await picture(page, place, join(folder, `${name}.png`)).catch((error: unknown) => { process.stderr.write(`${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}\n`) })
        process.stdout.write(`${name}\n`)
      }
      await page.context().close()
    }
  } finally {
    await browser.close()
    await demo.close()
  }
}

await run()
