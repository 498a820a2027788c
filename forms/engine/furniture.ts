import { mmPerPoint } from '#domain/paper-stock'
import { encode } from 'uqr'
import type { CopyWords, StripeName } from '../words.ts'
import { fit } from './fit.ts'
import { grey, type Ink } from './ink.ts'
import { linePitch, type Profile } from './profiles.ts'
import { lineHeight } from './setting.ts'
import { drawTitle } from './title.ts'

/**
 * How the paper is marked. preview: no number yet; plain: a sheet that has none; original: 正式, the first print; reprint: 补打, with its count and day
 * (`YYYY-MM-DD`); void: 作废, keeps its number; blank: 空白备用单, to be filled in by hand; entered: 补录, what had been
 * filled in by hand. Their `again` counts further prints.
 */
export type Mark =
  | { readonly kind: 'preview' | 'plain' }
  | { readonly kind: 'original' }
  | { readonly kind: 'reprint'; readonly times: number; readonly date: string }
  | { readonly kind: 'void' }
  | { readonly kind: 'blank' | 'entered'; readonly again: number; readonly date: string }

const longestQrSide = 14
const sideWidth = 50
/** White between the title and the code or the number, which begins there on a sheet that has none yet, mm. */
const besideTitle = 1.5
/** White between the band at the head of a page and the form, mm. */
const belowHead = 3

export const stripes: Readonly<Record<StripeName, { readonly colour: string; readonly word: string }>> = {
  white: { colour: '#ffffff', word: '白' },
  pink: { colour: '#f4b6c2', word: '红' },
  yellow: { colour: '#f7e07a', word: '黄' },
  blue: { colour: '#b9d9f0', word: '蓝' },
  green: { colour: '#bfe3b4', word: '绿' },
}

function reprinted(times: number, date: string): string {
  return `补打 第${times}次 ${date}`
}

export function markText(mark: Mark): string {
  switch (mark.kind) {
    case 'preview':
      return '预览'
    case 'original':
      return '正式'
    case 'plain':
      return ''
    case 'reprint':
      return reprinted(mark.times, mark.date)
    case 'blank':
    case 'entered':
      return `${mark.kind === 'blank' ? '空白备用单' : '补录'}${mark.again === 0 ? '' : ` ${reprinted(mark.again, mark.date)}`}`
    case 'void':
      return '作废'
  }
}

/** More than any real number or label. What is longer, or half a character, no code can hold, and drawing must not fail for it. */
const longestPayload = 700
const halfCharacter = /\p{Surrogate}/u

/**
 * One of the eight patterns a code may be covered with, the chequered one. Its number stands in the code, so readers take any
 * (ISO/IEC 18004); trying which looks best took longer than laying out the whole paper.
 */
const maskPattern = 0

/** A QR code; capitals and digits only where possible, which makes the squares larger. */
export function drawQr(ink: Ink, payload: string, x: number, y: number, size: number): void {
  if (payload.length > longestPayload || halfCharacter.test(payload)) return
  const { data } = encode(payload, { ecc: 'M', border: 0, maskPattern })
  ink.qr({ kind: 'qr', x, y, size, payload, rows: data.map((row) => row.reduce((text, dark) => text + (dark ? '1' : '0'), '')) })
}

export type HeadContents = { readonly title: readonly string[]; readonly code: string; readonly number: string; readonly mark: Mark }

/** The code at the left of the head, which says number and copy. */
export function drawHeadCode(ink: Ink, { top, left, head }: Profile, qr: string): void {
  if (qr !== '' && !ink.setting.dataOnly) drawQr(ink, qr, left, top, Math.min(longestQrSide, head - 1))
}

