import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '#domain/dates'
import type { FillRow } from '#domain/form-fill'
import type { FilledFormId } from '#domain/form-ids'
import { applyGathered, countCorrections, type GatherAsk, type SheetContent } from '#domain/gather/gathered'
import { openTestHost, type TestHost } from '#tests/support/host'
import { aReportedMonth } from './reported-month.ts'

let station: TestHost
let month: Awaited<ReturnType<typeof aReportedMonth>>
let manufacturerId: number
beforeAll(async () => {
  station = await openTestHost({ today: '2026-10-05' })
  month = await aReportedMonth(station)
  manufacturerId = month.given.manufacturerId
})
afterAll(() => station.close())

const days = (from: string, to: string): GatherAsk => ({
  from: localDate(from),
  to: localDate(to),
  allMakers: false,
  technicianId: null,
  model: '',
  batchId: null,
})
const october = days('2026-10-01', '2026-10-31')
const november = days('2026-11-01', '2026-11-30')
const gather = (form: FilledFormId, ask: GatherAsk) => station.api.forms.gather({ form, manufacturerId, ask })

const column = (rows: readonly FillRow[] | undefined, ...keys: string[]) => rows?.map((row) => keys.map((key) => row[key]))

describe('a month on the reports', () => {
  test('F11: jobs go to the main technician, hours to whoever did them, the rework to the one who repaired before', async () => {
    const { values, tables } = await gather('F11', october)
    const rows = tables['technicians']?.map(({ name, doneCount, warrantyCount, outCount, hours, laborAmount, reworkCount }) => [
      name,
      doneCount,
      warrantyCount,
      outCount,
      hours,
      laborAmount,
      reworkCount,
    ])
    expect([values['period'], rows?.slice(0, 3), rows?.length]).toEqual([
      '2026年10月',
      [
        ['周建国', 3, 2, 1, 23, 138_00, 1],
        ['吴志强', 3, 3, 0, 23, 138_00, 0],
        ['陆𬭎', 0, 0, 0, 0, 0, 0],
      ],
      7,
    ])
  })

  test('F12: the jobs of one technician with his own hours; without a technician it says what to choose', async () => {
    const { values, tables } = await gather('F12', { ...october, technicianId: month.other })
    expect([values, tables['jobs']?.map(({ finishedOn, nature, hours, laborAmount }) => [finishedOn, nature, hours, laborAmount])]).toEqual(
      [
        { technician: '吴志强', technicianCode: 'T02', teamName: '一组', periodFrom: '2026-10-01', periodTo: '2026-10-31' },
        [
          ['2026-10-07', '保养', 4, 24_00],
          ['2026-10-11', '外出', 3, 18_00],
          ['2026-10-11', '三包', 8, 48_00],
          ['2026-10-21', '三包', 8, 48_00],
        ],
      ],
    )
    await expect(gather('F12', october)).rejects.toMatchObject({ sentence: { key: 'form.gatherTechnician' } })
  })

  test('F20: work by model, money of what was finished, faults; the next month what was sent and is due', async () => {
    const { values, tables } = await gather('F20', october)
    expect([tables['models'], tables['faults']]).toEqual([
      [
        {
          source: 'model:示例·锐风125',
          model: '示例·锐风125',
          received: 7,
          done: 6,
          warranty: 3,
          presale: 1,
          paid: 1,
          maintenance: 1,
          outings: 1,
          rework: 1,
          open: 1,
        },
      ],
      [
        { source: 'fault:X-31310 openCircuit', partName: '点火线圈总成', faultMode: '断路', pieces: 4, share: 800 },
        { source: 'fault:X-52 leaking', partName: '后减震器', faultMode: '渗漏', pieces: 1, share: 200 },
      ],
    ])
    expect(values).toMatchObject({
      amountLabour: 276_00,
      amountParts: 511_00,
      amountOutings: 124_00,
      amountOther: 7_00,
      amountClaimed: 0,
      amountApproved: null,
      oldPartsDue: 0,
      technicians: 7,
    })
    const next = await gather('F20', november)
    // the 5 pieces taken out in October are due on the 10th; of its orders only the first order had its voucher and went into the batch
    expect([
      next.values['amountClaimed'],
      next.values['oldPartsDue'],
      next.values['oldPartsLate'],
      next.tables['models']?.[0],
    ]).toMatchObject([134_50, 5, 5, { received: 0, done: 1, open: 0 }])
  })

  test('F23: pieces by part and fault, those of the month before beside them, by mileage', async () => {
    const { values, tables } = await gather('F23', november)
    expect([values, tables['faults']]).toMatchObject([
      { month: 11, series: '全部车型' },
      [{ partName: '点火线圈总成', faultMode: '断路', pieces: 1, share: 1000, piecesBefore: 4, upTo3000: 0, upTo6000: 1, over6000: 0 }],
    ])
    expect((await gather('F23', { ...november, model: '没有这个车型' })).tables['faults']).toEqual([])
  })

  test('F22: services by model', async () => {
    const { values, tables } = await gather('F22', october)
    expect([values, column(tables['models'], 'first', 'second', 'third', 'regular', 'claimed', 'found')]).toEqual([
      { period: '2026年10月', periodFrom: '2026-10-01', periodTo: '2026-10-31' },
      [[1, 0, 0, 0, 0, 0]],
    ])
  })

  test('F24: kinds of business and their money, which add up to the month; the next month compares with it', async () => {
    const { values, tables } = await gather('F24', october)
    expect(column(tables['categories'], 'category', 'count', 'labour', 'parts', 'other')).toEqual([
      ['三包维修', 2, 96_00, 173_00, 0],
      ['收费维修', 1, 30_00, 30_00, 0],
      ['首次保养', 1, 24_00, 0, 0],
      ['定期保养', 0, 0, 0, 0],
      ['售前维修', 1, 48_00, 120_00, 0],
      ['外出服务', 1, 78_00, 188_00, 131_00],
    ])
    expect(values).toMatchObject({
      period: '2026年10月',
      mixedOrders: 0,
      claims: 0,
      amountApproved: null,
      reworkRate: 167,
      callbackRate: 0,
      repairDays: 10,
      waitingOrders: 0,
    })
    const next = await gather('F24', november)
    expect([
      column(next.tables['categories'], 'count', 'countBefore', 'yearToDate')?.slice(0, 2),
      next.values['claims'],
      next.values['amountClaimed'],
      next.values['repairDays'],
    ]).toEqual([
      [
        [1, 2, 3],
        [0, 1, 1],
      ],
      1,
      134_50,
      null,
    ])
  })

  test('C03: what each job of a technician cost and brought in', async () => {
    const { values, tables } = await gather('C03', { ...october, technicianId: month.zhou })
    expect([
      values,
      column(tables['cases'], 'nature', 'partsCost', 'partsIncome', 'labour', 'mileageFee', 'meal', 'lodging', 'other', 'unpaid', 'profit'),
    ]).toEqual([
      { technician: '周建国', month: '2026-10' },
      [
        ['三包', 86_50, 0, 48_00, 0, 0, 0, 0, 0, -38_50],
        ['收费', 30_00, 30_00, 30_00, 0, 0, 0, 0, 60_00, 30_00],
        ['混合', 188_00, 15_00, 78_00, 64_00, 60_00, 0, 7_00, 40_00, -226_00],
      ],
    ])
  })

  test('C01 and X06: what was reported; parts whose old piece was not in the store at the end of the month', async () => {
    const register = (await gather('C01', october)).tables['cases']
    expect([register?.length, column(register, 'reportedAt', 'channel', 'technician', 'finishedAt')?.[0]]).toEqual([
      7,
      ['2026-10-05 09:00', '到站', '周建国', '2026-10-05 12:00'],
    ])
    expect(column((await gather('X06', october)).tables['parts'], 'partName', 'qty', 'price', 'dueOn', 'lateDays')).toEqual([
      ['点火线圈总成', 2, 86_50, '2026-11-10', 0],
      ['后减震器', 1, 120_00, '2026-11-10', 0],
      ['点火线圈总成', 1, 86_50, '2026-11-10', 0],
    ])
  })

  test('X07 and X08: the batch that was sent, the claims of the month', async () => {
    const notice = await gather('X07', { ...october, batchId: month.batchId })
    expect(notice.values).toMatchObject({
      batchNo: 'SD0731-BD19-202611-0001',
      periodFrom: '2026-10-01',
      periodTo: '2026-10-31',
      countService: 1,
      countPresale: 0,
      countAll: 1,
      invoiceAmount: null,
    })
    await expect(gather('X07', october)).rejects.toMatchObject({ sentence: { key: 'form.gatherBatch' } })
    expect((await gather('X08', november)).values).toEqual({ month: '2026-11', claimed: 134_50, approved: null })
    expect((await station.api.forms.gatherChoices({ form: 'X07', manufacturerId })).batches).toEqual([
      { id: month.batchId, no: 'SD0731-BD19-202611-0001' },
    ])
  })

  test('what no record feeds cannot be gathered, days run forward', async () => {
    await expect(gather('F13', october)).rejects.toMatchObject({ sentence: { key: 'form.notGathered' } })
    await expect(gather('F20', days('2026-10-31', '2026-10-01'))).rejects.toMatchObject({ sentence: { key: 'form.gatherBackwards' } })
  })
})

