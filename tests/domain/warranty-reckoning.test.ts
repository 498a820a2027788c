import { describe, expect, test } from 'vitest'
import { say } from '#domain/sentences/index'
import { judgeOrder } from '#domain/warranty'
import { reckon, reckonOrder, type ReckonedLine } from '#domain/warranty-reckoning'
import { day, factsWith, judge, part, repair, span, wholeLimit, type Change } from '#tests/domain/warranty-example'

const written = ({ terms, sources }: ReckonedLine) => [
  terms.map(({ sign, said }) => `${sign}${sign === '' ? '' : ' '}${say(said)}`).join(' '),
  sources.map(({ name }) => say(name)).join(' · '),
]
const sum = (change: Change, about = part) => reckon(judge(change, about).lines, 'MC7').map(written)
const engine = { ...part, code: 'E-1', name: '点火线圈', isEngine: true }

describe('the sum of a 三包 decision', () => {
  test('stands there as one would write it on paper, each line with its rule', () => {
    const earlier = [
      repair('0087', '2025-05-01', '2025-05-06', { waits: [] }),
      repair('0091', '2025-07-01', '2025-07-01', { waits: [span('2025-08-01', '2025-08-09')] }),
    ]
    expect(sum({ earlier, receivedOn: day('2026-03-20'), mileage: 3412, unit: { mileageOffset: 150 } }, engine)).toEqual([
      ['发票日 2025-03-10 ＋ 24 个月（发动机限） ＝ 2027-03-10', '摩托车细则 MC2 · 政策「法定底线(示例)」'],
      ['＋ 修理占用 6 天（单 0087） ＋ 修理占用 1 天（单 0091） ＋ 待件 9 天（单 0091） ＝ 2027-03-26', '摩托车细则 MC2'],
      ['送修日 2026-03-20 ≤ 到期日 2027-03-26', '摩托车细则 MC1'],
      ['里程 3,412 ＋ 换表补偿 150 ＝ 3,562 ≤ 20,000 km', '换表登记 · 摩托车细则 MC1'],
    ])
  })

  test('says by how much a limit is passed, and what is refused beside', () => {
    expect(sum({ receivedOn: day('2026-03-15'), mileage: 6500, exclusions: ['modified'] })).toEqual([
      ['发票日 2025-03-10 ＋ 12 个月（整机限） ＝ 2026-03-10', '摩托车细则 MC2 · 政策「法定底线(示例)」'],
      ['送修日 2026-03-15 ＞ 到期日 2026-03-10 超期 5 天', '摩托车细则 MC1'],
      ['里程 6,500 ＞ 6,000 km 超出 500 km', '摩托车细则 MC1'],
      ['不予三包：自行改装拆动', '摩托车细则 MC10'],
    ])
  })

  test('takes commercial use and a day off into account', () => {
    const holidays = { holidays: new Set([day('2025-09-10')]), workdays: new Set<ReturnType<typeof day>>() }
    expect(sum({ receivedOn: day('2025-05-01'), unit: { usage: 'rental' }, policy: { holidayShift: true }, holidays }).slice(0, 2)).toEqual(
      [
        ['发票日 2025-03-10 ＋ 12 个月（整机限） × 50%（营运或租赁） ＝ 2025-09-10', '摩托车细则 MC2 · 政策「法定底线(示例)」 · 厂方惯例'],
        ['2025-09-10 是休息日，顺延 → 2025-09-11', '摩托车细则 MC3'],
      ],
    )
  })

  test('asks for what is missing in its own words', () => {
    expect(sum({ mileage: null, unit: { purchaseDate: null } })).toEqual([
      ['购车（交付）日期未知，不能起算，请补填', '摩托车细则 MC2'],
      ['行驶里程未填，不能判定是否超里程', ''],
    ])
  })

  test('of a car leans on the law of cars', () => {
    expect(
      reckon(judge({ mileage: 6001 }).lines, 'LAW43')
        .map(written)
        .map(([, by]) => by),
    ).toEqual(['第43号令第十八条 · 政策「法定底线(示例)」', '第43号令第十八条', '第43号令第十八条'])
  })
})

describe('the sums of an order', () => {
  const order = (...parts: readonly (typeof part)[]) =>
    reckonOrder(judgeOrder(factsWith({}), parts), 'MC7').map(({ parts: names, lines }) => [
      names.join('、'),
      lines.map((line) => written(line)[0]),
    ])

  test('with parts judged alike are one, and say what does not apply to them', () => {
    expect(order(engine, { ...engine, code: 'E-2', name: '火花塞帽' })).toEqual([
      [
        '点火线圈、火花塞帽',
        [
          '发票日 2025-03-10 ＋ 24 个月（发动机限） ＝ 2027-03-10',
          '送修日 2026-03-10 ≤ 到期日 2027-03-10',
          '里程 6,000 ≤ 20,000 km',
          '整机限 12 个月 / 6,000 km 不适用于本件',
        ],
      ],
    ])
  })

  test('with parts judged apart stand below each other', () => {
    expect(order(part, engine).map(([names]) => names)).toEqual(['消声器', '点火线圈'])
    expect(
      reckonOrder(
        judgeOrder(
          factsWith({ exclusions: ['accident'], policy: { limits: [wholeLimit, { ...wholeLimit, scope: 'engine', months: 24 }] } }),
          [part, engine],
        ),
        'MC7',
      ).map(({ parts, lines }) => [parts.join(), lines.length]),
    ).toEqual([
      ['', 2],
      ['消声器', 2],
      ['点火线圈', 2],
    ])
  })
})
