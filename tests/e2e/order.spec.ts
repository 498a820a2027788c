import { aCustomer, frames, takeStep } from '#tests/support/builders'
import { intakeOn } from './pages/intake.ts'
import { answered } from './pages/keys.ts'
import { orderOn } from './pages/order.ts'
import { openedTwice } from './pages/two-seats.ts'
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

test('whose step it is stands beside one that this person may not take', async ({ station }) => {
  const { no } = await station.given.anOrder()
  const order = orderOn(await station.person('reception'))
  await order.open(no)
  await expect(order.missing).toHaveText('「开工」由维修技师、站长办理')
})

test('the cursor is not lost with an empty line, and a page without a cursor still scrolls by keys', async ({ station }) => {
  const { id, no } = await station.given.anOrder({ content: { outings: [] } })
  await takeStep(station.as('technician'), id, 'start')
  const page = await station.person('technician')
  const order = orderOn(page)
  await order.open(no)
  await order.retype('检查结果', '次级线圈断路')
  await order.addLine('外出', '地点')
  await order.keys.press('Ctrl+s')
  await expect(order.foot).toContainText('已全部保存')
  await expect(order.section('外出').getByRole('button', { name: '添加一行' })).toBeFocused()
  const top = () => page.locator('main').evaluate((main) => main.scrollTop)
  const before = await top()
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  await order.keys.press('PageUp')
  await expect.poll(top).toBeLessThan(before)
})

test('待判 names the facts that are missing and leads to the vehicle, which decides the order', async ({ station }) => {
  const { id, no } = await station.given.anOrder({ unit: { invoiceNo: '', warrantyCardNo: '' } })
  const page = await station.person('chief')
  const order = orderOn(page)
  await order.open(no)
  await expect(order.missing).toContainText('没有购车发票号或三包凭证号')
  await order.keys.press('Ctrl+Enter')
  await expect(order.field('购车发票号')).toBeFocused()
  await order.keys.type('03716628')
  await order.keys.press('Ctrl+s')
  await expect(page.getByText('已保存')).toBeVisible()
  await order.open(no)
  await expect(order.missing).toContainText('可以进行')
  expect((await station.api.workOrders.get({ id })).eligibility).toBe('covered')
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

test('one impossible value neither stops the draft nor leaves old findings standing', async ({ station }) => {
  const page = await station.person('reception')
  const intake = intakeOn(page)
  const missing = page.locator('.step-missing')
  await intake.open()
  await intake.find('王小明', /新建/)
  await expect(page.getByLabel('电话', { exact: true })).toBeFocused()
  await page.keyboard.type('１３９１２３４')
  await page.getByLabel('行驶里程').focus()
  await page.keyboard.type('９９９９９９９')
  await page.keyboard.press('Tab')
  await expect(page.getByText('最多 999,999')).toBeVisible()
  await expect(missing).toContainText('现在是：1391234；')
  await page.getByLabel('电话', { exact: true }).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('１３９１２３４０００２')
  await expect(missing).not.toContainText('电话应为')
  await expect(page.locator('.order-foot')).toContainText('草稿已保存')
  await page.reload()
  await page.keyboard.press('Alt+n')
  await expect(page.getByLabel('电话', { exact: true })).toHaveValue('13912340002')
  await expect(page.getByLabel('行驶里程')).toHaveValue('')
})

test('a plate is typed with a Chinese input method: what it shows on the way is left alone', async ({ station }) => {
  const page = await station.person('reception')
  const intake = intakeOn(page)
  await intake.open()
  await intake.find('王小明', /新建/)
  await expect(page.getByLabel('电话', { exact: true })).toBeFocused()
  const plate = page.getByLabel('车牌', { exact: true })
  await plate.focus()
  const keyboard = await page.context().newCDPSession(page)
  for (const text of ['s', 'su'])
    await keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await expect(plate).toHaveValue('su')
  await keyboard.send('Input.insertText', { text: '苏' })
  await page.keyboard.type('m123ab')
  await expect(plate).toHaveValue('苏M123AB')
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
  const { id, one, other } = await openedTwice(station, [
    ['technician', 0],
    ['technician', 1],
  ])
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
  const { id, one, other } = await openedTwice(station, [
    ['technician', 0],
    ['technician', 1],
  ])
  const second = other.page
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
    const call = {
      callId: 'by-hand',
      name: 'workOrders.step',
      input: { id: order, revision: 1, event: 'start', reason: '', at: null, userSigned: null, billPaid: null, userOpinion: null },
    }
    return (
      await fetch('/api/call', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(call) })
    ).json()
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
  await answered(page)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('车型', { exact: true })).not.toBeFocused()
  await page.getByLabel('车架号', { exact: true }).focus()
  await page.keyboard.type(frames[1])
  await page.getByLabel('行驶里程').focus()
  await intake.tell({ mileage: '860', technician: personOf('technician').name, statement: '怠速不稳' })
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveURL(/work-orders\/\d+$/)
  await expect(page.locator('.step[data-at=now]')).toHaveText(/报修|待修/)
})

test('an attachment is removed only after a question', async ({ station }) => {
  const { id, no } = await station.given.anOrder()
  const page = await station.person('reception')
  const order = orderOn(page)
  await order.open(no)
  const files = order.section('附件')
  await files
    .locator('input[type=file]')
    .setInputFiles({ name: '报告.pdf', mimeType: 'application/pdf', buffer: Buffer.from('stands for a report') })
  const file = files.getByRole('button', { name: /报告\.pdf/ })
  await file.focus()
  await order.keys.press('Delete')
  await expect(page.getByRole('dialog')).toContainText('不能恢复')
  await order.closeDialog()
  await file.focus()
  await order.keys.press('Delete')
  await expect(page.getByRole('dialog')).toBeVisible()
  await order.keys.press('Ctrl+Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(file).toHaveCount(0)
  expect(await station.api.attachments.list({ workOrderId: id })).toEqual([])
})

test('the customer pays: offered to whom every line of the bill is open', async ({ station }) => {
  const { no } = await station.given.anOrder({ content: { mileage: 98_000 } })
  const toPaid = async (role: 'technician' | 'partsKeeper' | 'reception') => {
    const order = orderOn(await station.person(role))
    await order.open(no)
    await expect(order.section('三包判定')).toContainText('三包外')
    return order.section('三包判定').getByRole('button', { name: '改为收费' })
  }
  await expect(await toPaid('partsKeeper')).toHaveCount(0)
  await expect(await toPaid('reception')).toHaveCount(0)
  await expect(await toPaid('technician')).toBeVisible()
})

test('the fault code says how the main part failed where nothing was chosen yet', async ({ station }) => {
  const { id, no } = await station.given.anOrder({ content: { partLines: [station.given.aPartLine({ faultMode: null })] } })
  const [fault] = await station.api.catalogue.faultCodes({ text: 'GZ050102', manufacturerId: null, limit: 1 })
  const page = await station.person('technician')
  const order = orderOn(page)
  await order.open(no)
  await order.field('故障代码').focus()
  await order.take('GZ050102', /雨天断火/)
  await expect(page.getByRole('combobox', { name: '责任' })).toBeFocused()
  await order.keys.press('Ctrl+s')
  await expect(order.foot).toContainText('已全部保存')
  await expect.poll(async () => (await station.api.workOrders.get({ id })).partLines[0]?.faultMode).toBe(fault?.mode)
})
