import { mmPerPoint } from '#domain/paper-stock'
import { type Form, type PaperBase, wordsOn } from '../define.ts'
import { fit, measureFor, type Style } from './fit.ts'
import type { Ink } from './ink.ts'
import type { Frame } from './page.ts'
import { lineHeight } from './setting.ts'

/** A line of a title, and what is filled in where printed stock leaves `room` for it: from the character `at`. */
export type TitleLine = {
  readonly text: string
  readonly entries: readonly { readonly at: number; readonly room: string; readonly filled: string }[]
}

/** Unicode keeps these for programs: no text has them. */
const entry = /\uFDD0(?<filled>[^\uFDD1]*)\uFDD1(?<room>[^\uFDD2]*)\uFDD2/gu

/** The title as printed stock has it (套打). */
export function titleOnStock<P extends PaperBase>(form: Form<P>, paper: P): TitleLine[] {
  const { title } = wordsOn(form, paper, (filled, room) => `\uFDD0${filled}\uFDD1${room}\uFDD2`)
  return title.map((line) => {
    let text = ''
    let read = 0
    const entries = [...line.matchAll(entry)].map(({ 0: whole, index, groups: { filled = '', room = '' } = {} }) => {
      const at = text.length + index - read
      text += line.slice(read, index) + room
      read = index + whole.length
      return { at, room, filled }
    })
    return { text: text + line.slice(read), entries }
  })
}

const titleSize = 16
/** A name longer than the band shrinks to this before it takes a second line, pt. */
const smallestTitle = 11

/** One line or two; the last is the form's name. */
export function drawTitle(ink: Ink, title: readonly TitleLine[], band: Frame): void {
  const [first, second] = title
  if (first === undefined) return
  if (second === undefined) {
    drawName(ink, first, band)
    return
  }
  const upper = band.height * 0.44
  drawLine(ink, first, { size: 12, bold: true }, { ...band, height: upper })
  drawLine(ink, second, { size: titleSize, bold: true }, { ...band, y: band.y + upper, height: band.height - upper })
}

/** A form's name alone in the band: smaller rather than with one character on a second line. */
function drawName(ink: Ink, name: TitleLine, band: Frame): void {
  const widest = measureFor(ink.setting.metrics, true)(name.text) * smallestTitle * mmPerPoint
  const height = widest > band.width ? band.height : Math.min(band.height, lineHeight(ink.setting, titleSize))
  drawLine(ink, name, { size: titleSize, bold: true, balanced: true }, { ...band, y: band.y + (band.height - height) / 2, height })
}

function drawLine(ink: Ink, { text, entries }: TitleLine, style: Style, band: Frame): void {
  ink.write(text, style, band, { align: 'centre', padding: 0 })
  if (ink.side === 'blank' || entries.length === 0) return
  const set = fit(ink.setting, text, style, { width: band.width, height: band.height, grow: false, limit: band.height })
  const measure = measureFor(ink.setting.metrics, true)
  const width = (part: string): number => measure(part) * set.size * mmPerPoint
  let begin = 0
  for (const [nth, line] of set.lines.entries()) {
    begin = text.indexOf(line, begin)
    const left = band.x + (band.width - width(line)) / 2
    const y = band.y + (band.height - set.height) / 2 + nth * set.line
    for (const { at, room, filled } of entries) {
      if (at < begin || at >= begin + line.length) continue
      const frame = { x: left + width(text.slice(begin, at)), y, width: width(room), height: set.line }
      ink.write(filled, { size: set.size, bold: true }, frame, { align: 'centre', padding: 0, filled: true })
    }
    begin += line.length
  }
}
