import { aCustomer, frames } from '#tests/support/builders'
import { keysOf } from './pages/keys.ts'
import { expect, test, type Station } from './station.ts'

async function aVehicle({ api, given }: Station, changes: Partial<ReturnType<Station['given']['aUnit']>> = {}, name = '周明') {
  const owner = await api.customers.save({ ...aCustomer({ name, phone: '13811112222' }), id: null, revision: 0 })
  const unit = await api.customers.saveUnit({
    ...given.aUnit({ engineNo: '', legacyFrame: true, ...changes }),
    ownerId: owner.id,
    id: null,
    revision: 0,
  })
  return { ownerId: owner.id, unitId: unit.id }
}

test('a vehicle on file twice is found, compared field by field and merged by keyboard; nothing is lost', async ({ station }) => {
  const first = await aVehicle(station, { frameNo: 'OLD-A-778899', plateNo: '苏M12345' })
  const second = await aVehicle(station, { frameNo: 'OLD-B-778899', plateNo: '' })
  const { no } = await station.given.anOrder({ unit: { id: second.unitId }, customer: { phone: '13800001111' } })
  const page = await station.person('reception')
  const keys = keysOf(page)
  await page.goto(`${page.url().split('#')[0]}#/units/${first.unitId}`)
  await expect(page.getByText(/可能登记了两次/)).toBeVisible()
  await keys.press('Ctrl+Shift+G')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('工单 1')).toBeVisible()
  await expect(dialog).toContainText(no)
  await dialog.getByRole('radio', { name: '车架号 另一份' }).focus()
  await keys.press('Space')
  await expect(dialog.locator('[data-field="merge.frameNo"] td').last()).toHaveText('OLD-B-778899')
  await dialog.getByLabel('原因').focus()
  await keys.type('接车时重复登记')
  await keys.press('Ctrl+Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('list', { name: '经过' })).toContainText(no)
  await expect(page.getByRole('list', { name: '经过' })).toContainText('并入重复记录')
  const { api } = station
  const merged = await api.customers.getUnit({ id: first.unitId })
  expect({ id: merged.id, frameNo: merged.frameNo, plateNo: merged.plateNo, orders: merged.orders.map((order) => order.no) }).toEqual({
    id: second.unitId,
    frameNo: 'OLD-B-778899',
    plateNo: '苏M12345',
    orders: [no],
  })
})

