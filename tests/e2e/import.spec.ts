import { readFileSync } from 'node:fs'
import { expect, test } from './station.ts'

test('customers come in by the template: fetched, looked at row by row, taken in one go, and never twice', async ({ station }) => {
  const page = await station.person('claimClerk')
  await page.goto(`${new URL(page.url()).origin}/#/import`)
  await expect(page.getByRole('button', { name: /^取模板|^下载模板|模板/ })).toBeEnabled()
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+d')])
  const template = { name: '客户.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: readFileSync(await download.path()) }
  // choosing the file is the system's dialog
  await page.locator('input[type=file]').setInputFiles(template)
  await expect(page.locator('[data-fact=read] dd')).not.toHaveText('0')
  const { total: before } = await station.api.customers.list({ offset: 0, limit: 1, sort: [], text: '', filter: { kind: null } })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/已导入|新建/).first()).toBeVisible()
  await expect.poll(async () => (await station.api.customers.list({ offset: 0, limit: 1, sort: [], text: '', filter: { kind: null } })).total).toBeGreaterThan(before)
  await page.locator('input[type=file]').setInputFiles(template)
  await expect(page.locator('[data-fact=accepted] dd')).toHaveText('0')
  await expect(page.getByRole('button', { name: /^导入/ })).toBeDisabled()
})
