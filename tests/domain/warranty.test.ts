import { describe, expect, test } from 'vitest'
import type { Holidays } from '#domain/dates'
import type { WarrantyPolicy } from '#domain/warranty-term'
import { day, judge, nextDay, outcome, repair, span, told, wholeLimit, type Change } from '#tests/domain/warranty-example'

describe('the 三包 decision', () => {
  test('is told line by line with its arithmetic', () => {
    const earlier = [repair('A1', '2025-05-01', '2025-05-03'), repair('A2', '2025-07-10', '2025-07-10')]
    expect(judge({ earlier, mileage: 5800, unit: { mileageOffset: 150 } })).toMatchObject({
      result: 'covered',
      reasons: [],
      start: '2025-03-10',
      until: '2026-03-14',
      kmLimit: 6000,
      totalKm: 5950,
      deductedDays: 4,
      scope: 'whole',
    })
    expect(told({ earlier, mileage: 5800, unit: { mileageOffset: 150 } })).toEqual([
      '适用政策：法定底线(示例)',
      '按整机的限值',
      '限值 12 个月或 6,000 km，先到为准',
      '起算日 2025-03-10（发票日期）',
      '扣除修理占用 3 天：工单 A1（2025-05-01 至 2025-05-03）',
      '扣除修理占用 1 天：工单 A2（2025-07-10 至 2025-07-10）',
      '到期日 2026-03-14 = 2025-03-10 加 12 个月，加扣除的 4 天',
      '至送修日 2026-03-10 已使用 361 天（日历 365 天，扣除 4 天）',
      '送修日 2026-03-10 不晚于到期日 2026-03-14，时间在三包期内',
      '里程：表读数 5,800 km，加换表补偿 150 km，共 5,950 km',
      '里程 5,950 km 不超过 6,000 km',
      '结论：三包内',
    ])
  })

  test('marks each line as fact, passed, failed or asked', () => {
    expect(judge({ mileage: 6001 }).lines.map(({ mark }) => mark)).toEqual([
      'fact',
      'fact',
      'fact',
      'fact',
      'fact',
      'fact',
      'fact',
      'pass',
      'fail',
      'fail',
    ])
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
      ['covered', '', until],
      ['notCovered', 'overTime', until],
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
      ['covered', '', '2026-03-10'],
      ['notCovered', 'overKm', '2026-03-10'],
      ['notCovered', 'overTime', '2026-03-10'],
      ['notCovered', 'overTime,overKm', '2026-03-10'],
    ])
  })

  test('the km of a changed odometer count', () => {
    expect(outcome({ mileage: 10, unit: { mileageOffset: 5991 } })).toEqual(['notCovered', 'overKm', '2026-03-10'])
    expect(told({ mileage: 10, unit: { mileageOffset: 5991 } })).toContain('里程 6,001 km 超过 6,000 km，超出 1 km')
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
      ['pending', '', '2026-03-10'],
      ['notCovered', 'overTime', '2026-03-10'],
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
    const earlier = [
      repair('A1', '2025-06-01', '2025-06-03'),
      repair('A2', '2025-06-03', '2025-06-04'),
      repair('A3', '2025-06-02', '2025-06-02'),
    ]
    expect(judge({ ...late, earlier })).toMatchObject({ deductedDays: 4, until: '2026-03-14' })
    expect(told({ ...late, earlier }).filter((line) => line.includes('工单'))).toEqual([
      '扣除修理占用 3 天：工单 A1（2025-06-01 至 2025-06-03）',
      '扣除修理占用 1 天：工单 A2（2025-06-03 至 2025-06-04）',
      '工单 A3（2025-06-02 至 2025-06-02）的天数已计入其它占用，不重复扣除',
    ])
  })

  test('waiting for parts inside the repair is not counted again, before it is', () => {
    const earlier = [repair('A1', '2025-06-05', '2025-06-08', { waits: [span('2025-06-01', '2025-06-06')] })]
    expect(told({ ...late, earlier }).filter((line) => line.includes('工单'))).toEqual([
      '扣除修理占用 4 天：工单 A1（2025-06-05 至 2025-06-08）',
      '扣除待件 4 天：工单 A1（2025-06-01 至 2025-06-06）',
    ])
  })

  test('a repair that spans the natural end pauses the clock to its last day', () => {
    const earlier = [repair('A1', '2026-03-09', '2026-03-20')]
    expect(judge({ receivedOn: day('2026-03-22'), earlier })).toMatchObject({ deductedDays: 12, until: '2026-03-22', result: 'covered' })
  })

  test('a repair after the end brings nothing back', () => {
    expect(judge({ receivedOn: day('2026-04-02'), earlier: [repair('A1', '2026-03-12', '2026-03-31')] })).toMatchObject({
      deductedDays: 0,
      until: '2026-03-10',
    })
  })

  test('deducted days may carry a second repair over the natural end', () => {
    const earlier = [repair('A1', '2025-06-01', '2025-06-05'), repair('A2', '2026-03-14', '2026-03-16')]
    expect(judge({ receivedOn: day('2026-03-18'), earlier })).toMatchObject({ deductedDays: 8, until: '2026-03-18' })
  })

  test('days before the sale, paid orders, open orders and later orders do not count', () => {
    const earlier = [
      repair('A1', '2025-03-05', '2025-03-10'),
      repair('A2', '2025-06-01', '2025-06-05', { warranty: false }),
      repair('A3', '2025-07-01', null),
      repair('A4', '2026-03-14', '2026-03-16'),
    ]
    expect(judge({ ...late, earlier })).toMatchObject({ deductedDays: 1, until: '2026-03-11' })
  })

  test('only what the policy deducts is deducted', () => {
    const earlier = [repair('A1', '2025-06-05', '2025-06-08', { waits: [span('2025-06-01', '2025-06-06')] })]
    const days = (change: Partial<WarrantyPolicy>) => judge({ earlier, policy: change }).deductedDays
    expect([
      days({}),
      days({ deductWaitDays: false }),
      days({ deductRepairDays: false }),
      days({ deductRepairDays: false, deductWaitDays: false }),
    ]).toEqual([8, 4, 6, 0])
    expect(told({ earlier, policy: { deductRepairDays: false, deductWaitDays: false } })).toContain('按政策不扣除修理占用和待件天数')
  })
})

