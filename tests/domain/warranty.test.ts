import { describe, expect, test } from 'vitest'
import { localDate, type Holidays, type LocalDate } from '#domain/dates'
import { say } from '#domain/sentences/index'
import { judgeOrder, judgePart, type WarrantyFacts } from '#domain/warranty'
import type { EarlierOrder, WarrantyLimit, WarrantyPart, WarrantyPolicy } from '#domain/warranty-term'
import { exclusion, type Exclusion } from '#domain/words'

const day = localDate
const none: Holidays = { holidays: new Set(), workdays: new Set() }

const wholeLimit: WarrantyLimit = { scope: 'whole', ref: '', months: 12, km: 6000, exclude: false }
const limits: WarrantyLimit[] = [
  wholeLimit,
  { scope: 'engine', ref: '', months: 24, km: 20_000, exclude: false },
  { scope: 'category', ref: 'wear', months: 3, km: 2000, exclude: false },
  { scope: 'category', ref: 'trim', months: null, km: null, exclude: true },
  { scope: 'part', ref: 'P-100', months: 6, km: 3000, exclude: false },
  { scope: 'part', ref: 'P-200', months: null, km: null, exclude: true },
]
const policy: WarrantyPolicy = {
  name: '法定底线(示例)', startRule: 'invoice', deductRepairDays: true, deductWaitDays: true, holidayShift: false, commercialUseFactor: 50,
  partProductionLimitMonths: 30, limits,
}
const part: WarrantyPart = { code: 'P-1', name: '消声器', category: 'normal', isEngine: false, months: null, km: null, producedOn: null }
const facts: WarrantyFacts = {
  unit: {
    purchaseDate: day('2025-03-10'), deliveryDate: null, hasProof: true, usage: 'own', usesMileage: true, mileageOffset: 0, tamperFlag: false,
  },
  receivedOn: day('2026-03-10'), mileage: 6000, exclusions: [], approval: null, policy, earlier: [], holidays: none,
}

type Change = Partial<Omit<WarrantyFacts, 'unit' | 'policy'>> & { unit?: Partial<WarrantyFacts['unit']>; policy?: Partial<WarrantyPolicy> }
function factsWith({ unit, policy: policyChange, ...rest }: Change): WarrantyFacts {
  return { ...facts, ...rest, unit: { ...facts.unit, ...unit }, policy: { ...policy, ...policyChange } }
}
const judge = (change: Change, about: WarrantyPart | null = null) => judgePart(factsWith(change), about)
const outcome = (change: Change, about: WarrantyPart | null = null) => {
  const { result, reasons, until } = judge(change, about)
  return [result, reasons.join(), until]
}
const told = (change: Change, about: WarrantyPart | null = null): string[] => judge(change, about).lines.map(say)
const repair = (no: string, from: string, to: string | null, rest: Partial<EarlierOrder> = {}): EarlierOrder => ({
  no, warranty: true, receivedOn: day(from), deliveredOn: to === null ? null : day(to), waits: [], ...rest,
})
const span = (from: string, to: string) => ({ from: day(from), to: day(to) })

describe('the 三包 decision', () => {
  test('is told line by line with its arithmetic', () => {
    const earlier = [repair('A1', '2025-05-01', '2025-05-03'), repair('A2', '2025-07-10', '2025-07-10')]
    expect(judge({ earlier, mileage: 5800, unit: { mileageOffset: 150 } })).toMatchObject({
      result: 'covered', reasons: [], start: '2025-03-10', until: '2026-03-14', kmLimit: 6000, totalKm: 5950, deductedDays: 4, scope: 'whole',
    })
    expect(told({ earlier, mileage: 5800, unit: { mileageOffset: 150 } })).toEqual([
      '适用政策：法定底线(示例)',
      '按整机的限值',
      '限值 12 个月或 6000 km，先到为准',
      '起算日 2025-03-10（发票日期）',
      '扣除修理占用 3 天：工单 A1（2025-05-01 至 2025-05-03）',
      '扣除修理占用 1 天：工单 A2（2025-07-10 至 2025-07-10）',
      '到期日 2026-03-14 = 2025-03-10 加 12 个月，加扣除的 4 天',
      '至送修日 2026-03-10 已使用 361 天（日历 365 天，扣除 4 天）',
      '送修日 2026-03-10 不晚于到期日 2026-03-14，时间在三包期内',
      '里程：表读数 5800 km，加换表补偿 150 km，共 5950 km',
      '里程 5950 km 不超过 6000 km',
      '结论：三包内',
    ])
  })

  test('marks each line as fact, passed, failed or asked', () => {
    expect(judge({ mileage: 6001 }).lines.map(({ mark }) => mark)).toEqual(['fact', 'fact', 'fact', 'fact', 'fact', 'fact', 'fact', 'pass', 'fail', 'fail'])
    expect(judge({ mileage: null }).lines.at(-1)).toMatchObject({ mark: 'ask', key: 'warranty.result.pending' })
  })
})