test('a gathered report is kept with what it was gathered from; the paper has only what stands on it', async () => {
  const { api } = station
  const begun: SheetContent = await api.forms.begin({ form: 'F20', manufacturerId, workOrderId: null })
  const gathered = applyGathered(await api.forms.sections({ form: 'F20', manufacturerId }), begun, await gather('F20', october))
  const corrected = { ...gathered, values: { ...gathered.values, amountOther: 9_00, visits: 3 } }
  const { id, revision, problems } = await api.forms.save({
    id: null,
    revision: 0,
    form: 'F20',
    manufacturerId,
    workOrderId: null,
    content: corrected,
  })
  const { content } = await api.forms.get({ id })
  expect([
    problems,
    countCorrections(content),
    content.gathered?.values['amountOther'],
    content.values['visits'],
    content.tables['models']?.[0]?.['source'],
  ]).toEqual([[], 1, 7_00, 3, 'model:示例·锐风125'])
  const { paperId } = await api.forms.issue({ id, revision })
  const [frozen] = station.db().$client.prepare<[number], { paper: string }>('SELECT paper FROM issued_papers WHERE id = ?').all(paperId)
  expect(JSON.parse(frozen?.paper ?? '{}')).not.toHaveProperty('gathered')
  expect((await api.forms.get({ id })).content.gathered?.ask).toEqual(october)
})

