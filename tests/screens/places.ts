import type { Page } from '@playwright/test'
import type { Api } from '#contract/index'
import { customer } from '#tests/domain/import-files'
import { filledTemplate, type TemplateRow } from '#tests/support/filled-template'
import { dialog, drawn, firstRow, opened, rowsIn, verdict } from './acts.ts'
import { until, type Served } from './demo.ts'
import { dialogsOf } from './dialogs.ts'
import type { OrderRow, Place } from './place.ts'

const all = { offset: 0, limit: 50, text: '' } as const
/** A manufacturer's own sheet in two versions, the second with a field more. */
async function aMakerSheet(api: Api): Promise<void> {
  const manufacturerId = (await api.catalogue.manufacturers({}))[0]?.id ?? 0
  const fields = (['customerName', 'customerPhone', 'frameNo', 'model'] as const).map((source, nth) => ({ id: `f${nth + 1}`, source, words: '', x: 300, y: 400 + 120 * nth, width: 700, height: 80, size: 11, align: 'left' as const }))
  for (const version of [0, 1]) await api.makerSheets.save({ manufacturerId, version, sheet: { width: 2100, height: 1485, background: null, fields: fields.slice(0, 3 + version) } })
}

/** Every screen with something worth seeing on it, found in this very station. */
export async function placesOf(demo: Served): Promise<readonly Place[]> {
  const { api } = demo
  const { rows: orders } = await api.workOrders.list({ ...all, sort: [{ column: 'receivedAt', direction: 'desc' }], filter: { statuses: [], nature: null, technicianId: null, view: 'all' } })
  const inWork = await tellingOrder(api, orders) ?? orders[0]
  const delivered = ['delivered', 'calledBack', 'closed'].flatMap((wanted) => orders.filter(({ status, voucherNo }) => status === wanted && voucherNo !== ''))[0]
  const { rows: requests } = await api.partsRequests.list({ ...all, sort: [], filter: { statuses: [], openOnly: false } })
  const { rows: batches } = await api.batches.list({ ...all, sort: [{ column: 'no', direction: 'desc' }], filter: { statuses: [], manufacturerId: null } })
  const { rows: claims } = await api.claims.list({ ...all, sort: [{ column: 'finishedAt', direction: 'desc' }], filter: { statuses: [], manufacturerId: null, period: null, batchId: null } })
  const { rows: manifests } = await api.manifests.list({ ...all, sort: [{ column: 'createdAt', direction: 'desc' }], filter: { statuses: [], manufacturerId: null } })
  const { rows: papers } = await api.papers.list({ ...all, sort: [{ column: 'issuedAt', direction: 'desc' }], filter: { form: 'F16', status: 'issued', period: null } })
  const packing = manifests.find(({ status }) => status === 'draft') ?? await aPackedBox(api)
  await aMakerSheet(api)
  const { unit, customer: owner } = await api.workOrders.get({ id: delivered?.id ?? 0 })
  const twinId = await aDouble(api, owner)
  const blanks = await someBlanks(api)
  const of = (record: { readonly id: number } | undefined) => record?.id ?? 0
  return [
    ...homes, ...settings, ...catalogues,
    { name: 'work-orders', path: '/work-orders', ready: rowsIn },
    { name: 'work-order', path: `/work-orders/${of(inWork)}`, ready: verdict },
    { name: 'work-order-foot', path: `/work-orders/${of(inWork)}`, ready: verdict, act: (page) => page.locator('#section-files, #section-attachments, #section-history').last().scrollIntoViewIfNeeded() },
    { name: 'work-order-delivered', path: `/work-orders/${of(delivered)}`, ready: verdict },
    // what was begun in an earlier walk is put back as a draft: it goes, and the search stands there again
    { name: 'intake', path: '/work-orders/new', ready: '[data-field=search], #section-subject', act: startedOver },
    { name: 'intake-found', path: `/work-orders/new?unit=${unit.id}`, ready: '#section-subject' },
    { name: 'requests', path: '/requests', ready: 'main.page .grid' },
    { name: 'request', path: `/requests/${of(requests[0])}`, ready: '.step-bar' },
    { name: 'old-parts', path: '/old-parts?view=all', ready: rowsIn },
    { name: 'labels', path: '/old-parts?view=toLabel', ready: 'main.page .grid' },
    { name: 'manifests', path: '/old-parts?view=manifests', ready: rowsIn },
    { name: 'packing', path: `/manifests/${of(packing)}`, ready: '.bench' },
    { name: 'packing-print', path: `/manifests/${of(packing)}`, ready: '.bench', act: (page) => opened(page, 'Control+p', drawn) },
    { name: 'manifest', path: `/manifests/${of(manifests.find(({ status }) => status !== 'draft'))}`, ready: '.step-bar' },
    { name: 'claims', path: '/claims', ready: `.claims-column ${rowsIn}` },
    { name: 'claims-build', path: '/claims?view=ready', ready: '.claims-column', act: (page) => opened(page, 'Control+b', dialog) },
    { name: 'claim', path: `/claims/${of(claims[0])}`, ready: '.claim-left' },
    { name: 'batch', path: `/batches/${of(batches[0])}`, ready: drawn },
    { name: 'customers', path: '/customers', ready: rowsIn },
    { name: 'units', path: '/customers?view=units', ready: rowsIn },
    { name: 'doubles', path: '/customers?view=doubles', ready: '#section-doubles-customer tbody tr' },
    { name: 'merge', path: `/customers/${twinId}`, ready: '[aria-keyshortcuts="Control+Shift+G"]', act: (page) => opened(page, 'Control+Shift+G', `${dialog} [data-field^=merge]`) },
    { name: 'customer-new', path: '/customers/new', ready: 'main.page section' },
    { name: 'customer', path: `/customers/${owner.id}`, ready: 'main.page section' },
    { name: 'unit', path: `/units/${unit.id}`, ready: 'main.page section' },
    { name: 'unit-owner', path: `/units/${unit.id}`, ready: 'main.page section', act: (page) => opened(page, 'Control+o', dialog) },
    { name: 'unit-odometer', path: `/units/${unit.id}`, ready: 'main.page section', act: (page) => opened(page, 'Control+m', dialog) },
    { name: 'papers', path: `/papers/${of(papers[0])}`, ready: drawn },
    { name: 'papers-period', path: '/papers', ready: rowsIn, act: (page) => opened(page, 'Control+Shift+P', `${dialog} tbody tr`) },
    { name: 'register', path: `/register?pack=${blanks}`, ready: rowsIn, act: (page) => firstRow(page, drawn) },
    { name: 'register-proof', path: '/register', ready: rowsIn, act: async (page) => {
      await page.locator('.register-proof button').click()
      await page.locator(`${dialog} tbody tr`).first().waitFor()
    } },
    { name: 'register-reserve', path: '/register', ready: rowsIn, act: (page) => opened(page, 'Control+n', dialog) },
    { name: 'register-print', path: '/register?form=F16', ready: rowsIn, act: (page) => opened(page, 'Control+Shift+P', `${dialog} ${drawn}`) },
    { name: 'forms', path: '/forms', ready: drawn },
    { name: 'form', path: '/forms/F13', ready: drawn },
    { name: 'form-words', path: '/forms/F16/words', ready: drawn },
    { name: 'form-sheet', path: '/forms/A14/sheet', ready: '.sheet-paper', act: (page) => opened(page, 'Control+n', '.sheet-field') },
    { name: 'form-sheet-versions', path: '/forms/A14/sheet', ready: '.sheet-paper', act: async (page) => {
      await page.getByRole('button', { name: /^(各版|Versions)$/ }).click()
      await page.locator(`${dialog} ${drawn}`).first().waitFor()
    } },
    { name: 'form-fill', path: `/forms/F13/new?order=${of(delivered)}`, ready: `.fill-paper ${drawn}` },
    { name: 'import', path: '/import', ready: '#section-kind' },
    { name: 'import-checked', path: '/import', ready: '#section-kind', act: (page) => checkedWorkbook(page, demo, 'customers', [customer, wrongCustomer]) },
    { name: 'import-list', path: '/import?kind=labour', ready: '#section-kind', act: (page) => checkedWorkbook(page, demo, 'labour', labourRows) },
    { name: 'finder', path: '/', ready: 'main.page', act: async (page) => {
      await opened(page, 'Control+k', '.find-input')
      await page.keyboard.type(unit.plateNo.slice(1, 4))
      await page.locator('.find-list[aria-busy=false] .find-hit').first().waitFor()
    } },
    { name: 'keys', path: '/work-orders', ready: rowsIn, act: (page) => opened(page, '?', '.key-groups') },
    { name: 'key-letters', path: `/units/${unit.id}`, ready: 'main.page section', act: (page) => opened(page, 'F10', '.key-tips kbd') },
    { name: 'help', path: `/units/${unit.id}`, ready: '[data-field="unit.frameNo"] input', act: async (page) => {
      await page.locator('[data-field="unit.frameNo"] input').focus()
      await opened(page, 'F1', '.help-panel')
    } },
    ...await dialogsOf(demo, { orders, handedOver: of(delivered), request: of(requests[0]), claim: of(claims.find(({ status, batchNo }) => ['draft', 'ready'].includes(status) && batchNo === '')), batch: of(batches[0]), packing: of(packing), customer: owner.id }),
  ]
}

