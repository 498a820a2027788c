import { describe, expect, test } from 'vitest'
import { say } from '#domain/sentences/index'
import { asksOf, judgeOrder, judgePart } from '#domain/warranty'
import type { WarrantyPart } from '#domain/warranty-term'
import { exclusion, type Exclusion } from '#domain/words'
import { day, facts, factsWith, judge, outcome, part, told, wholeLimit } from '#tests/domain/warranty-example'

describe('the limit that applies', () => {
  const scopeOf = (about: WarrantyPart | null) => {
    const { scope, kmLimit, until, result } = judge({ receivedOn: day('2025-06-01'), mileage: 1000 }, about)
    return [scope, kmLimit, until, result]
  }
  test.each([
    ['the part of the policy before its category', { ...part, code: 'P-100', category: 'wear' }, ['part', 3000, '2025-09-10', 'covered']],
    [
      'the catalogue limit of the part before its category',
      { ...part, category: 'wear', months: 1, km: 500 },
      ['part', 500, '2025-04-10', 'notCovered'],
    ],
    [
      'a part line of the policy before the catalogue',
      { ...part, code: 'P-100', months: 1, km: 500 },
      ['part', 3000, '2025-09-10', 'covered'],
    ],
    ['the category before the engine', { ...part, category: 'wear', isEngine: true }, ['category', 2000, '2025-06-10', 'covered']],
    ['the category before the assembly', { ...part, category: 'wear', assembly: '制动系统' }, ['category', 2000, '2025-06-10', 'covered']],
    ['the assembly before the engine', { ...part, isEngine: true, assembly: '制动系统' }, ['assembly', 9000, '2025-12-10', 'covered']],
    ['an assembly without a limit of its own', { ...part, assembly: '仪表' }, ['whole', 6000, '2026-03-10', 'covered']],
    ['the engine before the whole unit', { ...part, isEngine: true }, ['engine', 20_000, '2027-03-10', 'covered']],
    ['the whole unit at last', part, ['whole', 6000, '2026-03-10', 'covered']],
    ['the whole unit without a part', null, ['whole', 6000, '2026-03-10', 'covered']],
    ['a part that the policy excludes', { ...part, code: 'P-200' }, ['part', null, null, 'notCovered']],
    ['a category that the policy excludes', { ...part, category: 'trim' }, ['category', null, null, 'notCovered']],
    ['a consumable without a limit of its own', { ...part, category: 'consumable' }, ['category', null, null, 'notCovered']],
    ['a consumable with one', { ...part, category: 'consumable', months: 3 }, ['part', null, '2025-06-10', 'covered']],
  ] as const)('%s', (_name, about, expected) => {
    expect(scopeOf(about)).toEqual(expected)
  })

  test('the limit of an assembly names it, in the decision and in the sum on the page', () => {
    const brake = { ...part, name: '制动蹄', assembly: '制动系统' }
    expect(told({}, brake)).toContain('制动蹄按总成「制动系统」的限值')
  })

  test('an excluded part says by what', () => {
    expect(told({}, { ...part, name: '侧盖', category: 'trim' })).toContain('侧盖属「附属(外观)件」，按政策不予三包')
    expect(outcome({}, { ...part, category: 'trim' })).toEqual(['notCovered', 'consumable', null])
  })

  test('commercial use shortens the months and rounds them up', () => {
    const until = (months: number, usage: 'commercial' | 'rental' | 'official') =>
      judge({ unit: { usage }, policy: { limits: [{ ...wholeLimit, months }] } }).until
    expect([until(12, 'commercial'), until(3, 'rental'), until(12, 'official')]).toEqual(['2025-09-10', '2025-05-10', '2026-03-10'])
    expect(told({ unit: { usage: 'commercial' } })).toContain('营运或租赁车辆按 50% 折算：12 个月折为 6 个月')
  })

  test('a part too old by its own production date is refused', () => {
    const old = (producedOn: string) => outcome({}, { ...part, producedOn: day(producedOn) })
    expect([old('2023-09-10'), old('2023-09-09')]).toEqual([
      ['covered', '', '2026-03-10'],
      ['notCovered', 'overTime', '2026-03-10'],
    ])
  })
})

