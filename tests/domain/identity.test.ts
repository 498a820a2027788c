import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Problem } from '#domain/errors'
import {
  checkSerialRule, frameRuleOf, normaliseVin, readEngineNumber, readFrameNumber, readPhone, readPlate, readTaxNumber, readVin, suggestVin, vinCheckDigit,
} from '#domain/identity'

// domain.md V-01, row "tests"
const validVins = [
  'LZZ1BLMJ4TJ465057', 'LDC613P23A1305189', 'LSJA24U62JG269225', '1FACP45EXLF192944', 'LAAPCJLAXRA000123', 'LBBTEKDB8P1234567', 'LEEMC1500S0000001',
]
const findings = ({ problems }: { problems: readonly Problem[] }): string[] => problems.map(({ level, key }) => `${level} ${key}`)

describe('a frame number (VIN)', () => {
  test('passes with the right check digit', () => {
    expect(validVins.map((vin) => readVin(vin))).toEqual(validVins.map((value) => ({ value, problems: [], suggestion: null })))
  })

  test('is normalised first', () => {
    expect(normaliseVin(' ★ｌzz1-blmj4 tj465057＊')).toBe('LZZ1BLMJ4TJ465057')
  })

  test('with any other sign in position 9 is warned of, stopped or passed as the policy says', () => {
    fc.assert(fc.property(fc.constantFrom(...validVins), fc.constantFrom(...'0123456789X'), (vin, sign) => {
      fc.pre(vin.charAt(8) !== sign)
      const wrong = vin.slice(0, 8) + sign + vin.slice(9)
      expect([findings(readVin(wrong)), findings(readVin(wrong, 'block')), findings(readVin(wrong, 'off'))])
        .toEqual([['warn identity.vinCheckDigit'], ['stop identity.vinCheckDigit'], []])
      expect(vinCheckDigit(wrong)).toBe(vin.charAt(8))
    }))
  })

  test('of wrong form stops', () => {
    expect([findings(readVin('LZZ1BLMJ4TJ46505')), findings(readVin('LZZ1BLMJ4TJ46505车')), findings(readVin(''))])
      .toEqual([['stop identity.vinForm'], ['stop identity.vinSigns'], []])
  })

  test('written with O, I or Q gets the repaired number offered', () => {
    expect(readVin('LAAPCJLAXRAOOQI23')).toEqual({
      value: 'LAAPCJLAXRAOOQI23', suggestion: 'LAAPCJLAXRA000123',
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
      frameRuleOf(motorcycle, false, 'block'), frameRuleOf(motorcycle, true, 'block'), frameRuleOf({ ...motorcycle, usesVin: false }, false, 'warn'),
      frameRuleOf(ebike, false, 'warn'), frameRuleOf({ ...ebike, category: 'appliance', serialRule: '' }, false, 'warn'),
      frameRuleOf({ ...motorcycle, usesVin: false, serialRule: 'T\\d{8}' }, false, 'warn'),
    ]).toEqual([
      { kind: 'vin', check: 'block' }, { kind: 'legacy' }, { kind: 'legacy' }, { kind: 'ebike', rule: null }, { kind: 'serial', rule: null },
      { kind: 'serial', rule: 'T\\d{8}' },
    ])
  })

  test('is warned of, never stopped, where it is no VIN', () => {
    expect([
      readFrameNumber('jh125★8801234', { kind: 'legacy' }), readFrameNumber('123', { kind: 'legacy' }),
      readFrameNumber('123420612345678', { kind: 'ebike', rule: null }), readFrameNumber('123490612345678', { kind: 'ebike', rule: null }),
      readFrameNumber('t12345678', { kind: 'serial', rule: 'T\\d{8}' }), readFrameNumber('T1', { kind: 'serial', rule: 'T\\d{8}' }),
      readFrameNumber('AB12', { kind: 'serial', rule: null }), readFrameNumber('AB1234', { kind: 'serial', rule: '(' }),
    ].map((reading) => [reading.value, ...findings(reading)])).toEqual([
      ['JH125*8801234'], ['123', 'warn identity.legacyForm'], ['123420612345678'], ['123490612345678', 'warn identity.ebikeForm'],
      ['T12345678'], ['T1', 'warn identity.serialForm'], ['AB12', 'warn identity.serialLength'], ['AB1234'],
    ])
  })

  test('needs a rule that can be read', () => {
    expect([checkSerialRule('T\\d{8}').length, checkSerialRule('(').map(({ key }) => key)]).toEqual([0, ['identity.badSerialRule']])
  })
})

describe('other numbers of identity', () => {
  test('engine numbers stay as stamped', () => {
    expect([readEngineNumber(' 1p52qmi－a*12345 ★'), readEngineNumber('A1')].map((reading) => [reading.value, ...findings(reading)]))
      .toEqual([['1P52QMI-A*12345*'], ['A1', 'warn identity.engineForm']])
  })

  test('phones are mobile, fixed or 400/800 numbers', () => {
    const typed = ['+86 138-0013-8000', '１３８００１３８０００', '(0532) 88888888', '0532－8888888－12', '053288888888', '400-820-8820', '8008208820', '008613800138000']
    expect(typed.map((text) => readPhone(text))).toEqual(
      ['13800138000', '13800138000', '0532-88888888', '0532-8888888-12', '053288888888', '400-820-8820', '8008208820', '13800138000']
        .map((value) => ({ value, problems: [] })))
    expect(['12800138000', '1380013800', '88888888', 'x'].map((text) => findings(readPhone(text)))).toEqual(Array(4).fill(['stop identity.phoneForm']))
    expect(findings(readPhone('+81 3 1234 5678', { isOther: true }))).toEqual([])
  })

  test('plates are Chinese plates, 无牌, 临牌, or anything on an electric bicycle', () => {
    expect([readPlate('鲁b·12345'), readPlate('鲁BD12345'), readPlate('鲁B1234'), readPlate('无牌'), readPlate('青岛123', 'ebike'), readPlate('鲁BO1234'), readPlate('A12345')]
      .map((reading) => [reading.value, ...findings(reading)])).toEqual([
      ['鲁B12345'], ['鲁BD12345'], ['鲁B1234'], ['无牌'], ['青岛123'], ['鲁BO1234', 'warn identity.plateForm'], ['A12345', 'warn identity.plateForm'],
    ])
  })

  test('tax numbers have 18 signs', () => {
    expect([readTaxNumber('91370200ma3c0000xy'), readTaxNumber('370200123456789')].map((reading) => [reading.value, ...findings(reading)]))
      .toEqual([['91370200MA3C0000XY'], ['370200123456789', 'warn identity.taxForm']])
  })
})