/** Under work and covered, its term with most to reckon (days of earlier repairs and waiting), then the one with most on it. */
async function tellingOrder(api: Api, orders: readonly OrderRow[]): Promise<OrderRow | undefined> {
  const underWork = orders.filter(({ status, eligibility, nature, voucherNo }) => ['repairing', 'awaitingParts', 'finished', 'inspected'].includes(status) && eligibility === 'covered' && nature === 'warranty' && voucherNo === '')
  const reckoned = await Promise.all(underWork.map(async (order) => {
    const { verdict: { lines, perLine } } = await api.workOrders.get({ id: order.id })
    return { order, deductions: [...lines, ...perLine.flatMap((line) => line.lines)].filter(({ key }) => key === 'warranty.deducted.repair' || key === 'warranty.deducted.wait').length }
  }))
  return reckoned.toSorted((one, other) => other.deductions - one.deductions || other.order.totalFen - one.order.totalFen)[0]?.order
}

const homes: readonly Place[] = [
  { name: 'home', path: '/', ready: '#section-desk section' },
  { name: 'home-clocks', path: '/?view=clocks', ready: '#section-desk' },
  ...(['reception', 'technician', 'partsKeeper', 'claimClerk'] as const).map((role): Place => ({ name: `home-${role}`, path: '/', ready: '#section-desk', role })),
]

