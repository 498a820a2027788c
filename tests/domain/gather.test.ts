import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, instantOf, localDate, type LocalDate } from '#domain/dates'
import { countOf, isDone, isOpenAfter, isReceived, isRework, repairDays, workOf } from '#domain/gather/base-sets'
import { numbersOnPaper } from '#domain/gather/feedback'
import { mainFaults, qualityMonth, type FaultFact } from '#domain/gather/faults'
import { oldPartCounts, type OldPartFact } from '#domain/gather/old-parts'
import {
  lastHalfMonth,
  lastMonth,
  monthOnPaper,
  periodBefore,
  periodOnPaper,
  usualPeriods,
  yearToDate,
  type Period,
} from '#domain/gather/period'
import { serviceNth } from '#domain/gather/services'
import { stationMonth } from '#domain/gather/station-month'
import { mainTechnician, technicianMonth } from '#domain/gather/technicians'
import { at, nothing, october, order, period, someOrders, span } from './gather-orders.ts'

describe('periods', () => {
  test('at the turn of the month: the month, or the half of it, that ended last', () => {
    const on = (day: string) => [lastMonth(localDate(day)), lastHalfMonth(localDate(day))].map(({ from, to }) => `${from} ${to}`)
    expect([on('2026-11-03'), on('2026-11-16'), on('2026-03-15')]).toEqual([
      ['2026-10-01 2026-10-31', '2026-10-16 2026-10-31'],
      ['2026-10-01 2026-10-31', '2026-11-01 2026-11-15'],
      ['2026-02-01 2026-02-28', '2026-02-16 2026-02-28'],
    ])
  })

  test('the period before, its name on paper, the year so far', () => {
    const periods = [
      october,
      period('2026-09-26', '2026-10-25'),
      period('2026-07-01', '2026-09-30'),
      period('2025-01-01', '2025-12-31'),
      period('2026-10-11', '2026-10-13'),
    ]
    expect(
      periods
        .map((each) => [periodBefore(each), periodOnPaper(each), monthOnPaper(each)])
        .map(([before, ...names]) => [Object.values(before as Period).join(' '), ...names]),
    ).toEqual([
      ['2026-09-01 2026-09-30', '2026年10月', '2026-10'],
      ['2026-08-26 2026-09-25', '9月26日—10月25日', '2026-10'],
      ['2026-04-01 2026-06-30', '2026年第三季度', '2026-09'],
      ['2024-01-01 2024-12-31', '2025年', '2025-12'],
      ['2026-10-08 2026-10-10', '10月11日—10月13日', '2026-10'],
    ])
    expect(yearToDate(october)).toEqual(period('2026-01-01', '2026-10-31'))
  })

  test('what is offered ends in order and never begins after it ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.constantFrom('month', 'halfMonth'), (days, unit) => {
        const offered = usualPeriods(addDays(localDate('2020-01-01'), days), unit)
        expect(
          offered.every(({ from, to }) => from <= to) && new Set(offered.map(({ from, to }) => `${from} ${to}`)).size === offered.length,
        ).toBe(true)
      }),
    )
  })
})

describe('base sets', () => {
  test('the last minute of the month counts, the first of the next does not; cancelled and taken back to work count nowhere', () => {
    const late = instantOf(localDate('2026-10-31'), '23:59')
    const next = instantOf(localDate('2026-11-01'), '00:00')
    const done = [
      order({ finishedAt: late }),
      order({ finishedAt: next }),
      order({ status: 'cancelled' }),
      order({ status: 'repairing' }),
    ].map((each) => isDone(each, span))
    expect([done, isReceived(order({ receivedAt: late }), span), isReceived(order({ status: 'cancelled' }), span)]).toEqual([
      [true, false, false, false],
      true,
      false,
    ])
  })

  test('open at the end: received and finished later or not at all, unless it ended without a repair', () => {
    const unfinished = { finishedAt: null, deliveredAt: null }
    expect(
      [
        order({ status: 'repairing', ...unfinished }),
        order({ finishedAt: at('2026-11-02') }),
        order(),
        order({ status: 'toExchange', ...unfinished }),
        order({ status: 'waiting', ...unfinished, receivedAt: at('2026-11-01') }),
      ].map((each) => isOpenAfter(each, span)),
    ).toEqual([true, true, false, false, false])
  })

  test('a rework is inside the guarantee of the repair before: 30 days under 三包, 10 days and 800 km when it was paid', () => {
    const after = (days: number, km: number, kind: 'warranty' | 'paid') =>
      isRework(
        order({
          receivedAt: at(addDays(localDate('2026-10-01'), days)),
          mileage: 3000 + km,
          earlier: { finishedAt: at('2026-10-01'), nature: kind, mileage: 3000, technicianId: 1 },
        }),
      )
    expect([
      after(30, 9000, 'warranty'),
      after(31, 0, 'warranty'),
      after(10, 800, 'paid'),
      after(11, 0, 'paid'),
      after(5, 801, 'paid'),
      isRework(order()),
    ]).toEqual([true, false, true, false, false, false])
  })

  test('days in the shop are begun days', () => {
    const to = (day: string, time: string) => repairDays({ receivedAt: at('2026-10-05'), deliveredAt: instantOf(localDate(day), time) })
    expect([
      to('2026-10-05', '11:00'),
      to('2026-10-06', '09:00'),
      to('2026-10-06', '09:01'),
      repairDays({ receivedAt: null, deliveredAt: null }),
    ]).toEqual([1, 1, 2, null])
  })
})

