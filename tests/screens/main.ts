// npm run screens             every screen in both languages and both modes, into docs/screens (READMEs, manuals)
// npm run screens -- home     only the pictures whose name contains "home"
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { findChromium } from '../../build/browser.mjs'
import { openDemo } from './demo.ts'
import { openGates } from './gates.ts'
import { placesOf } from './places.ts'
import { walkGates, walkPlaces, type Look } from './walk.ts'
import { writePalettePng } from './palette-png.ts'

const root = join(import.meta.dirname, '..', '..')
const rendererDir = join(root, 'out', 'renderer')
const folder = join(root, 'docs', 'screens')

/** Seen wide in the READMEs. */
const wide: readonly string[] = ['home', 'work-orders', 'work-order', 'packing', 'claims', 'papers']

/** Every place in Chinese by day and in English by night shows all of both without a picture of each of the four. */
const looks: readonly (Look & { readonly places: readonly string[] | null })[] = [
  { language: 'zh', mode: 'light', scale: 1, width: 1280, places: null },
  { language: 'en', mode: 'dark', scale: 1, width: 1280, places: null },
  { language: 'zh', mode: 'light', scale: 1, width: 1920, places: wide },
]

async function run(): Promise<void> {
  if (!existsSync(join(rendererDir, 'index.html'))) throw new Error('the interface is not built: npm run build')
  const only = process.argv.slice(2)
  const isWanted = (name: string) => only.length === 0 || only.some((part) => name.includes(part))
  mkdirSync(folder, { recursive: true })
  if (only.length === 0) for (const file of readdirSync(folder)) rmSync(join(folder, file))
  const demo = await openDemo(rendererDir)
  const { gates, close } = await openGates(rendererDir, demo)
  const executablePath = findChromium()
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'],
  })
  try {
    const places = (await placesOf(demo)).filter(({ isUnpictured }) => isUnpictured !== true)
    for (const { places: some, ...look } of looks) {
      const nameOf = (place: { readonly name: string }) => `${place.name}.${look.language}.${look.mode}.${look.width}`
      const isShown = (place: { readonly name: string }) => (some === null || some.includes(place.name)) && isWanted(nameOf(place))
      const picture = async (page: Page, place: { readonly name: string }) => {
        // the last paint after the last answer
        await page.evaluate(
          () =>
            new Promise((painted) => {
              setTimeout(painted, 400)
            }),
        )
        await writePalettePng(join(folder, `${nameOf(place)}.png`), await page.screenshot())
        process.stdout.write(`${nameOf(place)}\n`)
      }
      const missed = [
        ...(await walkPlaces(browser, demo, look, places.filter(isShown), picture)),
        ...(await walkGates(browser, look, gates.filter(isShown), picture)),
      ]
      for (const each of missed) process.stderr.write(`${look.language} ${look.mode}: ${each}\n`)
      if (missed.length > 0) process.exitCode = 1
    }
  } finally {
    await browser.close()
    await close()
    await demo.close()
  }
}

await run()
