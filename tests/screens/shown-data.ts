import type { Page } from '@playwright/test'
import type { Api } from '#contract/index'
import { customer } from '#tests/domain/import-files'
import { filledTemplate, type TemplateRow } from '#tests/support/filled-template'
import { until, type Served } from './demo.ts'
import type { OrderRow } from './place.ts'

const all = { offset: 0, limit: 50, text: '' } as const

/** A manufacturer's own sheet in two versions, the second with a field more. */
export async function aMakerSheet(api: Api): Promise<void> {
  const manufacturerId = (await api.catalogue.manufacturers({}))[0]?.id ?? 0
  const fields = (['customerName', 'customerPhone', 'frameNo', 'model'] as const).map((source, nth) => ({
    id: `f${nth + 1}`,
    source,
    words: '',
    x: 300,
    y: 400 + 120 * nth,
    width: 700,
    height: 80,
    size: 11,
    align: 'left' as const,
  }))
  for (const version of [0, 1])
    await api.makerSheets.save({
      manufacturerId,
      version,
      sheet: { width: 2100, height: 1485, background: null, fields: fields.slice(0, 3 + version) },
    })
}

/** Under work and covered, its term with most to reckon (days of earlier repairs and waiting), then the one with most on it. */
export async function tellingOrder(api: Api, orders: readonly OrderRow[]): Promise<OrderRow | undefined> {
  const underWork = orders.filter(
    ({ status, eligibility, nature, voucherNo }) =>
      ['repairing', 'awaitingParts', 'finished', 'inspected'].includes(status) &&
      eligibility === 'covered' &&
      nature === 'warranty' &&
      voucherNo === '',
  )
  const reckoned = await Promise.all(
    underWork.map(async (order) => {
      const {
        verdict: { lines, perLine },
      } = await api.workOrders.get({ id: order.id })
      return {
        order,
        deductions: [...lines, ...perLine.flatMap((line) => line.lines)].filter(
          ({ key }) => key === 'warranty.deducted.repair' || key === 'warranty.deducted.wait',
        ).length,
      }
    }),
  )
  return reckoned.toSorted((one, other) => other.deductions - one.deductions || other.order.totalFen - one.order.totalFen)[0]?.order
}

export const wrongCustomer = {
  ...customer,
  用户姓名: '周志远',
  用户电话: '1380731',
  车架号: 'LZZ1BLMJ4TJ46505',
  车牌号: '湘A12346',
  购车日期: '2025-13-40',
}
/** One on file with other hours, a new one, and both right. */
export const labourRows = [
  { 工时代码: 'DG0502', 维修项目: '更换点火线圈', 工时: 0.8, 系统: '电气' },
  { 工时代码: 'N0101', 维修项目: '调整怠速', 工时: 0.3, 系统: '燃油' },
]

/** A workbook with a right row and a wrong one, looked at before anything is saved. */
export async function checkedWorkbook(
  page: Page,
  { api, host }: Served,
  kind: 'customers' | 'labour',
  rows: readonly TemplateRow[],
): Promise<void> {
  const template = await api.imports.template({ kind })
  const bytes = host.produced(template.fileId)?.bytes ?? new Uint8Array()
  await page.locator('input[type=file]').setInputFiles({
    name: template.name.replace('导入模板', ''),
    mimeType: 'application/octet-stream',
    buffer: await filledTemplate(new Uint8Array(bytes), rows),
  })
  await page.locator('[data-fact=accepted]').waitFor()
}

/** Somebody written down twice at the counter. */
export async function aDouble(
  api: Api,
  { name, phone, address }: { readonly name: string; readonly phone: string; readonly address: string },
): Promise<number> {
  const { id } = await api.customers.save({
    name,
    kind: 'person',
    phone,
    phone2: '',
    contactName: '',
    address: address.slice(0, 9),
    note: '电话通知取车',
    id: null,
    revision: 0,
  })
  return id
}

/** Sheets given out: one is back. */
export async function someBlanks(api: Api): Promise<number> {
  const [maker] = await api.catalogue.manufacturers({})
  const { packId, blanks } = await api.numbers.reserve({
    form: 'F16',
    manufacturerId: maker?.id ?? 0,
    count: 5,
    purpose: 'reserve',
    reason: '停电备用',
    holder: '前台陈静',
    dueOn: until,
  })
  await api.numbers.giveBack({ ids: [blanks[1]?.id ?? 0], reason: '没有用上，两联已收回' })
  return packId
}

/** A box half packed: what the bench looks like at work. */
export async function aPackedBox(api: Api): Promise<{ readonly id: number } | undefined> {
  const { rows } = await api.returnedParts.list({ ...all, sort: [], filter: { statuses: [], manufacturerId: null, view: 'toPack' } })
  const [first] = rows
  if (first === undefined) return undefined
  const { id } = await api.manifests.create({ manufacturerId: first.manufacturerId })
  for (const { labelNo } of rows.slice(0, Math.ceil(rows.length / 2))) await api.manifests.pack({ id, boxNo: 1, scan: labelNo })
  return { id }
}

/** A box the manufacturer has signed for, whose word on its pieces is to be entered. */
export async function aReceivedShipment(api: Api): Promise<{ readonly id: number } | undefined> {
  const box = await aPackedBox(api)
  if (box === undefined) return undefined
  const { id } = box
  const step = async (event: string) => {
    const { revision } = await api.manifests.get({ id })
    await api.manifests.step({ id, revision, event, reason: '', waybillNo: null, boxesReceived: 1, ticked: false })
  }
  await step('seal')
  const { revision, ...content } = await api.manifests.get({ id })
  await api.manifests.save({ id, revision, content: { ...content, method: 'own' } })
  await step('ship')
  await step('receive')
  return box
}

/** What the manufacturer says of each piece, all good: closing the manifest is left. */
export async function theVerdicts(api: Api, id: number): Promise<void> {
  const { revision, status, boxes } = await api.manifests.get({ id })
  if (status !== 'received') return
  const verdicts = boxes.flatMap(({ pieces }) => pieces.map((piece) => ({ id: piece.id, event: 'accept' as const, reason: '' })))
  await api.manifests.step({ id, revision, event: 'judge', reason: '', waybillNo: null, boxesReceived: null, ticked: false, verdicts })
}

/** A part more than was fitted, when the repair is done. */
export async function aLateParcel(api: Api, id: number): Promise<void> {
  const { revision, lines } = await api.partsRequests.get({ id })
  const [line] = lines
  if (line === undefined || line.id === null || line.qtyReceived > line.qtyFitted) return
  const quantities = [{ lineId: line.id, qty: line.qtyFitted + 1 }]
  await api.partsRequests.step({ id, revision, event: 'receiveRest', reason: '', waybillNo: null, ticked: false, quantities })
}
