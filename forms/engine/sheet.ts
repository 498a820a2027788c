import type { ProfileName } from '#domain/paper-stock'
import { type Block, type PaperBase, type SheetForm, wordsOn } from '../define.ts'
import type { CopyWords, FormWords } from '../words.ts'
import { boxPiece, gridPieces, headingPiece, letterPieces } from './fields.ts'
import { entered } from './entries.ts'
import { drawCopyMargin, drawFoot, drawHead, drawHeadCode, drawWatermark, type Mark, nameOfCopy } from './furniture.ts'
import { createInk, type Ink, type Side, thick } from './ink.ts'
import { keeper, keptLayer } from './kept.ts'
import type { Metrics } from './metrics.ts'
import type { Layer, Page } from './page.ts'
import { fillPages, type Placed } from './paginate.ts'
import type { IsHidden, Measuring, Piece, Room } from './piece.ts'
import { type Profile, profiles } from './profiles.ts'
import { type Setting, settingFor } from './setting.ts'
import { notePieces, signPieces } from './signing.ts'
import { onStock, tablePieces } from './table.ts'

/** A paper as it is to be printed. `hash` is the stored paper's; '' and a number of '' while previewing. */
export type Printable<P> = { readonly paper: P; readonly number: string; readonly hash: string; readonly mark: Mark }

function measuring<P>(block: Block<P>, room: Room, blocks: readonly Block<P>[]): Measuring<P> {
  switch (block.kind) {
    case 'grid':
      return gridPieces(block, room)
    case 'box':
      return boxPiece(block, room)
    case 'lines':
      return tablePieces(block, room)
    case 'sign':
      return signPieces(block, room)
    case 'note':
      return notePieces(
        room,
        blocks.find((other) => other.kind === 'sign'),
      )
    case 'letter':
      return letterPieces(block, room)
    case 'heading':
      return headingPiece(block, room)
  }
}

type BlockMeasuring<P> = { readonly name: string | undefined; readonly on: Measuring<P> }

function measuringOf<P>(block: Block<P>, room: Room, blocks: readonly Block<P>[]): BlockMeasuring<P> {
  const measure = measuring(block, room, blocks)
  return {
    name: block.name,
    on: (paper, place) => {
      if (block.when?.(paper) === false) return []
      const pieces = measure(paper, place)
      return block.together === true ? pieces.map((piece) => ({ ...piece, sticky: true })) : pieces
    },
  }
}

/** Up to this height a sheet is a half one, on which a form made for a whole one gives up some of the room to write in, mm. */
const halfSheet = 150

/** The place of the stamp may stand a little in the margin, beside the number of the page. */
const stampInMargin = 0.4

/** Of a form on every paper it is laid on, with the form's words and without. */
const keptMeasuring = keeper<readonly BlockMeasuring<never>[]>(20)

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
/** `on`: the paper and whether it is printed already, as kept layers are named. */
type Sheet = {
  readonly on: string
  readonly profile: Profile
  readonly isOwn: boolean
  readonly setting: Setting
  readonly top: number
  readonly bottom: number
}

/** One page for each copy, or one for all plies of carbonless paper, which then all hide what one of them hides. */
type Ply = { readonly copy: CopyWords; readonly names: string; readonly nth: number }

function pliesOf(copies: readonly CopyWords[], { continuous }: Profile): Ply[] {
  if (!continuous) return copies.map((copy, index) => ({ copy, names: '', nth: index + 1 }))
  const label = copies.map((copy) => copy.label).join(' / ')
  return [
    {
      copy: { key: 'all', label, stripe: 'white', hides: copies.flatMap((copy) => copy.hides ?? []) },
      names: copies.map(nameOfCopy).join('　'),
      nth: 0,
    },
  ]
}

/** What all plies show that hide the same, page by page. */
function drawBody<P extends PaperBase>(
  form: SheetForm<P>,
  measured: readonly Measured[],
  { paper, number, mark }: Printable<P>,
  words: FormWords,
  { copy, names }: Ply,
  { profile, isOwn, setting, top, bottom, on }: Sheet,
): Layer[][] {
  const { title } = setting.dataOnly ? wordsOn(form, paper, entered) : words
  const isHidden: IsHidden = (name) => name !== undefined && copy.hides?.includes(name) === true
  const pages = fillPages(
    measured.flatMap(({ name, pieces }) => (isHidden(name) ? [] : pieces)),
    top,
    bottom,
    isOwn,
  )
  const watermark = keptLayer(form, `mark ${mark.kind} ${on}`, () => {
    const ink = createInk(setting, 'filled')
    drawWatermark(ink, { x: 0, y: 0, width: profile.width, height: profile.height }, mark)
    return ink.layer()
  })
  return pages.map((placed, index) => {
    const side = (which: Side): Layer => {
      const ink = createInk(setting, which)
      drawHead(ink, profile, { title, code: words.code, number, mark })
      for (const { piece, y } of placed) piece.draw(ink, profile.left, y, isHidden)
      drawFrames(ink, placed, profile)
      drawFoot(ink, profile, names, index + 1, pages.length)
      return ink.layer()
    }
    const looks = placed.map(({ piece }) => piece.look).join('\n')
    const blank = keptLayer(
      form,
      `page ${index + 1}/${pages.length} ${on} ${copy.hides?.join() ?? ''} ${JSON.stringify(words)}\n${looks}`,
      () => side('blank'),
    )
    return [watermark, blank, side('filled')]
  })
}

