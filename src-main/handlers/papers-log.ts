import type { AppContract } from '#contract/index'
import { findPaper, insertPrint, type IssuedPaper } from '#db/queries/papers'
import { AppError } from '#domain/errors'
import { missing, orConflict, type Handler } from './define.ts'

/** A valid paper that was printed before is printed again only for a reason. @throws AppError `rule` with how many these are. */
export function refuseWithoutReason(papers: readonly IssuedPaper[], reason: string): void {
  const again = papers.filter(({ printCount, status }) => printCount > 0 && status === 'issued')
  if (again.length > 0 && [...reason.trim()].length < 2) throw new AppError('rule', 'paper.reprintReason', { count: again.length })
}

/** The next print of a paper, as its pages say. */
export function asPrinted({ id, printCount, status }: IssuedPaper) {
  return { id, times: printCount + 1, status }
}

/** @throws AppError conflict when one of them was printed or made void while it was drawn: its pages bear the wrong mark. */
export const logPrint: Handler<AppContract['papers']['logPrint']> = ({ db, now, actor }, { prints, reason }) => {
  for (const { id, times, status } of prints) {
    const stored = findPaper(db, id) ?? missing('单据')
    orConflict(stored.printCount === times - 1 && stored.status === status)
    insertPrint(db, id, { at: now, userId: actor.userId, reason: times > 1 ? reason : '' })
  }
  return {}
}
