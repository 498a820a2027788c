import { mmPerPoint } from '#domain/paper-stock'
import { isOfStock, readEntries } from './entries.ts'
import { measureFor, type Style } from './fit.ts'
import type { Ink } from './ink.ts'
import type { Frame } from './page.ts'
import { lineHeight } from './setting.ts'

const titleSize = 16
/** A name longer than the band shrinks to this before it takes a second line, pt. */
const smallestTitle = 11
/** A company's name too long for one line of this size stands on two, pt. */
const smallestCompany = 9

/** One line or two; the last is the form's name. */
export function drawTitle(ink: Ink, title: readonly string[], band: Frame): void {
  const [first, second] = title
  if (first === undefined) return
  if (second === undefined) {
    drawName(ink, first, band)
    return
  }
  const onTwo = widthAt(ink, first, smallestCompany) > band.width
  const upper = onTwo ? 2 * lineHeight(ink.setting, smallestCompany) : band.height * 0.44
  drawLine(ink, first, { size: onTwo ? smallestCompany : 12, bold: true, balanced: true }, { ...band, height: upper })
  drawLine(ink, second, { size: titleSize, bold: true }, { ...band, y: band.y + upper, height: band.height - upper })
}

/** A form's name alone in the band: smaller rather than with one character on a second line. */
function drawName(ink: Ink, name: string, band: Frame): void {
  const height = widthAt(ink, name, smallestTitle) > band.width ? band.height : Math.min(band.height, lineHeight(ink.setting, titleSize))
  drawLine(ink, name, { size: titleSize, bold: true, balanced: true }, { ...band, y: band.y + (band.height - height) / 2, height })
}

function widthAt({ setting }: Ink, line: string, size: number): number {
  return measureFor(setting.metrics, true)(readEntries(line).printed) * size * mmPerPoint
}

function drawLine(ink: Ink, text: string, style: Style, band: Frame): void {
  ink.write(text, style, band, { align: 'centre', padding: 0, filled: isOfStock(text) })
}
