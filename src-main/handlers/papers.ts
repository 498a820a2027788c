import type { AppContract } from '#contract/index'
import { findListedPaper, findPaper, listPrints, paperList, type IssuedPaper } from '#db/queries/papers'
import type { Reader } from '#db/types'
import { formIds } from '#domain/form-ids'
import type { PaperLook } from '#domain/paper-stock'
import { forms, type FormId, type PaperOf } from '#forms/index'
import { defaultMakerWords, wordsOfForm, type MakerWords } from '#forms/words'
import { missing, type HandlersOf, type TaskContext } from './define.ts'
import { listOf } from './list-of.ts'
import { draftStack } from './draft-papers.ts'
import { markOf, produceStacks, produceTestSheet, stacksOfPapers } from './draw-papers.ts'
import { asPrinted, logPrint, refuseWithoutReason } from './papers-log.ts'
import { countPeriod, printPeriod } from './papers-period.ts'
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

/** As the next print looks: the first one 正式, later ones 补打. */
function drawNext(context: TaskContext, papers: readonly IssuedPaper[], look: PaperLook, exportId: string | null) {
  const at =
    papers
      .map(({ issuedAt }) => issuedAt)
      .toSorted()
      .at(-1) ?? context.now
  const stacks = stacksOfPapers(
    papers.map((stored) => ({ stored, mark: markOf(stored, stored.printCount + 1, context.today) })),
    look,
  )
  return produceStacks(context, stacks, nameOf(papers), at, exportId)
}

export const paperRegister = listOf(paperList, (row) => ({ ...row, form: row.form as FormId, formCode: wordsIn(row).code }))

export const papersHandlers: HandlersOf<AppContract['papers']> = {
  list: paperRegister.page,

  get({ db }, { id }) {
    const row = findListedPaper(db, id) ?? missing('单据')
    const words = wordsIn(findPaper(db, id) ?? missing('单据'))
    return {
      ...row,
      form: row.form as FormId,
      formCode: words.code,
      copies: words.copies.map((copy) => copy.label),
      prints: listPrints(db, id),
    }
  },

  stocks: () => formIds.map((form) => ({ form, isLabel: forms[form].kind === 'label', profiles: [...forms[form].profiles] })),

  testSheet: (context, { options, printer, form }) => produceTestSheet(context, options, printer, form),

  async preview(context, { ids, options, exportId }) {
    return drawNext(context, storedPapers(context.db, ids), options, exportId)
  },

  async previewDraft(context, { form, ref, options }) {
    return produceStacks(context, [draftStack(context, form, ref, options)], `${forms[form].words.title.join('')} 预览`, context.now)
  },

  async print(context, { ids, options, reason, exportId }) {
    const stored = storedPapers(context.db, ids)
    refuseWithoutReason(stored, reason)
    const file = await drawNext(context, stored, options, exportId)
    // before the file is handed out: a paper that may have left the printer is never unknown
    context.run('papers', 'logPrint', { prints: stored.map(asPrinted), reason })
    return file
  },

  logPrint,
  countPeriod,
  printPeriod,
  void: voidPaper,
}
