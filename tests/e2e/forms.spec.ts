import { aDeliveredOrder } from '#tests/support/chain'
import { keysOf } from './pages/keys.ts'
import { paperOn } from './pages/paper.ts'
import { expect, test } from './station.ts'

test('F13 from an order, by keyboard: refused while something is missing, issued in three copies, voided, corrected, issued anew', async ({
  station,
}) => {
  const { no } = await aDeliveredOrder(station)
  const page = await station.person('chief')
  const { press, type } = keysOf(page)
  await press('Alt+8')
  await expect(page.getByLabel('名称 · 编号 · 拼音首字母')).toBeFocused()
  await type('jdgxsqd')
  await press('Enter')
  await expect(page).toHaveURL(/#\/forms\/F13/)

  await page.getByLabel('从工单开始').focus()
  await type(no)
  await press('Enter')
  await expect(page.getByLabel('车架号/机号')).not.toHaveValue('')
  await paperOn(page).isDrawn()

  await press('Ctrl+Enter')
  await expect(page.getByRole('alert').filter({ hasText: '还有 2 处要改' })).toBeVisible()
  await expect(page.locator('[data-field="values.appraisalKind"] input').first()).toBeFocused()
  await press('1', 'Enter')
  await expect(page.getByLabel('申请日期')).toBeFocused()
  await press('Enter')
  await expect(page.getByRole('textbox', { name: /^经销单位/ })).toBeFocused()
  await type('顺达车行')
  await expect(page.getByText('已填齐')).toBeVisible()
  await press('Ctrl+Enter')

  const dialog = page.getByRole('dialog')
  await expect(dialog.locator('.pdf-tab')).toHaveText(['第一联', '第二联', '第三联'])
  await expect(dialog.locator('.pdf-page')).toHaveCount(3)
  await press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText(/已开具为 .*BD13-202611-0001/)).toBeVisible()
  await expect(page.getByRole('textbox', { name: /^经销单位/ })).toBeDisabled()

  const [issued] = await station.api.forms.list({ form: 'F13' })
  await station.api.papers.void({ id: issued?.paperId ?? 0, reason: '经销单位写错', copiesBack: true })
  await expect(page.getByText(/BD13-202611-0001 已作废/)).toBeVisible()
  const dealer = page.getByRole('textbox', { name: /^经销单位/ })
  await expect(dealer).toBeEnabled()
  await dealer.focus()
  await press('Ctrl+a')
  await type('顺达摩托车行')
  await press('Ctrl+Enter')
  await expect(dialog.locator('.pdf-page')).toHaveCount(3)
  await press('Escape')
  await expect(page.getByText(/已开具为 .*BD13-202611-0002/)).toBeVisible()
  const [again] = await station.api.forms.list({ form: 'F13' })
  const { content } = await station.api.forms.get({ id: again?.id ?? 0 })
  expect([content.values['dealerName'], content.values['appraisalKind']]).toEqual(['顺达摩托车行', '三包'])
})

test('what is typed is kept by itself; another seat on the same form is told and loses nothing', async ({ station }) => {
  const page = await station.person('reception')
  const { press, type } = keysOf(page)
  await page.goto(`${new URL(page.url()).origin}/#/forms/F13/new`)
  await page.getByRole('textbox', { name: /^经销单位/ }).focus()
  await type('顺达车行')
  await expect(page).toHaveURL(/#\/forms\/F13\/\d+/)
  const [draft] = await station.api.forms.list({ form: 'F13' })
  const kept = () => station.api.forms.get({ id: draft?.id ?? 0 })
  await expect.poll(async () => (await kept()).content.values['dealerName']).toBe('顺达车行')
  const record = await kept()

  const dealer = page.getByRole('textbox', { name: /^经销单位/ })
  await expect(dealer).toBeFocused()
  await station.api.forms.save({ ...record, content: { ...record.content, values: { ...record.content.values, contactName: '张卫东' } } })
  await expect(page.getByLabel('联系人')).toHaveValue('张卫东')
  await press('End')
  await type('（分号）')
  await expect.poll(async () => (await kept()).content.values).toMatchObject({ dealerName: '顺达车行（分号）', contactName: '张卫东' })
})
