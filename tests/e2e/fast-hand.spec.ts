import type { Page } from '@playwright/test'
import { aCustomer, frames, takeStep } from '#tests/support/builders'
import { aBuiltBatch, aDeliveredOrder } from '#tests/support/chain'
import { borrowings } from '../handlers/borrowing-stories.ts'
import { aFinishedOrder, piecesOf } from '../handlers/old-part-stories.ts'
import { heldBack } from './pages/held.ts'
import { keysOf } from './pages/keys.ts'
import { orderOn } from './pages/order.ts'
import { paperOn } from './pages/paper.ts'
import { cell, openList, put } from './pages/record-grid.ts'
import { expect, test } from './station.ts'

const opens = (page: Page, place: string) => page.goto(`${new URL(page.url()).origin}/#/${place}`)

test('征得同意 right behind Ctrl+S is taken, though the request as saved is still on its way', async ({ station }) => {
  const { id } = await borrowings(station, station.given).aBorrowing()
  const page = await station.person('partsKeeper')
  const { press, type } = keysOf(page)
  await opens(page, `requests/${id}`)
  await expect(page.locator('.step[data-at=now]')).toHaveText('草稿')
  const arrives = await heldBack(page, 'partsRequests.get')
  await page.getByLabel('收货人', { exact: true }).fill('周师傅')
  await press('Ctrl+s')
  await expect.poll(async () => (await station.api.partsRequests.get({ id })).receiver).toBe('周师傅')
  await expect(page.getByRole('button', { name: /^保存/ })).toBeDisabled()
  await press('Ctrl+Enter')
  await expect(page.getByLabel('同意人').last()).toBeFocused()
  await type('马科长')
  await press('Ctrl+Enter')
  await expect.poll(async () => (await station.api.partsRequests.get({ id })).status).toBe('agreed')
  arrives()
  await expect(page.locator('.step[data-at=now]')).toHaveText('已征得同意')
})

test('封批 right behind 移出 is taken, though the batch without that claim is still on its way', async ({ station }) => {
  test.setTimeout(90_000)
  for (const [at, name] of ['李建华', '王喆', '陈钢'].entries())
    await aDeliveredOrder(station, {
      customer: { name, phone: `1390000000${at}` },
      unit: { frameNo: frames[at] ?? '', plateNo: `苏M1111${at}`, engineNo: `E-${at}` },
    })
  const { id } = await aBuiltBatch(station, station.today().slice(0, 7))
  const page = await station.person('claimClerk')
  const { press } = keysOf(page)
  await opens(page, `batches/${id}`)
  const removes = page.getByRole('table', { name: '本批索赔单' }).getByRole('button', { name: /移出批次$/ })
  await expect(removes).toHaveCount(3)
  const arrives = await heldBack(page, 'batches.get')
  const countOnFile = async () => (await station.api.batches.get({ id })).claims.length
  for (const left of [2, 1]) {
    await removes.nth(left).focus()
    await press('Enter')
    await expect.poll(countOnFile).toBe(left)
  }
  await press('Ctrl+Enter')
  await expect.poll(async () => (await station.api.batches.get({ id })).status).toBe('sealed')
  arrives()
  await expect(page.locator('.step[data-at=now]')).toHaveText('已封批')
})

test('过户 and 换表 right behind each other and a save are taken, though the vehicle is still on its way', async ({ station }) => {
  const { api, given } = station
  const owner = await api.customers.save({ ...aCustomer(), id: null, revision: 0 })
  const { id } = await api.customers.saveUnit({ ...given.aUnit(), ownerId: owner.id, id: null, revision: 0 })
  const other = await api.customers.save({ ...aCustomer({ name: '赵伟', phone: '13900000001' }), id: null, revision: 0 })
  const unit = () => api.customers.getUnit({ id })
  const page = await station.person('reception')
  const { press, type } = keysOf(page)
  const dialog = page.getByRole('dialog')
  await opens(page, `units/${id}`)
  await expect(page.getByRole('list', { name: '经过' })).toContainText('首任车主')
  const arrives = await heldBack(page, 'customers.getUnit')
  await page.getByLabel('颜色').fill('银')
  await press('Ctrl+s')
  await expect.poll(async () => (await unit()).color).toBe('银')
  await press('Ctrl+o')
  await expect(page.getByLabel('新车主')).toBeFocused()
  await type('zw')
  await expect(page.getByRole('option', { name: /赵伟/ })).toBeVisible()
  await press('Enter', 'Ctrl+Enter')
  await expect.poll(async () => (await unit()).ownerId).toBe(other.id)
  await expect(dialog).toHaveCount(0)
  await press('Ctrl+m')
  await dialog.getByLabel('旧表读数').fill('3250')
  await dialog.getByLabel('原因').fill('仪表进水更换')
  await press('Ctrl+Enter')
  await expect.poll(async () => (await unit()).mileageOffset).toBe(3250)
  await expect(dialog).toHaveCount(0)
  await page.getByLabel('颜色').fill('红')
  await press('Ctrl+s')
  await expect.poll(async () => (await unit()).color).toBe('红')
  arrives()
  await expect(page.getByRole('list', { name: '经过' })).toContainText('过户给 赵伟')
  expect(await unit()).toMatchObject({ ownerId: other.id, mileageOffset: 3250 })
})

