import { mmPerPoint } from '#domain/paper-stock'
import type { SignBlock, SignOptions } from '../define.ts'
import { fit, type Fitted, measureFor } from './fit.ts'
import { grey, type Ink, type TextPlace } from './ink.ts'
import type { Measuring, Piece, Room } from './piece.ts'
import { heightFor, heightOn } from './setting.ts'

const signHeight = 10
const signSize = 9
/** Between a signature's line and the next title. */
const gap = 2.5
/** Between a title and its line. */
const titleGap = 0.5
const sealSide = 35
/** Keeps the dashes off the last title, which begins where a fifth of an upright A4 sheet does. */
const sealInset = 1.5
/** A title that is the stamp area itself, as 盖章 and 单位盖章: no line to write on. */
const stampTitle = /盖章$/

type Signature = {
  readonly title: Fitted
  readonly start: number
  readonly end: number
  readonly lineFrom: number
  readonly printed: string
  readonly stamp: boolean
}

function signaturesOf(titles: readonly string[], { shares = [], printed = [] }: SignOptions<never>, { setting, width }: Room): Signature[] {
  const measure = measureFor(setting.metrics, false)
  const whole = titles.reduce((sum, _, index) => sum + (shares[index] ?? 1), 0)
  let used = 0
  return titles.map((name, index) => {
    const part = (width * (shares[index] ?? 1)) / whole
    const start = used
    used += part
    const title = fit(
      setting,
      `${name}：`,
      { size: signSize },
      { width: part * 0.7, height: signHeight - 2, grow: false, limit: signHeight - 2 },
    )
    const titleWidth = Math.max(...title.lines.map(measure)) * title.size * mmPerPoint
    const end = start + part - (index === titles.length - 1 ? 0 : gap)
    return { title, start, end, lineFrom: start + titleWidth + titleGap, printed: printed[index] ?? '', stamp: stampTitle.test(name) }
  })
}

/** Signature line: title left, a line to sign on right, with what is printed on it. */
export function signPieces<P>({ seal = false, written, ...line }: SignBlock<P>, room: Room): Measuring<P> {
  const height = heightOn(room.setting, signHeight)
  // the seal's place is pale: a printer that knows black only would strike it through what stands around it
  const isSealShown = seal && !room.setting.blackOnly && !room.setting.dataOnly
  const signatures = lastOf((titles) => signaturesOf(titles, line, room))
  return (paper, { words: { signatories } }) => {
    const signed = signatures(signatories)
    const writing = written?.(paper) ?? []
    const draw: Piece['draw'] = (ink, left, top) => {
      const base = top + height - 0.5
      if (isSealShown && ink.side === 'blank') {
        const { x, below } = sealPlace(signed, room)
        drawSeal(ink, left + x, Math.min(below ? base + 1.5 : top + 1, room.lowest - sealSide))
      }
      for (const [nth, signature] of signed.entries()) drawSignature(ink, signature, writing[nth] ?? '', left, top, height)
    }
    return [{ height, look: `${room.block} ${height}`, framed: false, sticky: true, head: null, draw }]
  }
}

/** Papers printed together are nearly always one manufacturer's, so what was made of its words last is what is asked for next. */
function lastOf<T>(make: (words: readonly string[]) => T): (words: readonly string[]) => T {
  let last: { readonly said: string; readonly made: T } | null = null
  return (words) => {
    const said = words.join('\n')
    if (last?.said !== said) last = { said, made: make(words) }
    return last.made
  }
}

function drawSignature(
  ink: Ink,
  { title, start, end, lineFrom, printed, stamp }: Signature,
  written: string,
  left: number,
  top: number,
  height: number,
): void {
  const base = top + height - 0.5
  ink.text(title, { x: left + start, y: top, width: end - start, height: height - 0.8 }, { padding: 0, vertical: 'bottom' })
  if (!stamp && lineFrom < end - 2) ink.rule(left + lineFrom, base, left + end, base)
  const line = { x: left + lineFrom, y: top, width: end - lineFrom, height: height - 0.8 }
  const onLine: TextPlace = { align: 'centre', vertical: 'bottom', padding: 0.5 }
  ink.write(printed, { size: signSize }, line, onLine)
  ink.write(written, { size: signSize }, line, { ...onLine, filled: true })
}

/** Beside the title 盖章, under it where its part is too narrow; where no title is the stamp's own, under the right end of the line. */
function sealPlace(signatures: readonly Signature[], { width }: Room): { x: number; below: boolean } {
  const stamp = signatures.find((signature) => signature.stamp)
  if (stamp === undefined) return { x: width - sealSide - sealInset, below: true }
  const narrow = stamp.end - (stamp.lineFrom - titleGap) < sealSide
  return { x: Math.min(narrow ? stamp.start : stamp.lineFrom, width - sealSide), below: narrow }
}

/** Where the stamp goes; it may lie over what stands around it, as the stamp itself will (settled.md 22). */
function drawSeal(ink: Ink, x: number, y: number): void {
  ink.frame({ x, y, width: sealSide, height: sealSide }, 0.12, grey, true)
  ink.write(
    '（盖章处）',
    { size: 8 },
    { x, y: y + sealSide - 7, width: sealSide, height: 5 },
    { align: 'centre', colour: grey, layer: 'mark' },
  )
}

/** Small print under the signatures, beside the stamp where `sign`, the form's line of signatures, has one. */
export function notePieces<P>(room: Room, sign: SignBlock<P> | undefined): Measuring<P> {
  const beside = sign?.seal === true && !room.setting.fixedPitch ? sign : null
  const above = heightFor(room.setting, 1.5)
  const pieces = lastOf(([note = '', ...signatories]): Piece[] => {
    if (note === '') return []
    const width = beside === null ? room.width : sealPlace(signaturesOf(signatories, beside, room), room).x - sealInset
    const set = fit(room.setting, note, { size: 8 }, { width, height: Infinity, grow: true, limit: Infinity })
    const height = set.height + above
    return [
      {
        height,
        look: `${room.block} ${height}`,
        framed: false,
        sticky: true,
        head: null,
        draw: (ink, x, y) => ink.text(set, { x, y: y + above, width, height: set.height }, { padding: 0, vertical: 'top' }),
      },
    ]
  })
  return (_, { words }) => pieces([words.note, ...words.signatories])
}
