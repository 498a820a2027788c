import type { AppContract } from '#contract/index'
import type { OutputOf } from '#contract/define'
import { findPart, findParts } from '#db/queries/catalogue'
import { listCustomersById, type CustomerRow } from '#db/queries/customers'
import { findIntake } from '#db/queries/find'
import { findNumbers, recallNumbered } from '#db/queries/find-anything'
import { findPattern } from '#db/queries/number-sequences'
import { findStation } from '#db/queries/station'
import { listUnitsById, type UnitRow } from '#db/queries/units'
import type { Reader } from '#db/types'
import { addMonths, firstOfMonth, type LocalDate } from '#domain/dates'
import { defaultPatterns, documentNumber, periodOf, type FormCode } from '#domain/numbering'
import { halfWidth, spacedPhone } from '#domain/text'
import { codesOf } from '#domain/words'
import type { Handler } from './define.ts'

type Hit = OutputOf<AppContract['home']['find']>[number]

const monthsBack = 24
/** Shorter beginnings would match every number of the station. */
const shortestBeginning = 4

/** Ctrl+K: numbers first, for they are exact; then vehicles and people; then parts. */
export const findAnything: Handler<AppContract['home']['find']> = ({ db, today }, { text, limit }) => {
  const typed = halfWidth(text).trim().toUpperCase()
  if (typed === '') return []
  const people = findIntake(db, text, limit).map(({ customer, unit }) => (unit ? unitHit(unit) : customerHit(customer)))
  const parts = findParts(db, { text, manufacturerId: null, limit: 10 }).map(partHit)
  return [...numbered(db, typed, today), ...people, ...parts].slice(0, limit)
}

/** The records somebody looked at last, as they stand now. */
export const recallRecords: Handler<AppContract['home']['recall']> = ({ db }, { records }) => {
  const idsOf = (kind: Hit['kind']) => records.filter((record) => record.kind === kind).map(({ id }) => id)
  const hits = [
    ...codesOf(tables).flatMap((kind) => recallNumbered(db, tables[kind], idsOf(kind)).map((row) => numberedHit(kind, row))),
    ...listUnitsById(db, idsOf('unit')).map(unitHit),
    ...listCustomersById(db, idsOf('customer')).map(customerHit),
    ...idsOf('part')
      .flatMap((id) => findPart(db, id) ?? [])
      .map(partHit),
  ]
  return records.flatMap(({ kind, id }) => hits.find((hit) => hit.kind === kind && hit.id === id) ?? [])
}

const tables = {
  workOrder: 'workOrders',
  partsRequest: 'partsRequests',
  returnedPart: 'returnedParts',
  manifest: 'manifests',
  claim: 'claims',
  batch: 'batches',
  paper: 'papers',
} as const

type Row = { readonly id: number; readonly no: string; readonly status: string; readonly detail: string }

function numberedHit(kind: Hit['kind'], { id, no, status, detail }: Row): Hit {
  return { kind, id, title: no, detail: detail.trim(), status }
}

function unitHit({ id, plateNo, frameNo, ownerName, ownerPhone, modelName }: UnitRow): Hit {
  return {
    kind: 'unit',
    id,
    title: plateNo,
    frameNo,
    detail: `${ownerName} ${spacedPhone(ownerPhone)} ${modelName}`,
    status: null,
  }
}

function customerHit({ id, name, phone, address }: CustomerRow): Hit {
  return {
    kind: 'customer',
    id,
    title: name,
    detail: [spacedPhone(phone), address].filter((part) => part !== '').join(' · '),
    status: null,
  }
}

function partHit({ id, code, name }: { readonly id: number; readonly code: string; readonly name: string }): Hit {
  return { kind: 'part', id, title: code, detail: name, status: null }
}

function numbered(db: Reader, typed: string, today: LocalDate): Hit[] {
  const found = findNumbers(db, {
    text: typed.length >= shortestBeginning ? typed : null,
    numbers: numbersEndingIn(db, typed, today),
    limit: 10,
  })
  return codesOf(tables).flatMap((kind) => found[tables[kind]].map((row) => numberedHit(kind, row)))
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