describe('what else decides', () => {
  test.each(Object.keys(exclusion) as Exclusion[])('the ticked reason %s refuses and is said', (code) => {
    expect(judge({ exclusions: [code] })).toMatchObject({ result: 'notCovered', reasons: [code] })
    expect(told({ exclusions: [code] })).toContain(`不予三包：${exclusion[code].replaceAll('/', code === 'consumable' ? '件、' : '或')}`)
  })

  test('all reasons are given, each once', () => {
    expect(judge({ mileage: 9000, receivedOn: day('2026-05-01'), exclusions: ['overKm', 'manMade'] }).reasons).toEqual([
      'overTime',
      'overKm',
      'manMade',
    ])
  })

  test('missing proof asks before anything is refused, unless its absence was ticked', () => {
    const unit = { hasProof: false }
    expect([outcome({ unit, mileage: 9000 }), outcome({ unit, exclusions: ['noProof'] })]).toEqual([
      ['pending', 'noProof,overKm', '2026-03-10'],
      ['notCovered', 'noProof', '2026-03-10'],
    ])
  })

  test('no policy, or one without a limit for the whole unit, leaves it open', () => {
    expect(judgePart({ ...facts, policy: null }, null).lines.map(say)).toEqual(['该车型尚未指定三包政策，请先在资料中指定', '结论：待判'])
    expect(outcome({ policy: { limits: [] } })).toEqual(['pending', '', null])
  })

  test('a special approval covers what is refused, and is not needed for what is covered', () => {
    const approval = { no: 'TP-0042', by: '王工', on: day('2026-03-09') }
    expect([outcome({ approval }), outcome({ approval, mileage: 7000 })]).toEqual([
      ['covered', '', '2026-03-10'],
      ['special', 'overKm', '2026-03-10'],
    ])
    expect(told({ approval, mileage: 7000 }).slice(-2)).toEqual(['厂方特批号 TP-0042（王工，2026-03-09）', '结论：保外特批'])
  })
})

describe('the verdict on an order', () => {
  const wear: WarrantyPart = { ...part, code: 'P-9', name: '制动蹄', category: 'wear' }

  test('without part lines is that of the whole unit', () => {
    expect(judgeOrder(facts, [])).toEqual({ ...judgePart(facts, null), perLine: [], isSplit: false })
  })

  test('with lines comes from them and says how they split', () => {
    const verdict = judgeOrder(facts, [part, wear])
    expect(verdict).toMatchObject({ result: 'covered', reasons: [], isSplit: true, until: '2026-03-10' })
    expect(verdict.perLine.map(({ partCode, result, reasons }) => [partCode, result, reasons])).toEqual([
      ['P-1', 'covered', []],
      ['P-9', 'notCovered', ['overTime', 'overKm']],
    ])
    expect(verdict.lines.slice(-2).map(say)).toEqual(['零件 2 行：三包内 1，三包外 1，特批 0，待判 0', '结论：三包内'])
  })

  test('is refused when no line is covered, special when approved, open when one line is open', () => {
    const approval = { no: 'TP-1', by: '王工', on: day('2026-03-09') }
    expect([
      judgeOrder(facts, [wear]).result,
      judgeOrder(factsWith({ approval }), [wear]).result,
      judgeOrder(factsWith({ mileage: null }), [part, wear]).result,
    ]).toEqual(['notCovered', 'special', 'pending'])
  })

  test('待判 tells what it waits for, each once; a decided order waits for nothing', () => {
    const open = factsWith({ mileage: null, unit: { hasProof: false, purchaseDate: null } })
    expect([
      asksOf(judgeOrder(open, [])),
      asksOf(judgeOrder(open, [part, part])),
      asksOf(judgeOrder({ ...facts, policy: null }, [])),
      asksOf(judgeOrder(facts, [part])),
    ]).toEqual([['proof', 'purchaseDate', 'mileage'], ['proof', 'purchaseDate', 'mileage'], ['policy'], []])
  })
})
