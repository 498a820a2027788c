import type { AppContract } from '#contract/index'
import type { ParsedInputOf } from '#contract/define'
import { registerList } from '#db/queries/number-register'
import { findStation } from '#db/queries/station'
import { localDateOf, localTimeOf, type Instant } from '#domain/dates'
import { AppError } from '#domain/errors'
import { codeOfForm } from '#domain/numbering'
import { registerState } from '#domain/words'
import { forms, stackOfRegister } from '#forms/index'
import type { RegisterLine } from '#forms/register'
import { defaultMakerWords } from '#forms/words'
import { missing, type Handler, type TaskContext } from './define.ts'
import { produceStacks } from './draw-papers.ts'
import { proofLines } from './numbers-proof.ts'

type Feature = AppContract['numbers']
type Asked = ParsedInputOf<Feature['print']>
type Row = ReturnType<typeof registerList.rows>[number]

/** Some forty lines to a sheet: as much as anybody binds. */
const mostLines = 5000

function minute(moment: Instant): string {
  return `${localDateOf(moment)} ${localTimeOf(moment)}`
}

/** Title of the form without what differs from paper to paper. */
function formTitle(form: Row['form']): string {
  const { title, code } = forms[form].words
  return `${code === '' ? form : code} ${title.at(-1) ?? ''}`.replaceAll(/\{\w+\}/g, '')
}

function lineOf({ form, number, state, subject, holder, printCount, at, by, closedAt, dueOn, approver, reason }: Row): RegisterLine {
  return {
    form: formTitle(form),
    number,
    state: registerState[state],
    subject: subject === '' ? holder : subject,
    prints: printCount === 0 ? '' : String(printCount),
    at: minute(at),
    by,
    closed: closedAt === null ? (dueOn ?? '') : minute(closedAt),
    approver,
    reason,
  }
}

/** A pack of blank sheets is named by its first number. */
function scopeOf({ filter: { form, year, state, packId }, text }: Asked, [first]: readonly Row[]): string {
  return [
    ...(packId === null || first === undefined
      ? [year === null ? '全部年份' : `${year} 年`, form === null ? '全部表单' : codeOfForm(form)]
      : [`${first.number} 起的一批空白单`]),
    state === null ? '' : registerState[state],
    text,
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

/** The rows as they are narrowed on the screen, each form's numbers upwards, with the proof of the whole year below. */
export const printRegister: Handler<Feature['print']> = async (context: TaskContext, input) => {
  const { db, now, actor } = context
  const station = findStation(db) ?? missing('本站资料')
  const asked = { who: { userId: actor.userId, technicianId: actor.technicianId }, today: context.today }
  const ids = registerList.ids(
    db,
    {
      sort: [
        { column: 'form', direction: 'asc' },
        { column: 'number', direction: 'asc' },
      ],
      text: input.text,
      filter: input.filter,
      filters: [],
    },
    asked,
  )
  if (ids.length === 0) throw new AppError('rule', 'lists.exportEmpty')
  if (ids.length > mostLines) throw new AppError('rule', 'paper.tooManyToPrint', { count: ids.length, limit: mostLines })
  const rows = registerList.rows(db, [...ids])
  const scope = scopeOf(input, rows)
  const stack = stackOfRegister({
    words: defaultMakerWords,
    station: { code: station.code, name: station.stampName || station.name },
    scope,
    printedAt: minute(now),
    printedBy: actor.name,
    proof: proofLines(db, input.filter),
    lines: rows.map(lineOf),
  })
  const name = `单据登记簿 ${scope.replaceAll(' · ', ' ')}`
  return produceStacks(context, [stack], name, now, input.exportId)
}