async function issued(form: FilledFormId, ask: GatherAsk, changes: (content: SheetContent) => SheetContent = (content) => content) {
  const begun: SheetContent = await station.api.forms.begin({ form, manufacturerId, workOrderId: null })
  const content = changes(applyGathered(await station.api.forms.sections({ form, manufacturerId }), begun, await gather(form, ask)))
  const kept = await station.api.forms.save({ id: null, revision: 0, form, manufacturerId, workOrderId: null, content })
  return station.api.forms.issue(kept)
}

test('F25 reports a job once; F26 exchanges what F25 reported and the box holds, once, and never more than goes back', async () => {
  const half = days('2026-10-01', '2026-10-15')
  const first = await gather('F25', half)
  expect([first.values, column(first.tables['repairs'], 'finishedOn', 'part', 'qty')]).toEqual([
    { month: 10, half: '第一次（上半月）', periodFrom: '2026-10-01', periodTo: '2026-10-15' },
    [
      ['2026-10-05', '点火线圈总成 X-31310', 1],
      ['2026-10-07', undefined, undefined],
      ['2026-10-11', '点火线圈总成 X-31310', 2],
      ['2026-10-11', '后减震器 X-52', 1],
    ],
  ])
  const feedback = await issued('F25', half, (content) => ({
    ...content,
    tables: { repairs: content.tables['repairs']?.slice(0, 3) ?? [] },
  }))
  // the row that was taken out has not been reported: it comes again, the others do not
  expect(column((await gather('F25', half)).tables['repairs'], 'part')).toEqual([['后减震器 X-52']])

  expect((await gather('F26', november)).tables['items']).toEqual([])
  const keeper = station.as('partsKeeper')
  const { returnedParts } = await station.api.workOrders.get({ id: month.first.id })
  const manifest = await keeper.manifests.create({ manufacturerId })
  await keeper.manifests.pack({ id: manifest.id, boxNo: 1, scan: returnedParts[0]?.labelNo ?? '' })
  const packed = await gather('F26', november)
  expect([packed.values, column(packed.tables['items'], 'voucherNo', 'partCode', 'qtyOld', 'labelNo', 'qtyNew')]).toEqual([
    { feedbackNo: feedback.number, returnNo: null },
    [[month.first.voucherNo, 'X-31310', 1, returnedParts[0]?.labelNo, 1]],
  ])
  // chosen by the month F25 reports on as well as by the one it was issued in
  expect((await gather('F26', october)).tables['items']).toEqual(packed.tables['items'])
  await station.api.forms.switchOn({ manufacturerId, form: 'F26', on: true })
  const withReturn = (qtyNew: number) => (content: SheetContent) => ({
    ...content,
    values: { ...content.values, returnNo: 'SD0731-BD31-202611-0001' },
    tables: { items: (content.tables['items'] ?? []).map((row) => ({ ...row, qtyNew })) },
  })
  await expect(issued('F26', november, withReturn(2))).rejects.toMatchObject({
    problems: [{ key: 'form.exchangeOver', field: 'items.0.qtyNew', params: { line: 1, asked: 2, old: 1 } }],
  })
  await issued('F26', november, withReturn(1))
  expect((await gather('F26', november)).tables['items']).toEqual([])
})
