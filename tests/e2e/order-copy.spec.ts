import { aDeliveredOrder } from '#tests/support/chain'
import { orderOn } from './pages/order.ts'
import { expect, test } from './station.ts'

test('an order is copied for the same vehicle: what came along and what did not is said, and only that comes', async ({ station }) => {
  const [fault] = await station.api.catalogue.faultCodes({ text: '', manufacturerId: null, limit: 1 })
  const first = await aDeliveredOrder(station, { content: { faultCodeId: fault?.id ?? 0 } })
  const page = await station.person('reception')
  const order = orderOn(page)
  await order.open(first.no)
  await order.keys.press('Ctrl+d')
  await expect(page.getByText(`照 ${first.no} 新开的工单`)).toBeVisible()
  await expect(page.getByText('没有带：单号、时间、里程')).toBeVisible()
  await expect(order.section('零件')).toContainText('点火线圈总成')
  await expect(page.getByLabel('行驶里程')).toBeFocused()
  await order.keys.type('3900')
  const faultCode = page.locator('[data-field=faultCodeId] input')
  await expect(faultCode).toHaveValue(`${fault?.code} ${fault?.text}`)
  await expect(order.foot).toContainText('草稿已保存')
  await page.reload()
  await expect(page.getByText(/已恢复 .+ 未保存的内容/)).toBeVisible()
  await expect(faultCode).toHaveValue(`${fault?.code} ${fault?.text}`)
  await page.getByLabel('行驶里程').focus()
  await order.keys.press('Ctrl+Enter')
  await expect(page).toHaveURL(/work-orders\/\d+$/)
  await expect(order.now).toHaveText('待修')
  const { no, customerStatement, mileage, partLines, voucherNo, unit } = await station.api.workOrders.get({
    id: Number(page.url().split('/').at(-1)),
  })
  expect({
    isNew: no !== first.no,
    customerStatement,
    mileage,
    parts: partLines.map(({ partName }) => partName),
    voucherNo,
    plateNo: unit.plateNo,
  }).toEqual({
    isNew: true,
    customerStatement: '行驶中突然熄火，等二十分钟后能着车',
    mileage: 3900,
    parts: ['点火线圈总成'],
    voucherNo: '',
    plateNo: '苏M7K216',
  })
})

test('a rework names the order it repeats, and one jumps there and back', async ({ station }) => {
  const first = await aDeliveredOrder(station)
  await station.advance({ days: 3 })
  const page = await station.person('reception')
  const order = orderOn(page)
  await order.open(first.no)
  await order.keys.press('Ctrl+Shift+D')
  await expect(page.getByText(`${first.no} 的返修单`)).toBeVisible()
  await expect(page.getByLabel('行驶里程')).toBeFocused()
  await order.keys.type('3400')
  await order.keys.press('Ctrl+Enter')
  await expect(order.now).toHaveText('待修')
  const second = await order.no()
  const card = order.section('用户与车辆')
  await card.getByRole('link', { name: first.no }).focus()
  await order.keys.press('Enter')
  await expect(page.locator('.order-number')).toHaveText(first.no)
  await expect(card).toContainText('之后返修')
  await card.getByRole('link', { name: second }).focus()
  await order.keys.press('Enter')
  await expect(page.locator('.order-number')).toHaveText(second)
})