test('a form’s words saved twice in a row are both kept, though the first are still on their way', async ({ station }) => {
  const page = await station.person('chief')
  const { press, type } = keysOf(page)
  await opens(page, 'forms/F16/words')
  await paperOn(page).isDrawn()
  const [maker] = await station.api.catalogue.manufacturers({})
  const onFile = async () => (await station.api.forms.words({ manufacturerId: maker!.id, form: 'F16' })).said.title
  const title = page.getByRole('textbox', { name: '标题第 1 行' })
  const arrives = await heldBack(page, 'forms.words')
  for (const words of ['保修凭证', '保修作业单']) {
    await title.focus()
    await press('Ctrl+a')
    await type(words)
    await press('Ctrl+s')
    await expect.poll(onFile).toEqual([words])
  }
  arrives()
  await expect(page.getByRole('button', { name: /^保存/ })).toBeDisabled()
  await expect(title).toHaveValue('保修作业单')
})

test('a manufacturer’s sheet saved twice in a row is two versions, though the first is still on its way', async ({ station }) => {
  const page = await station.person('chief')
  const { press } = keysOf(page)
  await opens(page, 'forms/A14/sheet')
  await expect(page.getByText('还没有保存')).toBeVisible()
  const [maker] = await station.api.catalogue.manufacturers({})
  const onFile = async () => (await station.api.makerSheets.get({ manufacturerId: maker!.id })).sheet?.fields.length ?? 0
  const arrives = await heldBack(page, 'makerSheets.get')
  for (const count of [1, 2]) {
    await press('Alt+n')
    await expect(page.locator('.sheet-field')).toHaveCount(count)
    await press('Ctrl+s')
    await expect.poll(onFile).toBe(count)
  }
  arrives()
  await expect(page.getByText(/第 2 版 · 王振华/)).toBeVisible()
  await expect(page.locator('.sheet-field')).toHaveCount(2)
})

test('what is typed right behind 接车 is saved and leaves what the step wrote, though the order is still on its way', async ({
  station,
}) => {
  const { id, no } = await station.given.anOrder({ arrive: false, content: { receivedAt: null } })
  await takeStep(station.as('reception'), id, 'handOver')
  const page = await station.person('reception')
  const order = orderOn(page)
  const onFile = () => station.api.workOrders.get({ id })
  await order.open(no)
  await order.field('备注').focus()
  const arrives = await heldBack(page, 'workOrders.get', 'workOrders.step')
  await order.keys.press('Ctrl+Enter')
  await expect.poll(async () => (await onFile()).status).toBe('waiting')
  await order.keys.type('明早再试一次车')
  await order.keys.press('Ctrl+s')
  arrives()
  await expect.poll(async () => (await onFile()).note).toBe('明早再试一次车')
  await expect(order.foot).toContainText('已全部保存')
  expect((await onFile()).receivedAt).toBe(station.now())
})

