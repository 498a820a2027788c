import type { Place } from '../define.ts'
import type { Ink } from './ink.ts'
import type { Setting } from './setting.ts'

/**
 * A measured part of a form that no page break may cut. `head` is drawn again above it when it begins a page (table
 * heads). `sticky` parts stay on the page of what stands before them (signatures). `leads`: never without what follows (headings). `framed` parts share one thick frame.
 * `look`: what its printed side depends on; pieces with the same look share it.
 * `rowsPerPage`: a row of a table that puts at most so many on a page. `spare`: a blank row, left out where it would cost another page.
 * `boxed`: 套打, a row filled into what is a blank one of the stock.
 */
export type Piece = {
  readonly height: number
  readonly look: string
  readonly framed: boolean
  readonly sticky: boolean
  readonly leads?: boolean
  readonly rowsPerPage?: number
  readonly spare?: boolean
  readonly boxed?: boolean
  readonly head: Piece | null
  readonly draw: (ink: Ink, x: number, y: number, isHidden: IsHidden) => void
}

/** Whether the copy being drawn hides what bears this name. Measured are all copies alike, so that they stay line by line the same. */
export type IsHidden = (name: string | undefined) => boolean

/**
 * What measuring needs: how type is set, the width to fill, the highest a part may grow, and how low the stamp's place may reach. `boxShare`: how
 * much of its height a box has on this sheet. `block`: which of the form's blocks is measured, for the looks of its pieces.
 */
export type Room = {
  readonly setting: Setting
  readonly width: number
  readonly limit: number
  readonly lowest: number
  readonly boxShare: number
  readonly block: string
}

/** Measures a block on one paper; labels, heads and places of columns are measured already, once for the form on this sheet. */
export type Measuring<P> = (paper: P, place: Place) => readonly Piece[]