const settings: readonly Place[] = [
  ...['station', 'people', 'numbers', 'printing', 'backups', 'seats', 'appearance', 'samples', 'about'].map((part): Place => ({ name: `settings-${part}`, path: `/settings?part=${part}`, ready: '.settings-part section' })),
  { name: 'settings-user', path: '/settings?part=people', ready: '.settings-part tbody tr', act: (page) => opened(page, 'Control+n', dialog) },
]

const catalogues: readonly Place[] = [
  { name: 'catalogue', path: '/catalogue', ready: rowsIn },
  { name: 'catalogue-part', path: '/catalogue?part=1', ready: rowsIn },
  ...['prices', 'labour', 'faults', 'models', 'technicians', 'outlets', 'holidays'].map((view): Place => ({ name: `catalogue-${view}`, path: `/catalogue?view=${view}`, ready: '.record-grid .ag-cell, .record-grid .grid-empty' })),
  { name: 'catalogue-new', path: '/catalogue?view=labour', ready: rowsIn, act: (page) => opened(page, 'Alt+n', '.record-editor input') },
  { name: 'catalogue-columns', path: '/catalogue', ready: rowsIn, act: (page) => opened(page, 'Control+Shift+L', '.column-choice') },
  { name: 'catalogue-filter', path: '/catalogue', ready: rowsIn, act: (page) => opened(page, 'Control+Shift+F', '.filter-editor') },
  { name: 'catalogue-views', path: '/catalogue', ready: rowsIn, act: (page) => opened(page, 'Control+Shift+Y', '.view-list') },
  { name: 'catalogue-policy-new', path: '/catalogue?view=policies&policy=new', ready: '#section-limits' },
  { name: 'catalogue-policy-version', path: '/catalogue?view=policies&version=1', ready: '#section-limits' },
  { name: 'catalogue-manufacturer', path: '/catalogue?view=manufacturers&maker=1', ready: 'main.page section' },
  ...['manufacturers', 'policies'].map((view): Place => ({ name: `catalogue-${view}`, path: `/catalogue?view=${view}`, ready: 'main.page section' })),
]

