import { createHash } from 'node:crypto'
import { subsetOf, type GlyphSet } from './font-subset.ts'
import { latin1, utf16Hex, type PdfFile } from './pdf-file.ts'
import type { TrueType } from './truetype.ts'

/** Most entries of one list in a table of characters. */
const longestList = 100
/** Chinese characters are one em wide; only others are listed. */
const usualWidth = 1000
/** Not an ordinary alphabet: glyphs have numbers of their own. */
const symbolic = 4
/** How heavy the upright strokes are; readers use it only to replace a font that is missing. */
const stemWidth = 80

/** Widths of glyphs in thousandths of an em, as runs of neighbours that are not of the usual width. */
function widthsOf(font: TrueType, codePoints: readonly (number | null)[]): string {
  let text = ''
  let isOpen = false
  for (const [number, codePoint] of codePoints.entries()) {
    const width =
      codePoint === null && number > 0
        ? usualWidth
        : Math.round((font.advanceOf(codePoint === null ? 0 : font.glyphOf(codePoint)) * 1e5) / font.unitsPerEm) / 100
    if (width === usualWidth) {
      if (isOpen) text += ']'
      isOpen = false
    } else {
      text += isOpen ? ` ${width}` : ` ${number}[${width}`
      isOpen = true
    }
  }
  return isOpen ? `${text}]` : text
}

function hex(number: number): string {
  return number.toString(16).toUpperCase().padStart(4, '0')
}

/** From glyph numbers back to characters, so that text can be found and copied; beyond the BMP as two units of UTF-16. */
function charactersOf(codePoints: readonly (number | null)[]): string {
  const pairs = codePoints.flatMap((codePoint, number) =>
    codePoint === null ? [] : [`<${hex(number)}><${utf16Hex(String.fromCodePoint(codePoint))}>`],
  )
  const lists: string[] = []
  for (let start = 0; start < pairs.length; start += longestList) {
    const list = pairs.slice(start, start + longestList)
    lists.push(`${list.length} beginbfchar\n${list.join('\n')}\nendbfchar`)
  }
  return [
    '/CIDInit/ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def',
    '/CMapName/Adobe-Identity-UCS def/CMapType 2 def',
    '1 begincodespacerange<0000><FFFF>endcodespacerange',
    ...lists,
    'endcmap CMapName currentdict/CMap defineresource pop end end',
  ].join('\n')
}

/** Six letters before the name tell readers that the font is not whole; taken from the bytes, so that they stay the same. */
function nameOf(name: string, bytes: Buffer): string {
  const letters = [...createHash('sha256').update(bytes).digest().subarray(0, 6)].map((byte) => String.fromCharCode(65 + (byte % 26)))
  return `${letters.join('')}+${name}`
}

/** Writes the glyphs used of one font; gives the number of the font object. */
export function embedFont(file: PdfFile, font: TrueType, name: string, glyphs: GlyphSet): number {
  const codePoints = glyphs.codePoints()
  const bytes = subsetOf(font, codePoints)
  const unique = nameOf(name, bytes)
  const em = (value: number): number => Math.round((value * 1000) / font.unitsPerEm)
  const program = file.quickStream(`/Length1 ${bytes.length}`, bytes)
  const characters = file.stream('', latin1(charactersOf(codePoints)))
  const descriptor = file.put(
    `<</Type/FontDescriptor/FontName/${unique}/Flags ${symbolic}/FontBBox[${font.box.map(em).join(' ')}]/ItalicAngle 0/Ascent ${em(font.ascent)}/Descent ${em(font.descent)}/CapHeight ${em(font.capHeight)}/StemV ${stemWidth}/FontFile2 ${program} 0 R>>`,
  )
  const descendant = file.put(
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${unique}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${descriptor} 0 R/DW ${usualWidth}/W[${widthsOf(font, codePoints)}]/CIDToGIDMap/Identity>>`,
  )
  return file.put(
    `<</Type/Font/Subtype/Type0/BaseFont/${unique}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${characters} 0 R>>`,
  )
}
