import type { LocalDate } from './dates.ts'
import { type Problem, stop, warn } from './errors.ts'
import { type FilledFormCode, filledForms, isFilledForm, type FedFormId, type FormId } from './form-ids.ts'

/**
 * How a number is made up, e.g. `{station}-{form}-{yyyyMM}-{n4}`. Words: `{station}`, `{form}`, `{yyyyMM}`, `{yyMM}`,
 * `{yyyy}`, `{yy}`, `{MM}`, and `{nK}` = counter with at least K digits; all else stands for itself. A setting per form.
 */
export type Pattern = string

/** `202611`, `2026` or `all`: numbers are counted per station, form and period. */
export type Period = string

export type NumberParts = { readonly station: string; readonly form: string; readonly period: Period; readonly sequence: number }

/** Form codes that carry numbers of their own (domain.md §0.5, §2.11; settled.md 14). */
export const formCode = {
  workOrder: 'WO',
  partsRequest: 'BD15',
  voucher: 'BD16',
  manifestDetail: 'BD17',
  manifestReturn: 'BD31',
  batch: 'BD19',
  claim: 'CL',
  label: 'LB',
} as const
export type Numbered = keyof typeof formCode
export type FormCode = (typeof formCode)[Numbered]
/** Everything that has numbers of its own: the records, and each fill-in form. */
export type NumberedCode = FormCode | FilledFormCode

const monthlyPattern: Pattern = '{station}-{form}-{yyyyMM}-{n4}'

export const defaultPatterns: Readonly<Record<FormCode, Pattern>> = {
  WO: monthlyPattern,
  BD15: monthlyPattern,
  BD16: monthlyPattern,
  BD17: monthlyPattern,
  BD31: monthlyPattern,
  BD19: monthlyPattern,
  CL: monthlyPattern,
  LB: '{station}{yyMM}{n5}',
}

/** The pattern before anyone set another. */
export function defaultPatternOf(code: NumberedCode): Pattern {
  return Object.hasOwn(defaultPatterns, code) ? defaultPatterns[code as FormCode] : monthlyPattern // looked up just before
}

const fedCodes: Readonly<Record<FedFormId, FormCode>> = {
  F15: 'BD15',
  F16: 'BD16',
  F17: 'BD17',
  F19: 'BD19',
  F27: 'LB',
  F30: 'LB',
  F31: 'BD31',
}

/** Whose numbers a form takes; both labels share theirs. */
export function codeOfForm(form: FormId): NumberedCode {
  return isFilledForm(form) ? filledForms[form] : fedCodes[form]
}

/** The maker says which list goes back with the old parts: F17 (three copies) or F31 (domain.md §2.1 returnTemplate). */
export function manifestForm(returnTemplate: 'F17' | 'F31'): FormCode {
  return returnTemplate === 'F17' ? formCode.manifestDetail : formCode.manifestReturn
}

const anyWord = /\{([^{}]*)\}/g
const counterWord = /^n([1-9])$/
const yearWords = ['yyyyMM', 'yyMM', 'yyyy', 'yy']
const monthWords = ['yyyyMM', 'yyMM', 'MM']
/** No blanks and nothing a file name forbids: batch and paper numbers become file names. */
const plainSigns = /^[\p{L}\p{N}._()（）【】—-]*$/u

function wordsOf(pattern: Pattern): string[] {
  return [...pattern.matchAll(anyWord)].map(([, word = '']) => word)
}

/** Findings on a pattern someone typed into the settings; a pattern without stops gives each counter value its own number. */
export function checkPattern(pattern: Pattern, field: string | null = null): Problem[] {
  const words = wordsOf(pattern)
  const known = new Set(['station', 'form', ...yearWords, ...monthWords])
  const counters = words.filter((word) => counterWord.test(word))
  const problems = words
    .filter((word) => !known.has(word) && !counterWord.test(word))
    .map((word) => stop('numbering.unknownWord', field, { word: `{${word}}` }))
  if (counters.length !== 1) problems.push(stop('numbering.oneCounter', field, { count: counters.length }))
  if (words.some((word) => monthWords.includes(word)) && !words.some((word) => yearWords.includes(word))) {
    problems.push(stop('numbering.monthWithoutYear', field))
  }
  if (!plainSigns.test(pattern.replace(anyWord, ''))) problems.push(stop('numbering.badSign', field))
  if (!words.includes('station')) problems.push(warn('numbering.noStation', field))
  return problems
}

