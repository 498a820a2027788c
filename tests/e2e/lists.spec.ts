import type { Page } from '@playwright/test'
import { resize } from '../screens/walk.ts'
import { keysOf } from './pages/keys.ts'
import { expect, test as base } from './station.ts'

/** With scroll bars that take room, as on most people's screens. */
const test = base.extend({
  launchOptions: [
    async ({ launchOptions }, use) => {
      await use({ ...launchOptions, ignoreDefaultArgs: ['--hide-scrollbars'] })
    },
    { scope: 'worker' },
  ],
})

/** Every list a person works with, by its place. */
const lists = [
  '/work-orders',
  '/customers',
  '/customers?view=units',
  '/requests',
  '/old-parts?view=toLabel',
  '/old-parts?view=all',
  '/old-parts?view=manifests',
  '/claims',
  '/papers',
  '/register',
  '/catalogue',
  ...['prices', 'labour', 'faults', 'models', 'technicians', 'outlets', 'holidays'].map((view) => `/catalogue?view=${view}`),
] as const

async function open(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, place)
  await expect(page.locator('main.page .ag-header-cell').first()).toBeVisible()
  await expect(page.locator('main.page .ag-cell:not(:empty), main.page .grid-empty').first()).toBeVisible()
}

/** How far each list of the page scrolls sideways, in px. */
function sideways(page: Page): Promise<readonly number[]> {
  return page
    .locator('.ag-grid-viewport')
    .evaluateAll((views) => views.map(({ scrollWidth, clientWidth }) => Math.max(0, scrollWidth - clientWidth)))
}

for (const language of ['zh', 'en'] as const) {
  test(`no list scrolls sideways at 1280×720, at 100, 125 and 150 %, ${language}`, async ({ station }) => {
    const page = await station.person('chief')
    await page.setViewportSize({ width: 1280, height: 720 })
    await page.evaluate(
      (wanted) =>
        localStorage.setItem('appearance', JSON.stringify({ ...JSON.parse(localStorage.getItem('appearance') ?? '{}'), language: wanted })),
      language,
    )
    await page.reload()
    for (const place of lists) {
      await open(page, place)
      for (const scale of [1, 1.25, 1.5] as const) {
        await resize(page, { scale, density: 'comfortable' })
        await expect.poll(async () => Math.max(...(await sideways(page))), `${place} at ${scale}`).toBe(0)
      }
      await resize(page, { scale: 1, density: 'comfortable' })
    }
  })
}

const heading = (page: Page, field: string) => page.locator(`.ag-header-cell[col-id="${field}"]`)

test('a list gives way to the room with the columns that matter less; the columns a person chose stay, at every size, until they are put back', async ({
  station,
}) => {
  const page = await station.person('chief')
  const { press } = keysOf(page)
  await page.setViewportSize({ width: 1280, height: 720 })
  await open(page, '/customers?view=units')
  await expect(heading(page, 'engineNo')).toBeVisible()
  await resize(page, { scale: 1.5, density: 'comfortable' })
  await expect(heading(page, 'engineNo')).toHaveCount(0)
  await resize(page, { scale: 1, density: 'comfortable' })
  await expect(heading(page, 'engineNo')).toBeVisible()

  await test.step("the vehicle's use is wanted, the owner's telephone is not", async () => {
    await press('Ctrl+Shift+L')
    await page.getByRole('checkbox', { name: '用途' }).check()
    await page.getByRole('checkbox', { name: '电话' }).uncheck()
    await page.keyboard.press('Escape')
    await resize(page, { scale: 1.5, density: 'comfortable' })
    await page.reload()
    await open(page, '/customers?view=units')
    // the page has just been loaded anew: its keys may come a moment after its rows
    await expect(async () => {
      await press('Ctrl+Shift+L')
      await expect(page.getByRole('checkbox', { name: '用途' })).toBeChecked({ timeout: 2000 })
    }).toPass()
    await expect(page.getByRole('checkbox', { name: '最近里程' })).toBeChecked()
    await expect(page.getByRole('checkbox', { name: '电话' })).not.toBeChecked()
    await page.keyboard.press('Escape')
    await expect.poll(async () => Math.max(...(await sideways(page)))).toBeGreaterThan(0)
  })

  await test.step('put back, the list sees to its room again', async () => {
    await press('Ctrl+Shift+L')
    await page.getByRole('button', { name: '恢复默认列' }).click()
    await expect.poll(async () => Math.max(...(await sideways(page)))).toBe(0)
    await expect(heading(page, 'ownerPhone')).toBeVisible()
  })
})
