import { type Problem, stop, warn } from './errors.ts'

export type CleanTextRule = {
  /** Code points. */
  readonly max: number
  readonly multiline?: boolean
  /** The field the findings point at. */
  readonly field?: string | null
}

export type CleanedText = {
  readonly text: string
  /** What was taken out, each once, e.g. `U+202E`. */
  readonly removed: readonly string[]
  /** warn: something was taken out; stop: longer than `max`. Nothing is ever cut off. */
  readonly problems: readonly Problem[]
}

const lineBreak = /\r\n|[\r\n\u0085\u2028\u2029]/g
/**
 * C0 and C1 controls; bidirectional controls; zero-width blanks, which nobody sees but every search trips over; and
 * code points that a file in UTF-8 or XML cannot hold: lone surrogates and non-characters.
 */
const unwanted = /(?!\n)[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** Counts what a person counts as characters: 𬭎 is one. */
export function lengthOf(text: string): number {
  return Array.from(text).length
}

/**
 * Makes typed or imported text fit to be stored: NFC, no control characters, no blanks at the ends; tabs, and in a
 * single line the line breaks, become blanks (settled.md 4, lengths of settled.md 22).
 */
export function cleanText(input: string, { max, multiline = false, field = null }: CleanTextRule): CleanedText {
  const spaced = input.replace(lineBreak, multiline ? '\n' : ' ').replaceAll('\t', ' ')
  const removed = [...new Set(spaced.match(unwanted) ?? [])].map(codePointName)
  const text = spaced.replace(unwanted, '').normalize('NFC').trim()
  const length = lengthOf(text)
  const problems: Problem[] = []
  if (removed.length > 0) problems.push(warn('text.removed', field, { characters: removed.join('、') }))
  if (length > max) problems.push(stop('text.tooLong', field, { length, max }))
  return { text, removed, problems }
}

/** Full-width letters, digits and signs to half width (`ＬＺＺ１` → `LZZ1`), the ideographic blank to a blank. */
export function halfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ')
}

/** A whole number as it is read aloud in sentences: `3,412`. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** Mobile numbers spaced 3-4-4; others as they are. */
export function spacedPhone(number: string): string {
  return /^1\d{10}$/.test(number) ? `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}` : number
}
