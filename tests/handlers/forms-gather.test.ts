import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '#domain/dates'
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

const days = (from: string, to: string): GatherAsk => ({ from: localDate(from), to: localDate(to), allMakers: false, technicianId: null, model: '', batchId: null })
const october = days('2026-10-01', '2026-10-31')
const november = days('2026-11-01', '2026-11-30')
const gather = (form: FilledFormId, ask: GatherAsk) => station.api.forms.gather({ form, manufacturerId, ask })

describe('a month on the reports', () => {
  test('F11: jobs go to the main technician, hours to whoever did them, the rework to the one who repaired before', async () => {
    const { values, tables } = await gather('F11', october)
    const rows = tables['technicians']?.map(({ name, doneCount, warrantyCount, outCount, hours, laborAmount, reworkCount }) => [name, doneCount, warrantyCount, outCount, hours, laborAmount, reworkCount])
    expect([values['period'], rows?.slice(0, 3), rows?.length]).toEqual(['2026年10月', [['周建国', 3, 2, 1, 23, 138_00, 1], ['吴志强', 3, 3, 0, 23, 138_00, 0], ['陆𬭎', 0, 0, 0, 0, 0, 0]], 7])
  })

  test('F12: the jobs of one technician with his own hours; without a technician it says what to choose', async () => {
    const { values, tables } = await gather('F12', { ...october, technicianId: month.other })
    expect([values, tables['jobs']?.map(({ finishedOn, nature, hours, laborAmount }) => [finishedOn, nature, hours, laborAmount])]).toEqual([
      { technician: '吴志强', technicianCode: 'T02', teamName: '一组', periodFrom: '2026-10-01', periodTo: '2026-10-31' },
      [['2026-10-07', '保养', 4, 24_00], ['2026-10-11', '外出', 3, 18_00], ['2026-10-11', '三包', 8, 48_00], ['2026-10-21', '三包', 8, 48_00]],
    ])
    await expect(gather('F12', october)).rejects.toMatchObject({ sentence: { key: 'form.gatherTechnician' } })
  })

  test('F20: work by model, money of what was finished, faults; the next month what was sent and is due', async () => {
    const { values, tables } = await gather('F20', october)
    expect([tables['models'], tables['faults']]).toEqual([
      [{ source: 'model:示例·锐风125', model: '示例·锐风125', received: 7, done: 6, warranty: 3, presale: 1, paid: 1, maintenance: 1, outings: 1, rework: 1, open: 1 }],
      [{ source: 'fault:X-31310 openCircuit', partName: '点火线圈总成', faultMode: '断路', pieces: 4, share: 800 }, { source: 'fault:X-52 leaking', partName: '后减震器', faultMode: '渗漏', pieces: 1, share: 200 }],
    ])
    expect(values).toMatchObject({ amountLabour: 276_00, amountParts: 511_00, amountOutings: 124_00, amountOther: 7_00, amountClaimed: 0, amountApproved: null, oldPartsDue: 0, technicians: 7 })
    const next = await gather('F20', november)
    // the 5 pieces taken out in October are due on the 10th; of its orders only the first order had its voucher and went into the batch
    expect([next.values['amountClaimed'], next.values['oldPartsDue'], next.values['oldPartsLate'], next.tables['models']?.[0]]).toMatchObject([134_50, 5, 5, { received: 0, done: 1, open: 0 }])
  })

  test('F23: pieces by part and fault, those of the month before beside them, by mileage', async () => {
    const { values, tables } = await gather('F23', november)
    expect([values, tables['faults']]).toMatchObject([
      { month: 11, series: '全部车型' }, [{ partName: '点火线圈总成', faultMode: '断路', pieces: 1, share: 1000, piecesBefore: 4, upTo3000: 0, upTo6000: 1, over6000: 0 }],
    ])
    expect((await gather('F23', { ...november, model: '没有这个车型' })).tables['faults']).toEqual([])
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
  const { id, revision, problems } = await api.forms.save({ id: null, revision: 0, form: 'F20', manufacturerId, workOrderId: null, content: corrected })
  const { content } = await api.forms.get({ id })
  expect([problems, countCorrections(content), content.gathered?.values['amountOther'], content.values['visits'], content.tables['models']?.[0]?.['source']]).toEqual([[], 1, 7_00, 3, 'model:示例·锐风125'])
  const { paperId } = await api.forms.issue({ id, revision })
  const [frozen] = station.db().$client.prepare<[number], { paper: string }>('SELECT paper FROM issued_papers WHERE id = ?').all(paperId)
  expect(JSON.parse(frozen?.paper ?? '{}')).not.toHaveProperty('gathered')
  expect((await api.forms.get({ id })).content.gathered?.ask).toEqual(october)
})
