import type { MakerSheet, SheetField } from '#domain/maker-sheet'
import { codesOf, sheetDatum } from '#domain/words'

/** What a new field is, mm/10 and pt. */
const usualField = { width: 600, height: 60, size: 10, align: 'left' } as const
const firstPlace = { x: 200, y: 200 }
const rowBelow = 100

function freeId({ fields }: MakerSheet): string {
  const taken = fields.map(({ id }) => Number(id.slice(1)))
  return `f${Math.max(0, ...taken) + 1}`
}

/** The data in the order in which a sheet is usually filled. */
const usualOrder = ['customerName', 'customerPhone', 'model', 'frameNo', 'purchasedOn', 'finding', ...codesOf(sheetDatum)] as const

/** One more field, below the one chosen: the first datum that does not stand on the sheet yet. */
export function withField(sheet: MakerSheet, below: SheetField | undefined): { readonly sheet: MakerSheet; readonly id: string } {
  const id = freeId(sheet)
  const source = usualOrder.find((datum) => sheet.fields.every((field) => field.source !== datum)) ?? 'free'
  const wished = below === undefined ? { ...usualField, ...firstPlace } : { ...below, y: below.y + Math.max(rowBelow, below.height) }
  return { id, sheet: { ...sheet, fields: [...sheet.fields, inside(sheet, { ...wished, id, source, words: '' })] } }
}

/** The field moved back onto the sheet where it would reach beyond it. */
export function inside({ width, height }: Pick<MakerSheet, 'width' | 'height'>, field: SheetField): SheetField {
  const size = { width: Math.min(field.width, width), height: Math.min(field.height, height) }
  return {
    ...field,
    ...size,
    x: Math.min(Math.max(0, field.x), width - size.width),
    y: Math.min(Math.max(0, field.y), height - size.height),
  }
}

export function withChanged(sheet: MakerSheet, id: string, change: (field: SheetField) => SheetField): MakerSheet {
  return { ...sheet, fields: sheet.fields.map((field) => (field.id === id ? change(field) : field)) }
}

export function withoutField(sheet: MakerSheet, id: string): MakerSheet {
  return { ...sheet, fields: sheet.fields.filter((field) => field.id !== id) }
}