const wrongCustomer = { ...customer, 用户姓名: '周志远', 用户电话: '1380731', 车架号: 'LZZ1BLMJ4TJ46505', 车牌号: '湘A12346', 购车日期: '2025-13-40' }
/** One on file with other hours, a new one, and both right. */
const labourRows = [{ 工时代码: 'DG0502', 维修项目: '更换点火线圈', 工时: 0.8, 系统: '电气' }, { 工时代码: 'N0101', 维修项目: '调整怠速', 工时: 0.3, 系统: '燃油' }]

/** A workbook with a right row and a wrong one, looked at before anything is saved. */
async function checkedWorkbook(page: Page, { api, host }: Served, kind: 'customers' | 'labour', rows: readonly TemplateRow[]): Promise<void> {
  const template = await api.imports.template({ kind })
  const bytes = host.produced(template.fileId)?.bytes ?? new Uint8Array()
  await page.locator('input[type=file]').setInputFiles({ name: template.name.replace('导入模板', ''), mimeType: 'application/octet-stream', buffer: await filledTemplate(new Uint8Array(bytes), rows) })
  await page.locator('[data-fact=accepted]').waitFor()
}

/** Somebody written down twice at the counter. */
async function aDouble(api: Api, { name, phone, address }: { readonly name: string; readonly phone: string; readonly address: string }): Promise<number> {
  const { id } = await api.customers.save({ name, kind: 'person', phone, phone2: '', contactName: '', address: address.slice(0, 9), note: '电话通知取车', id: null, revision: 0 })
  return id
}

/** Sheets given out: one is back. */
async function someBlanks(api: Api): Promise<number> {
  const [maker] = await api.catalogue.manufacturers({})
  const { packId, blanks } = await api.numbers.reserve({ form: 'F16', manufacturerId: maker?.id ?? 0, count: 5, purpose: 'reserve', reason: '停电备用', holder: '前台陈静', dueOn: until })
  await api.numbers.giveBack({ ids: [blanks[1]?.id ?? 0], reason: '没有用上，两联已收回' })
  return packId
}

/** A box half packed: what the bench looks like at work. */
async function aPackedBox(api: Api): Promise<{ readonly id: number } | undefined> {
  const { rows } = await api.returnedParts.list({ ...all, sort: [], filter: { statuses: [], manufacturerId: null, view: 'toPack' } })
  const [first] = rows
  if (first === undefined) return undefined
  const { id } = await api.manifests.create({ manufacturerId: first.manufacturerId })
  for (const { labelNo } of rows.slice(0, Math.ceil(rows.length / 2))) await api.manifests.pack({ id, boxNo: 1, scan: labelNo })
  return { id }
}

async function startedOver(page: Page): Promise<void> {
  const search = page.locator('[data-field=search]')
  if (await search.count() === 0) await page.getByRole('button', { name: /不要草稿|Drop the draft/ }).click()
  await search.waitFor()
}

/** Lists before anything was entered: each says what to do. */
export const emptyPlaces: readonly Place[] = [
  { name: 'empty-home', path: '/', ready: 'main.page section' },
  ...['work-orders', 'requests', 'old-parts', 'claims', 'customers', 'papers', 'register', 'catalogue'].map((page): Place => ({ name: `empty-${page}`, path: `/${page}`, ready: '.grid-empty' })),
  { name: 'empty-manifests', path: '/old-parts?view=manifests', ready: '.grid-empty' },
]
