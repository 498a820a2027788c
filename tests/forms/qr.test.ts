import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { qrRows } from '#forms/engine/qr'

/** The same by a library that is known to be read. */
function asKnown(text: string): string[] {
  return encode(text, { ecc: 'M', border: 0, maskPattern: 0 }).data.map((row) => row.map((dark) => (dark ? '1' : '0')).join(''))
}

const words = { digits: '0123456789', capitals: 'SD0731-BD16-202611-0007/1/3FA912BC $%*+.:', anything: 'https://例.中国/旧件?a=b' }
/** Around the lengths where codes become larger, up to the largest that is printed. */
const lengths = [1, 2, 3, 7, 11, 14, 20, 25, 26, 27, 34, 40, 61, 90, 122, 180, 271, 400, 555, 700]

test.each(Object.entries(words))('a code of %s is, module by module, the one of a known library at every length', (_, pattern) => {
  for (const length of lengths) {
    const text = pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length)
    expect({ length, rows: qrRows(text) }).toEqual({ length, rows: asKnown(text) })
  }
})
