import type { ProfileName } from '#domain/paper-stock'
import { type Block, type PaperBase, type Place, type SheetForm, wordsOn } from '../define.ts'
import type { CopyWords, FormWords } from '../words.ts'
import { boxPiece, gridPieces, headingPiece, letterPieces } from './fields.ts'
import { drawCopyMargin, drawFoot, drawHead, drawHeadCode, drawWatermark, type Mark, nameOfCopy } from './furniture.ts'
import { createInk, type Ink, thick } from './ink.ts'
import type { Metrics } from './metrics.ts'
import type { Item, Page } from './page.ts'
import { fillPages, type Placed } from './paginate.ts'
import type { IsHidden, Piece, Room } from './piece.ts'
import { type Profile, profiles } from './profiles.ts'
import { type Setting, settingFor } from './setting.ts'
import { notePiece, signPiece } from './signing.ts'
import { tablePieces } from './table.ts'

/** A paper as it is to be printed. `hash` is the stored paper's; '' and a number of '' while previewing. */
export type Printable<P> = { readonly paper: P; readonly number: string; readonly hash: string; readonly mark: Mark }

function measuredPieces<P>(block: Block<P>, paper: P, place: Place, room: Room): Piece[] {
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

function piecesOfBlock<P>(block: Block<P>, paper: P, place: Place, room: Room): Piece[] {
  const pieces = measuredPieces(block, paper, place, room)
  return block.together === true ? pieces.map((piece) => ({ ...piece, sticky: true })) : pieces
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

/** A block as measured once for all copies of a paper. */
type Measured = { readonly name: string | undefined; readonly pieces: readonly Piece[] }
type Sheet = { readonly profile: Profile; readonly isOwn: boolean; readonly setting: Setting; readonly top: number; readonly bottom: number }

/** One page for each copy, or one for all plies of carbonless paper, which then all hide what one of them hides. */
type Ply = { readonly copy: CopyWords; readonly names: string; readonly nth: number }

function pliesOf(copies: readonly CopyWords[], { continuous }: Profile): Ply[] {
  if (!continuous) return copies.map((copy, index) => ({ copy, names: '', nth: index + 1 }))
  const label = copies.map((copy) => copy.label).join(' / ')
  return [{ copy: { key: 'all', label, stripe: 'white', hides: copies.flatMap((copy) => copy.hides ?? []) }, names: copies.map(nameOfCopy).join('　'), nth: 0 }]
}

/** What all plies show that hide the same, page by page. */
function drawBody(measured: readonly Measured[], { number, mark }: Printable<unknown>, words: FormWords, { copy, names }: Ply, { profile, isOwn, setting, top, bottom }: Sheet): readonly (readonly Item[])[] {
  const isHidden: IsHidden = (name) => name !== undefined && copy.hides?.includes(name) === true
  const pages = fillPages(measured.flatMap(({ name, pieces }) => (isHidden(name) ? [] : pieces)), top, bottom, isOwn)
  return pages.map((placed, index) => {
    const ink = createInk(setting)
    drawWatermark(ink, { x: 0, y: 0, width: profile.width, height: profile.height }, mark)
    drawHead(ink, profile, { words, number, mark })
    for (const { piece, y } of placed) piece.draw(ink, profile.left, y, isHidden)
    drawFrames(ink, placed, profile)
    drawFoot(ink, profile, names, index + 1, pages.length)
    return ink.items()
  })
}

/** The pages of one copy, numbered on their own. The code to scan names the copy, 0 for all at once. */
function layoutPly(bodies: readonly (readonly Item[])[], { number, hash }: Printable<unknown>, { copy, nth }: Ply, { profile, setting }: Sheet): Omit<Page, 'paper'>[] {
  const ink = createInk(setting)
  drawHeadCode(ink, profile, number === '' ? '' : `${number}/${nth}/${hash.slice(0, 8).toUpperCase()}`)
  if (!profile.continuous) drawCopyMargin(ink, profile, copy)
  const own = ink.items()
  const stripe = own.filter(({ kind }) => kind === 'fill')
  const rest = own.filter(({ kind }) => kind !== 'fill')
  return bodies.map((body, index) => ({ copy: copy.label, number: index + 1, count: bodies.length, width: profile.width, height: profile.height, items: [...stripe, ...body, ...rest] }))
}

/** All copies of all papers, in order: copies of one paper stay together. */
export function layoutSheets<P extends PaperBase>(form: SheetForm<P>, printables: readonly Printable<P>[], name: Exclude<ProfileName, 'grid'>, metrics: Metrics, dataOnly: boolean): Page[] {
  const profile = profiles[name]
  const setting = settingFor(metrics, profile, dataOnly)
  const top = profile.top + profile.head
  const bottom = profile.height - profile.bottom - profile.foot
  const room = { setting, width: profile.usable, limit: bottom - top - 8, bottom }
  return printables.flatMap((printable, index) => {
    const { paper, number } = printable
    const words = wordsOn(form, paper)
    const measured = form.blocks.filter((block) => block.when === undefined || block.when(paper))
      .map((block) => ({ name: block.name, pieces: piecesOfBlock(block, paper, { number, words, dataOnly }, room) }))
    const sheet = { profile, isOwn: name === form.profiles[0], setting, top, bottom }
    const bodies = new Map<string, ReturnType<typeof drawBody>>()
    return pliesOf(words.copies, profile).flatMap((ply) => {
      const hidden = JSON.stringify(ply.copy.hides ?? [])
      const body = bodies.get(hidden) ?? drawBody(measured, printable, words, ply, sheet)
      bodies.set(hidden, body)
      return layoutPly(body, printable, ply, sheet).map((page) => ({ ...page, paper: index }))
    })
  })
}
