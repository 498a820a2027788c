/**
 * Positioned pages: what the layout says and every back end draws. All lengths and places in mm from the top left
 * corner of the sheet; font sizes in pt; the y of a text is its baseline.
 */
export type Frame = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** As large as it fits into the frame, in its middle. */
export function fittedInto({ width, height }: { readonly width: number; readonly height: number }, frame: Frame): Frame {
  const scale = Math.min(frame.width / width, frame.height / height)
  const size = { width: width * scale, height: height * scale }
  return { x: frame.x + (frame.width - size.width) / 2, y: frame.y + (frame.height - size.height) / 2, ...size }
}

export type FontName = 'regular' | 'bold' | 'rare'

export type Rule = {
  readonly kind: 'rule'
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly weight: number
  readonly colour: string
  readonly dashed: boolean
}

export type Fill = Frame & { readonly kind: 'fill'; readonly colour: string }

/** An ellipse touching the sides of its frame. */
export type Ring = Frame & { readonly kind: 'ring'; readonly weight: number }

/** One run in one font on one line. `frame` is the cell it must stay in; `layer` mark = watermark or stamp area, which may lie over others. */
export type TextRun = {
  readonly kind: 'text'
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly font: FontName
  readonly size: number
  readonly colour: string
  readonly frame: Frame
  readonly layer: 'form' | 'mark'
}

/** A QR code of `size` mm; one string of `0` and `1` for each row of modules. */
export type QrCode = {
  readonly kind: 'qr'
  readonly x: number
  readonly y: number
  readonly size: number
  readonly rows: readonly string[]
  readonly payload: string
}

/** A picture by the hash of its bytes, stretched over its frame; whoever draws the page brings the bytes. */
export type Picture = Frame & { readonly kind: 'picture'; readonly sha256: string }

export type Item = Rule | Fill | Ring | TextRun | QrCode | Picture

/** What is drawn at one go. Pages that show the same share it, and a back end that knows it by its identity writes it once. */
export type Layer = readonly Item[]

/** `layers`, the lowest first. `copy`: its label (第一联 …), '' for a label, of which there is but one; `number` of `count` pages of this copy of this paper; `paper` is the place of the paper in the order given to the layout. */
export type Page = {
  readonly paper: number
  readonly copy: string
  readonly number: number
  readonly count: number
  readonly width: number
  readonly height: number
  readonly layers: readonly Layer[]
}

/** Everything a page shows, the lowest first. */
export function itemsOf({ layers }: Pick<Page, 'layers'>): Item[] {
  return layers.flat()
}

/** Line distance as a multiple of the font size (settled.md 22). */
export const leading = 1.2
