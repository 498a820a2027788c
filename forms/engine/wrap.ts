import LineBreaker from 'linebreak'
import { emptyBox, tickedBox } from './characters.ts'

/** Width of a piece of text in em. */
export type Measure = (text: string) => number

/** `isCodeGoingOn`: the code or number of the segment before goes on in this one. */
type Segment = { readonly text: string; readonly width: number; readonly trimmedWidth: number; readonly isCodeGoingOn: boolean }

const asciiWord = /[0-9A-Za-z]/
const afterHyphen = /[0-9A-Za-z]-$/
/** From a box to the blank after its word. */
const insideTick = new RegExp(`[${emptyBox}${tickedBox}]\\S*$`)

/** From the year of a date to its month or day, which stand behind the place. */
const insideDate = /(?<!\d)\d{4}-(?:\d\d-)?$/
const restOfDate = /^\d\d(?:-\d\d)?(?![\d-])/

/** After a hyphen of a document number or code: broken there only where the whole is longer than a line. */
function isInsideCode(text: string, position: number): boolean {
  return asciiWord.test(text.charAt(position)) && afterHyphen.test(text.slice(0, position))
}

/** A document number or code may be broken after its hyphens and nowhere else, a date not at all; a tick box stays with its word. */
function mayBreakAt(text: string, position: number, byUnicode: boolean): boolean {
  const before = text.slice(0, position)
  if (insideTick.test(before)) return false
  if (insideDate.test(before) && restOfDate.test(text.slice(position))) return false
  if (isInsideCode(text, position)) return true
  if (!byUnicode) return false
  return !(/[!-~]$/.test(before) && /[!-~]/.test(text.charAt(position)))
}

/** Labels and headings come back on every paper. */
const known = new Map<string, readonly number[]>()
const mostKnown = 5000

function breakPlaces(text: string): readonly number[] {
  const places = known.get(text) ?? findBreakPlaces(text)
  if (known.size === mostKnown) known.clear()
  known.set(text, places)
  return places
}

/** The places where this line of text may be broken: UAX #14 with the rules above. */
function findBreakPlaces(text: string): number[] {
  const byUnicode = new Set<number>()
  const breaker = new LineBreaker(text)
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) byUnicode.add(next.position)
  const places: number[] = []
  for (let position = 1; position < text.length; position += 1) {
    if (byUnicode.has(position) || text.charAt(position - 1) === '-') {
      if (mayBreakAt(text, position, byUnicode.has(position))) places.push(position)
    }
  }
  return places
}

/** Blanks at the end of a line take no room; hanzi-wide ones are room left on purpose. */
export function withoutBlanks(line: string): string {
  return line.replace(/[\t\n\r \u00A0]+$/u, '')
}

function segmentsOf(text: string, measure: Measure): Segment[] {
  const ends = [...breakPlaces(text), text.length]
  let start = 0
  return ends.map((end) => {
    const part = text.slice(start, end)
    const isCodeGoingOn = start > 0 && isInsideCode(text, start)
    start = end
    return { text: part, width: measure(part), trimmedWidth: measure(withoutBlanks(part)), isCodeGoingOn }
  })
}

/** Last resort for a word wider than its cell: break it between any two characters. */
function splitWord(segment: Segment, measure: Measure): Segment[] {
  const characters = Array.from(segment.text)
  if (characters.length < 2) return [segment]
  return characters.map((character) => ({
    text: character,
    width: measure(character),
    trimmedWidth: measure(withoutBlanks(character)),
    isCodeGoingOn: false,
  }))
}

/** What the code or word beginning here takes on one line, in em. */
function wholeWidth(segments: readonly Segment[], from: number): number {
  let before = 0
  for (let index = from; ; index += 1) {
    const segment = segments[index]
    if (segment === undefined || segments[index + 1]?.isCodeGoingOn !== true) return before + (segment?.trimmedWidth ?? 0)
    before += segment.width
  }
}

/** A text prepared for wrapping at any width: the segments of each of its own lines. */
export type Wrappable = { readonly paragraphs: readonly (readonly Segment[])[]; readonly widest: number; readonly single: boolean }

export function prepare(text: string, measure: Measure): Wrappable {
  const paragraphs = text.split('\n').map((line) => segmentsOf(line, measure))
  const widths = paragraphs.map((segments) => segments.reduce((sum, segment) => sum + segment.width, 0))
  return { paragraphs, widest: Math.max(0, ...widths), single: paragraphs.length === 1 }
}

function wrapParagraph(segments: readonly Segment[], limit: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  let width = 0
  const queue = segments.flatMap((segment) => (segment.trimmedWidth > limit ? splitWord(segment, measure) : [segment]))
  for (const [index, segment] of queue.entries()) {
    const whole = segment.isCodeGoingOn ? segment.trimmedWidth : wholeWidth(queue, index)
    if (line !== '' && width + (whole > limit ? segment.trimmedWidth : whole) > limit) {
      lines.push(withoutBlanks(line))
      line = ''
      width = 0
    }
    line += segment.text
    width += segment.width
  }
  return [...lines, withoutBlanks(line)]
}

/** The lines of a text no wider than `limit` em, unless a single character is wider. */
export function wrap(text: Wrappable, limit: number, measure: Measure): string[] {
  return text.paragraphs.flatMap((segments) => wrapParagraph(segments, limit, measure))
}

/** True when no word has to be broken inside at this width. */
export function wordsFit(text: Wrappable, limit: number): boolean {
  return text.paragraphs.every((segments) => segments.every((segment) => segment.trimmedWidth <= limit))
}
