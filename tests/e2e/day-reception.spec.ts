import { aCustomer, frames, takeStep } from '#tests/support/builders'
import { aDeliveredOrder, labelOldParts } from '#tests/support/chain'
import { homeOn } from './pages/home.ts'
import { intakeOn } from './pages/intake.ts'
import { answered } from './pages/keys.ts'
import { orderOn } from './pages/order.ts'
import { paperOn } from './pages/paper.ts'
import { personOf } from './pages/sign-in.ts'
import { expect, test, type Station } from './station.ts'

/** Handed over yesterday; repaired and inspected yesterday; on file without an order. */
async function yesterday(station: Station) {
  const called = await aDeliveredOrder(station, { customer: { name: '王喆', phone: '13900000001' } })
  const waiting = await station.given.anOrder({
    customer: { name: '陈钢', phone: '13900000002' },
    unit: { frameNo: frames[1], plateNo: '苏M22222', engineNo: 'E-2' },
  })
  await takeStep(station.as('technician'), waiting.id, 'start')
  await takeStep(station.as('technician'), waiting.id, 'finish')
  await labelOldParts(station, waiting.id)
  await takeStep(station.as('technician', 3), waiting.id, 'passInspection')
  const owner = await station.api.customers.save({ ...aCustomer({ name: '赵伟', phone: '13900000003' }), id: null, revision: 0 })
  await station.api.customers.saveUnit({
    ...station.given.aUnit({ frameNo: frames[2], plateNo: '苏M33333', engineNo: 'E-3' }),
    id: null,
    revision: 0,
    ownerId: owner.id,
  })
  await station.advance({ hours: 16 })
  return { called, waiting }
}

test('reception: the day from the first call-back to the last hand-over', async ({ station }) => {
  test.setTimeout(120_000)
  const { called, waiting } = await yesterday(station)
  const page = await station.person('reception')
  const [home, intake, order] = [homeOn(page), intakeOn(page), orderOn(page)]
  const { press, type } = order.keys

  await test.step('in the morning the desk says whom to call and what goes home', async () => {
    await home.isThere()
    await expect(home.row('待交车', waiting.no)).toContainText('陈钢')
    await expect(home.row('待回访', called.no)).toContainText('138 1234 5678')
  })

  await test.step('the call-back is made from the desk', async () => {
    await home.act('待回访', called.no)
    await expect(page.getByLabel('回访结果')).toBeFocused()
    await type('试骑正常，很满意')
    await press('Ctrl+Enter')
    await expect(page.getByText(`已回访：${called.no}`)).toBeVisible()
    await expect(home.group('待回访')).toBeHidden()
  })

  await test.step('a known vehicle comes in, found by its plate; a reload in the middle loses nothing', async () => {
    const before = intake.keys.entries()
    await intake.open()
    await intake.find('33333', /赵伟/)
    await expect(page.getByLabel('行驶里程')).toBeFocused()
    await intake.keys.enter('4100')
    await expect(order.foot).toContainText('草稿已保存')
    await expect(page.getByLabel('行驶里程')).toHaveValue('4100')
    await page.reload()
    await expect(page.getByText(/已恢复 .+ 未保存的内容/)).toBeVisible()
    await expect(page.getByLabel('行驶里程')).toHaveValue('4,100')
    await expect(page.getByLabel('行驶里程')).toBeFocused()
    await press('Enter')
    await expect(page.getByLabel('维修技师')).toBeFocused()
    await intake.keys.enter(personOf('technician').name)
    await expect(page.locator('.ant-select-item-option-active', { hasText: personOf('technician').name })).toBeVisible()
    await press('Enter')
    await expect(page.getByLabel('故障现象')).toBeFocused()
    await intake.keys.enter('冷车难着，要踩十几脚')
    await intake.arrive()
    await expect(order.now).toHaveText('待修')
    expect(intake.keys.entries() - before).toBeLessThanOrEqual(12)
  })

  await test.step('a vehicle nobody knows is taken in with its owner', async () => {
    await intake.open()
    await intake.find('孙丽', /新建/)
    await expect(page.getByLabel('电话', { exact: true })).toBeFocused()
    await type('13712340000')
    await press('Ctrl+Enter')
    await expect(page.getByLabel('车型', { exact: true })).toBeFocused()
    await type('SL125-6A')
    await expect(page.getByRole('option', { name: /锐风125/ }).first()).toBeVisible()
    await answered(page)
    await press('Enter', 'Ctrl+Enter')
    await expect(page.getByLabel('车架号', { exact: true })).toBeFocused()
    await type(frames[3])
    await press('Ctrl+Enter')
    await expect(page.getByLabel('故障现象')).toBeFocused()
    await type('怠速不稳')
    await press('Ctrl+Enter')
    await expect(page).toHaveURL(/work-orders\/\d+$/)
    await expect(order.now).toHaveText(/报修|待派工/)
  })

  await test.step("today's list names both, the one without a technician among them", async () => {
    await home.go()
    await expect(home.row('今日到店', '赵伟')).toBeVisible()
    await expect(page.locator('#section-desk').getByRole('listitem').filter({ hasText: '孙丽' }).first()).toBeVisible()
  })

  await test.step('whose vehicle is it: the plate finds it', async () => {
    await press('Ctrl+k')
    await type('22222')
    const vehicle = page.getByRole('option').filter({ hasText: '苏M22222' }).filter({ hasText: '车辆' })
    await expect(vehicle).toBeVisible()
    for (let pressed = 0; pressed < 12 && (await vehicle.getAttribute('aria-selected')) !== 'true'; pressed += 1) await press('ArrowDown')
    await press('Enter')
    await expect(page).toHaveURL(/#\/units\/\d+$/)
    await expect(page.getByRole('list', { name: '经过' })).toContainText(waiting.no)
  })

  await test.step('the vehicle goes home with its voucher', async () => {
    await home.go()
    await home.act('待交车', waiting.no)
    await expect(order.now).toHaveText('已检验')
    await press('Ctrl+Enter')
    await paperOn(page).isDrawn()
    await press('Ctrl+p')
    await expect(page.getByText('已送打印')).toBeVisible()
    await order.closeDialog()
    await station.advance({ hours: 1 })
    await expect(page.getByRole('button', { name: /^交车/ })).toBeEnabled()
    await press('Ctrl+Enter')
    await expect(page.getByRole('checkbox', { name: /已在保修作业凭证/ })).toBeFocused()
    await press('Space', 'Ctrl+Enter')
    await expect(order.now).toHaveText('已交车')
    await home.go()
    await expect(home.row('待回访', waiting.no)).toBeVisible()
    await expect(home.group('待交车')).toBeHidden()
  })
})