describe('the end of the term', () => {
  test.each([
    ['an ordinary year ends on the same day', '2025-03-10', 12, '2026-03-10'],
    ['a month end stays in a shorter month', '2025-08-31', 6, '2026-02-28'],
    ['a month end meets a leap February', '2027-08-31', 6, '2028-02-29'],
    ['the leap day ends on the last of February', '2024-02-29', 12, '2025-02-28'],
    ['the leap day meets a leap day after four years', '2024-02-29', 48, '2028-02-29'],
    ['the turn of the year', '2025-12-31', 2, '2026-02-28'],
    ['thirty days have April', '2026-01-31', 3, '2026-04-30'],
    ['28 February plus a year before a leap year', '2027-02-28', 12, '2028-02-28'],
  ])('%s', (_name, purchaseDate, months, until) => {
    const change = { unit: { purchaseDate: day(purchaseDate) }, policy: { limits: [{ ...wholeLimit, months }] } }
    expect([outcome({ ...change, receivedOn: day(until) }), outcome({ ...change, receivedOn: nextDay(until) })]).toEqual([
      ['covered', '', until], ['notCovered', 'overTime', until],
    ])
  })

  test('without a limit in months never comes', () => {
    expect(outcome({ receivedOn: day('2099-01-01'), policy: { limits: [{ ...wholeLimit, months: null }] } })).toEqual(['covered', '', null])
  })
})

describe('whichever limit is reached first', () => {
  test('both kept, one passed, the other passed, both passed', () => {
    const late = day('2026-03-11')
    expect([outcome({}), outcome({ mileage: 6001 }), outcome({ receivedOn: late }), outcome({ receivedOn: late, mileage: 6001 })]).toEqual([
      ['covered', '', '2026-03-10'], ['notCovered', 'overKm', '2026-03-10'], ['notCovered', 'overTime', '2026-03-10'],
      ['notCovered', 'overTime,overKm', '2026-03-10'],
    ])
  })

  test('the km of a changed odometer count', () => {
    expect(outcome({ mileage: 10, unit: { mileageOffset: 5991 } })).toEqual(['notCovered', 'overKm', '2026-03-10'])
    expect(told({ mileage: 10, unit: { mileageOffset: 5991 } })).toContain('里程 6001 km 超过 6000 km，超出 1 km')
  })

  test('a tampered odometer counts as one km too many, whatever it shows', () => {
    expect(judge({ mileage: 100, unit: { tamperFlag: true } })).toMatchObject({ result: 'notCovered', reasons: ['overKm'], totalKm: 6001 })
  })

  test('a model without odometer is judged by time alone', () => {
    expect(outcome({ mileage: null, unit: { usesMileage: false } })).toEqual(['covered', '', '2026-03-10'])
  })

  test('a limit in months only does not ask for the mileage', () => {
    expect(outcome({ mileage: null, policy: { limits: [{ ...wholeLimit, km: null }] } })).toEqual(['covered', '', '2026-03-10'])
  })

  test('a missing mileage leaves it open, unless time has run out anyway', () => {
    expect([outcome({ mileage: null }), outcome({ mileage: null, receivedOn: day('2026-03-11') })]).toEqual([
      ['pending', '', '2026-03-10'], ['notCovered', 'overTime', '2026-03-10'],
    ])
  })
})

describe('the start of the term', () => {
  const unit = { purchaseDate: day('2025-03-10'), deliveryDate: day('2025-03-15') }
  test.each([
    ['invoice', unit, '起算日 2025-03-10（发票日期）'],
    ['delivery', unit, '起算日 2025-03-15（交付日期）'],
    ['later', unit, '起算日 2025-03-15（发票 2025-03-10 与交付 2025-03-15 较晚者）'],
    ['delivery', { deliveryDate: null }, '起算日 2025-03-10（无交付日期，按发票日期）'],
    ['later', { deliveryDate: null }, '起算日 2025-03-10（无交付日期，按发票日期）'],
    ['invoice', { purchaseDate: null, deliveryDate: day('2025-03-15') }, '起算日 2025-03-15（交付日期）'],
  ] as const)('by %s', (startRule, dates, line) => {
    expect(told({ unit: dates, policy: { startRule } })).toContain(line)
  })

  test('unknown leaves the decision open', () => {
    expect(judge({ unit: { purchaseDate: null } })).toMatchObject({ result: 'pending', start: null, until: null })
  })

  test('of an unsold stock vehicle has not come, and needs no proof', () => {
    expect(outcome({ unit: { usage: 'stock', purchaseDate: null, hasProof: false }, mileage: 3 })).toEqual(['covered', '', null])
  })
})

