import { addMonths, localDate } from './dates.ts'
import { sentence, type Sentence, type SentenceParams } from './sentences/index.ts'
import type { ExchangeRule } from './warranty-repeat.ts'
import type { WarrantyLine } from './warranty-term.ts'
import { codesOf, limitScope } from './words.ts'
import { ruleOfLine, type RuleSource } from './warranty-sources.ts'

export type Sign = '' | '＋' | '×' | '＝' | '≤' | '＞' | '→'
export type Term = { readonly sign: Sign; readonly said: Sentence }

/** One line of the sum as one would write it on paper: `发票日 2025-11-20 ＋ 24 个月 ＝ 2027-11-20`, and the rules it follows. */
export type ReckonedLine = { readonly mark: WarrantyLine['mark']; readonly terms: readonly Term[]; readonly sources: readonly RuleSource[] }

/** Parts judged by the same sum; `parts` empty: the whole unit, or what holds for all of them. */
export type ReckonedGroup = { readonly parts: readonly string[]; readonly lines: readonly ReckonedLine[] }

const scopes = codesOf(limitScope)

const term = (sign: Sign, ...args: Parameters<typeof sentence>): Term => ({ sign, said: sentence(...args) })
const date = (value: SentenceParams[string] | undefined) => localDate(String(value))

type Lines = readonly WarrantyLine[]
const find = (lines: Lines, key: WarrantyLine['key']) => lines.find((line) => line.key === key)
const monthsOf = (lines: Lines) => find(lines, 'warranty.limit.both') ?? find(lines, 'warranty.limit.months')

/** `发票日 2025-11-20`, `交付日 …`, or the later of both. */
function startTerm({ key, params }: WarrantyLine): Term {
  if (key === 'warranty.start.later') return term('', 'warranty.sum.later', params)
  return term('', key === 'warranty.start.delivery' ? 'warranty.sum.delivery' : 'warranty.sum.invoice', params)
}

/** Start and months of the limit, commercial use beside them, and the day they come to. */
function termLine(lines: Lines, start: WarrantyLine, law: ExchangeRule): ReckonedLine {
  const end = find(lines, 'warranty.end')
  const limit = monthsOf(lines)
  const sources = [...ruleOfLine(start, lines, law), ...ruleOfLine(limit ?? start, lines, law)]
  if (end === undefined || limit === undefined) return { mark: 'fact', terms: [startTerm(start)], sources }
  const scope = scopes.find((each) => find(lines, `warranty.scope.${each}`)) ?? 'whole'
  const ofScope = find(lines, `warranty.scope.${scope}`)?.params ?? {}
  const commercial = find(lines, 'warranty.commercial')
  const plain = addMonths(date(end.params['start']), Number(end.params['months']))
  return {
    mark: 'fact',
    sources: [...sources, ...(commercial ? ruleOfLine(commercial, lines, law) : [])],
    terms: [
      startTerm(start),
      term('＋', `warranty.sum.months.${scope}`, { ...ofScope, months: limit.params['months'] ?? 0 }),
      ...(commercial ? [term('×', 'warranty.sum.commercial', commercial.params)] : []),
      term('＝', 'warranty.sum.date', { date: plain }),
    ],
  }
}

/** Days of repair and waiting the clock stood still, and the end they move to; none when nothing moved it. */
function deductionLine(lines: Lines, law: ExchangeRule): ReckonedLine[] {
  const end = find(lines, 'warranty.end')
  const moved = lines.filter(({ key }) => key === 'warranty.deducted.repair' || key === 'warranty.deducted.wait')
  const [first] = moved
  if (first === undefined || end === undefined) return []
  const days = moved.map(({ key, params }) =>
    term('＋', key === 'warranty.deducted.repair' ? 'warranty.sum.repair' : 'warranty.sum.wait', params),
  )
  return [
    {
      mark: 'fact',
      terms: [...days, term('＝', 'warranty.sum.date', { date: end.params['end'] ?? '' })],
      sources: ruleOfLine(first, lines, law),
    },
  ]
}

const late = { 'warranty.time.in': '≤', 'warranty.time.out': '＞' } as const
const over = { 'warranty.km.in': '≤', 'warranty.km.out': '＞' } as const

