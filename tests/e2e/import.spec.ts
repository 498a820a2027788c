import { readFileSync } from 'node:fs'
import { customer } from '#tests/domain/import-files'
import { filledTemplate } from '#tests/support/filled-template'
import { expect, test } from './station.ts'

test('customers come in by the template: fetched, looked at, taken in one go, and never twice', async ({ station }) => {
  const page = await station.person('claimClerk')
  const count = async () => (await station.api.customers.list({ offset: 0, limit: 1, sort: [], text: '', filter: { kind: null } })).total
  await page.goto(`${new URL(page.url()).origin}/#/import`)
  await expect(page.getByRole('button', { name: /下载模板/ })).toBeEnabled()
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+d')])
  const book = { name: '客户.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: await filledTemplate(new Uint8Array(readFileSync(await download.path())), [customer]) }
  const choose = () => page.locator('input[type=file]').setInputFiles(book)
  await choose()
  await expect(page.locator('[data-fact=accepted] dd')).toHaveText('1')
  expect(await count()).toBe(0)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/导入完成：新增 [12]/)).toBeVisible()
  expect(await count()).toBe(1)
  await choose()
  await expect(page.locator('[data-fact=unchanged] dd')).toHaveText('1')
  await expect(page.getByText('文件里的内容都已在册，没有要写入的。')).toBeVisible()
  await expect(page.getByRole('button', { name: /^导入 0 行/ })).toBeDisabled()
  expect(await count()).toBe(1)
})
