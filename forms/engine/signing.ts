import type { SignBlock } from '../define.ts'
import { fit, type Fitted, measureFor } from './fit.ts'
import { grey, type Ink } from './ink.ts'
import { mmPerPoint } from './page.ts'
import type { Piece, Room } from './piece.ts'

const signHeight = 10
const signSize = 9
/** Between a signature's line and the next title. */
const gap = 2.5
const sealSide = 35
/** The title that is the stamp area itself: no line to write on. */
const stampTitle = '盖章'
/** The seal leaves this much of the note's width alone. */
const noteClearance = 38

type Signature = { readonly title: Fitted; readonly start: number; readonly end: number; readonly lineFrom: number; readonly blank: string; readonly stamp: boolean }

function signaturesOf<P>({ blanks }: SignBlock<P>, titles: readonly string[], { metrics, width }: Room): Signature[] {
  const part = width / Math.max(1, titles.length)
  const measure = measureFor(metrics, false)
  return titles.map((name, index) => {
    const title = fit(metrics, `${name}：`, { size: signSize }, { width: part * 0.7, height: signHeight - 2, grow: false, limit: signHeight - 2 })
    const start = index * part
    const titleWidth = Math.max(...title.lines.map(measure)) * title.size * mmPerPoint
    const end = start + part - (index === titles.length - 1 ? 0 : gap)
    return { title, start, end, lineFrom: start + titleWidth + 0.5, blank: blanks[name] ?? '', stamp: name === stampTitle }
  })
}

/** Signature line: equal parts, title left, a line to sign on right. `blanks`: words on the line of that title, e.g. 年 月 日. */
export function signPiece<P>(block: SignBlock<P>, titles: readonly string[], room: Room): Piece {
  const signatures = signaturesOf(block, titles, room)
  return {
    height: signHeight, framed: false, sticky: true, head: null,
    draw: (ink, left, top) => {
      const base = top + signHeight - 0.5
      if (block.seal) drawSeal(ink, left + sealEnd(signatures, room) - sealSide, Math.min(top + 1, room.bottom - sealSide))
      for (const { title, start, end, lineFrom, blank, stamp } of signatures) {
        ink.text(title, { x: left + start, y: top, width: end - start, height: signHeight }, { padding: 0, vertical: 'bottom' })
        if (!stamp && lineFrom < end - 2) ink.rule(left + lineFrom, base, left + end, base)
        ink.write(blank, { size: signSize }, { x: left + lineFrom, y: top, width: end - lineFrom, height: signHeight }, { align: 'right', vertical: 'bottom', padding: 1 })
      }
    },
  }
}

function sealEnd(signatures: readonly Signature[], { width }: Room): number {
  const stamp = signatures.find((signature) => signature.stamp)
  return stamp === undefined ? width : Math.min(width, stamp.lineFrom + sealSide)
}

/** Where the stamp goes; it may lie over what stands around it, as the stamp itself will (settled.md 22). */
function drawSeal(ink: Ink, x: number, y: number): void {
  ink.frame({ x, y, width: sealSide, height: sealSide }, 0.12, grey, true)
  ink.write('（盖章处）', { size: 8 }, { x, y: y + sealSide - 7, width: sealSide, height: 5 }, { align: 'centre', colour: grey, layer: 'mark' })
}

/** Small print under the signatures. */
export function notePiece(note: string, room: Room): Piece {
  const width = room.width - noteClearance
  const set = fit(room.metrics, note, { size: 8 }, { width, height: Infinity, grow: true, limit: Infinity })
  return {
    height: set.height + 1.5, framed: false, sticky: true, head: null,
    draw: (ink, x, y) => ink.text(set, { x, y: y + 1.5, width, height: set.height }, { padding: 0, vertical: 'top' }),
  }
}
