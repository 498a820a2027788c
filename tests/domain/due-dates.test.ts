import { describe, expect, test } from 'vitest'
import { instant, localDate } from '#domain/dates'
import {
  appealDue,
  borrowedPartDue,
  claimDue,
  dayTaskState,
  defaultDueParameters,
  dueOfDays,
  endOfDay,
  oldPartDue,
  type OrderTimes,
  orderDues,
  saidOfClock,
  taskState,
} from '#domain/due-dates'
import { say } from '#domain/sentences/index'

const day = localDate
// 09:00 in the shop
const at = (date: string) => instant(`${date}T01:00:00.000Z`)
const nothingYet: OrderTimes = {
  channel: 'phone',
  reportedAt: at('2026-11-20'),
  handedAt: null,
  contactedAt: null,
  plannedAt: null,
  receivedAt: null,
  assessedAt: null,
  finishedAt: null,
  calledBackAt: null,
}
const clocks = (times: OrderTimes): string[] => orderDues(times).map(({ rule, due }) => `${rule} ${due}`)

describe('a task', () => {
  test('is 临期 with a fifth of its time left and 逾期 after it', () => {
    const [start, due] = [instant('2026-11-20T00:00:00.000Z'), instant('2026-11-20T10:00:00.000Z')]
    expect(
      ['07:59:59.999', '08:00:00.000', '10:00:00.000', '10:00:00.001'].map((time) => taskState(start, due, instant(`2026-11-20T${time}Z`))),
    ).toEqual(['normal', 'dueSoon', 'dueSoon', 'overdue'])
  })

  test('in days is not overdue on its last day', () => {
    expect(
      ['2026-11-22', '2026-11-26', '2026-11-27', '2026-11-28'].map((today) =>
        dayTaskState(day('2026-11-20'), day('2026-11-27'), day(today)),
      ),
    ).toEqual(['normal', 'dueSoon', 'dueSoon', 'overdue'])
  })

  test('that was stored says its own limit again: hours by the hour, days by the day, nothing of rules unknown here', () => {
    const until = (date: string) => endOfDay(day(date))
    const said = (
      [
        ['D05', at('2026-11-21')],
        ['D10', until('2026-11-27')],
        ['D38', until('2026-11-27')],
        ['D99', at('2026-11-21')],
      ] as const
    ).map(([rule, due]) => saidOfClock(rule, at('2026-11-20'), due))
    expect(said.map((each) => (each === null ? null : say(each)))).toEqual([
      '派工接车后 24 小时内处理完',
      '借件：修理后 7 天内把旧件连同质量报表返回厂方',
      '空白备用单：在 2026-11-27 前补录或退回',
      null,
    ])
  })

  test('in days ends with the day in the shop', () => {
    expect(endOfDay(day('2026-11-27'))).toBe('2026-11-27T15:59:59.999Z')
    expect(dueOfDays(claimDue(at('2026-11-20')))).toMatchObject({
      rule: 'D34',
      start: '2026-11-19T16:00:00.000Z',
      due: '2027-01-19T15:59:59.999Z',
    })
  })
})

describe('the clocks of an order', () => {
  test('run one after another', () => {
    const handed = { ...nothingYet, handedAt: at('2026-11-21') }
    const contacted = { ...handed, contactedAt: at('2026-11-22') }
    const planned = { ...contacted, plannedAt: at('2026-11-22'), assessedAt: at('2026-11-22') }
    const received = { ...planned, receivedAt: at('2026-11-23') }
    const finished = { ...received, finishedAt: at('2026-11-24') }
    expect([
      clocks({ ...nothingYet, channel: 'sales' }),
      clocks(nothingYet),
      clocks(handed),
      clocks(contacted),
      clocks(planned),
      clocks(received),
      clocks(finished),
      clocks({ ...finished, calledBackAt: at('2026-11-25') }),
    ]).toEqual([
      ['D01 2026-11-20T13:00:00.000Z'],
      ['D02 2026-11-20T13:00:00.000Z'],
      ['D03 2026-11-21T13:00:00.000Z'],
      ['D04 2026-11-23T01:00:00.000Z', 'D06 2026-11-24T01:00:00.000Z'],
      [],
      ['D05 2026-11-24T01:00:00.000Z'],
      ['D07 2026-11-25T01:00:00.000Z'],
      [],
    ])
  })

  test('ask a walk-in for no phone call', () => {
    expect(clocks({ ...nothingYet, channel: 'walkIn', receivedAt: at('2026-11-20') })).toEqual(['D05 2026-11-21T01:00:00.000Z'])
  })

  test('say what they ask for and follow the policy', () => {
    const [due] = orderDues(nothingYet, { ...defaultDueParameters, csForwardH: 6 })
    expect([due?.due, due === undefined ? '' : say(due.said)]).toEqual(['2026-11-20T07:00:00.000Z', '接到报修后 6 小时内转交售后'])
  })
})

describe('an old part', () => {
  const ordinary = { removedOn: day('2026-11-20'), finishedAt: at('2026-11-21'), isBorrowed: false, isSerious: false }

  test('that was borrowed is due 7 days after the repair, with reminders', () => {
    expect(borrowedPartDue(instant('2026-11-20T16:30:00.000Z'))).toEqual({
      rule: 'D10',
      startOn: '2026-11-21',
      dueOn: '2026-11-28',
      remindOn: ['2026-11-26', '2026-11-28'],
      said: { key: 'due.D10', params: { limit: 7 } },
    })
    expect([oldPartDue({ ...ordinary, isBorrowed: true })?.dueOn, oldPartDue({ ...ordinary, isBorrowed: true, finishedAt: null })]).toEqual(
      ['2026-11-28', null],
    )
  })

  test('follows the rule of its maker', () => {
    const under = (removedOn: string, oldPartDueRule: typeof defaultDueParameters.oldPartDueRule) =>
      oldPartDue({ ...ordinary, removedOn: day(removedOn) }, { ...defaultDueParameters, oldPartDueRule })?.dueOn
    expect([
      under('2026-11-20', { kind: 'dayOfNextMonth', day: 10 }),
      under('2026-12-31', { kind: 'dayOfNextMonth', day: 10 }),
      under('2027-01-31', { kind: 'dayOfNextMonth', day: 31 }),
      under('2026-11-20', { kind: 'dayOfNextMonth', day: 31 }),
      under('2026-11-20', { kind: 'days', days: 30 }),
    ]).toEqual(['2026-12-10', '2027-01-10', '2027-02-28', '2026-12-31', '2026-12-20'])
  })

  test('with a serious fault is due in 3 days, or sooner if another rule says so', () => {
    expect(
      [
        oldPartDue({ ...ordinary, isSerious: true }),
        oldPartDue(
          { ...ordinary, isSerious: true, removedOn: day('2026-11-30') },
          { ...defaultDueParameters, oldPartDueRule: { kind: 'days', days: 1 } },
        ),
        oldPartDue({ ...ordinary, isSerious: true, isBorrowed: true, finishedAt: null }),
      ].map((due) => `${due?.rule} ${due?.dueOn}`),
    ).toEqual(['D11 2026-11-23', 'D32 2026-12-01', 'D11 2026-11-23'])
  })
})

describe('a claim', () => {
  test('may be made for 60 days and appealed for 15', () => {
    expect([claimDue(at('2026-11-20')).dueOn, appealDue(at('2026-11-20')).dueOn]).toEqual(['2027-01-19', '2026-12-05'])
  })
})
