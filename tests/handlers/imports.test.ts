import { afterEach, beforeEach, expect, test } from 'vitest'
import { importKinds, type ImportKind } from '#domain/import-result'
import { say } from '#domain/sentences/index'
import { filledWorkbook, ledgerJob, type FilledRows } from '#tests/support/filled-workbook'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost
beforeEach(async () => {
  station = await openTestHost({ today: '2026-11-21' })
})
afterEach(() => station.close())

async function preview(kind: ImportKind, rows: FilledRows) {
  const uploadId = station.host.upload('台账.xlsx', await filledWorkbook(kind, rows))
  return station.api.imports.preview({ kind, uploadId })
}

async function bringIn(kind: ImportKind, rows: FilledRows, skipBad = false) {
  const { importId } = await preview(kind, rows)
  return station.api.imports.apply({ importId, skipBad })
}

const wholeList: { offset: number; limit: number; sort: never[]; text: string } = { offset: 0, limit: 100, sort: [], text: '' }
const listOrders = () =>
  station.api.workOrders.list({
    ...wholeList,
    sort: [{ column: 'no', direction: 'asc' }],
    filter: { statuses: [], nature: null, technicianId: null, view: 'all' },
  })

const jobWithLines: FilledRows = {
  工单: [ledgerJob],
  零件: [{ 台账号: 'T2026-0158', 零件编号: '30510-DM0-9000', 零件名称: '点火线圈', 数量: 1, 单价: 86.5, 故障模式: '断路' }],
  工时: [{ 台账号: 'T2026-0158', 工时代码: 'DG0508' }],
  外出: [],
}

test('a ledger line becomes an order where its dates carry it, judged and summed, without paper, label or claim', async () => {
  expect(await bringIn('work-orders', jobWithLines)).toEqual({ created: 1, updated: 0, unchanged: 0 })
  const [row] = (await listOrders()).rows
  const order = await station.api.workOrders.get({ id: row?.id ?? 0 })
  const { no, status, ledgerNo, eligibility, claim, papers, totals, returnedParts, deliveredAt, customer, unit } = order
  expect({
    no,
    status,
    ledgerNo,
    eligibility,
    claim,
    papers,
    deliveredAt,
    total: totals.totalFen,
    customer: customer.name,
    plate: unit.plateNo,
    parts: order.partLines.map((line) => [line.partName, line.priceFen, line.faultMode]),
    labour: order.labourLines.map((line) => [line.labourName, line.hours, line.rateFen]),
    pieces: returnedParts.map((piece) => [piece.labelNo, piece.status]),
    notes: order.history.map(({ note }) => note),
  }).toEqual({
    no: 'SD0731-WO-202611-0001',
    status: 'delivered',
    ledgerNo: 'T2026-0158',
    eligibility: 'covered',
    claim: null,
    papers: [],
    deliveredAt: '2026-11-02T09:00:00.000Z',
    total: 8650 + 4800,
    customer: '周志强',
    plate: '苏M7K216',
    parts: [['点火线圈', 8650, 'openCircuit']],
    labour: [['电路检查排故', 80, 6000]],
    pieces: [['', 'toCollect']],
    notes: ['台账导入 T2026-0158'],
  })
})

test('the same file again creates nothing, and the runs stand in the history', async () => {
  await bringIn('work-orders', jobWithLines)
  expect(await preview('work-orders', jobWithLines)).toMatchObject({ read: 1, accepted: 0, creates: 0, unchanged: 1 })
  expect(await bringIn('work-orders', jobWithLines)).toEqual({ created: 0, updated: 0, unchanged: 1 })
  const runs = await station.api.imports.history({})
  expect(runs.map(({ kind, file, by, created }) => [kind, file, by, created])).toEqual([
    ['work-orders', '台账.xlsx', '王振华', 0],
    ['work-orders', '台账.xlsx', '王振华', 1],
  ])
})