describe('deducted days', () => {
  const late: Change = { receivedOn: day('2026-03-13') }

  test('each begun day in the shop moves the end by one', () => {
    expect(outcome({ ...late, earlier: [repair('A1', '2025-06-01', '2025-06-03')] })).toEqual(['covered', '', '2026-03-13'])
  })

  test('overlapping orders count a day once', () => {
    const earlier = [repair('A1', '2025-06-01', '2025-06-03'), repair('A2', '2025-06-03', '2025-06-04'), repair('A3', '2025-06-02', '2025-06-02')]
    expect(judge({ ...late, earlier })).toMatchObject({ deductedDays: 4, until: '2026-03-14' })
    expect(told({ ...late, earlier }).filter((line) => line.includes('工单'))).toEqual([
      '扣除修理占用 3 天：工单 A1（2025-06-01 至 2025-06-03）', '扣除修理占用 1 天：工单 A2（2025-06-03 至 2025-06-04）',
      '工单 A3（2025-06-02 至 2025-06-02）的天数已计入其它占用，不重复扣除',
    ])
  })

  test('waiting for parts inside the repair is not counted again, before it is', () => {
    const earlier = [repair('A1', '2025-06-05', '2025-06-08', { waits: [span('2025-06-01', '2025-06-06')] })]
    expect(told({ ...late, earlier }).filter((line) => line.includes('工单'))).toEqual([
      '扣除修理占用 4 天：工单 A1（2025-06-05 至 2025-06-08）', '扣除待件 4 天：工单 A1（2025-06-01 至 2025-06-06）',
    ])
  })

  test('a repair that spans the natural end pauses the clock to its last day', () => {
    const earlier = [repair('A1', '2026-03-09', '2026-03-20')]
    expect(judge({ receivedOn: day('2026-03-22'), earlier })).toMatchObject({ deductedDays: 12, until: '2026-03-22', result: 'covered' })
  })

  test('a repair after the end brings nothing back', () => {
    expect(judge({ receivedOn: day('2026-04-02'), earlier: [repair('A1', '2026-03-12', '2026-03-31')] })).toMatchObject({ deductedDays: 0, until: '2026-03-10' })
  })

  test('deducted days may carry a second repair over the natural end', () => {
    const earlier = [repair('A1', '2025-06-01', '2025-06-05'), repair('A2', '2026-03-14', '2026-03-16')]
    expect(judge({ receivedOn: day('2026-03-18'), earlier })).toMatchObject({ deductedDays: 8, until: '2026-03-18' })
  })

  test('days before the sale, paid orders, open orders and later orders do not count', () => {
    const earlier = [
      repair('A1', '2025-03-05', '2025-03-10'), repair('A2', '2025-06-01', '2025-06-05', { warranty: false }), repair('A3', '2025-07-01', null),
      repair('A4', '2026-03-14', '2026-03-16'),
    ]
    expect(judge({ ...late, earlier })).toMatchObject({ deductedDays: 1, until: '2026-03-11' })
  })

  test('only what the policy deducts is deducted', () => {
    const earlier = [repair('A1', '2025-06-05', '2025-06-08', { waits: [span('2025-06-01', '2025-06-06')] })]
    const days = (change: Partial<WarrantyPolicy>) => judge({ earlier, policy: change }).deductedDays
    expect([days({}), days({ deductWaitDays: false }), days({ deductRepairDays: false }), days({ deductRepairDays: false, deductWaitDays: false })]).toEqual([8, 4, 6, 0])
    expect(told({ earlier, policy: { deductRepairDays: false, deductWaitDays: false } })).toContain('按政策不扣除修理占用和待件天数')
  })
})

