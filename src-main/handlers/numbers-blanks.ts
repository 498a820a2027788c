import type { AppContract } from '#contract/index'
import {
  bindBlank,
  closeBlank,
  findBlank,
  findBlankPack,
  insertBlank,
  insertBlankPack,
  listBlankPrints,
  listBlanks,
  listBlanksFor,
  listBlanksOfPack,
  type BlankNumber,
} from '#db/queries/blanks'
import { findBatch } from '#db/queries/batches'
import { findFilledForm } from '#db/queries/filled-forms'
import { findManifest } from '#db/queries/manifests'
import { listPapersOf } from '#db/queries/papers'
import { findRequest } from '#db/queries/parts-requests'
import { findReturnedPart } from '#db/queries/returned-parts'
import { insertTask } from '#db/queries/tasks'
import { findWorkOrder } from '#db/queries/work-orders'
import type { Reader } from '#db/types'
import { endOfDay } from '#domain/due-dates'
import { AppError } from '#domain/errors'
import { blankSubjects, subjectOfForm, type BlankSubject } from '#domain/number-register'
import { codeOfForm } from '#domain/numbering'
import { calledForm } from '#forms/index'
import { missing, orConflict, type CommandContext, type Handler } from './define.ts'
import { isFormOn } from './forms-on.ts'
import { refuseUnnamed } from './issue-paper.ts'
import { endPack, takeNumber } from './next-number.ts'
import { paperBase } from './paper-base.ts'

type Feature = AppContract['numbers']

/** Takes the numbers one after the other in this one transaction; refused as a whole, it takes none. */
export const reserve: Handler<Feature['reserve']> = (context, { form, manufacturerId, count, purpose, reason, holder, dueOn }) => {
  const { db, now, today, actor } = context
  if (dueOn < today) throw new AppError('invalid', 'blank.dueBefore', { today })
  const { words } = paperBase(db, manufacturerId)
  if (!isFormOn(words, form)) throw new AppError('rule', 'form.off', { title: calledForm(form) })
  refuseUnnamed(db, form, manufacturerId, words)
  const taken = Array.from({ length: count }, () => takeNumber(context, codeOfForm(form)))
  const [first] = taken
  if (first === undefined) throw new Error('the contract asks for at least one')
  const packId = insertBlankPack(db, {
    form,
    manufacturerId,
    purpose,
    period: first.period,
    count,
    reason,
    holder,
    dueOn,
    createdAt: now,
    createdOn: today,
    createdBy: actor.userId,
  })
  const blanks = taken.map(({ number, sequence }) => ({ id: insertBlank(db, { packId, form, number, sequence }), number }))
  insertTask(db, {
    rule: 'D38',
    subjectKind: 'blankPack',
    subjectId: packId,
    subjectNo: first.number,
    role: actor.role ?? 'chief',
    technicianId: null,
    startAt: now,
    dueAt: endOfDay(dueOn),
  })
  return { packId, blanks }
}

function isSubject(kind: string): kind is BlankSubject {
  return (blankSubjects as readonly string[]).includes(kind)
}

function subjectOf({ subjectKind, subjectId }: BlankNumber): { kind: BlankSubject; id: number } | null {
  return subjectKind !== null && isSubject(subjectKind) && subjectId !== null ? { kind: subjectKind, id: subjectId } : null
}

function presented(blank: BlankNumber) {
  const { id, number, status, printCount, paperId } = blank
  return { id, number, status, printCount, paperId, subject: subjectOf(blank) }
}

export const pack: Handler<Feature['pack']> = ({ db }, { id }) => {
  const { form, manufacturerId, purpose, reason, holder, dueOn, createdAt, by } = findBlankPack(db, id) ?? missing('空白备用单')
  return { id, form, manufacturerId, purpose, reason, holder, dueOn, createdAt, by, blanks: listBlanksOfPack(db, id).map(presented) }
}

export const blank: Handler<Feature['blank']> = ({ db }, { id }) => {
  const found = findBlank(db, id) ?? missing('空白备用单')
  return { ...presented(found), form: found.form, packId: found.packId, prints: listBlankPrints(db, id) }
}

export const keptFor: Handler<Feature['keptFor']> = ({ db }, { kind, id }) =>
  listBlanksFor(db, kind, id).map(({ id: blankId, form, number }) => ({ id: blankId, form, number }))

/** Finds each kind of record; undefined when there is none. */
const finders: Readonly<Record<BlankSubject, (db: Reader, id: number) => unknown>> = {
  workOrder: findWorkOrder,
  partsRequest: findRequest,
  returnedPart: findReturnedPart,
  manifest: findManifest,
  batch: findBatch,
  filledForm: findFilledForm,
}

/** A number that is still open. @throws AppError `rule` saying what became of it. */
export function openBlank(db: Reader, id: number): BlankNumber {
  const found = findBlank(db, id) ?? missing('空白备用单')
  if (found.status !== 'open') throw new AppError('rule', `blank.${found.status}`, { number: found.number })
  return found
}

/** From now on the record's paper of this form takes the number instead of the next one. */
export function keepBlankFor({ db }: CommandContext, id: number, subject: { kind: BlankSubject; id: number }): void {
  const { form, number } = openBlank(db, id)
  if (subjectOfForm(form) !== subject.kind) throw new AppError('rule', 'blank.otherKind', { number })
  if (finders[subject.kind](db, subject.id) === undefined) missing('要补录的记录')
  const valid = listPapersOf(db, subject.kind, subject.id).find((paper) => paper.form === form && paper.status === 'issued')
  if (valid !== undefined) throw new AppError('rule', 'blank.subjectIssued', { number, issued: valid.number })
  const other = listBlanksFor(db, subject.kind, subject.id).find((each) => each.form === form && each.id !== id)
  if (other !== undefined) throw new AppError('rule', 'blank.subjectKept', { number, kept: other.number })
  orConflict(bindBlank(db, id, subject))
}

export const keepFor: Handler<Feature['keepFor']> = (context, { id, subject }) => {
  if (subject !== null) keepBlankFor(context, id, subject)
  else orConflict(bindBlank(context.db, openBlank(context.db, id).id, null))
  return {}
}

/** 作废 of unused numbers: they stay in the register with reason and approver. One that cannot be given back refuses all. */
export const giveBack: Handler<Feature['giveBack']> = (context, { ids, reason }) => {
  const { db, now, actor } = context
  if (listBlanks(db, ids).length < ids.length) missing('空白备用单')
  for (const id of ids) {
    const { packId } = openBlank(db, id)
    bindBlank(db, id, null)
    orConflict(closeBlank(db, id, { status: 'returned', at: now, by: actor.userId, reason }))
    endPack(context, packId)
  }
  return {}
}
