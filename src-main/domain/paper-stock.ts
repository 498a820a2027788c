import { type Problem, stop } from './errors.ts'
import type { PaperStock } from './words.ts'

export const mmPerPoint = 25.4 / 72

/** NCR: continuous carbonless paper, all copies at one blow. LBL: one label a sheet. `A4L-4up`, `A4P-6up`: so many on an A4 sheet. `grid`: a sheet of labels measured at the station. */
export type ProfileName = PaperStock

/** A sheet of labels in mm: `left` and `top` of the first label, its size, and the gaps between labels. */
export type LabelGrid = {
  readonly sheetWidth: number
  readonly sheetHeight: number
  readonly columns: number
  readonly rows: number
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly gapX: number
  readonly gapY: number
}

/** Two by four on A4 upright, the commonest stock for laser printers. */
export const usualGrid: LabelGrid = {
  sheetWidth: 210,
  sheetHeight: 297,
  columns: 2,
  rows: 4,
  left: 0,
  top: 0,
  width: 105,
  height: 74.25,
  gapX: 0,
  gapY: 0,
}

/** How far a printer puts everything beside its place, mm: right and down on the first sheet, and `drift` further down with each sheet after it. */
export type Offset = { readonly x: number; readonly y: number; readonly drift: number }

export const noOffset: Offset = { x: 0, y: 0, drift: 0 }

/** The furthest an offset may reach; what is further off is the wrong paper. */
export const mostOffset = { x: 30, y: 30, drift: 5 } as const

/** How a paper is to be laid out. `dataOnly`: 套打, only what is filled in, onto stock that is printed already. */
export type PaperLook = {
  readonly profile: ProfileName | 'default'
  readonly grid: LabelGrid | null
  readonly startAt: number
  readonly dataOnly: boolean
  readonly offset: Offset
}

/** On its own sheet, whole, where it belongs. */
export const plainLook: PaperLook = { profile: 'default', grid: null, startAt: 1, dataOnly: false, offset: noOffset }

/** Plain A4 sheets that several labels share, to be cut. */
export const sharedSheets: Partial<Readonly<Record<PaperLook['profile'], { readonly columns: number; readonly rows: number }>>> = {
  'A4L-4up': { columns: 2, rows: 2 },
  'A4P-6up': { columns: 2, rows: 3 },
}

/** Places for labels on one sheet of this paper. */
export function labelsPerSheet(profile: PaperLook['profile'], grid: LabelGrid | null): number {
  const { columns, rows } = (profile === 'grid' ? grid : sharedSheets[profile]) ?? { columns: 1, rows: 1 }
  return columns * rows
}

const slack = 0.05

/** Whether the labels of a grid stand on its sheet. */
export function gridProblems({ sheetWidth, sheetHeight, columns, rows, left, top, width, height, gapX, gapY }: LabelGrid): Problem[] {
  const across = left + columns * width + (columns - 1) * gapX
  const down = top + rows * height + (rows - 1) * gapY
  return [
    ...(across > sheetWidth + slack
      ? [stop('stock.gridTooWide', 'columns', { columns, needed: roundedMm(across), sheet: roundedMm(sheetWidth) })]
      : []),
    ...(down > sheetHeight + slack
      ? [stop('stock.gridTooHigh', 'rows', { rows, needed: roundedMm(down), sheet: roundedMm(sheetHeight) })]
      : []),
  ]
}

/** Millimetres as they are said: at most two decimals. */
export function roundedMm(mm: number): string {
  return String(Math.round(mm * 100) / 100)
}
