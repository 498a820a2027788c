import type { AppContract } from '#contract/index'
import type { OutputOf } from '#contract/define'
import { findParts } from '#db/queries/catalogue'
import { findIntake } from '#db/queries/find'
import { findNumbers } from '#db/queries/find-anything'
import { findPattern } from '#db/queries/number-sequences'
import { findStation } from '#db/queries/station'
import type { Reader } from '#db/types'
import { addMonths, firstOfMonth, type LocalDate } from '#domain/dates'
import { defaultPatterns, documentNumber, periodOf, type FormCode } from '#domain/numbering'
import { halfWidth } from '#domain/text'
import { batchStatus, claimStatus, codesOf, manifestStatus, paperStatus, requestStatus, returnedPartStatus, workOrderStatus } from '#domain/words'
import type { Handler } from './define.ts'

type Hit = OutputOf<AppContract['home']['find']>[number]

const monthsBack = 24
/** Shorter beginnings would match every number of the station. */
const shortestBeginning = 4

/** Ctrl+K: numbers first, for they are exact; then vehicles and people; then parts. */
export const findAnything: Handler<AppContract['home']['find']> = ({ db, today }, { text, limit }) => {
  const typed = halfWidth(text).trim().toUpperCase()
  if (typed === '') return []
  const people = findIntake(db, text, limit).map(({ customer, unit }): Hit => (unit
    ? { kind: 'unit', id: unit.id, title: [unit.plateNo, unit.frameNo].filter((part) => part !== '').join(' '), detail: `${customer.name} ${customer.phone} ${unit.modelName}` }
    : { kind: 'customer', id: customer.id, title: customer.name, detail: customer.phone }))
  const parts = findParts(db, { text, manufacturerId: null, limit: 10 }).map((part): Hit => ({ kind: 'part', id: part.id, title: part.code, detail: part.name }))
  return [...numbered(db, typed, today), ...people, ...parts].slice(0, limit)
}

function numbered(db: Reader, typed: string, today: LocalDate): Hit[] {
  const found = findNumbers(db, { text: typed.length >= shortestBeginning ? typed : null, numbers: numbersEndingIn(db, typed, today), limit: 10 })
  const hits = <S extends string>(kind: Hit['kind'], words: Readonly<Record<S, string>>, rows: readonly { id: number; no: string; status: S; detail: string }[]): Hit[] =>
    rows.map(({ id, no, status, detail }) => ({ kind, id, title: no, detail: [words[status], detail.trim()].filter((part) => part !== '').join(' · ') }))
  return [
    ...hits('workOrder', workOrderStatus, found.workOrders), ...hits('partsRequest', requestStatus, found.partsRequests),
    ...hits('returnedPart', returnedPartStatus, found.returnedParts), ...hits('manifest', manifestStatus, found.manifests), ...hits('claim', claimStatus, found.claims),
    ...hits('batch', batchStatus, found.batches), ...hits('paper', paperStatus, found.papers),
  ]
}

/** `0007` or `202611-0007` → the numbers of the last two years that end so: whole numbers are found by index, endings are not. */
function numbersEndingIn(db: Reader, typed: string, today: LocalDate): string[] {
  const station = findStation(db)
  const sequence = Number(/\d{1,7}$/.exec(typed)?.[0])
  if (!station || !Number.isSafeInteger(sequence) || sequence < 1) return []
  const months = Array.from({ length: monthsBack }, (_, back) => addMonths(firstOfMonth(today), -back))
  const numbers = codesOf(defaultPatterns).flatMap((form: FormCode) => {
    const pattern = findPattern(db, form)?.pattern ?? defaultPatterns[form]
    return months.map((month) => documentNumber(pattern, { station: station.code, form, period: periodOf(month, pattern), sequence }))
  })
  return [...new Set(numbers)].filter((number) => number.endsWith(typed))
}
