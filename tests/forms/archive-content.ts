import {
  isDictionary,
  isName,
  isStream,
  isText,
  isWord,
  type PdfDictionary,
  type PdfObjects,
  type PdfStream,
  type PdfValue,
  tokensOf,
} from './pdf-objects.ts'

/** What our pages draw with; every operator of the format but those for other colours, shadings, marks and states of drawing. */
const operators = new Set([
  'q',
  'Q',
  'cm',
  'w',
  'J',
  'j',
  'd',
  'm',
  'l',
  'c',
  'h',
  're',
  'f',
  'S',
  'g',
  'G',
  'rg',
  'RG',
  'BT',
  'ET',
  'Tf',
  'Td',
  'Tj',
  'Do',
  'BI',
  'ID',
  'EI',
])
const deepest = 28

type Use = { readonly fonts: Map<string, Set<number>>; readonly pictures: Set<string>; readonly faults: Set<string> }

/** Reads past a picture in the stream: it is a mask of one bit, in a filter an archive may have (6.1.10, 6.2.8). */
function passPicture(data: Buffer, tokens: ReturnType<typeof tokensOf>, faults: Set<string>): void {
  const end = data.indexOf('\nEI', tokens.at())
  const head = data.toString('latin1', tokens.at(), data.indexOf(' ID ', tokens.at()))
  if (!/^\/IM true\/W \d+\/H \d+\/F\/A85$/.test(head)) faults.add(`6.1.10: a picture in a stream says ${head}`)
  tokens.to(end)
}

function readStream({ data }: PdfStream, use: Use): void {
  const tokens = tokensOf(data)
  let operands: PdfValue[] = []
  let font = ''
  let depth = 0
  while (!tokens.isAtEnd()) {
    const value = tokens.next()
    if (!isWord(value)) {
      operands.push(value)
      continue
    }
    const [operand] = operands
    if (!operators.has(value.word)) use.faults.add(`6.2.2: the operator ${value.word} is not one of ours`)
    if (value.word === 'q') depth += 1
    if (value.word === 'Q') depth -= 1
    if (depth < 0 || depth > deepest) use.faults.add('6.1.13: states of drawing are nested wrongly')
    if (value.word === 'Tf' && isName(operand)) font = operand.name
    if (value.word === 'Do' && isName(operand)) use.pictures.add(operand.name)
    if (value.word === 'BI') passPicture(data, tokens, use.faults)
    if (value.word === 'Tj' && isText(operand)) {
      const codes = use.fonts.get(font) ?? new Set()
      for (let at = 0; at + 1 < operand.text.length; at += 2) codes.add(operand.text.readUInt16BE(at))
      use.fonts.set(font, codes)
    }
    operands = []
  }
  if (depth !== 0) use.faults.add('6.1.13: a state of drawing stays open')
}

/** All that the pages draw: the codes set in each font by its name, the pictures by theirs, and what an archive may not have. */
export function drawnIn({ objects }: PdfObjects, pages: readonly PdfDictionary[]): Use {
  const use: Use = { fonts: new Map(), pictures: new Set(), faults: new Set() }
  const streams = new Set(pages.flatMap((page) => (page.get('Contents') as { ref: number }[]).map(({ ref }) => ref)))
  for (const id of streams) {
    const stream = objects.get(id)
    if (isStream(stream)) readStream(stream, use)
    else use.faults.add(`6.2.2: what object ${id} draws is missing`)
  }
  return use
}

/** Widths in thousandths of an em by the embedded font itself (hmtx), by the number of the glyph. */
function widthsInside(program: Buffer): { readonly count: number; readonly widthOf: (glyph: number) => number } {
  const tables = new Map(
    Array.from({ length: program.readUInt16BE(4) }, (_, nth) => [
      program.toString('latin1', 12 + 16 * nth, 16 + 16 * nth),
      program.readUInt32BE(20 + 16 * nth),
    ]),
  )
  const at = (name: string, offset: number): number => (tables.get(name) ?? 0) + offset
  const em = program.readUInt16BE(at('head', 18))
  const long = program.readUInt16BE(at('hhea', 34))
  return {
    count: program.readUInt16BE(at('maxp', 4)),
    widthOf: (glyph) => (program.readUInt16BE(at('hmtx', 4 * Math.min(glyph, long - 1))) * 1000) / em,
  }
}

/** Widths the document says, `W` over `DW`. */
function widthsSaid(font: PdfDictionary): (glyph: number) => number {
  const said = new Map<number, number>()
  const list = font.get('W') as readonly PdfValue[]
  for (let at = 0; at + 1 < list.length; at += 2) {
    const [first, widths] = [Number(list[at]), list[at + 1]]
    if (Array.isArray(widths)) for (const [nth, width] of widths.entries()) said.set(first + nth, Number(width))
  }
  return (glyph) => said.get(glyph) ?? Number(font.get('DW'))
}

/** 6.2.11: embedded with every glyph that is set, of the width that is said, and never the glyph for what is missing. */
export function fontFaults(file: PdfObjects, font: PdfDictionary, codes: ReadonlySet<number>): string[] {
  const resolve = (value: PdfValue | undefined): PdfValue | undefined =>
    typeof value === 'object' && value !== null && 'ref' in value ? file.objects.get(value.ref) : value
  const descendant = resolve((resolve(font.get('DescendantFonts')) as readonly PdfValue[])[0])
  if (!isDictionary(descendant)) return ['6.2.11: a font without its other half']
  const descriptor = resolve(descendant.get('FontDescriptor'))
  const program = isDictionary(descriptor) ? resolve(descriptor.get('FontFile2')) : undefined
  if (!isStream(program)) return ['6.2.11.4.1: a font is not embedded']
  const { count, widthOf } = widthsInside(program.data)
  const said = widthsSaid(descendant)
  const faults: string[] = []
  const name = (of: PdfDictionary): string => (isName(of.get('BaseFont')) ? (of.get('BaseFont') as { name: string }).name : '')
  if (!/^[A-Z]{6}\+/.test(name(font)) || name(font) !== name(descendant)) faults.push('6.2.11.2: the names of a subset differ')
  if (!isName(font.get('Encoding')) || (font.get('Encoding') as { name: string }).name !== 'Identity-H')
    faults.push('6.2.11.3.3: another encoding than Identity-H')
  if (!isName(descendant.get('CIDToGIDMap'))) faults.push('6.2.11.3.2: glyphs are not found by their numbers')
  if (!isStream(resolve(font.get('ToUnicode')))) faults.push('6.2.11.7: text cannot be read back')
  for (const code of codes) {
    if (code === 0) faults.push('6.2.11.8: a character without a glyph is set')
    if (code >= count) faults.push(`6.2.11.4.1: glyph ${code} is not in the font`)
    else if (Math.abs(widthOf(code) - said(code)) > 1) faults.push(`6.2.11.5: glyph ${code} is ${widthOf(code)} wide, not ${said(code)}`)
  }
  return faults
}
