import type { AppContract } from '#contract/index'
import {
  findReturnedPartRow,
  findReturnedPartRowByLabel,
  returnedPartList,
  updateReturnedPart,
  type ReturnedPartRow,
} from '#db/queries/returned-parts'
import { listSteps } from '#db/queries/step-history'
import { dayTaskState } from '#domain/due-dates'
import { localDateOf, type LocalDate } from '#domain/dates'
import { oldPartClockStops, returnedPartLine, returnedPartMachine } from '#domain/returned-part'
import { allowedSteps } from '#domain/steps'
import { missing, orConflict, type HandlersOf } from './define.ts'
import { listOf } from './list-of.ts'
import { labelReturnedParts } from './returned-part-labels.ts'
import { stepReturnedParts } from './returned-part-steps.ts'

/** A stored row as the contract shows it: with the state of its clock and the next step of the main line. */
export function presentReturnedPart(row: ReturnedPartRow, today: LocalDate) {
  const running = row.dueOn !== null && !oldPartClockStops.includes(row.status)
  const open = allowedSteps(returnedPartMachine, row.status)
  return {
    ...row,
    taskState:
      running && row.dueOn !== null
        ? dayTaskState(row.removedAt === null ? today : localDateOf(row.removedAt), row.dueOn, today)
        : ('normal' as const),
    nextEvent: returnedPartLine.find((event) => open.includes(event)) ?? null,
  }
}

/** A scan gives the bare label number or the label's QR text `RP|labelNo|…` (domain.md F30). */
export function labelNumberOf(scan: string): string {
  const text = scan.trim()
  return (text.startsWith('RP|') ? text.split('|')[1] : text)?.trim().toUpperCase() ?? ''
}

export const returnedPartRegister = listOf(returnedPartList, (row, { today }) => presentReturnedPart(row, today))

export const returnedPartsHandlers: HandlersOf<AppContract['returnedParts']> = {
  list: returnedPartRegister.page,

  get({ db, today }, { id }) {
    const row = findReturnedPartRow(db, id) ?? missing('旧件')
    return { ...presentReturnedPart(row, today), history: listSteps(db, 'returnedPart', id) }
  },

  findByScan({ db, today }, { scan }) {
    const row = findReturnedPartRowByLabel(db, labelNumberOf(scan))
    return row ? presentReturnedPart(row, today) : null
  },

  save({ db }, { id, revision, ...fields }) {
    orConflict(updateReturnedPart(db, id, revision, fields))
    return { revision: revision + 1 }
  },

  step: stepReturnedParts,
  label: labelReturnedParts,
}
