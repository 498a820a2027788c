import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addFen,
  amountInWords,
  fen,
  formatFen,
  type Fen,
  hourAmount,
  hundredthsOf,
  parseFen,
  plainFen,
  shareFen,
  sumFen,
  timesFen,
} from '#domain/money'

const anyFen: fc.Arbitrary<Fen> = fc
  .oneof(
    fc.maxSafeInteger(),
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 14 })).map(([digit, place]) => digit * 10 ** place),
  )
  .map(fen)

const digits = '零壹贰叁肆伍陆柒捌玖'
const units = new Map([
  ['拾', 10],
  ['佰', 100],
  ['仟', 1000],
])

/** Reads capitals back by their place words; ignores 零. */
function valueOfYuan(words: string): number {
  const high = words.lastIndexOf('亿')
  if (high >= 0) return valueOfYuan(words.slice(0, high)) * 1e8 + valueOfYuan(words.slice(high + 1))
  const middle = words.indexOf('万')
  if (middle >= 0) return valueOfYuan(words.slice(0, middle)) * 1e4 + valueOfYuan(words.slice(middle + 1))
  return [...words.matchAll(/([壹贰叁肆伍陆柒捌玖])([拾佰仟]?)/g)].reduce(
    (sum, [, digit = '', unit = '']) => sum + digits.indexOf(digit) * (units.get(unit) ?? 1),
    0,
  )
}

function valueOfWords(words: string): number {
  const match = /^(负?)(?:(.+)元)?零?(?:(.)角)?零?(?:(.)分)?整?$/.exec(words)
  if (match === null) return Number.NaN
  const [, sign, yuan = '', dime = '零', cent = '零'] = match
  const size = valueOfYuan(yuan) * 100 + digits.indexOf(dime) * 10 + digits.indexOf(cent)
  return sign === '负' ? -size : size
}

describe('money', () => {
  test('is whole 分 and never -0', () => {
    expect(() => fen(0.5)).toThrow(RangeError)
    expect(() => fen(2 ** 53)).toThrow(RangeError)
    expect(() => timesFen(fen(100), 1.5)).toThrow(RangeError)
    expect(() => hundredthsOf(fen(100), 0.5)).toThrow('not whole hundredths')
    expect([fen(-0), timesFen(fen(-5), 0), timesFen(fen(0), -3), hundredthsOf(fen(0), -5), addFen(fen(5), fen(-5)), sumFen([])]).toEqual([
      0, 0, 0, 0, 0, 0,
    ])
  })

  test('rounds half a 分 of labour up', () => {
    expect([hourAmount(50, fen(8001)), hourAmount(49, fen(1)), hourAmount(150, fen(6000)), hourAmount(33, fen(9999))]).toEqual([
      4001, 0, 9000, 3300,
    ])
  })

  test('rounds every labour amount to the nearest 分', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9990 }), fc.integer({ min: 0, max: 10_000_000 }), (hours, rate) => {
        const twice = BigInt(hours) * BigInt(rate) * 2n
        expect(BigInt(hourAmount(hours, fen(rate)))).toBe((twice + 100n) / 200n)
      }),
    )
  })

  test('shares exactly, the odd 分 going to the first weighted lines', () => {
    expect([
      shareFen(fen(100), [1, 1, 1]),
      shareFen(fen(-100), [1, 1, 1]),
      shareFen(fen(5), [0, 2, 2]),
      shareFen(fen(3), [0, 0]),
      shareFen(fen(0), [3, 4]),
    ]).toEqual([
      [34, 33, 33],
      [-34, -33, -33],
      [0, 3, 2],
      [2, 1],
      [0, 0],
    ])
    expect(() => shareFen(fen(1), [])).toThrow(RangeError)
    expect(() => shareFen(fen(1), [-1, 2])).toThrow(RangeError)
  })

  test('shares add up, and none is a whole 分 away from its due', () => {
    fc.assert(
      fc.property(anyFen, fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 12 }), (total, weights) => {
        const shares = shareFen(total, weights)
        expect(shares.reduce((sum, share) => sum + BigInt(share), 0n)).toBe(BigInt(total))
        const whole = weights.reduce((sum, weight) => sum + weight, 0)
        if (whole === 0) return
        for (const [index, share] of shares.entries()) {
          const gap = BigInt(share) * BigInt(whole) - BigInt(total) * BigInt(weights[index] ?? 0)
          expect(gap < BigInt(whole) && gap > -BigInt(whole)).toBe(true)
        }
      }),
    )
  })

  test('is written in 元 with two decimals and thousands', () => {
    expect([0, 5, -5, 123_450, -123_450, 100_000_000, 99_999].map((n) => formatFen(fen(n)))).toEqual([
      '0.00',
      '0.05',
      '-0.05',
      '1,234.50',
      '-1,234.50',
      '1,000,000.00',
      '999.99',
    ])
  })

  test('reads back what it wrote', () => {
    fc.assert(
      fc.property(anyFen, (amount) => {
        expect([parseFen(formatFen(amount)), parseFen(plainFen(amount))]).toEqual([amount, amount])
      }),
    )
  })

  test('reads 元 and refuses what is not an amount', () => {
    expect(['12', ' 12.5 ', '1,234.50', '-0', '-3.2', '0.29'].map(parseFen)).toEqual([1200, 1250, 123_450, 0, -320, 29])
    const wrong = ['', '12.345', '1.', '.5', '1,23', '1,2345', '1234,567', '12元', '1e3', '--1', '１２', '1 000', '90071992547409.92']
    expect(wrong.map(parseFen)).toEqual(wrong.map(() => null))
  })
})