describe('technicians', () => {
  test('most hours make the main technician; equal or no hours leave it to the one on the order', () => {
    const line = (technicianId: number | null, hours: number) => ({ technicianId, hours })
    expect(
      [[line(2, 30), line(null, 20)], [line(2, 20), line(null, 20)], [], [line(2, 10), line(3, 10), line(2, 1)]].map((lines) =>
        mainTechnician({ technicianId: 1 }, lines),
      ),
    ).toEqual([2, 1, 1, 2])
  })
})

describe('whatever the orders', () => {
  test('F20: 完工 is 三包 + 售前 + 收费 + 保养 in every row, rows add up to the sets, money to the finished orders', () => {
    fc.assert(
      fc.property(someOrders, (orders) => {
        const { values, tables } = stationMonth({ period: october, span, orders, ...nothing })
        const rows = tables['models'] ?? []
        const sum = (key: string) => rows.reduce((total, row) => total + Number(row[key]), 0)
        for (const row of rows)
          expect(row['done']).toBe(Number(row['warranty']) + Number(row['presale']) + Number(row['paid']) + Number(row['maintenance']))
        const done = orders.filter((each) => isDone(each, span))
        expect([sum('done'), sum('received'), sum('open'), values['amountLabour']]).toEqual([
          done.length,
          countOf(orders, (each) => isReceived(each, span)),
          countOf(orders, (each) => isOpenAfter(each, span)),
          done.reduce((total, each) => total + each.labourFen, 0),
        ])
      }),
    )
  })

  test('F11: every finished order with a technician is somebody’s, once; of three kinds of work each has one', () => {
    const technicians = [1, 2, 3].map((id) => ({ id, code: `T${id}`, name: `${id}`, grade: '', teamName: '', active: id !== 3 }))
    fc.assert(
      fc.property(someOrders, (orders) => {
        const rows = technicianMonth({ period: october, span, orders, labour: [], technicians, callBacks: [] }).tables['technicians'] ?? []
        const done = orders.filter((each) => isDone(each, span))
        expect(rows.reduce((total, row) => total + Number(row['doneCount']), 0)).toBe(
          done.filter(({ technicianId }) => technicianId !== null).length,
        )
        expect(done.every((each) => ['warranty', 'presale', 'paid', 'maintenance'].includes(workOf(each)))).toBe(true)
      }),
    )
  })

  test('F23 and the main faults: pieces add up, shares are of all pieces, km columns hold each piece at most once', () => {
    const fault = fc.record({
      model: fc.constantFrom('A', 'B'),
      partCode: fc.constantFrom('', 'P1', 'P2'),
      partName: fc.constantFrom('线圈', '减震器'),
      supplier: fc.constant(''),
      faultMode: fc.constantFrom('broken' as const, 'worn' as const, null),
      qty: fc.integer({ min: 1, max: 9 }),
      km: fc.option(fc.nat(9000)),
      repairMethod: fc.constant('更换'),
    })
    fc.assert(
      fc.property(fc.array(fault, { maxLength: 30 }), (faults: FaultFact[]) => {
        const rows = qualityMonth({ period: october, model: '', faults, faultsBefore: [] }).tables['faults'] ?? []
        const all = faults.reduce((total, { qty }) => total + qty, 0)
        const number = (row: (typeof rows)[number], key: string) => Number(row[key])
        expect(rows.reduce((total, row) => total + number(row, 'pieces'), 0)).toBe(all)
        for (const row of rows) {
          expect(number(row, 'share')).toBe(Math.round((number(row, 'pieces') * 1000) / all))
          expect(number(row, 'upTo1000') + number(row, 'upTo3000') + number(row, 'upTo6000') + number(row, 'over6000')).toBeLessThanOrEqual(
            number(row, 'pieces'),
          )
        }
        expect(mainFaults(faults).length).toBeLessThanOrEqual(5)
      }),
    )
  })
})

test('F22: a 定期保养 is at least the second, and one more than those done here before', () => {
  expect([
    serviceNth({ repairType: 'firstService' }, 3),
    ...[0, 1, 2, 5].map((before) => serviceNth({ repairType: 'periodicService' }, before)),
  ]).toEqual([1, 2, 2, 3, 6])
})

test('numbers that begin alike are named once', () => {
  expect([
    numbersOnPaper(['A-202611-0002', 'A-202611-0001', '', 'A-202611-0001'], 60),
    numbersOnPaper([], 60),
    numbersOnPaper(['A-0001', 'B-0002'], 60),
  ]).toEqual(['A-202611-0001、0002', '', 'A-0001、B-0002'])
})

test('old parts: due in the month or carried over, sent in it, late at its end', () => {
  const piece = (dueOn: LocalDate | null, shippedAt: string | null, changes: Partial<OldPartFact> = {}): OldPartFact => ({
    status: shippedAt === null ? 'labelled' : 'shipped',
    dueOn,
    shippedAt: shippedAt === null ? null : at(shippedAt),
    verdict: 'pending',
    verdictAt: null,
    ...changes,
  })
  const day = localDate('2026-10-10')
  const before = localDate('2026-09-10')
  const pieces = [
    piece(day, '2026-10-09'),
    piece(day, '2026-11-02'),
    piece(day, null),
    piece(before, '2026-10-02'),
    piece(before, '2026-09-08'),
    piece(before, null, { status: 'exempt' }),
    piece(day, null, { status: 'lost' }),
    piece(null, '2026-10-20'),
  ]
  expect(oldPartCounts(pieces, october)).toEqual({ due: 4, sent: 3, late: 2, sentRate: 500, rejected: null })
  expect(
    oldPartCounts([piece(day, '2026-10-09', { status: 'rejected', verdict: 'rejected', verdictAt: at('2026-10-20') })], october).rejected,
  ).toBe(1)
})