/** The period in which `day` falls: a month, a year, or `all` when the pattern holds no date. */
export function periodOf(day: LocalDate, pattern: Pattern): Period {
  const words = wordsOf(pattern)
  if (words.some((word) => monthWords.includes(word))) return day.slice(0, 4) + day.slice(5, 7)
  return words.some((word) => yearWords.includes(word)) ? day.slice(0, 4) : 'all'
}

function datePart(word: string, period: Period): string {
  const year = period.slice(0, 4)
  const month = period.slice(4)
  switch (word) {
    case 'yyyyMM':
      return year + month
    case 'yyMM':
      return year.slice(2) + month
    case 'yyyy':
      return year
    case 'yy':
      return year.slice(2)
    default:
      return month
  }
}

/** `SD0731-BD16-202611-0007`. @throws RangeError for a pattern that has stops, or a sequence below 1. */
export function documentNumber(pattern: Pattern, { station, form, period, sequence }: NumberParts): string {
  if (!Number.isSafeInteger(sequence) || sequence < 1) throw new RangeError(`not a sequence: ${sequence}`)
  if (checkPattern(pattern).some(({ level }) => level === 'stop')) throw new RangeError(`not a number pattern: ${pattern}`)
  return pattern.replace(anyWord, (_, word: string) => {
    const digits = counterWord.exec(word)?.[1]
    if (digits !== undefined) return String(sequence).padStart(Number(digits), '0')
    if (word === 'station') return station
    return word === 'form' ? form : datePart(word, period)
  })
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
}

function groupFor(word: string, known: Partial<Pick<NumberParts, 'station' | 'form'>>, seen: Set<string>): string {
  const digits = counterWord.exec(word)?.[1]
  const name = digits === undefined ? word : 'sequence'
  if (seen.has(name)) return String.raw`\k<${name}>`
  seen.add(name)
  if (digits !== undefined) return `(?<sequence>0\\d{${Number(digits) - 1}}|[1-9]\\d{${Number(digits) - 1},})`
  if (word === 'station' || word === 'form') {
    const text = known[word]
    return `(?<${word}>${text === undefined ? String.raw`[\p{L}\p{N}]+` : escaped(text)})`
  }
  const month = '(?:0[1-9]|1[0-2])'
  return `(?<${word}>${word
    .replace('yyyy', String.raw`\d{4}`)
    .replace('yy', String.raw`\d{2}`)
    .replace('MM', month)})`
}

/**
 * Takes a number apart again; null if the pattern cannot have made it. A two-digit year is read as 20yy. Give station and
 * form where known: without them a pattern that runs words together (`{station}{yyMM}{n5}`) is read with the longest station.
 */
export function matchNumber(
  pattern: Pattern,
  number: string,
  known: Partial<Pick<NumberParts, 'station' | 'form'>> = {},
): NumberParts | null {
  if (checkPattern(pattern).some(({ level }) => level === 'stop')) return null
  const seen = new Set<string>()
  const source = pattern
    .split(/(\{[^{}]*\})/)
    .map((piece) => (piece.startsWith('{') ? groupFor(piece.slice(1, -1), known, seen) : escaped(piece)))
    .join('')
  const groups = new RegExp(`^${source}$`, 'u').exec(number)?.groups
  if (groups === undefined || Number(groups['sequence']) < 1) return null
  const year = groups['yyyyMM']?.slice(0, 4) ?? groups['yyyy'] ?? twoDigitYear(groups['yyMM']?.slice(0, 2) ?? groups['yy'])
  const month = groups['yyyyMM']?.slice(4) ?? groups['yyMM']?.slice(2) ?? groups['MM'] ?? ''
  const parts: NumberParts = {
    station: groups['station'] ?? known.station ?? '',
    form: groups['form'] ?? known.form ?? '',
    period: year === undefined ? 'all' : year + month,
    sequence: Number(groups['sequence']),
  }
  return documentNumber(pattern, parts) === number ? parts : null
}

function twoDigitYear(year: string | undefined): string | undefined {
  return year === undefined ? undefined : `20${year}`
}