describe('the holiday shift', () => {
  // 2026-02-15 … 2026-02-23 off, Saturday 2026-02-14 and Saturday 2026-02-28 worked.
  const spring: Holidays = {
    holidays: new Set(['15', '16', '17', '18', '19', '20', '21', '22', '23'].map((d) => `2026-02-${d}`)),
    workdays: new Set(['2026-02-14', '2026-02-28']),
  }
  test.each([
    ['a working day stays', '2025-02-12', '2026-02-12'],
    ['a worked Saturday stays', '2025-02-14', '2026-02-14'],
    ['a chain of days off moves behind the last', '2025-02-15', '2026-02-24'],
    ['the last day off moves by one', '2025-02-23', '2026-02-24'],
    ['an ordinary Saturday moves to Monday', '2025-03-07', '2026-03-09'],
  ])('%s', (_name, purchaseDate, until) => {
    const change: Change = {
      unit: { purchaseDate: day(purchaseDate) },
      receivedOn: day(until),
      holidays: spring,
      policy: { holidayShift: true },
    }
    expect(outcome(change)).toEqual(['covered', '', until])
    expect(outcome({ ...change, receivedOn: nextDay(until) })).toEqual(['notCovered', 'overTime', until])
  })

  test('comes after the deductions, and only when the policy says so', () => {
    const change: Change = {
      unit: { purchaseDate: day('2025-02-12') },
      earlier: [repair('A1', '2025-06-01', '2025-06-03')],
      holidays: spring,
      receivedOn: day('2026-02-20'),
    }
    expect([judge({ ...change, policy: { holidayShift: true } }).until, judge(change).until]).toEqual(['2026-02-24', '2026-02-15'])
    expect(told({ ...change, policy: { holidayShift: true } })).toContain('到期日 2026-02-15 是休息日，顺延至 2026-02-24')
  })
})
