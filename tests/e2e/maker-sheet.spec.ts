import { plainLook } from '#domain/paper-stock'
import { readPdf } from '#tests/forms/reading'
import { aDeliveredOrder } from '#tests/support/chain'
import { keysOf } from './pages/keys.ts'
import { paperOn } from './pages/paper.ts'
import { expect, test } from './station.ts'

test('a manufacturer’s own sheet: a page of its PDF is laid under, two fields are placed by keyboard, and an order is issued on it', async ({
  station,
}) => {
  const { id: orderId, no } = await aDeliveredOrder(station)
  const { customer, manufacturerId } = await station.api.workOrders.get({ id: orderId })
  const factory = await station.api.forms.sample({ form: 'F13', manufacturerId })
  const page = await station.person('chief')
  const { press, type } = keysOf(page)
  await page.goto(`${new URL(page.url()).origin}/#/forms/A14`)
  await page.getByRole('button', { name: '底图与栏位' }).click()

  const pick = page.locator('input[type=file]')
  await pick.setInputFiles({ name: '坏的.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 nothing more') })
  await expect(page.getByRole('alert').filter({ hasText: '打不开' })).toBeVisible()
  await pick.setInputFiles({
    name: '厂方退换机.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(station.host.produced(factory.fileId)?.bytes ?? []),
  })
  await expect(page.getByLabel('用哪一页（共 3 页）')).toBeVisible()
  await expect(page.getByRole('img', { name: '底图' })).toBeVisible()

  const fields = page.locator('.sheet-field')
  await press('Alt+n')
  await expect(fields.filter({ hasText: '用户姓名' })).toBeFocused()
  await press('ArrowRight', 'ArrowRight', 'ArrowDown', 'Shift+ArrowLeft')
  await press('Alt+n')
  await expect(fields.filter({ hasText: '用户电话' })).toBeFocused()
  await press('Enter')
  await expect(page.getByRole('combobox', { name: '印什么' })).toBeFocused()
  await type('每次填写')
  await press('Enter')
  await expect(fields.filter({ hasText: '每次填写' })).toHaveCount(1)
  await page.getByLabel('填写时叫什么').focus()
  await type('经销商意见')
  await expect(fields.filter({ hasText: '经销商意见' })).toHaveCount(1)
  await fields.filter({ hasText: '经销商意见' }).focus()
  await press('ArrowDown', 'ArrowDown', 'Ctrl+z')
  await press('Ctrl+p')
  await paperOn(page).isDrawn()
  await press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await press('Ctrl+s')
  await expect(page.getByText(/第 1 版 · 王振华/)).toBeVisible()

  await press('Escape')
  await page.getByLabel('从工单开始').focus()
  await type(no)
  await press('Enter')
  await expect(page.getByLabel('用户姓名')).not.toHaveValue('')
  await page.getByLabel('经销商意见').fill('同意换车')
  await press('Ctrl+Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.locator('.pdf-page')).toHaveCount(2)
  await press('Escape')
  await expect(page.getByText(/已开具为 SD0731-A14-202611-0001/)).toBeVisible()

  // the next version has a field more; the first is looked at and taken again
  await page.goto(`${new URL(page.url()).origin}/#/forms/A14/sheet`)
  await expect(fields).toHaveCount(2)
  await press('Alt+n')
  await expect(fields).toHaveCount(3)
  await press('Ctrl+s')
  await expect(page.getByText(/第 2 版 · 王振华/)).toBeVisible()
  await page.getByRole('button', { name: '各版' }).focus()
  await press('Enter')
  const versions = dialog.getByRole('table', { name: '各版' })
  await expect(versions.locator('tbody tr')).toHaveText([/^2.*3$/, /^1.*2$/])
  await expect(versions.locator('tbody tr').first()).toBeFocused()
  await press('ArrowDown')
  await expect(dialog.getByRole('button', { name: '取用第 1 版' })).toBeEnabled()
  await paperOn(page).isDrawn()
  await press('Ctrl+Enter')
  await expect(dialog).toHaveCount(0)
  await expect(fields).toHaveCount(2)
  await press('Ctrl+s')
  await expect(page.getByText(/第 3 版 · 王振华/)).toBeVisible()

  const [issued] = await station.api.forms.list({ form: 'A14' })
  const { fileId } = await station.api.papers.preview({ ids: [issued?.paperId ?? 0], options: plainLook })
  const [sheet] = await readPdf(station.host.produced(fileId)?.bytes ?? new Uint8Array())
  const at = (words: string) => sheet?.texts.filter(({ text }) => text === words).map(({ x }) => Math.round(x * 10) / 10)
  expect([at(customer.name), at('同意换车')]).toEqual([[21.9], [21.9]])
})

test('fields being placed outlive a version saved on another seat: it is told, and kept they are the version after it', async ({
  station,
}) => {
  const { id: orderId } = await aDeliveredOrder(station)
  const { manufacturerId } = await station.api.workOrders.get({ id: orderId })
  const page = await station.person('chief')
  const { press } = keysOf(page)
  await page.goto(`${new URL(page.url()).origin}/#/forms/A14/sheet`)
  const fields = page.locator('.sheet-field')
  const told = page.getByRole('status').filter({ hasText: '别的席位' })
  const stored = () => station.api.makerSheets.get({ manufacturerId })
  await expect(page.getByText('还没有保存')).toBeVisible()
  await press('Alt+n')
  await expect(fields.first()).toBeFocused()
  await press('Ctrl+s')
  await expect(page.getByText(/第 1 版 · 王振华/)).toBeVisible()
  await expect(told).toHaveCount(0)
  await expect(fields.first()).toBeFocused()

  await press('Alt+n')
  await expect(fields).toHaveCount(2)
  const first = await stored()
  await station.api.makerSheets.save({ manufacturerId, version: first.version, sheet: { ...first.sheet!, width: 2000 } })
  await expect(told).toContainText('第 2 版')
  await expect(fields).toHaveCount(2)
  await page.getByRole('button', { name: '保留我的' }).focus()
  await press('Enter')
  await expect(told).toHaveCount(0)
  await press('Ctrl+s')
  await expect(page.getByText(/第 3 版 · 王振华/)).toBeVisible()
  expect((await stored()).sheet?.fields.length).toBe(2)

  // nothing changed here: what is saved there is shown
  const third = await stored()
  await station.api.makerSheets.save({
    manufacturerId,
    version: third.version,
    sheet: { ...third.sheet!, fields: third.sheet!.fields.slice(1) },
  })
  await expect(fields).toHaveCount(1)
  await expect(told).toHaveCount(0)
})
