/** Money in 元, hours with their decimals; a date by its number in Excel. */
export type RowCell = string | number | null

/** The texts of a workbook, each of them once; cells name them by their number. */
export type SharedTexts = { readonly numberOf: (text: string) => number; readonly xml: () => Uint8Array }

const pieceLength = 1 << 16

/** A long text is never in memory as one string. */
function bytesOf(parts: Iterable<string>): Uint8Array {
  const pieces: Buffer[] = []
  let piece = ''
  for (const part of parts) {
    piece += part
    if (piece.length < pieceLength) continue
    pieces.push(Buffer.from(piece))
    piece = ''
  }
  return Buffer.concat([...pieces, Buffer.from(piece)])
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** A character that XML has no place for stands there by its number. */
function escaped(text: string): string {
  return text.replace(
    /[&<>\u0000-\u0008\u000b-\u001f]/gu,
    (sign) => signs[sign] ?? `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  )
}

function textXml(text: string): string {
  if (text === '') return '<si><t/></si>'
  const blanks = /^ | $|[\n\t]/.test(text) ? ' xml:space="preserve"' : ''
  return `<si><t${blanks}>${escaped(text)}</t></si>`
}

export function createSharedTexts(): SharedTexts {
  const numbers = new Map<string, number>()
  function* parts(): Generator<string> {
    yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${numbers.size}" uniqueCount="${numbers.size}">`
    for (const text of numbers.keys()) yield textXml(text)
    yield '</sst>'
  }
  return {
    numberOf: (text) => {
      const known = numbers.get(text)
      if (known !== undefined) return known
      numbers.set(text, numbers.size)
      return numbers.size - 1
    },
    xml: () => bytesOf(parts()),
  }
}

function cellXml(place: string, style: string, value: RowCell, { numberOf }: SharedTexts): string {
  if (value === null) return `<c r="${place}" s="${style}"/>`
  if (typeof value === 'number') return `<c r="${place}" s="${style}"><v>${value}</v></c>`
  return `<c r="${place}" t="s" s="${style}"><v>${numberOf(value)}</v></c>`
}

type ColumnLook = { readonly letters: string; readonly style: string }

/** How the cells of a row of the frame are named and which of the styles they have. */
function looksIn(frame: string, row: number): ColumnLook[] {
  const cells = new RegExp(`<row r="${row}">.*?</row>`, 'u').exec(frame)?.[0] ?? ''
  return [...cells.matchAll(/<c r="([A-Z]+)\d+"[^>]* s="(\d+)"/gu)].map(([, letters = '', style = '']) => ({ letters, style }))
}

/**
 * The XML of a sheet with all its rows, headings first, byte for byte as the library writes it. `frame`: the same sheet from the
 * library with the headings and, if there are others, one blank row: how both look is taken from it, as is all that stands
 * round the rows. `count`: of the rows.
 */
export function sheetXml(frame: string, rows: Iterable<readonly RowCell[]>, count: number, texts: SharedTexts): Uint8Array {
  const [headings, others] = [looksIn(frame, 1), looksIn(frame, 2)]
  const [before = '', after = ''] = frame.split(/<sheetData>.*<\/sheetData>/u)
  function* parts(): Generator<string> {
    yield `${before.replace(/<dimension [^>]*>/u, `<dimension ref="A1:${headings.at(-1)?.letters ?? 'A'}${count}"/>`)}<sheetData>`
    let row = 0
    for (const cells of rows) {
      row += 1
      let text = `<row r="${row}">`
      for (const [index, { letters, style }] of (row === 1 ? headings : others).entries())
        text += cellXml(`${letters}${row}`, style, cells[index] ?? null, texts)
      yield `${text}</row>`
    }
    yield `</sheetData>${after}`
  }
  return bytesOf(parts())
}