test('过户 and 换表 by keyboard: history with dates, and the sum of the distance before it is saved', async ({ station }) => {
  const { unitId } = await aVehicle(station, { frameNo: 'OLD-C-000001' })
  await station.given.anOrder({ unit: { id: unitId }, customer: { phone: '13800001112' }, content: { mileage: 3200 } })
  await station.api.customers.save({ ...aCustomer({ name: '赵伟', phone: '13900000001' }), id: null, revision: 0 })
  const page = await station.person('reception')
  const keys = keysOf(page)
  await page.goto(`${page.url().split('#')[0]}#/units/${unitId}`)
  await expect(page.getByRole('list', { name: '经过' })).toContainText('首任车主')
  await keys.press('Ctrl+O')
  await expect(page.getByLabel('新车主')).toBeFocused()
  await keys.type('zw')
  await expect(page.getByRole('option', { name: /赵伟/ })).toBeVisible()
  await keys.press('Enter', 'Ctrl+Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('list', { name: '经过' })).toContainText('过户给 赵伟')
  await keys.press('Ctrl+M')
  await expect(page.getByLabel('旧表读数')).toBeFocused()
  await expect(page.getByText('还缺：原因')).toBeVisible()
  await keys.type('3250')
  await keys.press('Enter', 'Enter', 'Enter')
  await page.getByLabel('原因').focus()
  await keys.type('仪表进水更换')
  await expect(page.getByRole('dialog')).toContainText('换表补偿 ＝ 原补偿 0 ＋ 旧表 3,250 － 新表 0 ＝ 3,250 km')
  await keys.press('Ctrl+Enter')
  await expect(page.getByRole('list', { name: '经过' })).toContainText('3,250 km → 0 km')
  await expect(page.locator('#section-odometer')).toContainText('读数 0 ＋ 换表补偿 3,250 ＝ 3,250 km')
})

test('接车 from the page of a vehicle or a customer saves first what was typed there; what is wrong keeps one on the page', async ({
  station,
}) => {
  const { unitId, ownerId } = await aVehicle(station, { frameNo: frames[1], plateNo: '' })
  const page = await station.person('reception')
  const { press, type } = keysOf(page)
  const open = (place: string) => page.goto(`${page.url().split('#')[0]}#${place}`)
  await open(`/units/${unitId}`)
  const frame = page.getByLabel('车架号', { exact: true })
  await expect(frame).toHaveValue(frames[1])
  await frame.fill('OLD-G-000005')
  await press('Ctrl+Enter')
  await expect(page.getByRole('alert').filter({ hasText: '应为 17 位' })).toBeVisible()
  await frame.fill(frames[1])
  await page.getByLabel('车牌', { exact: true }).focus()
  await type('苏M55555')
  await press('Ctrl+Enter')
  await expect(page).toHaveURL(new RegExp(`new\\?unit=${unitId}`))
  await expect.poll(async () => (await station.api.customers.getUnit({ id: unitId })).plateNo).toBe('苏M55555')
  await open(`/customers/${ownerId}`)
  const phone = page.getByLabel('电话', { exact: true })
  await expect(phone).toHaveValue('13811112222')
  await phone.fill('13811113333')
  await press('Ctrl+Enter')
  await expect(page).toHaveURL(new RegExp(`new\\?customer=${ownerId}`))
  expect((await station.api.customers.get({ id: ownerId })).phone).toBe('13811113333')
})

test('过户 to somebody not on file: entered on the spot from what was searched for; Esc leads back to the search as it stood', async ({
  station,
}) => {
  const { unitId } = await aVehicle(station, { frameNo: 'OLD-F-000004' })
  const page = await station.person('reception')
  const { press, type } = keysOf(page)
  await page.goto(`${page.url().split('#')[0]}#/units/${unitId}`)
  await expect(page.getByRole('list', { name: '经过' })).toContainText('首任车主')
  await press('Ctrl+O')
  const change = page.getByRole('dialog', { name: /^过户/ })
  const owner = change.getByLabel('新车主')
  await expect(owner).toBeFocused()
  await expect(change.getByText('还缺：新车主')).toBeVisible()
  await type('郑小凤 139 0000 0002')
  await expect(page.getByRole('option', { name: /^新客户「郑小凤 139 0000 0002」/ })).toBeVisible()
  await press('Enter')
  const entry = page.getByRole('dialog', { name: '新客户' })
  await expect(entry.getByLabel('姓名或单位')).toBeFocused()
  await expect(entry.getByLabel('姓名或单位')).toHaveValue('郑小凤')
  await expect(entry.getByLabel('电话', { exact: true })).toHaveValue('13900000002')
  await press('Enter', 'Enter')
  await expect(entry.getByLabel('地址')).toBeFocused()
  await type('东路1号')
  await press('Escape')
  await expect(entry).toHaveCount(0)
  await expect(owner).toBeFocused()
  await expect(owner).toHaveValue('郑小凤 139 0000 0002')
  await press('Alt+N')
  await expect(entry.getByLabel('地址')).toHaveValue('东路1号')
  await press('Ctrl+Enter')
  await expect(entry).toHaveCount(0)
  await expect(owner).toBeFocused()
  await expect(owner).toHaveValue('郑小凤 139 0000 0002')
  await press('Ctrl+Enter')
  await expect(change).toHaveCount(0)
  await expect(page.getByRole('list', { name: '经过' })).toContainText('过户给 郑小凤')
  const { ownerId } = await station.api.customers.getUnit({ id: unitId })
  const { name, phone, address } = await station.api.customers.get({ id: ownerId })
  expect({ name, phone, address }).toEqual({ name: '郑小凤', phone: '13900000002', address: '东路1号' })
})

test('what is typed while a save is under way is neither lost nor taken for saved', async ({ station }) => {
  const { ownerId } = await aVehicle(station, { frameNo: 'OLD-E-000003' }, '孙三')
  const page = await station.person('reception')
  const { press, type } = keysOf(page)
  const [address, note] = [page.getByLabel('地址'), page.getByLabel('备注')]
  await page.goto(`${page.url().split('#')[0]}#/customers/${ownerId}`)
  let answer = () => {}
  const answered = new Promise<void>((resolve) => {
    answer = resolve
  })
  let sent = () => {}
  const underWay = new Promise<void>((resolve) => {
    sent = resolve
  })
  await page.route('**/api/call', async (route) => {
    if (route.request().postDataJSON()?.name === 'customers.save') {
      sent()
      await answered
    }
    await route.continue()
  })
  await address.fill('东路1号')
  await press('Ctrl+S')
  await underWay
  await note.focus()
  await type('要开票')
  answer()
  await expect.poll(async () => (await station.api.customers.get({ id: ownerId })).address).toBe('东路1号')
  const save = page.getByRole('button', { name: /^保存/ })
  await expect(save).toBeEnabled()
  await expect(note).toHaveValue('要开票')
  await press('Ctrl+S')
  await expect.poll(async () => (await station.api.customers.get({ id: ownerId })).note).toBe('要开票')
  await expect(address).toHaveValue('东路1号')
})

test('two seats edit one customer: different fields are both kept, the same field is asked about', async ({ station }) => {
  const { ownerId } = await aVehicle(station, { frameNo: 'OLD-D-000002' }, '钱二')
  const [one, other] = [await station.person('reception'), await station.person('chief')]
  for (const page of [one, other]) await page.goto(`${page.url().split('#')[0]}#/customers/${ownerId}`)
  await other.getByLabel('备注').fill('要开票')
  await one.getByLabel('地址').fill('东路1号')
  await keysOf(one).press('Ctrl+S')
  await expect(other.getByLabel('地址')).toHaveValue('东路1号')
  await keysOf(other).press('Ctrl+S')
  await expect(one.getByLabel('备注')).toHaveValue('要开票')
  await other.getByLabel('地址').fill('西路2号')
  await one.getByLabel('地址').fill('南路3号')
  await keysOf(one).press('Ctrl+S')
  await expect(other.getByText('这份资料刚被别的席位改过')).toBeVisible()
  await other.getByRole('button', { name: '保留我填的' }).click()
  await keysOf(other).press('Ctrl+S')
  await expect.poll(async () => (await station.api.customers.get({ id: ownerId })).address).toBe('西路2号')
})
