import type { Page } from '@playwright/test'
import type { Api } from '#contract/index'
import type { Role } from '#domain/words'
import { customer } from '#tests/domain/import-files'
import { filledTemplate, type TemplateRow } from '#tests/support/filled-template'
import { until, type Served } from './demo.ts'

export type Place = {
  readonly name: string
  /** the address behind `#` */
  readonly path: string
  /** what must be there before the picture is taken */
  readonly ready: string
  /** what is done first, e.g. a dialog opened */
  readonly act?: (page: Page) => Promise<void>
  /** whose screen it is; the chief's when not said */
  readonly role?: Role
}

/** What stands before the pages, at an address of its own. */
export type Gate = Omit<Place, 'path' | 'role'> & { readonly address: () => string }

const all = { offset: 0, limit: 50, text: '' } as const
/** A manufacturer's own sheet in two versions, the second with a field more. */
async function aMakerSheet(api: Api): Promise<void> {
  const manufacturerId = (await api.catalogue.manufacturers({}))[0]?.id ?? 0
  const fields = (['customerName', 'customerPhone', 'frameNo', 'model'] as const).map((source, nth) => ({ id: `f${nth + 1}`, source, words: '', x: 300, y: 400 + 120 * nth, width: 700, height: 80, size: 11, align: 'left' as const }))
  for (const version of [0, 1]) await api.makerSheets.save({ manufacturerId, version, sheet: { width: 2100, height: 1485, background: null, fields: fields.slice(0, 3 + version) } })
}

const drawn = '.pdf-page canvas[style*="width"]'

/** Every screen with something worth seeing on it, found in this very station. */
export async function placesOf(demo: Served): Promise<readonly Place[]> {
  const { api } = demo
  const { rows: orders } = await api.workOrders.list({ ...all, sort: [{ column: 'receivedAt', direction: 'desc' }], filter: { statuses: [], nature: null, technicianId: null, view: 'all' } })
  // the one with most on it among those a technician is done with and no paper froze yet
  const open = orders.filter(({ status, voucherNo }) => ['repairing', 'awaitingParts', 'finished', 'inspected'].includes(status) && voucherNo === '').toSorted((one, other) => other.totalFen - one.totalFen)
  const inWork = open[0] ?? orders[0]
  const delivered = orders.find(({ status, voucherNo }) => status === 'delivered' && voucherNo !== '') ?? orders[0]
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
    { name: 'register', path: `/register?pack=${blanks}`, ready: rowsIn, act: firstRow },
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
  ]
}

const rowsIn = '.ag-row'
const dialog = '[role=dialog]'
const verdict = '#section-verdict .verdict'

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
  ...['manufacturers', 'policies'].map((view): Place => ({ name: `catalogue-${view}`, path: `/catalogue?view=${view}`, ready: 'main.page section' })),
]

/** A key, and what it brings up. */
async function opened(page: Page, key: string, what: string): Promise<void> {
  await page.keyboard.press(key)
  await page.locator(what).first().waitFor({ timeout: 20_000 })
}

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

/** The first row under the cursor, what it shows drawn. */
async function firstRow(page: Page): Promise<void> {
  await page.locator(`${rowsIn} .ag-cell`).first().click()
  await page.locator(drawn).first().waitFor()
}

async function startedOver(page: Page): Promise<void> {
  const search = page.locator('[data-field=search]')
  if (await search.count() === 0) await page.getByRole('button', { name: /不要草稿|Drop the draft/ }).click()
  await search.waitFor()
}
