import { encode } from 'uqr'
import type { CopyWords, FormWords, StripeName } from '../words.ts'
import { fit, lineHeight } from './fit.ts'
import { grey, type Ink } from './ink.ts'
import type { Profile } from './profiles.ts'

/**
 * How the paper is marked. preview: no number yet; original: 正式, the first print; reprint: 补打, with its count and day
 * (`YYYY-MM-DD`); void: 作废, keeps its number.
 */
export type Mark =
  | { readonly kind: 'preview' }
  | { readonly kind: 'original' }
  | { readonly kind: 'reprint'; readonly times: number; readonly date: string }
  | { readonly kind: 'void' }

/** Height of the band with code, title and number at the head of every page, mm. */
export const headHeight = 17
const qrSide = 14
const sideWidth = 50

export const stripes: Readonly<Record<StripeName, { readonly colour: string; readonly word: string }>> = {
  white: { colour: '#ffffff', word: '白' },
  pink: { colour: '#f4b6c2', word: '红' },
  yellow: { colour: '#f7e07a', word: '黄' },
  blue: { colour: '#b9d9f0', word: '蓝' },
  green: { colour: '#bfe3b4', word: '绿' },
}

export function markText(mark: Mark): string {
  switch (mark.kind) {
    case 'preview': return '预览'
    case 'original': return '正式'
    case 'reprint': return `补打 第${mark.times}次 ${mark.date}`
    case 'void': return '作废'
  }
}

/** More than any real number or label; beyond it no code could hold the text, and drawing must not fail for it. */
const longestPayload = 700

/** A QR code; capitals and digits only where possible, which makes the squares larger. */
export function drawQr(ink: Ink, payload: string, x: number, y: number, size: number): void {
  if (payload.length > longestPayload) return
  const { data } = encode(payload, { ecc: 'M', border: 0 })
  ink.qr({ kind: 'qr', x, y, size, payload, rows: data.map((row) => row.map((dark) => (dark ? '1' : '0')).join('')) })
}

export type HeadContents = { readonly words: FormWords; readonly number: string; readonly mark: Mark; readonly qr: string }

/** QR left, title in the middle, 表号, number and mark at the right. */
export function drawHead(ink: Ink, { top, left, usable }: Profile, { words, number, mark, qr }: HeadContents): void {
  if (qr !== '') drawQr(ink, qr, left, top, qrSide)
  const band = headHeight - 3
  const lines = words.title.length
  for (const [index, line] of words.title.entries()) {
    const last = index === lines - 1
    const height = lines === 1 ? band : last ? band * 0.56 : band * 0.44
    const y = top + (index === 0 ? 0 : band * 0.44)
    ink.write(line, { size: last ? 16 : 12, bold: true }, { x: left + sideWidth, y, width: usable - 2 * sideWidth, height }, { align: 'centre', padding: 0 })
  }
  const side = { x: left + usable - sideWidth, width: sideWidth, height: 4.6 }
  if (words.code !== '') ink.write(`表号：${words.code}`, { size: 9 }, { ...side, y: top }, { align: 'right', padding: 0 })
  ink.write(number === '' ? '编号：' : `编号：${number}`, { size: 9 }, { ...side, y: top + 4.7 }, { align: number === '' ? 'left' : 'right', padding: 0 })
  ink.write(markText(mark), { size: 8, bold: mark.kind !== 'original' }, { ...side, y: top + 9.4 }, { align: 'right', padding: 0 })
}

export function drawFoot(ink: Ink, { left, usable, height, bottom }: Profile, number: number, count: number): void {
  ink.write(`第 ${number} 页 共 ${count} 页`, { size: 9 }, { x: left, y: height - bottom + 2.5, width: usable, height: 5 }, { align: 'centre', padding: 0 })
}

const stripeWidth = 4
const uprightForms: Readonly<Record<string, string>> = { '（': '︵', '）': '︶', '(': '︵', ')': '︶', '—': '︱', '《': '︽', '》': '︾', ' ': '　' }

/** The copy's colour along the right edge and its name downwards beside it; the colour also as a word, for grey printers. */
export function drawCopyMargin(ink: Ink, { width, height, right, top, bottom }: Profile, copy: CopyWords): void {
  const { colour, word } = stripes[copy.stripe]
  const stripe = { x: width - stripeWidth, y: 0, width: stripeWidth, height }
  if (copy.stripe !== 'white') ink.fill(stripe, colour)
  ink.rule(stripe.x, 0, stripe.x, height, 0.1, grey)
  const room = { x: width - right, y: top, width: right - stripeWidth, height: height - top - bottom }
  const characters = Array.from(`${copy.label}（${word}）`, (character) => uprightForms[character] ?? character)
  const size = Math.min(9, Math.floor((room.height / characters.length / lineHeight(1)) * 2) / 2)
  const step = lineHeight(size)
  const start = room.y + (room.height - step * characters.length) / 2
  for (const [index, character] of characters.entries()) {
    const frame = { x: room.x, y: start + index * step, width: room.width, height: step }
    const set = fit(ink.metrics, character, { size }, { width: room.width, height: step, grow: false, limit: step })
    ink.text(set, frame, { align: 'centre', padding: 0 })
  }
}

/** 作废 and 预览 across the sheet, pale, under everything else. */
export function drawWatermark(ink: Ink, sheet: { x: number; y: number; width: number; height: number }, mark: Mark): void {
  if (mark.kind !== 'void' && mark.kind !== 'preview') return
  const word = mark.kind === 'void' ? '作 废' : '预 览'
  const size = Math.min(150, sheet.width * 0.62)
  const set = { lines: [word], size, bold: true, height: lineHeight(size) }
  ink.text(set, sheet, { align: 'centre', colour: mark.kind === 'void' ? '#f3c9c4' : '#e9e9e9', layer: 'mark' })
}