test('a row that stands on file word for word is unchanged, not accepted, and is no part of the sample', async () => {
  const price = { 零件编号: 'X-31310', 零件名称: '点火线圈总成', 三包价: '86.50' }
  await bringIn('parts', { 零件价格: [price] })
  const { read, accepted, creates, updates, unchanged, sample } = await preview('parts', {
    零件价格: [price, { ...price, 零件编号: 'X-31311' }],
  })
  expect({ read, accepted, creates, updates, unchanged, sample: sample.map(({ does, cells }) => [does, cells[0]?.value]) }).toEqual({
    read: 2,
    accepted: 1,
    creates: 1,
    updates: 0,
    unchanged: 1,
    sample: [['create', 'X-31311']],
  })
})

test('how far an order comes is what its dates say; who waits for nothing has no clock running', async () => {
  const day = '2026-11-20'
  const job = (nth: number, dates: Record<string, string>) => ({
    ...Object.fromEntries(Object.entries(ledgerJob).filter(([key]) => !['送修时间', '维修开始', '维修结束', '交车时间'].includes(key))),
    台账号: `T-${nth}`,
    报修日期: day,
    用户姓名: `用户${nth}`,
    用户电话: `1380731000${nth}`,
    车架号: `SL48Q*26000${nth}`,
    车型: 'SL48Q-2',
    发动机号: `SL139FMB-26A0012${nth}`,
    ...dates,
  })
  await bringIn('work-orders', {
    零件: [],
    工时: [],
    外出: [],
    工单: [
      job(1, {}),
      job(2, { 送修时间: `${day} 09:00` }),
      job(3, { 送修时间: `${day} 09:00`, 维修开始: `${day} 10:00` }),
      job(4, { 送修时间: `${day} 09:00`, 维修开始: `${day} 10:00`, 维修结束: `${day} 11:00` }),
      job(5, { 送修时间: `${day} 09:00`, 维修开始: `${day} 10:00`, 维修结束: `${day} 11:00`, 交车时间: `${day} 12:00` }),
    ],
  })
  const { rows } = await listOrders()
  const clocks = await station.api.home.tasks({ mineOnly: false, limit: 100 })
  expect(rows.map(({ customerName, status }) => [customerName, status])).toEqual([
    ['用户1', 'reported'],
    ['用户2', 'waiting'],
    ['用户3', 'repairing'],
    ['用户4', 'finished'],
    ['用户5', 'delivered'],
  ])
  expect(clocks.map(({ rule, subjectNo }) => `${rule} ${subjectNo.slice(-4)}`).sort()).toEqual([
    'D02 0001',
    'D05 0002',
    'D05 0003',
    'D07 0004',
  ])
})

test('one bad cell keeps everything out, unless bad rows are to be skipped', async () => {
  const rows: FilledRows = { ...jobWithLines, 工单: [ledgerJob, { ...ledgerJob, 台账号: 'T2026-0159', 行驶里程: '很多' }] }
  const checked = await preview('work-orders', rows)
  const refusal = checked.rejected.map(({ sheet, row, column, value, reason }) => [sheet, row, column, value, say(reason)])
  expect({ accepted: checked.accepted, refusal }).toEqual({ accepted: 1, refusal: [['工单', 3, '行驶里程', '很多', expect.any(String)]] })
  await expect(station.api.imports.apply({ importId: checked.importId, skipBad: false })).rejects.toThrow('有 1 处不能导入')
  expect((await listOrders()).total).toBe(0)
  expect(await station.api.imports.apply({ importId: checked.importId, skipBad: true })).toEqual({ created: 1, updated: 0, unchanged: 0 })
})

test('an imported order gets its claim with the batch of its month, which says what is still missing', async () => {
  await bringIn('work-orders', jobWithLines)
  const [maker] = await station.api.catalogue.manufacturers({})
  const { claims, refused } = await station.api.batches.build({ manufacturerId: maker?.id ?? 0, period: '2026-11' })
  expect({ claims, refused: refused.map(({ no, problems }) => [no, problems.map(({ key }) => key)]) }).toEqual({
    claims: 0,
    refused: [['SD0731-CL-202611-0001', expect.arrayContaining(['order.voucherMissing', 'claim.oldPartUnlabelled'])]],
  })
})

test('with the voucher of an imported order comes its claim', async () => {
  await bringIn('work-orders', jobWithLines)
  const [row] = (await listOrders()).rows
  const id = row?.id ?? 0
  await station.api.workOrders.issueVoucher({ id, revision: (await station.api.workOrders.get({ id })).revision })
  expect((await station.api.workOrders.get({ id })).claim).toMatchObject({ no: 'SD0731-CL-202611-0001', status: 'draft' })
})

