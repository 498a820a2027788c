import { readFileSync } from 'node:fs'
import { localDate } from '#domain/dates'
import { fen } from '#domain/money'
import { customer } from '#tests/domain/import-files'
import { filledTemplate } from '#tests/support/filled-template'
import { cell, openList } from './pages/record-grid.ts'
import { expect, test } from './station.ts'

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

test('customers come in by the template: fetched, looked at, taken in one go, and never twice', async ({ station }) => {
  const page = await station.person('claimClerk')
  const count = async () => (await station.api.customers.list({ offset: 0, limit: 1, sort: [], text: '', filter: { kind: null } })).total
  await page.goto(`${new URL(page.url()).origin}/#/import`)
  await expect(page.getByRole('button', { name: /下载模板/ })).toBeEnabled()
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+d')])
  const book = {
    name: '客户.xlsx',
    mimeType: workbook,
    buffer: await filledTemplate(new Uint8Array(readFileSync(await download.path())), [customer]),
  }
  const choose = () => page.locator('input[type=file]').setInputFiles(book)
  await choose()
  await expect(page.locator('[data-fact=accepted] dd')).toHaveText('1')
  expect(await count()).toBe(0)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/导入完成：新增 [12]/)).toBeVisible()
  expect(await count()).toBe(1)
  await choose()
  await expect(page.locator('[data-fact=unchanged] dd')).toHaveText('1')
  await expect(page.getByText('文件里的内容都已在册，没有要写入的。')).toBeVisible()
  await expect(page.getByRole('button', { name: /^导入 0 行/ })).toBeDisabled()
  expect(await count()).toBe(1)
})

test('a labour list with a bad row: seen with its place and remedy, mended, taken; what is on file already is an update', async ({
  station,
}) => {
  const page = await station.person('claimClerk')
  await openList(page, 'labour', '工时')
  const known = await cell(page, 'code').innerText()
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await expect(page.getByRole('button', { name: /^下载模板/ })).toBeVisible()
  await expect(page.getByRole('radio', { name: '工时' })).toBeChecked()
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+d')])
  const template = new Uint8Array(readFileSync(await download.path()))
  const choose = async (...rows: Parameters<typeof filledTemplate>[1]) =>
    page.locator('input[type=file]').setInputFiles({ name: '工时.xlsx', mimeType: workbook, buffer: await filledTemplate(template, rows) })
  const [update, bad] = [
    { 工时代码: known, 维修项目: '导入改的名', 工时: 1.5 },
    { 工时代码: 'N0101', 维修项目: '调整怠速', 工时: '半小时' },
  ]
  await choose(update, bad)
  const findings = page.getByRole('table', { name: '不能导入' })
  await expect(findings).toContainText('半小时')
  await expect(findings).toContainText('写成小时数，最多两位小数，如 1.5')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('radio', { name: '工时' })).toBeChecked()
  await choose(update, { ...bad, 工时: 0.5 })
  await expect(page.getByText('新增 1 · 更新 1')).toBeVisible()
  // the address asks for another list: the file that was looked at is not for it
  await page.evaluate(() => {
    window.location.hash = '/import?kind=models'
  })
  await expect(page.getByRole('radio', { name: '车型' })).toBeChecked()
  await expect(page.getByText('把 .xlsx 工作簿拖到这里')).toBeVisible()
  await page.getByText('工时', { exact: true }).click()
  await expect(page).toHaveURL(/import\?kind=labour/)
  await choose(update, { ...bad, 工时: 0.5, 系统: '供油' })
  await expect(page.getByText('新增 1 · 更新 1')).toBeVisible()
  // 系统 is filled in the later row only, and still stands where the workbook has it
  await expect(page.getByRole('table', { name: '将要写入' }).getByRole('columnheader')).toHaveText([
    '行',
    '结果',
    '工时代码',
    '维修项目',
    '工时',
    '系统',
    '厂方代码',
  ])
  await expect(page.getByRole('row', { name: new RegExp(known) })).toContainText('→ 导入改的名')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('导入完成：新增 1，更新 1，没有变化 0。')).toBeVisible()
  await page.getByRole('button', { name: '去看' }).click()
  await expect(page).toHaveURL(/catalogue\?view=labour/)
  const { rows } = await station.api.catalogue.listLabour({ offset: 0, limit: 5, sort: [], text: 'N0101', filter: { activeOnly: true } })
  expect(rows.map(({ code, name, hours }) => [code, name, hours])).toEqual([['N0101', '调整怠速', 50]])
})

test('what every list of 资料 exports is imported again without a change', async ({ station }) => {
  const { catalogue } = station.as('chief')
  const [part] = await catalogue.parts({ text: '', manufacturerId: null, limit: 1 })
  await catalogue.savePrice({
    id: null,
    revision: 0,
    partId: part?.id ?? 0,
    validFrom: localDate('2027-01-01'),
    validTo: null,
    priceFen: fen(1234),
    retailPriceFen: null,
    source: '价格〔2027〕1 号',
  })
  const { id: outletId } = await catalogue.saveOutlet({
    id: null,
    revision: 0,
    code: 'W01',
    name: '城南服务点',
    contact: '',
    phone: '0523-86201188',
    address: '',
    active: true,
  })
  await catalogue.saveTechnician({
    id: null,
    revision: 0,
    code: 'j77',
    name: '林涛',
    grade: '',
    teamName: '一组',
    certNo: 'SG-7',
    certExpiresOn: localDate('2028-01-31'),
    phone: '',
    outletId,
    active: true,
  })
  const page = await station.person('chief')
  const lists = {
    parts: '零件',
    prices: '价格表',
    labour: '工时',
    faults: '故障代码',
    models: '车型',
    technicians: '技师',
    outlets: '网点',
    holidays: '节假日',
  }
  for (const [list, name] of Object.entries(lists)) {
    await openList(page, list, name)
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+Shift+E')])
    await page.getByRole('button', { name: '导入', exact: true }).click()
    await expect(page.getByRole('radio', { name, exact: true })).toBeChecked()
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: `${name}.xlsx`, mimeType: workbook, buffer: readFileSync(await download.path()) })
    await expect(page.getByText('文件里的内容都已在册，没有要写入的。')).toBeVisible()
    await expect(page.locator('[data-fact=warnings] dd')).toHaveText('0')
    expect(Number((await page.locator('[data-fact=unchanged] dd').innerText()).replace(',', ''))).toBeGreaterThan(0)
  }
})
