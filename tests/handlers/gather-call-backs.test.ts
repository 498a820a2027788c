import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '#domain/dates'
import type { FilledFormId } from '#domain/form-ids'
import { overallItem } from '#domain/gather/call-backs'
import { openTestHost, type TestHost } from '#tests/support/host'
import { aReportedMonth } from './reported-month.ts'

let station: TestHost
let month: Awaited<ReturnType<typeof aReportedMonth>>
beforeAll(async () => {
  station = await openTestHost({ today: '2026-10-05' })
  month = await aReportedMonth(station)
})
afterAll(() => station.close())

const gather = (form: FilledFormId, monthOfYear: 10 | 11, technicianId: number | null = null) =>
  station.api.forms.gather({
    form,
    manufacturerId: month.given.manufacturerId,
    ask: {
      from: localDate(`2026-${monthOfYear}-01`),
      to: localDate(`2026-${monthOfYear}-30`),
      allMakers: false,
      technicianId,
      model: '',
      batchId: null,
    },
  })

/** A 回访调查表 filled in from an order and issued; `grade` null: whoever was called did not answer. */
async function calledBack(workOrderId: number, calledAt: string, grade: string | null): Promise<void> {
  const { manufacturerId } = month.given
  const begun = await station.api.forms.begin({ form: 'C05', manufacturerId, workOrderId })
  const items = [
    { item: '技术水平', grade: grade === null ? null : '满意' },
    { item: overallItem, grade },
  ]
  const content = {
    values: { ...begun.values, calledAt, filledBy: '李雯', reach: grade === null ? '无法接通' : '成功' },
    tables: { items },
  }
  await station.api.forms.issue(await station.api.forms.save({ id: null, revision: 0, form: 'C05', manufacturerId, workOrderId, content }))
}

const satisfied = async (monthOfYear: 10 | 11) => {
  const { tables } = await gather('F11', monthOfYear)
  return tables['technicians']?.slice(0, 2).map((row) => [row['name'], row['callbackCount'], row['satisfiedCount']])
}

test('满意率 of the month’s sheets comes from the 回访调查表 issued in it; without any, its cells are left to be typed', async () => {
  expect(await satisfied(10)).toEqual([
    ['周建国', null, null],
    ['吴志强', null, null],
  ])
  expect((await gather('F20', 10)).values['satisfiedRate']).toBeNull()

  await calledBack(month.first.id, '2026-10-20 10:00', '非常满意')
  await calledBack(month.paid, '2026-10-21 10:00', '一般')
  await calledBack(month.service, '2026-10-22 10:00', '满意')
  await calledBack(month.mixed, '2026-10-22 11:00', null)
  await calledBack(month.first.id, '2026-11-02 10:00', '不满意')

  expect([await satisfied(10), await satisfied(11)]).toEqual([
    [
      ['周建国', 2, 1],
      ['吴志强', 1, 1],
    ],
    [
      ['周建国', 1, 0],
      ['吴志强', null, null],
    ],
  ])
  expect(await Promise.all((['F20', 'F24'] as const).map(async (form) => (await gather(form, 10)).values['satisfiedRate']))).toEqual([
    667, 667,
  ])
  // 回访结果 of a job is what was said last
  const { tables } = await gather('F12', 10, month.zhou)
  expect(tables['jobs']?.map(({ callback }) => callback)).toEqual(['不满意', '一般', null])
})
