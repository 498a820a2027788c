import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Problem } from '#domain/errors'
import {
  checkSerialRule,
  frameRuleOf,
  normaliseVin,
  readEngineNumber,
  readFrameNumber,
  readPhone,
  readPlate,
  readTaxNumber,
  readVin,
  suggestVin,
  vinCheckDigit,
} from '#domain/identity'

// domain.md V-01, row "tests"
const validVins = [
  'LZZ1BLMJ4TJ465057',
  'LDC613P23A1305189',
  'LSJA24U62JG269225',
  '1FACP45EXLF192944',
  'LAAPCJLAXRA000123',
  'LBBTEKDB8P1234567',
  'LEEMC1500S0000001',
]
const findings = ({ problems }: { problems: readonly Problem[] }): string[] => problems.map(({ level, key }) => `${level} ${key}`)

describe('a frame number (VIN)', () => {
  test('passes with the right check digit', () => {
    expect(validVins.map((vin) => readVin(vin))).toEqual(validVins.map((value) => ({ value, problems: [], suggestion: null })))
  })

  test('has the check digit of GB 16735 whatever its signs', () => {
    // Letters by their place in the standard's three rows A–H, J–R and S–Z, here reckoned and not looked up.
    const valueOf = (sign: string): number => {
      if (/\d/.test(sign)) return Number(sign)
      const row = sign < 'I' ? (['A', 1] as const) : sign < 'S' ? (['J', 1] as const) : (['S', 2] as const)
      return sign.charCodeAt(0) - row[0].charCodeAt(0) + row[1]
    }
    const weightAt = (place: number): number => (place === 7 ? 10 : place === 8 ? 0 : place < 7 ? 8 - place : 17 - place + 1)
    const anyVin = fc.array(fc.constantFrom(...'ABCDEFGHJKLMNPRSTUVWXYZ0123456789'), { minLength: 17, maxLength: 17 })
    fc.assert(
      fc.property(anyVin, (signs) => {
        const rest = signs.reduce((sum, sign, place) => sum + valueOf(sign) * weightAt(place), 0) % 11
        expect(vinCheckDigit(signs.join(''))).toBe(rest === 10 ? 'X' : String(rest))
      }),
      { numRuns: 500 },
    )
  })

  test('is normalised first', () => {
    expect(normaliseVin(' ★ｌzz1-blmj4 tj465057＊')).toBe('LZZ1BLMJ4TJ465057')
  })

  test('with any other sign in position 9 is warned of, stopped or passed as the policy says', () => {
    fc.assert(
      fc.property(fc.constantFrom(...validVins), fc.constantFrom(...'0123456789X'), (vin, sign) => {
        fc.pre(vin.charAt(8) !== sign)
        const wrong = vin.slice(0, 8) + sign + vin.slice(9)
        expect([findings(readVin(wrong)), findings(readVin(wrong, 'block')), findings(readVin(wrong, 'off'))]).toEqual([
          ['warn identity.vinCheckDigit'],
          ['stop identity.vinCheckDigit'],
          [],
        ])
        expect(vinCheckDigit(wrong)).toBe(vin.charAt(8))
      }),
    )
  })

  test('of wrong form stops', () => {
    expect([findings(readVin('LZZ1BLMJ4TJ46505')), findings(readVin('LZZ1BLMJ4TJ46505车')), findings(readVin(''))]).toEqual([
      ['stop identity.vinForm'],
      ['stop identity.vinSigns'],
      [],
    ])
  })

  test('written with O, I or Q gets the repaired number offered', () => {
    expect(readVin('LAAPCJLAXRAOOQI23')).toEqual({
      value: 'LAAPCJLAXRAOOQI23',
      suggestion: 'LAAPCJLAXRA000123',
      problems: [
        { level: 'stop', field: 'frameNo', key: 'identity.vinSigns', params: { signs: 'O、Q、I' } },
        { level: 'warn', field: 'frameNo', key: 'identity.vinSuggestion', params: { suggestion: 'LAAPCJLAXRA000123' } },
      ],
    })
    expect([suggestVin('LAAPCJLAXRAOOQI24'), suggestVin('LAAPCJLAXRA000123')]).toEqual([null, null])
  })
})

