import type { AppContract } from '#contract/index'
import type { ParsedInputOf } from '#contract/define'
import { countPapersOfPeriod, findPaper, listPapersOfPeriod, type IssuedPaper } from '#db/queries/papers'
import { findStation } from '#db/queries/station'
import { AppError } from '#domain/errors'
import { formIds, type FormId } from '#domain/form-ids'
import { plainLook } from '#domain/paper-stock'
import { missing, type Handler, type TaskContext } from './define.ts'
import { markOf, sheetOf, stacksOfPapers } from './draw-papers.ts'
import { asPrinted, refuseWithoutReason } from './papers-log.ts'
import type { PapersToDraw, ProducedPapers } from './services.ts'

type Feature = AppContract['papers']
type Asked = ParsedInputOf<Feature['printPeriod']>

/** What the worker draws within some minutes, and a printer within a day. */
const mostPapers = 3000

/** How many valid papers each form has in the period, and how many of them were printed before. */
export const countPeriod: Handler<Feature['countPeriod']> = ({ db }, { from, to, state }) =>
  countPapersOfPeriod(db, { from, to, unprinted: state === 'unprinted' })
    .toSorted((one, other) => one.form.localeCompare(other.form))
    .map(({ form, ...counts }) => ({ form: form as FormId, ...counts })) // issuePaper takes no other form

/** By form as in the catalogue, then by number. */
function papersAsked(context: TaskContext, { from, to, forms, state }: Asked): IssuedPaper[] {
  const ids = formIds
    .filter((form) => forms.includes(form))
    .flatMap((form) => listPapersOfPeriod(context.db, form, { from, to, unprinted: state === 'unprinted' }))
  if (ids.length === 0) throw new AppError('rule', 'paper.noneInPeriod')
  if (ids.length > mostPapers) throw new AppError('rule', 'paper.tooManyToPrint', { count: ids.length, limit: mostPapers })
  return ids.map((id) => findPaper(context.db, id) ?? missing('单据'))
}

function titleOf({ from, to }: Asked, papers: readonly IssuedPaper[]): string {
  const [first] = papers
  const named = papers.every(({ form }) => form === first?.form) ? (first?.title ?? '') : '单据'
  return `${named} ${from} 至 ${to}`
}

/** What one file holds; papers of one form, or all of them. */
function fileOf(context: TaskContext, asked: Asked, papers: readonly IssuedPaper[]): PapersToDraw {
  const station = findStation(context.db) ?? missing('本站资料')
  return {
    papers: papers.length,
    // as the next print looks: 正式, or 补打 with its count
    stacks: stacksOfPapers(
      papers.map((stored) => ({ stored, mark: markOf(stored, stored.printCount + 1, context.today) })),
      (form) => asked.looks[form] ?? plainLook,
    ),
    meta: {
      title: titleOf(asked, papers),
      number: papers.length === 1 ? (papers[0]?.number ?? '') : '',
      station: station.stampName || station.name,
      createdAt:
        papers
          .map(({ issuedAt }) => issuedAt)
          .toSorted()
          .at(-1) ?? context.now,
    },
  }
}

/** One file of everything, or a zip of one for each form. */
function produce(context: TaskContext, asked: Asked, papers: readonly IssuedPaper[]): Promise<ProducedPapers> {
  const { services, now } = context
  if (asked.into !== 'zip') return services.producePapers(fileOf(context, asked, papers), asked.exportId)
  const groups = formIds.map((form) => papers.filter((paper) => paper.form === form)).filter((group) => group.length > 0)
  return services.produceZip(
    { title: titleOf(asked, papers), at: now, files: groups.map((group) => fileOf(context, asked, group)) },
    asked.exportId,
  )
}

/**
 * The papers of a period as one PDF or one for each form. A print is logged when all is drawn: stopped before, nothing
 * has left the printer. What was printed elsewhere meanwhile would bear the wrong mark, so then nothing is handed out.
 */
export const printPeriod: Handler<Feature['printPeriod']> = async (context, asked) => {
  const papers = papersAsked(context, asked)
  if (asked.into === 'printer') refuseWithoutReason(papers, asked.reason)
  const { pages, ...file } = await produce(context, asked, papers)
  if (asked.into === 'printer') context.run('papers', 'logPrint', { prints: papers.map(asPrinted), reason: asked.reason })
  return { ...file, papers: papers.length, pages: pages.length, sheet: sheetOf(pages) }
}
