import { listSequences, findPattern } from '#db/queries/number-sequences'
import { countRegister, listSequencesOf } from '#db/queries/number-register'
import { findStation } from '#db/queries/station'
import type { Reader } from '#db/types'
import { formIds, type FormId } from '#domain/form-ids'
import { faultsOf, isWhole, totalOf, type NumberRange, type Series, type SeriesCounts } from '#domain/number-register'
import { codeOfForm, defaultPatternOf, documentNumber } from '#domain/numbering'
import { codesOf, registerState, type RegisterState } from '#domain/words'
import { missing, type QueryContext } from './define.ts'
import type { SheetBehind } from './services.ts'

type Asked = { readonly form: FormId | null; readonly year: string | null }

const nothing: SeriesCounts = {
  states: Object.fromEntries(codesOf(registerState).map((state) => [state, 0])) as Record<RegisterState, number>,
  distinct: 0,
  lowest: null,
  highest: null,
} // its keys are the states

/** The forms that take their numbers from this one's series. */
function sharing(form: FormId): FormId[] {
  return formIds.filter((each) => codeOfForm(each) === codeOfForm(form))
}

type Given = Series & { readonly form: FormId; readonly period: string; readonly counts: SeriesCounts }

/** What was given and what stands in the register, each series once: also those of which one of the two is not there. */
function givenSeries(db: Reader, year: string | null): Given[] {
  const counted = new Map(countRegister(db, year).map((entry) => [`${codeOfForm(entry.form)} ${entry.period}`, entry]))
  const firstOf = new Map<string, FormId>(formIds.toReversed().map((form) => [codeOfForm(form), form]))
  const given = listSequences(db).flatMap(({ form: code, period, last, opening }): Given[] => {
    const form = firstOf.get(code)
    if (form === undefined || (year !== null && period !== 'all' && !period.startsWith(year))) return []
    const found = counted.get(`${code} ${period}`)
    counted.delete(`${code} ${period}`)
    return [{ form, period, last, opening, counts: found?.counts ?? nothing }]
  })
  return [...given, ...[...counted.values()].map(({ form, period, counts }) => ({ form, period, last: 0, opening: 0, counts }))]
}

/** The newest period first; only series in which a number was given. */
export function provenSeries(db: Reader, { form, year }: Asked): Proven[] {
  const station = (findStation(db) ?? missing('本站资料')).code
  return givenSeries(db, year)
    .filter((each) => form === null || sharing(form).includes(each.form))
    .filter(({ last, opening, counts }) => last > opening || totalOf(counts) > 0)
    .toSorted((one, other) => other.period.localeCompare(one.period) || one.form.localeCompare(other.form))
    .map((each) => proven(db, station, each))
}

type Proven = ReturnType<typeof proven>

function proven(db: Reader, station: string, { form, period, last, opening, counts }: Given) {
  const code = codeOfForm(form)
  const pattern = findPattern(db, code)?.pattern ?? defaultPatternOf(code)
  const named = (sequence: number) => (sequence < 1 ? String(sequence) : documentNumber(pattern, { station, form: code, period, sequence }))
  const run = ({ from, to }: NumberRange) => (from === to ? named(from) : `${named(from)} … ${named(to)}`)
  const whole = isWhole({ last, opening }, counts)
  const faults = whole ? { holes: [], twice: [], beyond: [] } : faultsOf({ last, opening }, listSequencesOf(db, form, period))
  return {
    code,
    forms: sharing(form),
    period,
    opening,
    last,
    first: named(opening + 1),
    lastNumber: last === 0 ? '' : named(last),
    states: { ...counts.states },
    total: totalOf(counts),
    whole,
    holes: faults.holes.map(run),
    twice: faults.twice.map(named),
    beyond: faults.beyond.map(named),
  }
}

/** What is wrong with a series, number by number; '' when nothing is. */
function faultWords({ holes, twice, beyond }: Proven): string {
  return [...holes.map((each) => `缺 ${each}`), ...twice.map((each) => `重号 ${each}`), ...beyond.map((each) => `多出 ${each}`)].join('；')
}

/** The proof as a sheet of the exported register: one line for each series. */
export function proofSheet({ db }: QueryContext, { filter }: { readonly filter: Asked }): SheetBehind {
  const states = codesOf(registerState)
  return {
    name: '连续证明',
    columns: [
      { heading: '表号', width: 12, kind: 'text' },
      { heading: '期间', width: 9, kind: 'text' },
      { heading: '起号', width: 24, kind: 'text' },
      { heading: '止号', width: 24, kind: 'text' },
      ...states.map((state) => ({ heading: registerState[state], width: 10, kind: 'count' as const })),
      { heading: '合计', width: 8, kind: 'count' },
      { heading: '结论', width: 30, kind: 'text' },
    ],
    rows: provenSeries(db, filter).map((each) => [
      each.code,
      each.period === 'all' ? '不分期' : each.period,
      each.first,
      each.lastNumber,
      ...states.map((state) => each.states[state]),
      each.total,
      each.whole ? '连续无缺号' : faultWords(each),
    ]),
  }
}

/** What the printed register says under its lines: one sentence for each series, then the sum of all. */
export function proofLines(db: Reader, asked: Asked): string[] {
  const series = provenSeries(db, asked)
  const lines = series.map((each) => {
    const { first, lastNumber, total, states, whole } = each
    const counted = codesOf(registerState)
      .filter((state) => states[state] > 0)
      .map((state) => `${registerState[state]} ${states[state]}`)
      .join(' + ')
    return `${first} 至 ${lastNumber}：${counted} = ${total}，${whole ? '连续无缺号' : faultWords(each)}。`
  })
  const bad = series.filter(({ whole }) => !whole).length
  const sum = series.reduce((before, { total }) => before + total, 0)
  return [
    ...lines,
    bad === 0
      ? `共 ${series.length} 个号段、${sum} 个编号，每个编号都有着落，没有缺号。`
      : `共 ${series.length} 个号段、${sum} 个编号，其中 ${bad} 个号段有缺号或重号，见上。`,
  ]
}
