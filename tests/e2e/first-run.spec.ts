import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHost } from '#host/create-host'
import { serveHttp } from '#host/http'
import { silentLogger } from '#host/log'
import { enterPin } from './pages/sign-in.ts'
import { expect, rendererDir, test as base } from './station.ts'

/** A folder in which nothing is yet, opened as the program opens it. */
const test = base.extend<{ address: string }>({
  address: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'sanbao-first-'))
    const host = await createHost({ dbFile: join(folder, 'station.sqlite'), createIfMissing: true, logger: silentLogger })
    const http = await serveHttp(host, { rendererDir })
    await use(http.newAddress())
    await http.close()
    await host.close()
    rmSync(folder, { recursive: true, force: true })
  },
})
test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('an empty station: four entries, then its chief signs in', async ({ page, address }) => {
  await page.goto(address)
  await page.getByLabel('站代码').focus()
  for (const text of ['nj0001', '示例市江北摩托服务站', '王振华']) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.type('9001')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /王振华/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await enterPin(page, '王振华', '9001')
  await expect(page.getByText('NJ0001').first()).toBeVisible()
})

test('the demo station: built while one waits, people with their PIN on the tile', async ({ page, address }) => {
  test.setTimeout(120_000)
  await page.goto(address)
  await page.getByLabel('示例工单数').focus()
  await page.keyboard.type('40')
  await page.getByRole('button', { name: '建立演示站' }).focus()
  await page.keyboard.press('Enter')
  const tile = page.getByRole('button', { name: /林小燕/ })
  await expect(tile).toContainText('演示口令 1001', { timeout: 60_000 })
  await expect(page.getByText('演示口令')).not.toHaveCount(1)
  await page.keyboard.press('Enter')
  await enterPin(page, '林小燕', '1001')
  await page.keyboard.press('Alt+2')
  await expect(page.locator('.ag-row').first()).toBeVisible()
})