describe('a frame number under the rule of its model', () => {
  const motorcycle = { category: 'motorcycle', usesVin: true, serialRule: null } as const
  const ebike = { category: 'ebike', usesVin: false, serialRule: null } as const

  test('goes by the model unless the old frame number is ticked', () => {
    expect([
      frameRuleOf(motorcycle, false, 'block'),
      frameRuleOf(motorcycle, true, 'block'),
      frameRuleOf({ ...motorcycle, usesVin: false }, false, 'warn'),
      frameRuleOf(ebike, false, 'warn'),
      frameRuleOf({ ...ebike, category: 'appliance', serialRule: '' }, false, 'warn'),
      frameRuleOf({ ...motorcycle, usesVin: false, serialRule: 'T\\d{8}' }, false, 'warn'),
    ]).toEqual([
      { kind: 'vin', check: 'block' },
      { kind: 'legacy' },
      { kind: 'legacy' },
      { kind: 'ebike', rule: null },
      { kind: 'serial', rule: null },
      { kind: 'serial', rule: 'T\\d{8}' },
    ])
  })

  test('is warned of, never stopped, where it is no VIN', () => {
    expect(
      [
        readFrameNumber('jh125★8801234', { kind: 'legacy' }),
        readFrameNumber('123', { kind: 'legacy' }),
        readFrameNumber('123420612345678', { kind: 'ebike', rule: null }),
        readFrameNumber('123490612345678', { kind: 'ebike', rule: null }),
        readFrameNumber('t12345678', { kind: 'serial', rule: 'T\\d{8}' }),
        readFrameNumber('T1', { kind: 'serial', rule: 'T\\d{8}' }),
        readFrameNumber('AB12', { kind: 'serial', rule: null }),
        readFrameNumber('AB1234', { kind: 'serial', rule: '(' }),
      ].map((reading) => [reading.value, ...findings(reading)]),
    ).toEqual([
      ['JH125*8801234'],
      ['123', 'warn identity.legacyForm'],
      ['123420612345678'],
      ['123490612345678', 'warn identity.ebikeForm'],
      ['T12345678'],
      ['T1', 'warn identity.serialForm'],
      ['AB12', 'warn identity.serialLength'],
      ['AB1234'],
    ])
  })

  test('has its length: old ones 6 to 20 signs, machines 6 to 30, electric bicycles a type of 1, 2 or 3', () => {
    const warnings = (text: string, rule: Parameters<typeof readFrameNumber>[1]) => readFrameNumber(text, rule).problems.length
    expect([5, 6, 20, 21].map((length) => warnings('J'.repeat(length), { kind: 'legacy' }))).toEqual([1, 0, 0, 1])
    expect([5, 6, 30, 31].map((length) => warnings('J'.repeat(length), { kind: 'serial', rule: null }))).toEqual([1, 0, 0, 1])
    expect([...'01234'].map((type) => warnings(`1234${type}1234567890`, { kind: 'ebike', rule: null }))).toEqual([1, 0, 0, 0, 1])
  })

  test('needs a rule that can be read', () => {
    expect([checkSerialRule('T\\d{8}').length, checkSerialRule('(').map(({ key }) => key)]).toEqual([0, ['identity.badSerialRule']])
  })
})

describe('other numbers of identity', () => {
  test('engine numbers stay as stamped', () => {
    expect(
      [readEngineNumber(' 1p52qmi－a*12345 ★'), readEngineNumber('A1')].map((reading) => [reading.value, ...findings(reading)]),
    ).toEqual([['1P52QMI-A*12345*'], ['A1', 'warn identity.engineForm']])
  })

  test('phones are mobile, fixed or 400/800 numbers', () => {
    const typed = [
      '+86 138-0013-8000',
      '１３８００１３８０００',
      '(0532) 88888888',
      '0532－8888888－12',
      '053288888888',
      '400-820-8820',
      '8008208820',
      '008613800138000',
    ]
    expect(typed.map((text) => readPhone(text))).toEqual(
      ['13800138000', '13800138000', '0532-88888888', '0532-8888888-12', '053288888888', '400-820-8820', '8008208820', '13800138000'].map(
        (value) => ({ value, problems: [] }),
      ),
    )
    expect(['12800138000', '1380013800', '88888888', 'x'].map((text) => findings(readPhone(text)))).toEqual(
      Array(4).fill(['stop identity.phoneForm']),
    )
    expect(findings(readPhone('+81 3 1234 5678', { isOther: true }))).toEqual([])
  })

  test('each has its length', () => {
    expect([3, 4, 25, 26].map((length) => readEngineNumber('E'.repeat(length)).problems.length)).toEqual([1, 0, 0, 1])
    expect(
      [
        '010-1234567',
        '010-12345678',
        '(010)12345678',
        '0532-123456',
        '0532-123456789',
        '05321-1234567',
        '(05321)1234567',
        '0532-1234567-1',
        '0532-1234567-123456',
        '0532-1234567-1234567',
        '500-820-8820',
      ].map((text) => readPhone(text).problems.length),
    ).toEqual([0, 0, 0, 1, 1, 1, 1, 0, 0, 1, 1])
    expect(['鲁B123', '鲁B1234', '鲁B123456', '鲁B1234567'].map((text) => readPlate(text).problems.length)).toEqual([1, 0, 0, 1])
    expect(
      ['01370200MA3C0000XY', '9137020MA3C0000XYZ', '91370200MA3C0000X', '91370200MA3C0000XI'].map(
        (text) => readTaxNumber(text).problems.length,
      ),
    ).toEqual([0, 1, 1, 1])
  })

  test('plates are Chinese plates, 无牌, 临牌, or anything on an electric bicycle', () => {
    expect(
      [
        readPlate('鲁b·12345'),
        readPlate('鲁BD12345'),
        readPlate('鲁B1234'),
        readPlate('无牌'),
        readPlate('青岛123', 'ebike'),
        readPlate('鲁BO1234'),
        readPlate('A12345'),
      ].map((reading) => [reading.value, ...findings(reading)]),
    ).toEqual([
      ['鲁B12345'],
      ['鲁BD12345'],
      ['鲁B1234'],
      ['无牌'],
      ['青岛123'],
      ['鲁BO1234', 'warn identity.plateForm'],
      ['A12345', 'warn identity.plateForm'],
    ])
  })

  test('tax numbers have 18 signs', () => {
    expect(
      [readTaxNumber('91370200ma3c0000xy'), readTaxNumber('370200123456789')].map((reading) => [reading.value, ...findings(reading)]),
    ).toEqual([['91370200MA3C0000XY'], ['370200123456789', 'warn identity.taxForm']])
  })
})
