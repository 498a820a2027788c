import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instant } from '#domain/dates'
import { AppError } from '#domain/errors'
import { unpackForeignZip } from '#host/batch-file/unpack'
import { readZip } from '#host/batch-file/zip-read'
import { isPlainEntryName, writeZip } from '#host/batch-file/zip'

const at = instant('2026-11-22T06:05:09.000Z')
const limits = { entries: 100, bytes: 1_000_000 }
const one = new TextEncoder().encode('一份文件')

function reasonOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof AppError) return error.message
    throw error
  }
  return ''
}

/** The archive with some bytes overwritten; negative places count from the end. */
function patched(zip: Uint8Array, place: number, bytes: readonly number[]): Uint8Array {
  const copy = Uint8Array.from(zip)
  copy.set(bytes, place < 0 ? copy.byteLength + place : place)
  return copy
}

describe('our zip', () => {
  test('gives back any files under any plain names, here and to a general reader', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter(isPlainEntryName)
    const entry = fc.record({ name, bytes: fc.uint8Array({ maxLength: 300 }) })
    fc.assert(
      fc.property(
        fc.uniqueArray(entry, { minLength: 1, maxLength: 8, selector: (each) => each.name.normalize('NFC').toLowerCase() }),
        (entries) => {
          const zip = writeZip(entries, at)
          const plain = (read: readonly { name: string; bytes: Uint8Array }[]) =>
            read.map((each) => ({ name: each.name, bytes: Uint8Array.from(each.bytes) }))
          const foreign = unpackForeignZip(zip, limits)
          expect([plain(readZip(zip).entries), foreign.ok && plain(foreign.entries)]).toEqual([entries, entries])
        },
      ),
      { numRuns: 200 },
    )
  })

  test('is laid down to the byte', () => {
    expect(Buffer.from(writeZip([{ name: '甲', bytes: new Uint8Array([65]) }], at)).toString('hex')).toBe(
      [
        '504b0304',
        '1400',
        '0008',
        '0000',
        'a430',
        '765d',
        '8b9ed9d3',
        '01000000',
        '01000000',
        '0300',
        '0000',
        'e794b2',
        '41',
        '504b0102',
        '1400',
        '1400',
        '0008',
        '0000',
        'a430',
        '765d',
        '8b9ed9d3',
        '01000000',
        '01000000',
        '0300',
        '0000',
        '0000',
        '0000',
        '0000',
        '00000000',
        '00000000',
        'e794b2',
        '504b0506',
        '0000',
        '0000',
        '0100',
        '0100',
        '31000000',
        '22000000',
        '0000',
      ].join(''),
    )
  })

  test('takes no name that leaves the folder, that Windows cannot write, or that is there already', () => {
    const names = ['../a', '/a', 'a//b', 'a/../b', 'a\\b', 'C:a', 'a?', 'a\u0000', 'a.', 'a /b', '', '.', 'a/']
    expect([
      names.map(isPlainEntryName),
      reasonOf(() =>
        writeZip(
          [
            { name: 'A.txt', bytes: one },
            { name: 'a.TXT', bytes: one },
          ],
          at,
        ),
      ),
      reasonOf(() => writeZip([{ name: '../a', bytes: one }], at)),
    ]).toEqual([names.map(() => false), '压缩包内「a.TXT」出现了两次', '压缩包内的文件名「../a」不允许使用'])
  })

  test('is refused when another program could have written it', () => {
    const zip = writeZip(
      [
        { name: 'a', bytes: one },
        { name: 'b', bytes: one },
      ],
      at,
    )
    const size = 31 + one.byteLength
    expect({
      comment: reasonOf(() => readZip(Buffer.concat([patched(zip, -2, [1, 0]), Buffer.from('x')]))),
      before: reasonOf(() => readZip(Buffer.concat([Buffer.from('x'), zip]))),
      compressed: reasonOf(() => readZip(patched(zip, 8, [8]))),
      flag: reasonOf(() => readZip(patched(zip, 6, [8]))),
      twice: reasonOf(() => readZip(patched(zip, size + 30, [97]))),
      path: reasonOf(() => readZip(patched(zip, 30, [47]))),
      crc: reasonOf(() => readZip(patched(zip, 14, [0]))),
      size: reasonOf(() => readZip(patched(zip, 18, [255, 255, 0, 0, 255, 255, 0, 0]))),
      directory: reasonOf(() => readZip(patched(zip, 2 * size + 42, [1]))),
      hole: reasonOf(() => readZip(patched(zip, size, [0]))),
    }).toEqual({
      comment: '文件不完整，或末尾多出内容：不是三包站写出的批次文件',
      before: '压缩包的目录与内容对不上：文件已损坏或被改动',
      compressed: '压缩包内「a」经过压缩：批次文件不压缩，这是重新打包过的文件',
      flag: '压缩包内「a」的标记与批次文件不同：文件被重新打包或改动过',
      twice: '压缩包内「a」出现了两次',
      path: '压缩包内的文件名「/」不允许使用',
      crc: '压缩包内「a」的内容与校验码不符：文件已损坏或被改动',
      size: '压缩包内「a」的大小超出文件本身：文件不完整或被改动',
      directory: '压缩包内「a」的标记与批次文件不同：文件被重新打包或改动过',
      hole: `压缩包第 ${size} 字节处不是文件的开头：文件已损坏或被改动`,
    })
  })
})

describe('an archive from outside', () => {
  /** One deflated file that claims to be `size` bytes long. */
  function deflated(content: Uint8Array, size: number): Uint8Array {
    const packed = deflateRawSync(content)
    const zip = Buffer.from(writeZip([{ name: 'a', bytes: packed }], at))
    const directory = 31 + packed.byteLength
    for (const header of [4, directory + 6]) {
      zip.writeUInt16LE(8, header + 4)
      zip.writeUInt32LE(size, header + 18)
    }
    return zip
  }

  test('never grows beyond what it says, and what it says never beyond the limit', () => {
    const bomb = new Uint8Array(5_000_000)
    expect([
      unpackForeignZip(deflated(bomb, 5_000_000), limits),
      unpackForeignZip(deflated(bomb, 1000), limits),
      unpackForeignZip(one, limits),
    ]).toEqual([
      { ok: false, why: 'tooLarge' },
      { ok: false, why: 'damaged' },
      { ok: false, why: 'damaged' },
    ])
  })

  test('damaged anywhere is an answer, not a crash', () => {
    const zip = writeZip(
      [
        { name: 'a', bytes: one },
        { name: 'b', bytes: one },
      ],
      at,
    )
    fc.assert(
      fc.property(fc.nat(zip.byteLength - 1), fc.nat(255), (place, byte) => {
        expect(typeof unpackForeignZip(patched(zip, place, [byte]), limits).ok).toBe('boolean')
      }),
      { numRuns: 1000 },
    )
  })
})