function timeLine(line: WarrantyLine, sign: Sign): readonly Term[] {
  const { params } = line
  const terms = [term('', 'warranty.sum.received', params), term(sign, 'warranty.sum.until', params)]
  return line.mark === 'fail' ? [...terms, term('', 'warranty.sum.late', params)] : terms
}

/** Kilometres of replaced odometers are added first. */
function kmLine(line: WarrantyLine, sign: Sign, lines: Lines): readonly Term[] {
  const { params } = line
  const sum = find(lines, 'warranty.km.sum')
  const read = sum
    ? [
        term('', 'warranty.sum.km', { km: sum.params['reading'] ?? '' }),
        term('＋', 'warranty.sum.offset', sum.params),
        term('＝', 'warranty.sum.kmTotal', params),
      ]
    : [term('', 'warranty.sum.km', { km: params['total'] ?? '' })]
  const compared = [...read, term(sign, 'warranty.sum.kmLimit', params)]
  return line.mark === 'fail' ? [...compared, term('', 'warranty.sum.over', params)] : compared
}

/** Said elsewhere on the card, or part of a line above. */
const taken = /^warranty\.(policy|scope|limit|commercial|deducted|end|used|km\.sum|result|order)/

/** The arithmetic of one decision (domain.md §4.4.4) as lines of a sum, each with the rules it follows. */
export function reckon(lines: Lines, law: ExchangeRule): ReckonedLine[] {
  return lines.flatMap((line): ReckonedLine[] => {
    const { key, mark } = line
    const of = (terms: readonly Term[]): ReckonedLine[] => [{ mark, terms, sources: ruleOfLine(line, lines, law) }]
    if (taken.test(key)) return []
    if (key === 'warranty.start.notSold') return of([{ sign: '', said: plain(line) }])
    if (key.startsWith('warranty.start.')) return [termLine(lines, line, law), ...deductionLine(lines, law)]
    if (key === 'warranty.shifted')
      return of([term('', 'warranty.sum.holiday', line.params), term('→', 'warranty.sum.date', { date: line.params['shifted'] ?? '' })])
    if (key === 'warranty.time.in' || key === 'warranty.time.out') return of(timeLine(line, late[key]))
    if (key === 'warranty.km.in' || key === 'warranty.km.out') return of(kmLine(line, over[key], lines))
    return of([{ sign: '', said: plain(line) }])
  })
}

const plain = ({ key, params }: WarrantyLine): Sentence => ({ key, params })

type Judged = { readonly lines: Lines; readonly perLine: readonly { readonly partName: string; readonly lines: Lines }[] }

/**
 * The sums of an order: one for the unit while there are no parts; else one for all parts that are judged alike, after
 * what holds for every part.
 */
export function reckonOrder({ lines, perLine }: Judged, law: ExchangeRule): ReckonedGroup[] {
  const sums = new Map<string, { parts: string[]; lines: ReckonedLine[]; first: Lines }>()
  for (const { partName, lines: ofPart } of perLine) {
    const reckoned = reckon(ofPart, law)
    const key = JSON.stringify(reckoned)
    const known = sums.get(key)
    if (known === undefined) sums.set(key, { parts: [partName], lines: reckoned, first: ofPart })
    else if (!known.parts.includes(partName)) known.parts.push(partName)
  }
  const groups = [...sums.values()]
  const [only] = groups
  if (only === undefined) return [{ parts: [], lines: reckon(lines, law) }]
  if (groups.length === 1) return [{ parts: only.parts, lines: [...only.lines, ...wholeNot(lines, only.first)] }]
  const common = only.lines.filter((line) =>
    groups.every((group) => group.lines.some((other) => JSON.stringify(other) === JSON.stringify(line))),
  )
  const isOwn = (line: ReckonedLine) => !common.some((each) => JSON.stringify(each) === JSON.stringify(line))
  return [
    ...(common.length > 0 ? [{ parts: [], lines: common }] : []),
    ...groups.map((group) => ({ parts: group.parts, lines: group.lines.filter(isOwn) })),
  ]
}

/** The limit of the whole unit, where the part has one of its own. */
function wholeNot(whole: Lines, ofPart: Lines): ReckonedLine[] {
  const limit = find(whole, 'warranty.limit.both')
  if (limit === undefined || find(ofPart, 'warranty.scope.whole') || !find(whole, 'warranty.scope.whole')) return []
  return [{ mark: 'fact', terms: [term('', 'warranty.sum.wholeNot', limit.params)], sources: [] }]
}