describe('an amount in Chinese capitals', () => {
  test.each([
    [0, '零元整'],
    [5, '伍分'],
    [50, '伍角整'],
    [55, '伍角伍分'],
    [100, '壹元整'],
    [105, '壹元零伍分'],
    [1005, '壹拾元零伍分'],
    [1050, '壹拾元伍角整'],
    [100_050, '壹仟元伍角整'],
    [100_500, '壹仟零伍元整'],
    [1_000_000, '壹万元整'],
    [10_001_010, '壹拾万零壹拾元壹角整'],
    [168_032, '壹仟陆佰捌拾元叁角贰分'],
    [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
    [10_700_053, '壹拾万柒仟元伍角叁分'],
    [10_100_000, '壹拾万壹仟元整'],
    [10_090_000, '壹拾万零玖佰元整'],
    [101, '壹元零壹分'],
    [140_950, '壹仟肆佰零玖元伍角整'],
    [600_714, '陆仟零柒元壹角肆分'],
    [32_504, '叁佰贰拾伍元零肆分'],
    [10_000_000_000, '壹亿元整'],
    [10_000_000_100, '壹亿零壹元整'],
    [10_010_000_000, '壹亿零壹拾万元整'],
    [11_000_010_000, '壹亿壹仟万零壹佰元整'],
    [100_000_000_000_000, '壹万亿元整'],
    [100_010_000_000_000, '壹万零壹亿元整'],
    [100_000_001_000_000, '壹万亿零壹万元整'],
    [-5, '负伍分'],
    [-1005, '负壹拾元零伍分'],
  ])('%i 分 is %s', (amount, words) => {
    expect(amountInWords(fen(amount))).toBe(words)
  })

  test('can be read back', () => {
    fc.assert(
      fc.property(anyFen, (amount) => {
        expect(valueOfWords(amountInWords(amount))).toBe(amount)
      }),
      { numRuns: 2000 },
    )
  })

  test('keeps the rules of 零 and 整', () => {
    fc.assert(
      fc.property(anyFen, (amount) => {
        const words = amountInWords(amount)
        expect(words).not.toMatch(/零零|零[拾佰仟万亿角分整]|分整|零$/)
        expect(words.endsWith('分') || words.endsWith('整')).toBe(true)
        expect(words.startsWith('负')).toBe(amount < 0)
      }),
      { numRuns: 2000 },
    )
  })
})