/** Title in the middle, 表号, number and mark at the right; on printed stock what is filled in of the title, the number and what marks a reprint. */
export function drawHead(ink: Ink, { top, left, usable, head }: Profile, { title, code, number, mark }: HeadContents): void {
  const { dataOnly, blackOnly, fixedPitch } = ink.setting
  const beside = sideWidth + besideTitle
  drawTitle(ink, title, { x: left + beside, y: top, width: usable - 2 * beside, height: head - belowHead })
  const row = fixedPitch ? linePitch : 4.7
  const side = { x: left + usable - sideWidth, width: sideWidth, height: fixedPitch ? row : 4.6 }
  if (code !== '') ink.write(`表号：${code}`, { size: 9 }, { ...side, y: top }, { align: 'right', padding: 0 })
  if (mark.kind === 'plain') return
  const label = dataOnly ? '' : '编号：'
  ink.write(
    `${label}${number}`,
    { size: 9 },
    { ...side, y: top + row },
    { align: number === '' ? 'left' : 'right', padding: 0, filled: true },
  )
  const isSaid = !dataOnly || mark.kind !== 'original'
  // where nothing can be printed pale across the sheet, its mark must be seen at the head
  const size = blackOnly && (mark.kind === 'void' || mark.kind === 'preview') ? 12 : 8
  if (isSaid)
    ink.write(
      markText(mark),
      { size, bold: mark.kind !== 'original' },
      { ...side, y: top + 2 * row, height: size === 12 ? head - 2 * row : side.height },
      { align: 'right', padding: 0, filled: true },
    )
}

/** In the margin under the form; on continuous paper inside, with the names of all its plies. */
export function drawFoot(ink: Ink, { left, usable, height, bottom, foot }: Profile, copies: string, number: number, count: number): void {
  const pages = `第 ${number} 页 共 ${count} 页`
  if (foot === 0) {
    ink.write(pages, { size: 9 }, { x: left, y: height - bottom + 2.5, width: usable, height: 5 }, { align: 'centre', padding: 0 })
    return
  }
  const row = { y: height - bottom - linePitch, height: linePitch }
  ink.write(copies, { size: 9 }, { ...row, x: left, width: usable - sideWidth }, { align: 'left', padding: 0 })
  ink.write(pages, { size: 9 }, { ...row, x: left + usable - sideWidth, width: sideWidth }, { align: 'right', padding: 0 })
}

/** 第一联 … （白）, with its colour as a word for printers that have none. */
export function nameOfCopy({ label, stripe }: CopyWords): string {
  return `${label}（${stripes[stripe].word}）`
}

const stripeWidth = 4
/** White between the copy's name and what stands left and right of it, mm. */
const besideCopyName = 0.6
const uprightForms: Readonly<Record<string, string>> = {
  '（': '︵',
  '）': '︶',
  '(': '︵',
  ')': '︶',
  '—': '︱',
  '《': '︽',
  '》': '︾',
  ' ': '　',
}

/** The copy's colour along the right edge and its name downwards beside it; the colour also as a word, for grey printers. */
export function drawCopyMargin(ink: Ink, { width, height, right, top, bottom }: Profile, copy: CopyWords): void {
  const { colour } = stripes[copy.stripe]
  if (ink.setting.dataOnly) return
  const stripe = { x: width - stripeWidth, y: 0, width: stripeWidth, height }
  if (copy.stripe !== 'white') ink.fill(stripe, colour)
  ink.rule(stripe.x, 0, stripe.x, height, 0.1, grey)
  const room = { x: width - right, y: top, width: right - stripeWidth, height: height - top - bottom }
  const characters = Array.from(nameOfCopy(copy), (character) => uprightForms[character] ?? character)
  const most = Math.min((room.width - 2 * besideCopyName) / mmPerPoint, room.height / characters.length / lineHeight(ink.setting, 1))
  const size = Math.min(9, Math.floor(2 * most) / 2)
  const step = lineHeight(ink.setting, size)
  const start = room.y + (room.height - step * characters.length) / 2
  for (const [index, character] of characters.entries()) {
    const frame = { x: room.x, y: start + index * step, width: room.width, height: step }
    const set = fit(ink.setting, character, { size }, { width: room.width, height: step, grow: false, limit: step })
    ink.text(set, frame, { align: 'centre', padding: 0 })
  }
}

/** 作废 and 预览 across the sheet, pale, under everything else; a printer that knows black only has them at the head. */
export function drawWatermark(ink: Ink, sheet: { x: number; y: number; width: number; height: number }, mark: Mark): void {
  if (ink.setting.blackOnly || (mark.kind !== 'void' && mark.kind !== 'preview')) return
  const word = mark.kind === 'void' ? '作 废' : '预 览'
  const size = Math.min(150, sheet.width * 0.62)
  const line = lineHeight(ink.setting, size)
  const set = { lines: [word], size, bold: true, line, height: line }
  ink.text(set, sheet, { align: 'centre', colour: mark.kind === 'void' ? '#f3c9c4' : '#e9e9e9', layer: 'mark', filled: true })
}
