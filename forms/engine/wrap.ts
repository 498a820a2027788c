import LineBreaker from 'linebreak'
import { emptyBox, tickedBox } from './characters.ts'

/** Width of a piece of text in em. */
export type Measure = (text: string) => number

type Segment = { readonly text: string; readonly width: number; readonly trimmedWidth: number }

const asciiWord = /[0-9A-Za-z]/
const afterHyphen = /[0-9A-Za-z]-$/
/** From a box to the blank after its word. */
const insideTick = new RegExp(`[${emptyBox}${tickedBox}]\\S*$`)

/** From the year of a date to its month or day, which stand behind the place. */
const insideDate = /(?<!\d)\d{4}-(?:\d\d-)?$/
const restOfDate = /^\d\d(?:-\d\d)?(?![\d-])/

/** A document number or code may be broken after its hyphens and nowhere else, a date not at all; a tick box stays with its word. */
function mayBreakAt(text: string, position: number, byUnicode: boolean): boolean {
  const before = text.slice(0, position)
  const next = text.charAt(position)
  if (insideTick.test(before)) return false
  if (insideDate.test(before) && restOfDate.test(text.slice(position))) return false
  if (asciiWord.test(next) && afterHyphen.test(before)) return true
  if (!byUnicode) return false
  return !(/[!-~]$/.test(before) && /[!-~]/.test(next))
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

function segmentsOf(text: string, measure: Measure): Segment[] {
  const ends = [...breakPlaces(text), text.length]
  let start = 0
  return ends.map((end) => {
    const part = text.slice(start, end)
    start = end
    return { text: part, width: measure(part), trimmedWidth: measure(part.trimEnd()) }
  })
}

/** Last resort for a word wider than its cell: break it between any two characters. */
function splitWord({ text, width, trimmedWidth }: Segment, measure: Measure): Segment[] {
  const characters = Array.from(text)
  if (characters.length < 2) return [{ text, width, trimmedWidth }]
  return characters.map((character) => ({ text: character, width: measure(character), trimmedWidth: measure(character.trimEnd()) }))
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
  for (const segment of queue) {
    if (line !== '' && width + segment.trimmedWidth > limit) {
      lines.push(line.trimEnd())
      line = ''
      width = 0
    }
    line += segment.text
    width += segment.width
  }
  return [...lines, line.trimEnd()]
}

/** The lines of a text no wider than `limit` em, unless a single character is wider. */
export function wrap(text: Wrappable, limit: number, measure: Measure): string[] {
  return text.paragraphs.flatMap((segments) => wrapParagraph(segments, limit, measure))
}

/** True when no word has to be broken inside at this width. */
export function wordsFit(text: Wrappable, limit: number): boolean {
  return text.paragraphs.every((segments) => segments.every((segment) => segment.trimmedWidth <= limit))
}
