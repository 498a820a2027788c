import { expect, test } from 'vitest'
import { outingAmount, type Outing } from '#domain/amounts'
import { fen } from '#domain/money'
import { outingSums } from '#domain/outing-sum'
import { say } from '#domain/sentences/index'

const outing: Outing = { oneWayKm: 30, drivenKm: 62, people: 3, days: 2, nights: 1, faresFen: fen(1200), mealFen: null, lodgingFen: null }

test('each outing is one sum that ends with its total, every item with its rule', () => {
  const lines = [...outingAmount(outing).lines, ...outingAmount({ ...outing, people: 1, days: 1, nights: 0, faresFen: fen(0) }).lines]
  expect(
    outingSums(lines).map((sum) =>
      sum.map(({ terms, sources }) =>
        `${terms.map(({ sign, said }) => `${sign}${say(said)}`).join('')} ${sources.map(({ name }) => say(name)).join()}`.trim(),
      ),
    ),
  ).toEqual([
    [
      '里程费：实际行驶 62 km × 1.00 元/km = 62.00 元 外出标准 M06',
      '＋伙食费：3 人 × 2 天 × 30.00 元 = 180.00 元 外出标准 M07',
      '＋住宿费：2 间 × 1 晚 × 150.00 元 = 300.00 元（3 人，两人一间） 外出标准 M08',
      '＋交通费：12.00 元 外出标准 M10',
      '＝外出费合计：554.00 元',
    ],
    [
      '里程费：实际行驶 62 km × 1.00 元/km = 62.00 元 外出标准 M06',
      '＋伙食费：1 人 × 1 天 × 30.00 元 = 30.00 元 外出标准 M07',
      '＝外出费合计：92.00 元',
    ],
  ])
})
