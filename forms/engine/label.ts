import { type LabelCell, type LabelForm, type PaperBase, type Place, stockOf, wordsOn } from '../define.ts'
import { drawQr, drawWatermark, markText } from './furniture.ts'
import { cellPadding, createInk, grey, type Ink, thick } from './ink.ts'
import type { Metrics } from './metrics.ts'
import type { Page } from './page.ts'
import { type Profile, type ProfileName, profiles } from './profiles.ts'
import type { Printable } from './sheet.ts'

/** Four quarters of an A4 sheet in reading order; the label at its true size in the middle of each (settled.md 23). */
function quarterPlaces(stock: Profile): { x: number; y: number }[] {
  const { width, height } = profiles['A4L-4up']
  const left = (width / 2 - stock.width) / 2
  const top = (height / 2 - stock.height) / 2
  return [0, 1, 2, 3].map((place) => ({ x: (place % 2) * (width / 2) + left, y: Math.floor(place / 2) * (height / 2) + top }))
}

function drawCell<P>(ink: Ink, cell: LabelCell<P>, paper: P, place: Place, left: number, top: number): void {
  const { captionMm = 0, size = 8, bold = false, align = 'left', caption = '' } = cell
  const frame = { x: left + cell.x, y: top + cell.y, width: cell.width, height: cell.height }
  if (cell.open !== true) ink.frame(frame)
  if (caption !== '') {
    const captionFrame = { ...frame, width: captionMm }
    ink.write(caption, { size }, captionFrame, { align: 'left' })
  }
  const text = cell.value?.(paper, place) ?? ''
  const valueFrame = { ...frame, x: frame.x + captionMm, width: frame.width - captionMm }
  ink.write(text, { size, bold }, valueFrame, { align })
  if (cell.ringed?.(paper) === true) {
    const side = Math.min(valueFrame.width - 2 * cellPadding, 30)
    ink.ring({ x: valueFrame.x + (valueFrame.width - side) / 2, y: valueFrame.y + 0.5, width: side, height: valueFrame.height - 1 }, thick)
  }
}

function drawLabel<P extends PaperBase>(ink: Ink, form: LabelForm<P>, printable: Printable<P>, x: number, y: number): void {
  const { paper, number, mark } = printable
  const words = wordsOn(form, paper)
  const stock = stockOf(form)
  const left = x + stock.left
  const top = y + stock.top
  drawWatermark(ink, { x, y, width: stock.width, height: stock.height }, mark)
  for (const cell of form.cells) drawCell(ink, cell, paper, { number, words }, left, top)
  const body = { x: left, y: top, width: stock.usable, height: stock.height - stock.top - stock.bottom }
  ink.frame(body, thick)
  const { payload, size } = form.qr
  const scanned = payload(paper)
  if (mark.kind !== 'preview' && scanned !== '') drawQr(ink, scanned, left + form.qr.x, top + form.qr.y, size)
  if (mark.kind === 'reprint') ink.write(markText(mark), { size: 6 }, { x: left, y: y + stock.height - 2.9, width: stock.usable, height: 2.6 }, { align: 'right', padding: 0 })
}

/** One page for each label and copy, or four labels to a sheet beginning at place `startAt` (1–4) of the first sheet. */
export function layoutLabels<P extends PaperBase>(form: LabelForm<P>, printables: readonly Printable<P>[], profile: ProfileName, startAt: number, metrics: Metrics): Page[] {
  const { width, height } = profiles[profile]
  const stock = stockOf(form)
  const places = profile === 'A4L-4up' ? quarterPlaces(stock) : [{ x: 0, y: 0 }]
  const labels = printables.flatMap((printable, paper) => wordsOn(form, printable.paper).copies.map((copy) => ({ printable, paper, copy: copy.label })))
  const skipped = Math.min(Math.max(Math.trunc(startAt), 1), places.length) - 1
  const sheets = Math.ceil((labels.length === 0 ? 0 : labels.length + skipped) / places.length)
  return Array.from({ length: sheets }, (_, sheet) => {
    const ink = createInk(metrics)
    const first = labels[Math.max(0, sheet * places.length - skipped)]
    for (const [index, { x, y }] of places.entries()) {
      const label = labels[sheet * places.length + index - skipped]
      if (label === undefined) continue
      if (places.length > 1) ink.frame({ x, y, width: stock.width, height: stock.height }, 0.1, grey, true)
      drawLabel(ink, form, label.printable, x, y)
    }
    return { paper: first?.paper ?? 0, copy: places.length > 1 ? '' : (first?.copy ?? ''), number: 1, count: 1, width, height, items: ink.items() }
  })
}
