import type { Block, PaperBase, Place, SheetForm } from '../define.ts'
import { type CopyWords, wordsOfForm } from '../words.ts'
import { boxPiece, gridPieces, headingPiece, letterPieces } from './fields.ts'
import { drawCopyMargin, drawFoot, drawHead, drawWatermark, headHeight, type Mark } from './furniture.ts'
import { createInk, type Ink, thick } from './ink.ts'
import type { Metrics } from './metrics.ts'
import type { Page } from './page.ts'
import type { Piece, Room } from './piece.ts'
import type { Profile } from './profiles.ts'
import { notePiece, signPiece } from './signing.ts'
import { tablePieces } from './table.ts'

/** A paper as it is to be printed. `hash` is the stored paper's; '' and a number of '' while previewing. */
export type Printable<P> = { readonly paper: P; readonly number: string; readonly hash: string; readonly mark: Mark }

function piecesOfBlock<P>(block: Block<P>, paper: P, place: Place, room: Room): Piece[] {
  switch (block.kind) {
    case 'grid': return gridPieces(block, paper, place, room)
    case 'box': return [boxPiece(block, paper, place, room)]
    case 'lines': return tablePieces(block, paper, room)
    case 'sign': return [signPiece(block, paper, place.words.signatories, room)]
    case 'note': return place.words.note === '' ? [] : [notePiece(place.words.note, room)]
    case 'letter': return letterPieces(block, paper, place, room)
    case 'heading': return [headingPiece(block, room)]
  }
}

function isShown<P>(block: Block<P>, paper: P, copy: CopyWords): boolean {
  if (block.name !== undefined && copy.hides?.includes(block.name) === true) return false
  return block.when === undefined || block.when(paper)
}

type Placed = { readonly piece: Piece; readonly y: number }

/** Parts that must stand together: each part with the sticky ones after it, headings with what they head. */
function groupsOf(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = []
  for (const piece of pieces) {
    const last = groups.at(-1)
    if (last !== undefined && (piece.sticky || last.at(-1)?.leads === true)) last.push(piece)
    else groups.push([piece])
  }
  return groups
}

function heightOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.height, 0)
}

/** Fills pages from top to bottom, repeating table heads. A group higher than a page is split rather than lost. */
function paginate(pieces: readonly Piece[], top: number, bottom: number): Placed[][] {
  const pages: Placed[][] = [[]]
  let y = top
  const put = (piece: Piece): void => {
    pages.at(-1)?.push({ piece, y })
    y += piece.height
  }
  const turn = (next: Piece | undefined): void => {
    pages.push([])
    y = top
    if (next?.head) put(next.head)
  }
  for (const group of groupsOf(pieces)) {
    const empty = pages.at(-1)?.length === 0
    if (!empty && y + heightOf(group) > bottom + 0.01) turn(group[0])
    for (const piece of group) {
      if (y + piece.height > bottom + 0.01 && y > top && heightOf(group) > bottom - top) turn(piece)
      put(piece)
    }
  }
  return pages
}

/** One thick frame round each unbroken run of framed parts. */
function drawFrames(ink: Ink, placed: readonly Placed[], { left, usable }: Profile): void {
  let start: number | null = null
  let end = 0
  for (const { piece, y } of [...placed, null].map((entry) => entry ?? { piece: null, y: 0 })) {
    if (piece?.framed === true) {
      start ??= y
      end = y + piece.height
    } else if (start !== null) {
      ink.frame({ x: left, y: start, width: usable, height: end - start }, thick)
      start = null
    }
  }
}

/** The pages of one copy of one paper, numbered on their own. */
function layoutCopy<P extends PaperBase>(form: SheetForm<P>, printable: Printable<P>, index: number, copyIndex: number, profile: Profile, metrics: Metrics): Page[] {
  const { paper, number, hash, mark } = printable
  const words = wordsOfForm(form.id, form.words, paper.words)
  const copy = words.copies[copyIndex] ?? { key: '', label: '', stripe: 'white' }
  const top = profile.top + headHeight
  const bottom = profile.height - profile.bottom
  const room = { metrics, width: profile.usable, limit: bottom - top - 8, bottom }
  const place = { number, words }
  const pieces = form.blocks.filter((block) => isShown(block, paper, copy)).flatMap((block) => piecesOfBlock(block, paper, place, room))
  const pages = paginate(pieces, top, bottom)
  const qr = number === '' ? '' : `${number}/${copyIndex + 1}/${hash.slice(0, 8).toUpperCase()}`
  return pages.map((placed, pageIndex) => {
    const ink = createInk(metrics)
    drawWatermark(ink, { x: 0, y: 0, width: profile.width, height: profile.height }, mark)
    drawHead(ink, profile, { words, number, mark, qr })
    for (const { piece, y } of placed) piece.draw(ink, profile.left, y)
    drawFrames(ink, placed, profile)
    drawFoot(ink, profile, pageIndex + 1, pages.length)
    drawCopyMargin(ink, profile, copy)
    return { paper: index, copy: copy.label, number: pageIndex + 1, count: pages.length, width: profile.width, height: profile.height, items: ink.items() }
  })
}

/** All copies of all papers, in order: copies of one paper stay together. */
export function layoutSheets<P extends PaperBase>(form: SheetForm<P>, printables: readonly Printable<P>[], profile: Profile, metrics: Metrics): Page[] {
  return printables.flatMap((printable, index) => {
    const { copies } = wordsOfForm(form.id, form.words, printable.paper.words)
    return copies.flatMap((_, copyIndex) => layoutCopy(form, printable, index, copyIndex, profile, metrics))
  })
}
