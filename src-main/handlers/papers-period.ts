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

type Feature = AppContract['papers']
type Asked = ParsedInputOf<Feature['printPeriod']>

/** What the worker draws within some minutes, and a printer within a day. */
const mostPapers = 3000

/** How many valid papers each form has in the period, and how many of them were printed before. */
export const countPeriod: Handler<Feature['countPeriod']> = ({ db }, { from, to, state }) =>
  countPapersOfPeriod(db, { from, to, unprinted: state === 'unprinted' }).toSorted((one, other) => one.form.localeCompare(other.form)).map(({ form, ...counts }) => ({ form: form as FormId, ...counts })) // issuePaper takes no other form

/** By form as in the catalogue, then by number. */
function papersAsked(context: TaskContext, { from, to, forms, state }: Asked): IssuedPaper[] {
  const ids = formIds.filter((form) => forms.includes(form)).flatMap((form) => listPapersOfPeriod(context.db, form, { from, to, unprinted: state === 'unprinted' }))
  if (ids.length === 0) throw new AppError('rule', 'paper.noneInPeriod')
  if (ids.length > mostPapers) throw new AppError('rule', 'paper.tooManyToPrint', { count: ids.length, limit: mostPapers })
  return ids.map((id) => findPaper(context.db, id) ?? missing('单据'))
}

function titleOf({ from, to }: Asked, papers: readonly IssuedPaper[]): string {
  const [first] = papers
  const named = papers.every(({ form }) => form === first?.form) ? (first?.title ?? '') : '单据'
  return `${named} ${from} 至 ${to}`
}

/** One file of everything, or one for each form. */
function filesOf(context: TaskContext, asked: Asked, papers: readonly IssuedPaper[]) {
  const groups = asked.into === 'zip' ? formIds.map((form) => papers.filter((paper) => paper.form === form)).filter((group) => group.length > 0) : [papers]
  const station = findStation(context.db) ?? missing('本站资料')
  return groups.map((group) => ({
    papers: group.length,
    // as the next print looks: 正式, or 补打 with its count
    stacks: stacksOfPapers(group.map((stored) => ({ stored, mark: markOf(stored, stored.printCount + 1, context.today) })), (form) => asked.looks[form] ?? plainLook),
    meta: { title: titleOf(asked, group), number: group.length === 1 ? (group[0]?.number ?? '') : '', station: station.stampName || station.name, createdAt: group.map(({ issuedAt }) => issuedAt).toSorted().at(-1) ?? context.now },
  }))
}

/**
 * The papers of a period as one PDF or one for each form. A print is logged when all is drawn: stopped before, nothing
 * has left the printer. What was printed elsewhere meanwhile would bear the wrong mark, so then nothing is handed out.
 */
export const printPeriod: Handler<Feature['printPeriod']> = async (context, asked) => {
  const { services, now } = context
  const papers = papersAsked(context, asked)
  if (asked.into === 'printer') refuseWithoutReason(papers, asked.reason)
  const files = filesOf(context, asked, papers)
  const drawn = await services.drawPapers(files, asked.exportId)
  if (asked.into === 'printer') context.run('papers', 'logPrint', { prints: papers.map(asPrinted), reason: asked.reason })
  const named = drawn.map(({ bytes }, index) => ({ name: `${files[index]?.meta.title ?? ''}.pdf`, bytes }))
  const [first] = named
  if (first === undefined) throw new AppError('rule', 'paper.noneInPeriod')
  const title = titleOf(asked, papers)
  const produced = asked.into === 'zip' ? services.produce(`${title}.zip`, 'application/zip', services.zip(named, now)) : services.produce(first.name, 'application/pdf', first.bytes)
  return { ...produced, papers: papers.length, pages: drawn.reduce((sum, { pages }) => sum + pages.length, 0), sheet: sheetOf(drawn[0]?.pages ?? []) }
}

