import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText, halfWidth, lengthOf } from '#domain/text'

describe('typed text', () => {
  test('loses control and bidirectional control characters, and says which', () => {
    expect(cleanText(' 断\u0000裂\u202E\u0000，\uFEFF异响 ', { max: 20, field: 'faultReason' })).toEqual({
      text: '断裂，异响',
      removed: ['U+0000', 'U+202E', 'U+FEFF'],
      problems: [{ level: 'warn', field: 'faultReason', key: 'text.removed', params: { characters: 'U+0000、U+202E、U+FEFF' } }],
    })
  })

  test('keeps line breaks only where there may be several lines', () => {
    const typed = '一\r\n二\t三\r四\u2028五'
    expect([cleanText(typed, { max: 20 }).text, cleanText(typed, { max: 20, multiline: true }).text]).toEqual([
      '一 二 三 四 五',
      '一\n二 三\n四\n五',
    ])
  })

  test('counts rare characters as one and never cuts', () => {
    expect(cleanText('𬭎𬭎𬭎', { max: 3 }).problems).toEqual([])
    expect(cleanText('𬭎𬭎𬭎', { max: 2 })).toEqual({
      text: '𬭎𬭎𬭎',
      removed: [],
      problems: [{ level: 'stop', field: null, key: 'text.tooLong', params: { length: 3, max: 2 } }],
    })
  })

  test('is composed, and drops half a character', () => {
    expect(cleanText('e\u0301\uD800x\uFFFF', { max: 9 })).toMatchObject({ text: 'éx', removed: ['U+D800', 'U+FFFF'] })
  })

  test('keeps joined pictures and rare ideographs', () => {
    const kept = '👨\u200D🔧 𠮷 㐂'
    expect(cleanText(kept, { max: 20 })).toEqual({ text: kept, removed: [], problems: [] })
  })

  test('is clean after cleaning once, and fit for UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (typed, multiline) => {
        const once = cleanText(typed, { max: 1000, multiline })
        expect(cleanText(once.text, { max: 1000, multiline })).toEqual({ text: once.text, removed: [], problems: [] })
        expect(new TextDecoder().decode(new TextEncoder().encode(once.text))).toBe(once.text)
        expect(lengthOf(once.text)).toBeLessThanOrEqual(1000)
      }),
      { numRuns: 500 },
    )
  })

  test('turns full width into half width', () => {
    expect(halfWidth('ＬＺＺ１－＊　／')).toBe('LZZ1-* /')
  })
})
