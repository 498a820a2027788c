import { type Problem, stop } from './errors.ts'
import type { FillField, FillKind, FillSection } from './form-fill.ts'
import type { KeptPicture } from './picture.ts'
import { sheetDatum, type SheetDatum } from './words.ts'

/**
 * A manufacturer's own sheet (domain.md A14): its picture, and what is printed where. Places and sizes are whole tenths of a
 * millimetre from the upper left corner, so that a frozen paper holds no fractions; type sizes are pt.
 */
export type MakerSheet = {
  readonly width: number
  readonly height: number
  /** laid over the sheet as large as it fits, in the middle; null: stock that is printed already, or nothing laid under it yet */
  readonly background: KeptPicture | null
  readonly fields: readonly SheetField[]
}

/** A datum the program knows, a text typed each time (`words` is what the screen asks), or `words` themselves. */
export type SheetSource = SheetDatum | 'free' | 'fixed'
export const sheetAligns = ['left', 'centre', 'right'] as const
export type SheetAlign = (typeof sheetAligns)[number]

export type SheetField = {
  readonly id: string
  readonly source: SheetSource
  readonly words: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly size: number
  readonly align: SheetAlign
}

/** Units of a sheet in one millimetre. */
export const tenthsPerMm = 10

/** A4 upright: what a manufacturer's sheet usually is. */
export const usualSheet = { width: 2100, height: 2970 } as const
export const leastSide = 400
export const mostSide = 4200
export const mostFields = 120
export const typeSizes = { least: 5, most: 48 } as const

const kinds: { readonly [D in SheetDatum]?: FillKind } = {
  number: 'number',
  filledOn: 'date',
  manufacturedOn: 'date',
  purchasedOn: 'date',
  mileageKm: 'count',
  receivedAt: 'minute',
  finishedAt: 'minute',
  inWarranty: 'choice',
  difference: 'amount',
  wear: 'amount',
}
const longTexts: readonly SheetDatum[] = ['statement', 'finding', 'measure', 'decision', 'partNames']
const longText = 200
const usualText = 60

/** What the screen asks for one field, and how its value is printed; null where nothing is to be typed. */
export function fieldOf({ id, source, words }: SheetField): FillField | null {
  if (source === 'fixed') return null
  const plain = { options: [], unit: '', required: false }
  if (source === 'free') return { ...plain, key: id, label: words, kind: 'text', max: longText }
  return {
    ...plain,
    key: source,
    label: sheetDatum[source],
    kind: kinds[source] ?? 'text',
    max: longTexts.includes(source) ? longText : usualText,
    ...(source === 'inWarranty' ? { options: ['是', '否'] } : {}),
  }
}

/** What the screen asks for, each datum once however often it is printed. */
export function sectionsOfSheet({ fields }: Pick<MakerSheet, 'fields'>): FillSection[] {
  const asked = fields.map(fieldOf).filter((field) => field !== null)
  return [{ kind: 'fields', title: '', fields: asked.filter(({ key }, index) => asked.findIndex((other) => other.key === key) === index) }]
}

/** What must be right before a sheet is kept; the field is the id of the one concerned. */
export function sheetProblems({ width, height, fields }: MakerSheet): Problem[] {
  const mm = (tenths: number) => tenths / tenthsPerMm
  const none = fields.length === 0 ? [stop('sheet.noFields', null)] : []
  return [
    ...none,
    ...fields.flatMap((field, index) => {
      const place = index + 1
      const isOutside = field.x < 0 || field.y < 0 || field.x + field.width > width || field.y + field.height > height
      return [
        ...(isOutside ? [stop('sheet.outside', field.id, { place, width: mm(width), height: mm(height) })] : []),
        ...((field.source === 'free' || field.source === 'fixed') && field.words.trim() === ''
          ? [stop(field.source === 'free' ? 'sheet.noQuestion' : 'sheet.noText', field.id, { place })]
          : []),
      ]
    }),
  ]
}
