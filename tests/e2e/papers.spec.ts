import { frames } from '#tests/support/builders'
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
  expect(prints.map(({ times, reason }) => ({ times, reason }))).toEqual([
    { times: 1, reason: '' },
    { times: 2, reason: '卡纸' },
  ])
})

test('several vouchers at once, of which only a later one was printed before: the reason is asked for, and all are printed', async ({
  station,
}) => {
  const first = await aDeliveredOrder(station)
  const second = await aDeliveredOrder(station, {
    customer: { phone: '13712345678' },
    unit: { frameNo: frames[1], engineNo: 'SL156FMI-26A00999', plateNo: '' },
  })
  const asSheet = { profile: 'default', startAt: 1 } as const
  await station.as('reception').papers.print({ ids: [second.voucherPaperId], options: asSheet, reason: '' })
  const page = await station.person('reception')
  const { press } = orderOn(page).keys
  await press('Alt+2')
  await expect(page.locator('.ag-cell-focus')).toBeVisible()
  await press('Ctrl+a')
  const button = page.getByRole('button', { name: '打印凭证（2）' })
  await button.press('Enter')
  await paperOn(page).isDrawn()
  await press('Ctrl+p')
  await expect(page.getByLabel('原因')).toBeFocused()
  await page.keyboard.type('卡纸')
  await press('Ctrl+Enter')
  await expect(page.getByText('已送打印，并记入打印记录。')).toBeVisible()
  const printed = async (id: number) => (await station.api.papers.get({ id })).prints.map(({ times, reason }) => `${times} ${reason}`)
  expect([await printed(first.voucherPaperId), await printed(second.voucherPaperId)]).toEqual([['1 '], ['1 ', '2 卡纸']])
})

test('what was printed stays in sight as it was printed; the next print is asked for as 补打, and a voided paper says so', async ({
  station,
}) => {
  const { voucherPaperId } = await aDeliveredOrder(station)
  const page = await station.person('chief')
  const { press } = orderOn(page).keys
  await page.goto(`${new URL(page.url()).origin}/#/papers/${voucherPaperId}`)
  await paperOn(page).isDrawn()
  await press('Ctrl+p')
  await expect(page.getByText('已送打印')).toBeVisible()
  // the page has heard of the print
  await expect(page.getByText('打印记录 1')).toBeVisible()
  expect((await paperOn(page).download()).some((text) => text.includes('补打'))).toBe(false)
  const printed = await paperOn(page).file()
  await press('Ctrl+p')
  await expect(page.getByLabel('原因')).toBeFocused()
  await press('Escape')
  await station.api.papers.void({ id: voucherPaperId, reason: '车架号抄错', copiesBack: true })
  await expect.poll(() => paperOn(page).file()).not.toBe(printed)
})

test('the chief voids a voucher with a reason: 作废 on every page, the order can be corrected', async ({ station }) => {
  const { id, voucherPaperId } = await aDeliveredOrder(station)
  await station.as('reception').papers.print({ ids: [voucherPaperId], options: { profile: 'default', startAt: 1 }, reason: '' })
  const page = await station.person('chief')
  await page.goto(`${new URL(page.url()).origin}/#/papers/${voucherPaperId}`)
  await paperOn(page).isDrawn()
  const before = await paperOn(page).file()
  await page.getByRole('button', { name: '作废' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('原因')).toBeFocused()
  await page.keyboard.type('车架号抄错')
  await page.keyboard.press('Tab')
  const back = page.getByRole('checkbox', { name: '已打出的各联都已收回' })
  await expect(back).toBeFocused()
  await page.keyboard.press(' ')
  await expect(back).toBeChecked()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/作废：车架号抄错/)).toBeVisible()
  await expect.poll(() => paperOn(page).file()).not.toBe(before)
  await paperOn(page).isDrawn()
  const pages = await paperOn(page).download()
  expect(pages.map((text) => text.includes('作废'))).toEqual(pages.map(() => true))
  expect((await station.api.workOrders.get({ id })).frozenBy).toBeNull()
})

test('a voucher issued anew after the hand-over is signed anew', async ({ station }) => {
  const { id, no, voucherPaperId } = await aDeliveredOrder(station)
  await station.api.papers.void({ id: voucherPaperId, reason: '车架号抄错', copiesBack: true })
  const page = await station.person('reception')
  const order = orderOn(page)
  const signed = page.getByRole('button', { name: '用户已签字' })
  await order.open(no)
  await expect(signed).toHaveCount(0)
  await order.keys.press('Ctrl+i')
  await paperOn(page).isDrawn()
  await order.closeDialog()
  await signed.focus()
  await order.keys.press('Enter')
  await expect(signed).toHaveCount(0)
  await expect(order.section('记录')).toContainText('凭证已签字')
  const { userSigned, history } = await station.api.workOrders.get({ id })
  expect({ userSigned, last: history.at(-1)?.event }).toEqual({ userSigned: true, last: 'signVoucher' })
})

test('a link to a paper leads to that one, whatever the list of papers was left at or begins with', async ({ station }) => {
  const first = await aDeliveredOrder(station)
  const second = await aDeliveredOrder(station, {
    customer: { phone: '13712345678' },
    unit: { frameNo: frames[1], engineNo: 'SL156FMI-26A00999', plateNo: '' },
  })
  const page = await station.person('reception')
  const { press } = orderOn(page).keys
  const cursor = page.locator('.ag-cell-focus')
  const openFromRegister = async (number: string) => {
    await page.goto(`${new URL(page.url()).origin}/#/register?form=F16`)
    const cell = page.locator('.ag-row', { hasText: number }).locator('.ag-cell').first()
    await expect(cell).toBeVisible()
    await cell.click()
    await press('Enter')
    await expect(page).toHaveURL(/#\/papers\/\d+/)
    await expect(cursor).toHaveText(number)
    await expect(page.locator('.paper-head')).toContainText(number)
  }
  await openFromRegister(first.voucherNo)
  await openFromRegister(second.voucherNo)
  await openFromRegister(first.voucherNo)
})
