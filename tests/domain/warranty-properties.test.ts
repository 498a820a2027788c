import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, daysBetween, localDate, type Holidays, type LocalDate } from '#domain/dates'
import { judgeOrder, judgePart, type WarrantyFacts } from '#domain/warranty'
import { repeatOf, type EarlierRepair, type RepeatFacts } from '#domain/warranty-repeat'
import type { EarlierOrder, WarrantyPart } from '#domain/warranty-term'
import { codesOf, exclusion, partCategory, usage } from '#domain/words'
import { say } from '#domain/sentences/index'

const sale = localDate('2025-01-31')
const dayAfterSale = (max: number): fc.Arbitrary<LocalDate> => fc.integer({ min: 0, max }).map((days) => addDays(sale, days))
const anyHolidays: fc.Arbitrary<Holidays> = fc.record({
  holidays: fc.array(dayAfterSale(900), { maxLength: 60 }).map((days) => new Set<string>(days)),
  workdays: fc.array(dayAfterSale(900), { maxLength: 10 }).map((days) => new Set<string>(days)),
})
const anyEarlier: fc.Arbitrary<EarlierOrder> = fc
  .record({
    no: fc.nat(99).map((n) => `A${n}`),
    warranty: fc.boolean(),
    receivedOn: dayAfterSale(800),
    length: fc.integer({ min: 0, max: 40 }),
    isOpen: fc.boolean(),
    waitFrom: fc.integer({ min: -20, max: 20 }),
    waitLength: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ no, warranty, receivedOn, length, isOpen, waitFrom, waitLength }) => ({
    no,
    warranty,
    receivedOn,
    deliveredOn: isOpen ? null : addDays(receivedOn, length),
    waits: [{ from: addDays(receivedOn, waitFrom), to: addDays(receivedOn, waitFrom + waitLength) }],
  }))
const anyFacts: fc.Arbitrary<WarrantyFacts> = fc.record({
  unit: fc.record({
    purchaseDate: fc.option(fc.constant(sale)),
    deliveryDate: fc.option(dayAfterSale(30)),
    hasProof: fc.boolean(),
    usage: fc.constantFrom(...codesOf(usage)),
    usesMileage: fc.boolean(),
    mileageOffset: fc.nat(5000),
    tamperFlag: fc.boolean(),
  }),
  receivedOn: dayAfterSale(900),
  mileage: fc.option(fc.nat(30_000)),
  exclusions: fc.uniqueArray(fc.constantFrom(...codesOf(exclusion)), { maxLength: 2 }),
  approval: fc.constant(null),
  policy: fc.record({
    name: fc.constant('示例'),
    startRule: fc.constantFrom('invoice', 'delivery', 'later'),
    deductRepairDays: fc.boolean(),
    deductWaitDays: fc.boolean(),
    holidayShift: fc.boolean(),
    commercialUseFactor: fc.constantFrom(50, 100),
    partProductionLimitMonths: fc.option(fc.constant(30)),
    limits: fc.constant([
      { scope: 'whole', ref: '', months: 12, km: 10_000, exclude: false },
      { scope: 'category', ref: 'wear', months: 3, km: 2000, exclude: false },
      { scope: 'assembly', ref: '制动系统', months: 6, km: 5000, exclude: false },
    ] as const),
  }),
  earlier: fc.array(anyEarlier, { maxLength: 6 }),
  holidays: anyHolidays,
})
const anyPart: fc.Arbitrary<WarrantyPart> = fc.record({
  code: fc.constant('P-1'),
  name: fc.constant('零件'),
  category: fc.constantFrom(...codesOf(partCategory)),
  isEngine: fc.boolean(),
  assembly: fc.constantFrom('', '制动系统'),
  months: fc.option(fc.nat(24)),
  km: fc.option(fc.nat(20_000)),
  producedOn: fc.option(dayAfterSale(100)),
})
const isLate = (facts: WarrantyFacts): boolean => judgePart(facts, null).reasons.includes('overTime')