/** The pages of one copy, numbered on their own. The code to scan names the copy, 0 for all at once. */
function layoutPly<P>(
  form: SheetForm<P>,
  bodies: readonly (readonly Layer[])[],
  { number, hash }: Printable<P>,
  { copy, nth }: Ply,
  { profile, setting, on }: Sheet,
): Omit<Page, 'paper'>[] {
  const margin = profile.continuous
    ? []
    : keptLayer(form, `margin ${on} ${JSON.stringify(copy)}`, () => {
        const ink = createInk(setting, 'blank')
        drawCopyMargin(ink, profile, copy)
        return ink.layer()
      })
  const ink = createInk(setting, 'filled')
  drawHeadCode(ink, profile, number === '' ? '' : `${number}/${nth}/${hash.slice(0, 8).toUpperCase()}`)
  const code = ink.layer()
  return bodies.map((body, index) => ({
    copy: copy.label,
    number: index + 1,
    count: bodies.length,
    width: profile.width,
    height: profile.height,
    layers: [...body, margin, code].filter((layer) => layer.length > 0),
  }))
}

/** All copies of all papers, in order: copies of one paper stay together. Where the form is a slip on this paper, one after the other for its cases. */
export function layoutSheets<P extends PaperBase>(
  form: SheetForm<P>,
  printables: readonly Printable<P>[],
  name: SheetName,
  metrics: Metrics,
  dataOnly: boolean,
): Page[] {
  const { slips } = form
  if (slips?.profile !== name) return layoutWhole(form, printables, name, metrics, dataOnly)
  return printables.flatMap((printable, index) => {
    const cases = slips.each(printable.paper).map((paper) => ({ ...printable, paper }))
    return layoutWhole(slips.form, cases, name, metrics, dataOnly).map((page) => ({ ...page, paper: index }))
  })
}

type SheetName = Exclude<ProfileName, 'grid'>

function sheetOn<P>(
  form: SheetForm<P>,
  name: SheetName,
  metrics: Metrics,
  dataOnly: boolean,
): Sheet & { readonly room: Omit<Room, 'block'> } {
  const profile = profiles[name]
  const setting = settingFor(metrics, profile, dataOnly)
  const top = profile.top + profile.head
  const bottom = profile.height - profile.bottom - profile.foot
  const isOwn = name === form.profiles[0]
  const room = {
    setting,
    width: profile.usable,
    limit: bottom - top - 8,
    lowest: bottom + stampInMargin * profile.bottom,
    boxShare: isOwn || profile.height > halfSheet ? 1 : 0.8,
  }
  return { on: `${name} ${dataOnly}`, profile, isOwn, setting, top, bottom, room }
}

/** How many rows the stock of this form has for each table of this paper. Copies that hide a block are not asked: they have room for more. */
export function rowsOnStock<P extends PaperBase>(
  form: SheetForm<P>,
  paper: P,
  name: SheetName,
  metrics: Metrics,
): ReadonlyMap<Block<P>, number> {
  const { room, top, bottom, isOwn } = sheetOn(form, name, metrics, true)
  const place = { number: '', words: wordsOn(form, paper), dataOnly: true }
  const measured = form.blocks.map((block, nth) => {
    const printed = block.kind === 'lines' ? onStock(block) : block
    return { block, pieces: measuringOf(printed, { ...room, block: String(nth) }, form.blocks).on(paper, place) }
  })
  const pages = fillPages(
    measured.flatMap(({ pieces }) => pieces),
    top,
    bottom,
    isOwn,
  )
  const shown = pages.flat()
  return new Map(
    measured.flatMap(({ block, pieces }) =>
      block.kind === 'lines' ? [[block, shown.filter(({ piece }) => pieces.includes(piece)).length - block.totals(paper).length]] : [],
    ),
  )
}

function layoutWhole<P extends PaperBase>(
  form: SheetForm<P>,
  printables: readonly Printable<P>[],
  name: SheetName,
  metrics: Metrics,
  dataOnly: boolean,
): Page[] {
  const { room, ...sheet } = sheetOn(form, name, metrics, dataOnly)
  // made of this form's own blocks, so for its papers
  const blocks = keptMeasuring(form, sheet.on, () =>
    form.blocks.map((block, nth) => measuringOf(block, { ...room, block: String(nth) }, form.blocks)),
  ) as readonly BlockMeasuring<P>[]
  return printables.flatMap((printable, index) => {
    const { paper, number } = printable
    const words = wordsOn(form, paper)
    const place = { number, words, dataOnly }
    const measured = blocks.map((block) => ({ name: block.name, pieces: block.on(paper, place) }))
    const bodies = new Map<string, ReturnType<typeof drawBody>>()
    return pliesOf(words.copies, sheet.profile).flatMap((ply) => {
      const hidden = JSON.stringify(ply.copy.hides ?? [])
      const body = bodies.get(hidden) ?? drawBody(form, measured, printable, words, ply, sheet)
      bodies.set(hidden, body)
      return layoutPly(form, body, printable, ply, sheet).map((page) => ({ ...page, paper: index }))
    })
  })
}
