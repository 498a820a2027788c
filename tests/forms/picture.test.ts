import { expect, test } from 'vitest'
import { readPictureHead } from '#domain/picture'
import type { Page } from '#forms/engine/page'
import { openPaperFonts } from '#host/pdf/paper-fonts'
import { resources } from '#host/resources'
import { aPng } from '#tests/support/a-picture'
import { madeAt } from './drawing.ts'
import { picturesOf } from './pictures.ts'
import { redJpeg } from './red-jpeg.ts'
import { writtenPages } from './written-pages.ts'

/** The same, saying that it has four channels. */
const cmykJpeg = Buffer.from(redJpeg.map((byte, at) => (at === redJpeg.indexOf(Buffer.from([0xff, 0xc0])) + 9 ? 4 : byte)))

const page: Page = {
  paper: 0,
  copy: '',
  number: 1,
  count: 1,
  width: 60,
  height: 40,
  layers: [
    [
      { kind: 'picture', x: 20, y: 10, width: 20, height: 10, sha256: 'a' },
      { kind: 'picture', x: 0, y: 30, width: 20, height: 10, sha256: 'a' },
    ],
  ],
}

function drawn(bytes: Uint8Array): Uint8Array {
  return writtenPages(openPaperFonts(resources().fonts), { title: 'pictures', createdAt: madeAt }, [page], new Map([['a', bytes]]))
}

const inGrey = Math.round(0.299 * 200 + 0.587 * 30 + 0.114 * 30)

test.each([
  ['a JPEG', redJpeg, inGrey],
  ['a grey PNG', aPng(16, 8, () => [inGrey]), inGrey],
  ['a coloured PNG', aPng(16, 8, () => [200, 30, 30]), inGrey],
  ['a PNG with alpha, laid on white', aPng(16, 8, () => [200, 30, 30, 128]), Math.round((inGrey + 255) / 2)],
  ['a grey PNG with alpha', aPng(16, 8, () => [inGrey, 255]), inGrey],
])('%s stands where it was put, once in the file however often it is shown, without a mask', async (_, bytes, shade) => {
  const file = drawn(bytes)
  const words = Buffer.from(file).toString('latin1')
  expect([words.split('/Subtype/Image').length - 1, words.includes('/SMask')]).toEqual([1, false])
  const [picture] = await picturesOf(file, 25.4)
  const greyAt = (x: number, y: number) => picture?.pixels[y * picture.width + x] ?? -1
  const close = (x: number, y: number) => Math.abs(greyAt(x, y) - shade) <= 3
  expect([close(22, 12), close(38, 18), close(2, 32), greyAt(18, 15), greyAt(42, 15), greyAt(30, 8), greyAt(30, 22)]).toEqual([
    true,
    true,
    true,
    255,
    255,
    255,
    255,
  ])
})

test('the head of a picture says its size; what a paper cannot hold is none', () => {
  expect([readPictureHead(redJpeg), readPictureHead(aPng(3, 5, () => [1, 2, 3]))]).toEqual([
    { kind: 'jpeg', width: 16, height: 8, channels: 3 },
    { kind: 'png', width: 3, height: 5, colour: 2 },
  ])
  expect([cmykJpeg, redJpeg.subarray(0, 40), Buffer.from('%PDF-1.7'), Buffer.alloc(0)].map(readPictureHead)).toEqual([
    null,
    null,
    null,
    null,
  ])
})
