import { aCustomer, frames, takeStep } from '#tests/support/builders'
import { intakeOn } from './pages/intake.ts'
import { orderOn } from './pages/order.ts'
import { personOf } from './pages/sign-in.ts'
import { expect, test } from './station.ts'

test('a refused step names what is missing and leads to the field', async ({ station }) => {
  const { id, no } = await station.given.anOrder({ content: { faultReason: '', repairMethod: '' } })
  await takeStep(station.as('technician'), id, 'start')
  const order = orderOn(await station.person('technician'))
  await order.open(no)
  await expect(order.missing).toContainText('还缺 2')
  await expect(order.missing).toContainText('故障原因')
  await order.keys.press('Ctrl+Enter')
  await expect(order.field('故障原因')).toBeFocused()
  await order.keys.type('壳体有裂纹进水')
  await expect(order.missing).toContainText('还缺 1')
  await order.keys.press('Ctrl+Enter')
  await expect(order.field('维修措施')).toBeFocused()
})

test('a reload in the middle of typing loses nothing: a new order', async ({ station }) => {
  const page = await station.person('reception')
  const intake = intakeOn(page)
  await intake.open()
  await intake.find('王小明', /新建/)
  await expect(page.getByLabel('电话', { exact: true })).toBeFocused()
  await page.keyboard.type('13912340000')
  await page.getByLabel('故障现象').focus()
  await page.keyboard.type('异响，早上冷车时最')
  await expect(page.locator('.order-foot')).toContainText('草稿已保存')
  await page.reload()
  await page.keyboard.press('Alt+n')
  await expect(page.getByText(/已恢复 .+ 未保存的内容/)).toBeVisible()
  await expect(page.getByLabel('故障现象')).toHaveValue('异响，早上冷车时最')
  await expect(page.getByLabel('电话', { exact: true })).toHaveValue('13912340000')
})

test('a reload in the middle of typing loses nothing: an order on file, also what was typed in a line', async ({ station }) => {
  const { no } = await station.given.anOrder()
  const page = await station.person('technician')
  const order = orderOn(page)
  await order.open(no)
  await order.retype('检查结果', '次级断路，壳体有裂纹')
  await order.addLine('工时', '工时代码')
  await order.take('DG0502', /更换点火线圈/)
  await order.leaveCell()
  await expect(order.foot).toContainText('草稿已保存')
  await page.reload()
  await expect(page.getByText(/已恢复 .+ 未保存的内容/)).toBeVisible()
  await expect(order.field('检查结果')).toHaveValue('次级断路，壳体有裂纹')
  await expect(order.section('工时')).toContainText('DG0502')
})

test('two seats edit different fields of one order: both are kept without a question', async ({ station }) => {
  const { id, no } = await station.given.anOrder()
  const [one, other] = [orderOn(await station.person('technician')), orderOn(await station.person('technician', 1))]
  await one.open(no)
  await other.open(no)
  await other.field('备注').focus()
  await other.keys.type('明早再试一次车')
  await one.retype('检查结果', '点火线圈次级断路，电阻无穷大')
  await one.save()
  await expect(other.field('检查结果')).toHaveValue('点火线圈次级断路，电阻无穷大')
  await expect(other.field('备注')).toHaveValue('明早再试一次车')
  await other.save()
  const { note, checkResult } = await station.api.workOrders.get({ id })
  expect({ note, checkResult }).toEqual({ note: '明早再试一次车', checkResult: '点火线圈次级断路，电阻无穷大' })
})

test('two seats edit the same field: the second is asked, and nothing typed is lost', async ({ station }) => {
  const { id, no } = await station.given.anOrder()
  const [first, second] = [await station.person('technician'), await station.person('technician', 1)]
  const [one, other] = [orderOn(first), orderOn(second)]
  await one.open(no)
  await other.open(no)
  await other.retype('检查结果', '高压包漏电')
  await one.retype('检查结果', '次级线圈匝间短路')
  await one.save()
  await expect(second.getByText(/别的席位也改了您正在填的内容/)).toBeVisible()
  await expect(other.field('检查结果')).toHaveValue('高压包漏电')
  await second.getByRole('button', { name: '保留我的内容' }).focus()
  await other.keys.press('Enter')
  await other.save()
  expect((await station.api.workOrders.get({ id })).checkResult).toBe('高压包漏电')
})

test('who has not the right neither finds the button nor is obeyed', async ({ station }) => {
  const { id, no } = await station.given.anOrder()
  const page = await station.person('partsKeeper')
  const order = orderOn(page)
  await order.open(no)
  await expect(page.getByRole('button', { name: /^开工/ })).toBeDisabled()
  await expect(page.getByRole('button', { name: /^新工单/ })).toHaveCount(0)
  await order.keys.press('Ctrl+Enter', 'Alt+n')
  await expect(page).toHaveURL(/work-orders\/\d+$/)
  const answer = await page.evaluate(async (order) => {
    const call = { callId: 'by-hand', name: 'workOrders.step', input: { id: order, revision: 1, event: 'start', reason: '', at: null, userSigned: null, billPaid: null, userOpinion: null } }
    return (await fetch('/api/call', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(call) })).json()
  }, id)
  expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  expect((await station.api.workOrders.get({ id })).status).toBe('waiting')
})

test('a customer nobody knows is entered on the way in; what is missing is asked for first', async ({ station }) => {
  const page = await station.person('reception')
  const intake = intakeOn(page)
  await intake.open()
  await intake.find(aCustomer().name, /新建/)
  await expect(page.getByLabel('电话', { exact: true })).toBeFocused()
  await page.keyboard.type(aCustomer().phone)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('车型', { exact: true })).toBeFocused()
  await page.keyboard.type('SL125-6A')
  await expect(page.getByRole('option', { name: /锐风125/ }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await page.getByLabel('车架号', { exact: true }).focus()
  await page.keyboard.type(frames[1])
  await page.getByLabel('行驶里程').focus()
  await intake.tell({ mileage: '860', technician: personOf('technician').name, statement: '怠速不稳' })
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveURL(/work-orders\/\d+$/)
  await expect(page.locator('.step[data-at=now]')).toHaveText(/报修|待修/)
})
