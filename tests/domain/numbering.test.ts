import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDate } from '#domain/dates'
import { checkPattern, defaultPatterns, documentNumber, formCode, manifestForm, matchNumber, periodOf } from '#domain/numbering'

const day = localDate('2026-11-21')
const keysOf = (pattern: string): string[] => checkPattern(pattern).map(({ level, key }) => `${level} ${key}`)

describe('document numbers', () => {
  test('follow the default patterns', () => {
    const numbers = Object.entries(defaultPatterns).map(([form, pattern]) =>
      documentNumber(pattern, { station: 'SD0731', form, period: periodOf(day, pattern), sequence: 7 }),
    )
    expect(numbers).toEqual([
      'SD0731-WO-202611-0007',
      'SD0731-BD15-202611-0007',
      'SD0731-BD16-202611-0007',
      'SD0731-BD17-202611-0007',
      'SD0731-BD31-202611-0007',
      'SD0731-BD19-202611-0007',
      'SD0731-CL-202611-0007',
      'SD0731261100007',
    ])
    expect([
      manifestForm('F17'),
      manifestForm('F31'),
      Object.values(formCode).every((form) => checkPattern(defaultPatterns[form]).length === 0),
    ]).toEqual(['BD17', 'BD31', true])
  })

  test('grow beyond their digits', () => {
    const parts = { station: 'S1', form: 'BD16', period: '202611', sequence: 12_345 }
    expect(documentNumber(defaultPatterns.BD16, parts)).toBe('S1-BD16-202611-12345')
    for (const sequence of [0, 1.5, Number.NaN])
      expect(() => documentNumber(defaultPatterns.BD16, { ...parts, sequence })).toThrow('not a sequence')
    expect(() => documentNumber('{station}', parts)).toThrow(RangeError)
  })

  test('are counted per month, per year or for ever, as the pattern says', () => {
    expect(
      ['{yyyyMM}{n4}', '{yy}-{MM}-{n4}', '{yyMM}{n4}', '{yyyy}-{n5}', '{yy}{n5}', '{n6}'].map((pattern) => periodOf(day, pattern)),
    ).toEqual(['202611', '202611', '202611', '2026', '2026', 'all'])
  })

  test('refuse patterns that would repeat numbers or break file names', () => {
    expect({
      noCounter: keysOf('{station}-{yyyyMM}'),
      twoCounters: keysOf('{station}{n4}{n4}'),
      unknown: keysOf('{station}{day}{n4}'),
      noYear: keysOf('{station}{MM}{n4}'),
      slash: keysOf('{station}/{n4}'),
      blank: keysOf('{station} {n4}'),
      brace: keysOf('{station}{n4'),
      zeroDigits: keysOf('{station}{n0}'),
      noStation: keysOf('三包-{n4}'),
    }).toEqual({
      noCounter: ['stop numbering.oneCounter'],
      twoCounters: ['stop numbering.oneCounter'],
      unknown: ['stop numbering.unknownWord'],
      noYear: ['stop numbering.monthWithoutYear'],
      slash: ['stop numbering.badSign'],
      blank: ['stop numbering.badSign'],
      brace: ['stop numbering.oneCounter', 'stop numbering.badSign'],
      zeroDigits: ['stop numbering.unknownWord', 'stop numbering.oneCounter'],
      noStation: ['warn numbering.noStation'],
    })
  })

  test('of other patterns are not taken for ours', () => {
    const wrong = [
      'SD0731-BD16-202613-0007',
      'SD0731-BD16-202611-007',
      'SD0731-BD16-202611-00007',
      'SD0731-BD16-202611-0000',
      'xSD0731-BD15-202611-0007',
    ]
    const known = { station: 'SD0731', form: 'BD16' }
    expect(wrong.map((number) => matchNumber(defaultPatterns.BD16, number, known))).toEqual(wrong.map(() => null))
    expect(matchNumber('{yyyyMM}-{MM}-{n4}', '202611-10-0001')).toBeNull()
    expect([
      matchNumber('{station}-{station}-{n4}', 'S1-S2-0001'),
      matchNumber('{station}-{station}-{n4}', 'S1-S1-0001')?.sequence,
    ]).toEqual([null, 1])
    expect(matchNumber('{station}-{n4}{n4}', 'S1-00010001')).toBeNull()
  })

  const datePieces = fc.constantFrom('', '{yyyyMM}', '{yyMM}', '{yyyy}', '{yy}', '{yyyy}{MM}', '{MM}-{yy}')
  const counter = fc.integer({ min: 1, max: 9 }).map((digits) => `{n${digits}}`)
  const sign = fc.constantFrom('', '-', '.', '_', '号', '(', '7')
  const anyPattern = fc
    .tuple(fc.shuffledSubarray(['{station}', '{form}'], { minLength: 1 }), datePieces, counter, sign, sign)
    .chain(([names, date, count, first, second]) =>
      fc.shuffledSubarray([...names, date, count, first, second], { minLength: names.length + 4 }),
    )
    .map((pieces) => pieces.join(''))
  const anyStation = fc.stringMatching(/^[A-Z0-9]{2,8}$/)

  test('come apart into what they were made of', () => {
    fc.assert(
      fc.property(
        anyPattern,
        anyStation,
        fc.integer({ min: 2000, max: 2099 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 1e7 }),
        (pattern, station, year, month, sequence) => {
          const date = localDate(`${year}-${String(month).padStart(2, '0')}-09`)
          const parts = { station, form: 'BD16', period: periodOf(date, pattern), sequence }
          expect(matchNumber(pattern, documentNumber(pattern, parts), { station, form: 'BD16' })).toEqual(parts)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('never repeat under a pattern that passes the check', () => {
    fc.assert(
      fc.property(
        anyPattern,
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 1e6 }),
        (pattern, monthA, sequenceA, monthB, sequenceB) => {
          const partsOf = (month: number, sequence: number) => ({
            station: 'SD0731',
            form: 'CL',
            sequence,
            period: periodOf(localDate(`${2025 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`), pattern),
          })
          const [a, b] = [partsOf(monthA, sequenceA), partsOf(monthB, sequenceB)]
          const isSame = a.period === b.period && a.sequence === b.sequence
          expect(documentNumber(pattern, a) === documentNumber(pattern, b)).toBe(isSame)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
