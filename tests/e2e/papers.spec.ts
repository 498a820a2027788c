import { aDeliveredOrder } from '#tests/support/chain'
import { orderOn } from './pages/order.ts'
import { paperOn } from './pages/paper.ts'
import { expect, test } from './station.ts'

test('a second print asks why and marks every copy 补打', async ({ station }) => {
  const { voucherPaperId, voucherNo } = await aDeliveredOrder(station)
  await station.as('reception').papers.print({ ids: [voucherPaperId], options: { profile: 'default', startAt: 1 }, reason: '' })
  const page = await station.person('reception')
  const { press } = orderOn(page).keys
  await press('Alt+7')
  await expect(page.locator('.ag-cell-focus')).toBeVisible()
  await page.getByLabel('编号 · 事由').focus()
  await page.keyboard.type(voucherNo)
  await expect(page.locator('.ag-row')).toHaveCount(1)
  await page.goto(`${new URL(page.url()).origin}/#/papers/${voucherPaperId}`)
  await paperOn(page).isDrawn()
  await press('Ctrl+p')
  await expect(page.getByLabel('原因')).toBeFocused()
  await press('Ctrl+Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.type('卡纸')
  await press('Ctrl+Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const { prints } = await station.api.papers.get({ id: voucherPaperId })
  expect(prints.map(({ times, reason }) => ({ times, reason }))).toEqual([{ times: 1, reason: '' }, { times: 2, reason: '卡纸' }])
})

test('the chief voids a voucher with a reason: 作废 on every page, the order can be corrected', async ({ station }) => {
  const { id, voucherPaperId } = await aDeliveredOrder(station)
  const page = await station.person('chief')
  await page.goto(`${new URL(page.url()).origin}/#/papers/${voucherPaperId}`)
  await paperOn(page).isDrawn()
  const before = await paperOn(page).file()
  await page.getByRole('button', { name: '作废' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('原因')).toBeFocused()
  await page.keyboard.type('车架号抄错')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/作废：车架号抄错/)).toBeVisible()
  await expect.poll(() => paperOn(page).file()).not.toBe(before)
  await paperOn(page).isDrawn()
  const pages = await paperOn(page).download()
  expect(pages.map((text) => text.includes('作废'))).toEqual(pages.map(() => true))
  expect((await station.api.workOrders.get({ id })).frozenBy).toBeNull()
})