test('what is too old to be claimed owes no old part', async () => {
  const old = {
    ...ledgerJob,
    报修日期: '2026-04-02',
    送修时间: '2026-04-02',
    维修开始: '2026-04-02',
    维修结束: '2026-04-02',
    交车时间: '2026-04-02',
  }
  await bringIn('work-orders', { ...jobWithLines, 工单: [old] })
  const [row] = (await listOrders()).rows
  expect((await station.api.workOrders.get({ id: row?.id ?? 0 })).returnedParts).toEqual([])
})

const owner = {
  用户姓名: '吴喆',
  用户电话: '13907310002',
  用户地址: '江苏省泰州市高港区金港路8号',
  车型: 'SL125-6A',
  车架号: 'LZZ1BLMJ4TJ465057',
  购车日期: '2026-03-15',
  发票号: '03716628',
} as const

test('customers are known by name and phone, vehicles by frame number; empty cells keep what is on file', async () => {
  const list = (...rows: readonly Record<string, string>[]) => bringIn('customers', { 用户与车辆: rows })
  const outcomes = [
    await list(owner),
    await list(owner),
    await list({ ...owner, 用户地址: '', 发票号: '', 车牌号: '苏M12345' }),
    await list({ ...owner, 用户姓名: '郑䶮', 用户电话: '13907310003' }),
  ]
  const { rows } = await station.api.customers.listUnits({ ...wholeList, filter: { manufacturerId: null } })
  const story = await station.api.customers.getUnit({ id: rows[0]?.id ?? 0 })
  expect({
    outcomes,
    units: rows.map(({ plateNo, invoiceNo, ownerName }) => [plateNo, invoiceNo, ownerName]),
    owners: story.owners.map(({ name }) => name),
  }).toEqual({
    outcomes: [
      { created: 1, updated: 0, unchanged: 0 },
      { created: 0, updated: 0, unchanged: 1 },
      { created: 0, updated: 1, unchanged: 0 },
      { created: 1, updated: 0, unchanged: 0 },
    ],
    units: [['苏M12345', '03716628', '郑䶮']],
    owners: ['吴喆', '郑䶮'],
  })
})

test('a price list makes new parts and changes only the cells it fills', async () => {
  const list = (...rows: readonly Record<string, string | number>[]) => bringIn('parts', { 零件价格: rows })
  const part = { 零件编号: 'X-1', 零件名称: '试验件', 三包价: 12.5, 零售价: 20, 是否回收: '否' }
  const outcomes = [await list(part), await list(part), await list({ 零件编号: 'X-1', 零件名称: '试验件', 三包价: 13 })]
  const found = await station.api.catalogue.parts({ text: 'X-1', manufacturerId: null, limit: 5 })
  expect({
    outcomes,
    found: found.map(({ code, priceFen, retailPriceFen, oldPartReturn }) => [code, priceFen, retailPriceFen, oldPartReturn]),
  }).toEqual({
    outcomes: [
      { created: 1, updated: 0, unchanged: 0 },
      { created: 0, updated: 0, unchanged: 1 },
      { created: 0, updated: 1, unchanged: 0 },
    ],
    found: [['X-1', 1300, 2000, 'exempt']],
  })
})

test('a checked file waits half an hour; who may not import is refused', async () => {
  const { importId } = await preview('work-orders', jobWithLines)
  await expect(station.as('technician').imports.apply({ importId, skipBad: false })).rejects.toThrow('没有')
  station.advance({ hours: 0.51 })
  await expect(station.api.imports.apply({ importId, skipBad: false })).rejects.toThrow('30 分钟')
})

test('the template can be fetched for every kind', async () => {
  const names = await Promise.all(importKinds.map(async (kind) => (await station.api.imports.template({ kind })).name))
  expect(names).toEqual(
    ['工单', '用户与车辆', '零件价格', '价格表', '工时', '故障代码', '车型', '技师', '网点', '节假日'].map(
      (name) => `${name}导入模板.xlsx`,
    ),
  )
})
