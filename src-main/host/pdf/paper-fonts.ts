import { join } from 'node:path'
import type { FontName } from '#forms/engine/page'
import { openTrueType, type TrueType } from './truetype.ts'

export type PaperFont = { readonly name: string; readonly font: TrueType }

/** Opens a paper font when a document first draws with it: the fallback is 30 MB and most papers do without. */
export type PaperFonts = (font: FontName) => PaperFont

/** As in forms/fonts/metrics.json, by which the layout measured (tests/forms/paper-pdf.test.ts compares the two). */
const names: Readonly<Record<FontName, string>> = { regular: 'NotoSansSC-Regular', bold: 'NotoSansSC-Bold', rare: 'HanaMinB' }

export function openPaperFonts(fontsDir: string): PaperFonts {
  const open = new Map<FontName, PaperFont>()
  return (font) => {
    const known = open.get(font)
    if (known !== undefined) return known
    const paperFont = { name: names[font], font: openTrueType(join(fontsDir, `${names[font]}.ttf`)) }
    open.set(font, paperFont)
    return paperFont
  }
}
