import { type LabelGrid, type ProfileName, sharedSheets } from '#domain/paper-stock'
import { type LabelCell, type LabelForm, type PaperBase, type Place, stockOf, wordsOn } from '../define.ts'
import { drawQr, drawWatermark, markText } from './furniture.ts'
import { cellPadding, createInk, grey, type Ink, type Side, thick } from './ink.ts'
import { keptLayer } from './kept.ts'
import type { Metrics } from './metrics.ts'
import type { Frame, Layer, Page } from './page.ts'
import { type Profile, profileOf } from './profiles.ts'
import { type Setting, settingFor } from './setting.ts'
import type { Printable } from './sheet.ts'

/** The places of a sheet for labels, in reading order; `isMarked`: a plain sheet, to be cut along the marks. */
type LabelSheet = { readonly sheet: Profile; readonly places: readonly Frame[]; readonly isMarked: boolean }

function grid({ columns, rows, left, top, width, height, gapX, gapY }: LabelGrid): Frame[] {
  return Array.from({ length: columns * rows }, (_, place) => ({
    x: left + (place % columns) * (width + gapX),
    y: top + Math.floor(place / columns) * (height + gapY),
    width,
    height,
  }))
}

function labelSheet(name: ProfileName, own: LabelGrid | null): LabelSheet {
  const sheet = profileOf(name, own)
  if (name === 'grid' && own !== null) return { sheet, places: grid(own), isMarked: false }
  const { width, height } = sheet
  const shared = sharedSheets[name]
  if (shared === undefined) return { sheet, places: [{ x: 0, y: 0, width, height }], isMarked: false }
  return {
    sheet,
    places: grid({
      sheetWidth: width,
      sheetHeight: height,
      ...shared,
      left: 0,
      top: 0,
      width: width / shared.columns,
      height: height / shared.rows,
      gapX: 0,
      gapY: 0,
    }),
    isMarked: true,
  }
}

/** The places of a sheet for labels, in reading order. */
export function placesOn(name: ProfileName, own: LabelGrid | null): readonly Frame[] {
  return labelSheet(name, own).places
}

/** On stock of another size a code is rather small than broken, pt. */
const smallestOnOther = 6

/** White round the label on stock of another size than its own, mm. */
const otherMargin = 2.5

/**
 * How a label stands on a piece of stock: at its true size in the middle of its part of A4 (settled.md 23), else filling the
 * stock, cells in their share of it. `type`: by how much its texts follow.
 */
type Stand = {
  readonly label: Frame
  readonly x: number
  readonly y: number
  readonly scaleX: number
  readonly scaleY: number
  readonly type: number
}

function standOn(stock: Profile, place: Frame, isMarked: boolean): Stand {
  const isRoomy = isMarked && place.width >= stock.width && place.height >= stock.height
  const isOwn = Math.abs(place.width - stock.width) < 0.01 && Math.abs(place.height - stock.height) < 0.01
  const label = isRoomy
    ? {
        x: place.x + (place.width - stock.width) / 2,
        y: place.y + (place.height - stock.height) / 2,
        width: stock.width,
        height: stock.height,
      }
    : place
  if (isRoomy || isOwn) return { label, x: label.x + stock.left, y: label.y + stock.top, scaleX: 1, scaleY: 1, type: 1 }
  const scaleX = (place.width - 2 * otherMargin) / stock.usable
  const scaleY = (place.height - 2 * otherMargin) / (stock.height - stock.top - stock.bottom)
  const least = Math.min(scaleX, scaleY)
  // a label narrower but higher breaks its texts into more lines rather than making them smaller
  return {
    label,
    x: label.x + otherMargin,
    y: label.y + otherMargin,
    scaleX,
    scaleY,
    type: least < 1 ? Math.min(1, Math.sqrt(scaleX * scaleY)) : least,
  }
}

/** The least a label may be pressed together in either direction before its codes and texts stop being legible. */
const leastScale = 0.7

/** The size of stock a label needs at least, when this place is too small for it; null when it stands there. */
export function tooSmallFor(
  form: Pick<LabelForm<never>, 'profiles'>,
  name: ProfileName,
  own: LabelGrid | null,
): { width: number; height: number } | null {
  const stock = stockOf(form)
  const {
    places: [place],
    isMarked,
  } = labelSheet(name, own)
  if (place === undefined) return null
  const { scaleX, scaleY } = standOn(stock, place, isMarked)
  if (scaleX >= leastScale && scaleY >= leastScale) return null
  const needed = (mm: number) => Math.ceil(mm * leastScale + 2 * otherMargin)
  return { width: needed(stock.usable), height: needed(stock.height - stock.top - stock.bottom) }
}

const half = 0.5

function drawCell<P>(ink: Ink, cell: LabelCell<P>, paper: P, place: Place, { x, y, scaleX, scaleY, type }: Stand): void {
  const { size: wanted = 8, bold = false, align = 'left', caption = '' } = cell
  const size = type === 1 ? wanted : Math.max(half, Math.floor((wanted * type) / half) * half)
  const isOther = scaleX !== 1
  const captionMm = (cell.captionMm ?? 0) * scaleX
  const frame = { x: x + cell.x * scaleX, y: y + cell.y * scaleY, width: cell.width * scaleX, height: cell.height * scaleY }
  if (cell.open !== true) ink.frame(frame)
  if (caption !== '') {
    const captionFrame = { ...frame, width: captionMm }
    ink.write(caption, { size, balanced: isOther }, captionFrame, { align: 'left', padding: isOther ? cellPadding / 2 : cellPadding })
  }
  const text = cell.value?.(paper, place) ?? ''
  const valueFrame = { ...frame, x: frame.x + captionMm, width: frame.width - captionMm }
  ink.write(text, { size, bold }, valueFrame, { align, filled: cell.printed !== true })
  if (cell.ringed?.(paper) === true) {
    const side = Math.min(valueFrame.width - 2 * cellPadding, 30)
    ink.ring({ x: valueFrame.x + (valueFrame.width - side) / 2, y: valueFrame.y + 0.5, width: side, height: valueFrame.height - 1 }, thick)
  }
}

