import type { AppContract } from '#contract/index'
import { findBlankPack, insertBlankPrint, listBlanks, type BlankNumber } from '#db/queries/blanks'
import type { Reader } from '#db/types'
import type { Instant } from '#domain/dates'
import { AppError } from '#domain/errors'
import type { PaperLook } from '#domain/paper-stock'
import { blankOf } from '#forms/blank'
import { type FormId, type Mark, type PaperOf, type Printable, type Stack, stackOf } from '#forms/index'
import { missing, orConflict, type Handler, type TaskContext } from './define.ts'
import { optionsFor, produceStacks } from './draw-papers.ts'
import { sheetFor } from './filled-paper.ts'
import { ofStation } from './forms-prefill.ts'
import { openBlank } from './numbers-blanks.ts'
import { paperBase } from './paper-base.ts'

type Feature = AppContract['numbers']

/** Open numbers of one pack, in their order. @throws AppError when one is not open, or none of them is for sheets. */
function sheetsToPrint(
  db: Reader,
  ids: readonly number[],
): { readonly form: FormId; readonly manufacturerId: number; readonly createdAt: Instant; readonly blanks: readonly BlankNumber[] } {
  const blanks = listBlanks(db, ids)
  if (blanks.length < ids.length) missing('空白备用单')
  for (const { id } of blanks) openBlank(db, id)
  const [first] = blanks
  const { purpose, form, manufacturerId, createdAt, id } = findBlankPack(db, first?.packId ?? 0) ?? missing('空白备用单')
  if (purpose !== 'reserve') throw new AppError('rule', 'blank.notASheet', { number: first?.number ?? '' })
  if (blanks.some(({ packId }) => packId !== id)) throw new AppError('rule', 'blank.onePack')
  return { form, manufacturerId, createdAt, blanks }
}

/** The payload of the code says that no paper is stored under the number. */
const noHash = 'BLANK'

function stackOfBlanks<F extends FormId>(
  db: Reader,
  { form, manufacturerId, blanks }: { form: F; manufacturerId: number; blanks: readonly BlankNumber[] },
  look: PaperLook,
  mark: (blank: BlankNumber) => Mark,
): Stack {
  const base = paperBase(db, manufacturerId)
  const known = ofStation(db)
  const sheet = sheetFor(db, form, manufacturerId)
  const printables = blanks.map((blank): Printable<PaperOf[F]> => ({
    paper: blankOf(form, { base, number: blank.number, known, sheet }),
    number: blank.number,
    hash: noHash,
    mark: mark(blank),
  }))
  return stackOf(form, printables, optionsFor(form, printables, look))
}

type Asked = { readonly ids: readonly number[]; readonly options: PaperLook; readonly exportId: string | null }

/** As the next print looks. */
function drawNext(context: TaskContext, { ids, options, exportId }: Asked) {
  const { db, today } = context
  const sheets = sheetsToPrint(db, ids)
  const stack = stackOfBlanks(db, sheets, options, ({ printCount }) => ({ kind: 'blank', again: printCount, date: today }))
  const [first] = sheets.blanks
  const name = `空白备用单 ${first?.number ?? ''}${sheets.blanks.length > 1 ? ` 等 ${sheets.blanks.length} 份` : ''}`
  return produceStacks(context, [stack], name, sheets.createdAt, exportId)
}

export const previewBlanks: Handler<Feature['previewBlanks']> = async (context, asked) => drawNext(context, asked)

export const printBlanks: Handler<Feature['printBlanks']> = async (context, { reason, ...asked }) => {
  const { blanks } = sheetsToPrint(context.db, asked.ids)
  const again = blanks.filter(({ printCount }) => printCount > 0)
  if (again.length > 0 && [...reason.trim()].length < 2) throw new AppError('rule', 'paper.reprintReason', { count: again.length })
  const file = await drawNext(context, asked)
  // before the file is handed out: a sheet that may have left the printer is never unknown
  context.run('numbers', 'logBlankPrint', { prints: blanks.map(({ id, printCount }) => ({ id, times: printCount + 1 })), reason })
  return file
}

/** @throws AppError conflict when one of them was printed while it was drawn: its sheet bears the wrong mark; `rule` when it was used or given back. */
export const logBlankPrint: Handler<Feature['logBlankPrint']> = ({ db, now, actor }, { prints, reason }) => {
  const { blanks } = sheetsToPrint(
    db,
    prints.map(({ id }) => id),
  )
  const counts = new Map(blanks.map(({ id, printCount }) => [id, printCount]))
  for (const { id, times } of prints) {
    orConflict(counts.get(id) === times - 1)
    insertBlankPrint(db, id, { at: now, userId: actor.userId, reason })
  }
  return {}
}
