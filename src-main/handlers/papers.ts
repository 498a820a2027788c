import type { AppContract } from '#contract/index'
import { findListedPaper, findPaper, insertPrint, listPrints, paperList, type IssuedPaper } from '#db/queries/papers'
import type { Reader } from '#db/types'
import { AppError } from '#domain/errors'
import { formIds } from '#domain/form-ids'
import type { PaperLook } from '#domain/paper-stock'
import { forms, type FormId, type Mark, type PaperOf } from '#forms/index'
import { defaultMakerWords, wordsOfForm, type MakerWords } from '#forms/words'
import { missing, type HandlersOf, type TaskContext } from './define.ts'
import { listOf } from './list-of.ts'
import { draftStack } from './draft-papers.ts'
import { markOf, produceStacks, produceTestSheet, refuseUnfit, stacksOfPapers } from './draw-papers.ts'
import { countPeriod, logPeriodPrint, printPeriod } from './papers-period.ts'
import { voidPaper } from './void-paper.ts'

function storedPapers(db: Reader, ids: readonly number[]): IssuedPaper[] {
  return ids.map((id) => findPaper(db, id) ?? missing('单据'))
}

function wordsIn(stored: { readonly form: string; readonly paper?: string }): ReturnType<typeof wordsOfForm> {
  const form = stored.form as keyof PaperOf
  const words = stored.paper === undefined ? defaultMakerWords : (JSON.parse(stored.paper) as { words: MakerWords }).words
  return wordsOfForm(form, forms[form].words, words)
}

function nameOf(papers: readonly IssuedPaper[]): string {
  const [first] = papers
  if (!first) return '单据'
  return papers.length === 1 ? `${first.title} ${first.number}` : `${first.title} ${first.number} 等 ${papers.length} 份`
}

function drawStored(context: TaskContext, papers: readonly IssuedPaper[], look: PaperLook, markFor: (stored: IssuedPaper) => Mark) {
  const at = papers.map(({ issuedAt }) => issuedAt).toSorted().at(-1) ?? context.now
  return produceStacks(context, stacksOfPapers(papers.map((stored) => ({ stored, mark: markFor(stored) })), look), nameOf(papers), at)
}

export const paperRegister = listOf(paperList, (row) => ({ ...row, form: row.form as FormId, formCode: wordsIn(row).code }))

export const papersHandlers: HandlersOf<AppContract['papers']> = {
  list: paperRegister.page,

  get({ db }, { id }) {
    const row = findListedPaper(db, id) ?? missing('单据')
    const words = wordsIn(findPaper(db, id) ?? missing('单据'))
    return { ...row, form: row.form as FormId, formCode: words.code, copies: words.copies.map((copy) => copy.label), prints: listPrints(db, id) }
  },

  stocks: () => formIds.map((form) => ({ form, isLabel: forms[form].kind === 'label', profiles: [...forms[form].profiles] })),

  testSheet: (context, { options, printer, form }) => produceTestSheet(context, options, printer, form),

  async preview(context, { ids, options }) {
    // as the next print will look: the first one 正式, later ones 补打
    return drawStored(context, storedPapers(context.db, ids), options, (stored) => markOf(stored, stored.printCount + 1, context.today))
  },

  async previewDraft(context, { form, ref, options }) {
    return produceStacks(context, [draftStack(context, form, ref, options)], `${forms[form].words.title.join('')} 预览`, context.now)
  },

  async print(context, { ids, options, reason }) {
    const before = storedPapers(context.db, ids)
    const again = before.filter((stored) => stored.printCount > 0 && stored.status === 'issued')
    if (again.length > 0 && [...reason.trim()].length < 2) throw new AppError('rule', 'paper.reprintReason', { count: again.length })
    refuseUnfit(before, options)
    // logged before it is drawn: a paper that may have left the printer is never unknown
    context.run('papers', 'logPrint', { ids, reason })
    return drawStored(context, storedPapers(context.db, ids), options, (stored) => markOf(stored, stored.printCount, context.today))
  },

  logPrint({ db, now, actor }, { ids, reason }) {
    for (const stored of storedPapers(db, ids)) insertPrint(db, stored.id, { at: now, userId: actor.userId, reason })
    return {}
  },

  countPeriod, printPeriod, logPeriodPrint, void: voidPaper,
}
