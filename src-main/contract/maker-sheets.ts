import { z } from 'zod'
import { leastSide, type MakerSheet, mostFields, mostSide, sheetAligns, typeSizes } from '#domain/maker-sheet'
import { plainLook } from '#domain/paper-stock'
import { codesOf, sheetDatum } from '#domain/words'
import { command, query, task } from './define.ts'
import { id, instant, keptPicture, line, producedFile } from './fields.ts'
import { printOptions } from './papers.ts'

/** tenths of a millimetre; what reaches beyond the sheet is refused with the field's place */
const place = z.number().int().min(-mostSide).max(mostSide)
const length = z.number().int().min(10).max(mostSide)
const side = z.number().int().min(leastSide).max(mostSide)

const sheet: z.ZodType<MakerSheet, MakerSheet> = z.object({
  width: side,
  height: side,
  background: keptPicture.nullable(),
  fields: z
    .array(
      z.object({
        id: z.string().regex(/^f\d{1,6}$/),
        source: z.enum([...codesOf(sheetDatum), 'free', 'fixed']),
        words: line(200),
        x: place,
        y: place,
        width: length,
        height: length,
        size: z.number().int().min(typeSizes.least).max(typeSizes.most),
        align: z.enum(sheetAligns),
      }),
    )
    .max(mostFields),
})

/** A manufacturer's own sheet (A14): a picture, and fields placed on it. */
export const makerSheets = {
  /** The newest version; 0 and null while the manufacturer has brought none. */
  get: query({
    input: z.object({ manufacturerId: id }),
    output: z.object({ version: z.number().int(), sheet: sheet.nullable(), savedAt: instant.nullable(), savedBy: z.string() }),
    may: 'view',
  }),
  /** Every version, the newest first. */
  versions: query({
    input: z.object({ manufacturerId: id }),
    output: z.array(z.object({ version: z.number().int(), savedAt: instant, savedBy: z.string(), fields: z.number().int() })),
    may: 'view',
  }),
  /** One version as it was saved; saved again it is the next one. */
  versionOf: query({ input: z.object({ manufacturerId: id, version: z.number().int().min(1) }), output: sheet, may: 'view' }),
  /** Keeps it as the next version; `version` is the one that was changed. Papers issued before keep theirs. */
  save: command({
    input: z.object({ manufacturerId: id, version: z.number().int().min(0), sheet }),
    output: z.object({ version: z.number().int() }),
    may: 'manageStation',
    touches: ['forms'],
  }),
  /** Keeps an uploaded JPEG or PNG (≤ 20 MB) under the hash of its bytes. */
  addBackground: task({ input: z.object({ uploadId: z.string() }), output: keptPicture, may: 'manageStation' }),
  /** The sheet as it is being edited, filled with a made-up case. */
  test: task({
    input: z.object({ manufacturerId: id, sheet, options: printOptions.default(plainLook) }),
    output: producedFile.extend({ copies: z.array(z.string()) }),
    may: 'view',
  }),
}