describe('the holiday shift', () => {
  // 2026-02-15 … 2026-02-23 off, Saturday 2026-02-14 and Saturday 2026-02-28 worked.
  const spring: Holidays = {
    holidays: new Set(['15', '16', '17', '18', '19', '20', '21', '22', '23'].map((d) => `2026-02-${d}`)), workdays: new Set(['2026-02-14', '2026-02-28']),
  }
  test.each([
    ['a working day stays', '2025-02-12', '2026-02-12'],
    ['a worked Saturday stays', '2025-02-14', '2026-02-14'],
    ['a chain of days off moves behind the last', '2025-02-15', '2026-02-24'],
    ['the last day off moves by one', '2025-02-23', '2026-02-24'],
    ['an ordinary Saturday moves to Monday', '2025-03-07', '2026-03-09'],
  ])('%s', (_name, purchaseDate, until) => {
    const change: Change = { unit: { purchaseDate: day(purchaseDate) }, receivedOn: day(until), holidays: spring, policy: { holidayShift: true } }
    expect(outcome(change)).toEqual(['covered', '', until])
    expect(outcome({ ...change, receivedOn: nextDay(until) })).toEqual(['notCovered', 'overTime', until])
  })

  test('comes after the deductions, and only when the policy says so', () => {
    const change: Change = { unit: { purchaseDate: day('2025-02-12') }, earlier: [repair('A1', '2025-06-01', '2025-06-03')], holidays: spring, receivedOn: day('2026-02-20') }
    expect([judge({ ...change, policy: { holidayShift: true } }).until, judge(change).until]).toEqual(['2026-02-24', '2026-02-15'])
    expect(told({ ...change, policy: { holidayShift: true } })).toContain('到期日 2026-02-15 是休息日，顺延至 2026-02-24')
  })
})

describe('the limit that applies', () => {
  const scopeOf = (about: WarrantyPart | null) => {
    const { scope, kmLimit, until, result } = judge({ receivedOn: day('2025-06-01'), mileage: 1000 }, about)
    return [scope, kmLimit, until, result]
  }
  test.each([
    ['the part of the policy before its category', { ...part, code: 'P-100', category: 'wear' }, ['part', 3000, '2025-09-10', 'covered']],
    ['the catalogue limit of the part before its category', { ...part, category: 'wear', months: 1, km: 500 }, ['part', 500, '2025-04-10', 'notCovered']],
    ['a part line of the policy before the catalogue', { ...part, code: 'P-100', months: 1, km: 500 }, ['part', 3000, '2025-09-10', 'covered']],
    ['the category before the engine', { ...part, category: 'wear', isEngine: true }, ['category', 2000, '2025-06-10', 'covered']],
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
    expect([old('2023-09-10'), old('2023-09-09')]).toEqual([['covered', '', '2026-03-10'], ['notCovered', 'overTime', '2026-03-10']])
  })
})

describe('what else decides', () => {
  test.each(Object.keys(exclusion) as Exclusion[])('the ticked reason %s refuses and is said', (code) => {
    expect(judge({ exclusions: [code] })).toMatchObject({ result: 'notCovered', reasons: [code] })
    expect(told({ exclusions: [code] })).toContain(`不予三包：${exclusion[code].replaceAll('/', code === 'consumable' ? '件、' : '或')}`)
  })

  test('all reasons are given, each once', () => {
    expect(judge({ mileage: 9000, receivedOn: day('2026-05-01'), exclusions: ['overKm', 'manMade'] }).reasons).toEqual(['overTime', 'overKm', 'manMade'])
  })

  test('missing proof asks before anything is refused, unless its absence was ticked', () => {
    const unit = { hasProof: false }
    expect([outcome({ unit, mileage: 9000 }), outcome({ unit, exclusions: ['noProof'] })]).toEqual([
      ['pending', 'noProof,overKm', '2026-03-10'], ['notCovered', 'noProof', '2026-03-10'],
    ])
  })

  test('no policy, or one without a limit for the whole unit, leaves it open', () => {
    expect(judgePart({ ...facts, policy: null }, null).lines.map(say)).toEqual(['该车型尚未指定三包政策，请先在资料中指定', '结论：待判'])
    expect(outcome({ policy: { limits: [] } })).toEqual(['pending', '', null])
  })

  test('a special approval covers what is refused, and is not needed for what is covered', () => {
    const approval = { no: 'TP-0042', by: '王工', on: day('2026-03-09') }
    expect([outcome({ approval }), outcome({ approval, mileage: 7000 })]).toEqual([['covered', '', '2026-03-10'], ['special', 'overKm', '2026-03-10']])
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
      ['P-1', 'covered', []], ['P-9', 'notCovered', ['overTime', 'overKm']],
    ])
    expect(verdict.lines.slice(-2).map(say)).toEqual(['零件 2 行：三包内 1，三包外 1，特批 0，待判 0', '结论：三包内'])
  })

  test('is refused when no line is covered, special when approved, open when one line is open', () => {
    const approval = { no: 'TP-1', by: '王工', on: day('2026-03-09') }
    expect([
      judgeOrder(facts, [wear]).result, judgeOrder(factsWith({ approval }), [wear]).result, judgeOrder(factsWith({ mileage: null }), [part, wear]).result,
    ]).toEqual(['notCovered', 'special', 'pending'])
  })
})

function nextDay(date: string): LocalDate {
  return day(new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10))
}