describe('for any unit, policy and history', () => {
  test('a later hand-in never turns out of time into in time', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 0, max: 200 }), (facts, days) => {
        const plain = { ...facts, exclusions: [] }
        fc.pre(isLate(plain))
        expect(isLate({ ...plain, receivedOn: addDays(facts.receivedOn, days) })).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  test('one more repair never shortens the term, nor takes a deducted day away', () => {
    fc.assert(
      fc.property(anyFacts, anyEarlier, (facts, more) => {
        const before = judgePart(facts, null)
        const after = judgePart({ ...facts, earlier: [...facts.earlier, more] }, null)
        fc.pre(before.until !== null && after.until !== null)
        expect(after.deductedDays).toBeGreaterThanOrEqual(before.deductedDays)
        expect(daysBetween(before.until, after.until)).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 400 },
    )
  })

  test('the term is at least its months, and its days are the deducted ones when nothing shifts it', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { start, until, deductedDays } = judgePart({ ...facts, unit: { ...facts.unit, usage: 'own' } }, null)
        fc.pre(start !== null && until !== null)
        const natural = daysBetween(addMonths(start, 12), until)
        expect(natural).toBeGreaterThanOrEqual(deductedDays)
        if (facts.policy?.holidayShift === false) expect(natural).toBe(deductedDays)
      }),
    )
  })

  test('more km never help', () => {
    fc.assert(
      fc.property(anyFacts, fc.nat(20_000), (facts, more) => {
        fc.pre(facts.mileage !== null && judgePart(facts, null).reasons.includes('overKm'))
        expect(judgePart({ ...facts, mileage: facts.mileage + more }, null).reasons).toContain('overKm')
      }),
    )
  })

  test('one more ticked exclusion never helps', () => {
    fc.assert(
      fc.property(anyFacts, anyPart, fc.constantFrom(...codesOf(exclusion)), (facts, part, code) => {
        const after = judgePart({ ...facts, exclusions: [...facts.exclusions, code] }, part)
        expect(after.result).not.toBe('covered')
        expect(after.reasons).toContain(code)
      }),
    )
  })

  test('covered has no reasons, refused has some, and the last line is the result', () => {
    fc.assert(
      fc.property(anyFacts, fc.array(anyPart, { maxLength: 3 }), (facts, parts) => {
        const { result, reasons, lines, perLine } = judgeOrder(facts, parts)
        expect(lines.at(-1)?.key).toBe(`warranty.result.${result}`)
        if (result === 'covered') expect(reasons).toEqual([])
        if (result === 'notCovered') expect(reasons.length).toBeGreaterThan(0)
        expect(perLine).toHaveLength(parts.length)
        expect(lines.map(say).filter((line) => /[{}]/.test(line))).toEqual([])
      }),
    )
  })

  test('an approval never leaves an order refused', () => {
    fc.assert(
      fc.property(anyFacts, anyPart, (facts, part) => {
        const approval = { no: 'T', by: '王工', on: facts.receivedOn }
        expect(['covered', 'special']).toContain(judgePart({ ...facts, approval }, part).result)
      }),
    )
  })
})

describe('the repeat counter', () => {
  const fault = { part: 'P-1', system: '', mode: null }
  const repaired = (no: string, on: string, rest: Partial<EarlierRepair> = {}): EarlierRepair => ({
    ...fault,
    no,
    warranty: true,
    closed: true,
    receivedOn: localDate(on),
    ...rest,
  })
  const facts: RepeatFacts = {
    fault,
    receivedOn: localDate('2025-12-01'),
    earlier: [],
    start: sale,
    until: localDate('2026-01-31'),
    limit: 2,
    rule: 'MC7',
  }
  const levels = (earlier: EarlierRepair[], rest: Partial<RepeatFacts> = {}) => {
    const { count, level, orders } = repeatOf({ ...facts, ...rest, earlier })
    return [count, level, orders.join()]
  }

  test('is silent at first, yellow one short of the limit, red at the limit', () => {
    const first = repaired('A1', '2025-06-01')
    const second = repaired('A2', '2025-08-01')
    expect([levels([]), levels([first]), levels([first, second])]).toEqual([
      [0, 'none', ''],
      [1, 'yellow', 'A1'],
      [2, 'red', 'A1,A2'],
    ])
    expect(repeatOf({ ...facts, earlier: [first, second] }).lines.map(say)).toEqual([
      '工单 A1（2025-06-01，183 天前）修过同一故障',
      '工单 A2（2025-08-01，122 天前）修过同一故障',
      '同一故障第 3 次维修',
      '退换预警（红）：同一故障已三包修理 2 次，达到 2 次的界限',
      '参考：摩托车三包细则（MC7）——售出 15 日后，同一故障修理两次仍不能正常使用的，凭修理记录换货或退货',
    ])
  })

  test('counts the same system failing in the same way, another mode not', () => {
    const leaking = { part: 'P-1', system: '发动机', mode: 'leaking' } as const
    expect(levels([repaired('A1', '2025-06-01', { part: 'P-2', system: '发动机', mode: 'leaking' })], { fault: leaking })).toEqual([
      1,
      'yellow',
      'A1',
    ])
    expect(levels([repaired('A1', '2025-06-01', { part: 'P-2', system: '发动机', mode: 'noisy' })], { fault: leaking })).toEqual([
      0,
      'none',
      '',
    ])
  })

  test('does not count open, paid or out-of-term repairs', () => {
    expect(
      levels(
        [
          repaired('A1', '2025-06-01', { closed: false }),
          repaired('A2', '2025-06-01', { warranty: false }),
          repaired('A3', '2025-01-30'),
          repaired('A4', '2026-02-01'),
        ],
        { receivedOn: localDate('2026-03-01') },
      ),
    ).toEqual([0, 'none', ''])
  })

  test('an unnamed fault is not the same as another unnamed fault', () => {
    const unnamed = { part: '', system: '', mode: null }
    expect(levels([repaired('A1', '2025-06-01', unnamed)], { fault: unnamed })).toEqual([0, 'none', ''])
  })

  test('a car warns at the third and is red at the fourth earlier repair', () => {
    const earlier = ['2025-03-01', '2025-04-01', '2025-05-01', '2025-06-01'].map((on, index) => repaired(`A${index + 1}`, on))
    const car = { limit: 4, rule: 'LAW43' } as const
    expect([2, 3, 4].map((n) => levels(earlier.slice(0, n), car)[1])).toEqual(['none', 'yellow', 'red'])
  })
})