test('封批 right behind 选入 is taken, though the batch with that claim is still on its way', async ({ station }) => {
  test.setTimeout(90_000)
  const claimIds: number[] = []
  for (const [at, name] of ['李建华', '王喆'].entries()) {
    const { claimId } = await aDeliveredOrder(station, {
      customer: { name, phone: `1390000000${at}` },
      unit: { frameNo: frames[at] ?? '', plateNo: `苏M1111${at}`, engineNo: `E-${at}` },
    })
    claimIds.push(claimId)
  }
  const { manufacturerId } = station.given
  const period = station.today().slice(0, 7)
  const built = await station.as('claimClerk').batches.build({ manufacturerId, period, claimIds: claimIds.slice(0, 1) })
  const id = built.id ?? 0
  const page = await station.person('claimClerk')
  const { press } = keysOf(page)
  await opens(page, `batches/${id}`)
  await expect(page.getByRole('button', { name: /^选入/ })).toBeVisible()
  const arrives = await heldBack(page, 'batches.get')
  await press('Ctrl+b')
  await expect.poll(async () => (await station.api.batches.get({ id })).claims.length).toBe(2)
  await expect(page.getByRole('button', { name: /^选入/ })).toHaveCount(0)
  await press('Ctrl+Enter')
  await expect.poll(async () => (await station.api.batches.get({ id })).status).toBe('sealed')
  arrives()
  await expect(page.locator('.step[data-at=now]')).toHaveText('已封批')
})

test('作废 right behind 完整 of a claim is taken, though the claim as completed is still on its way', async ({ station }) => {
  const { claimId } = await aDeliveredOrder(station)
  const onFile = async () => (await station.api.claims.get({ id: claimId })).status
  const page = await station.person('chief')
  const { press, type } = keysOf(page)
  await opens(page, `claims/${claimId}`)
  const complete = page.getByRole('button', { name: /^检查并转待提交/ })
  await expect(complete).toBeVisible()
  const arrives = await heldBack(page, 'claims.get')
  await press('Ctrl+Enter')
  await expect.poll(onFile).toBe('ready')
  await page.getByRole('button', { name: /^作废/ }).focus()
  await press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await type('用户自费')
  await press('Ctrl+Enter')
  await expect.poll(onFile).toBe('voided')
  arrives()
  await expect(complete).toHaveCount(0)
})

test('a piece described right behind 入库 is saved and keeps its shelf, though the piece as taken in is still on its way', async ({
  station,
}) => {
  const [id = 0] = await piecesOf(station.api, await aFinishedOrder(station, station.given))
  const onFile = () => station.api.returnedParts.get({ id })
  const page = await station.person('partsKeeper')
  const { press, type } = keysOf(page)
  await opens(page, `old-parts?view=all&part=${id}`)
  const described = page.getByRole('complementary').getByLabel('故障描述')
  await expect(described).toBeVisible()
  await expect(page.locator('.ag-cell-focus')).toBeVisible()
  const arrives = await heldBack(page, 'returnedParts.get')
  await press('F2')
  await expect(page.getByRole('dialog')).toBeVisible()
  await type('B-07')
  await press('Ctrl+Enter')
  await expect.poll(async () => (await onFile()).status).toBe('collected')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await described.fill('接缝处渗油')
  await press('Ctrl+s')
  arrives()
  await expect.poll(async () => (await onFile()).faultDesc).toBe('接缝处渗油')
  expect(await onFile()).toMatchObject({ storageBin: 'B-07', status: 'collected' })
  await expect(page.getByRole('complementary').getByLabel('库位')).toHaveValue('B-07')
})

test('a row edited right behind 停用 of chosen rows is saved and stays retired, though the list is still on its way', async ({
  station,
}) => {
  const page = await station.person('chief')
  const { press } = keysOf(page)
  await openList(page, 'labour&retired=shown', '工时')
  const code = await cell(page, 'code').innerText()
  const onFile = async () => {
    const question = { offset: 0, limit: 5, sort: [], text: code, filter: { activeOnly: false } }
    return (await station.api.catalogue.listLabour(question)).rows.find((row) => row.code === code)
  }
  const hours = (await onFile())?.hours
  await expect(cell(page, 'code')).toBeFocused()
  await press('Space')
  const foot = page.locator('.grid-foot')
  await expect(foot).toContainText('已选 1')
  const arrives = await heldBack(page, 'catalogue.listLabour')
  await foot.getByRole('button', { name: '停用 1 条' }).click()
  await expect(foot).toContainText('已停用 1 条')
  await cell(page, 'hours').click()
  await put(page, 'hours', 0, '2.5')
  await press('Ctrl+Enter')
  await expect.poll(onFile).toMatchObject({ hours: 250, active: false })
  await foot.getByRole('button', { name: '撤销' }).click()
  await expect(foot).toContainText('已恢复 1 条')
  await press('Ctrl+z')
  await expect.poll(onFile).toMatchObject({ hours, active: true })
  arrives()
  await expect(cell(page, 'active')).toHaveText('在用')
})