function drawLabel<P extends PaperBase>(ink: Ink, form: LabelForm<P>, { paper, mark }: Printable<P>, place: Place, stand: Stand): void {
  const stock = stockOf(form)
  const { x, y, scaleX, scaleY } = stand
  for (const cell of form.cells) drawCell(ink, cell, paper, place, stand)
  ink.frame({ x, y, width: stock.usable * scaleX, height: (stock.height - stock.top - stock.bottom) * scaleY }, thick)
  const { payload, size } = form.qr
  const scanned = payload(paper)
  if (ink.side === 'filled' && mark.kind !== 'preview' && scanned !== '') {
    const side = size * Math.min(scaleX, scaleY)
    drawQr(ink, scanned, x + (form.qr.x + size / 2) * scaleX - side / 2, y + (form.qr.y + size / 2) * scaleY - side / 2, side)
  }
  if (mark.kind === 'reprint' || mark.kind === 'blank' || mark.kind === 'entered')
    drawReprint(ink, markText(mark), stand, (stock.height - stock.top - stock.bottom) * scaleY)
}

/** A label as layers: a mark across it, what is printed on the stock, what is filled in. `stood`: what its place depends on. */
function layersOf<P extends PaperBase>(
  form: LabelForm<P>,
  printable: Printable<P>,
  stand: Stand,
  isMarked: boolean,
  setting: Setting,
  stood: string,
): Layer[] {
  const { paper, number, mark } = printable
  const { dataOnly } = setting
  const place = { number, words: wordsOn(form, paper), dataOnly }
  const side = (which: Side, draw: (ink: Ink) => void): Layer => {
    const ink = createInk(setting, which)
    draw(ink)
    return ink.layer()
  }
  const printed = form.cells.map((cell) => (cell.printed === true ? (cell.value?.(paper, place) ?? '') : '')).join('\n')
  const blank = keptLayer(form, `label ${dataOnly} ${stood}\n${printed}`, () =>
    side('blank', (ink) => {
      if (isMarked) ink.frame(stand.label, 0.1, grey, true)
      drawLabel(ink, form, printable, place, stand)
    }),
  )
  const watermark = keptLayer(form, `mark ${mark.kind} ${dataOnly} ${stood}`, () =>
    side('filled', (ink) => drawWatermark(ink, stand.label, mark)),
  )
  return [watermark, blank, side('filled', (ink) => drawLabel(ink, form, printable, place, stand))].filter((layer) => layer.length > 0)
}

/** In the white below the label. */
function drawReprint(ink: Ink, text: string, { label, x, y }: Stand, high: number): void {
  const top = Math.max(label.y + label.height - 2.9, y + high)
  ink.write(
    text,
    { size: 6 },
    { x, y: top, width: label.width - 2 * (x - label.x), height: Math.min(2.6, label.y + label.height - top) },
    { align: 'right', padding: 0, filled: true },
  )
}

export type LabelStock = {
  readonly profile: ProfileName
  readonly grid: LabelGrid | null
  readonly startAt: number
  readonly dataOnly: boolean
}

/** One page for each label and copy, or as many to a sheet as it has places, beginning at place `startAt` (from 1) of the first sheet. */
export function layoutLabels<P extends PaperBase>(
  form: LabelForm<P>,
  printables: readonly Printable<P>[],
  { profile, grid: own, startAt, dataOnly }: LabelStock,
  metrics: Metrics,
): Page[] {
  const { sheet, places, isMarked } = labelSheet(profile, own)
  const stock = stockOf(form)
  const isOther = places[0] !== undefined && standOn(stock, places[0], isMarked).scaleX !== 1
  const setting = { ...settingFor(metrics, sheet, dataOnly), ...(isOther ? { smallest: smallestOnOther } : {}) }
  const labels = printables.flatMap((printable, paper) =>
    wordsOn(form, printable.paper).copies.map((copy) => ({ printable, paper, copy: copy.label })),
  )
  const skipped = Math.min(Math.max(Math.trunc(startAt), 1), places.length) - 1
  const sheets = Math.ceil((labels.length === 0 ? 0 : labels.length + skipped) / places.length)
  return Array.from({ length: sheets }, (_, nth) => {
    const first = labels[Math.max(0, nth * places.length - skipped)]
    const layers = places.flatMap((place, index) => {
      const label = labels[nth * places.length + index - skipped]
      return label === undefined
        ? []
        : layersOf(form, label.printable, standOn(stock, place, isMarked), isMarked, setting, `${profile} ${JSON.stringify(place)}`)
    })
    return {
      paper: first?.paper ?? 0,
      copy: places.length > 1 ? '' : (first?.copy ?? ''),
      number: 1,
      count: 1,
      width: sheet.width,
      height: sheet.height,
      layers,
    }
  })
}
