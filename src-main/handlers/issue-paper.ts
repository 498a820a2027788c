import { canonicalText } from '#contract/batch-document'
import { setPaperOfBlank } from '#db/queries/blanks'
import { findManufacturer } from '#db/queries/manufacturers'
import { insertIssuedPaper } from '#db/queries/papers'
import type { SubjectKind } from '#db/queries/step-history'
import type { Reader } from '#db/types'
import { AppError, stop, type Problem } from '#domain/errors'
import { makerNameProblems } from '#domain/maker-names'
import type { NumberedCode } from '#domain/numbering'
import { wordsOn } from '#forms/define'
import { calledForm, forms, missingCharacters, type PaperOf } from '#forms/index'
import { defaultMakerWords, ownNamesOf, type MakerWords } from '#forms/words'
import { missing, type CommandContext } from './define.ts'
import { numberForPaper, type TakenNumber } from './next-number.ts'

export type PaperToIssue<F extends keyof PaperOf> = {
  readonly form: F
  readonly formCode: NumberedCode
  readonly manufacturerId: number
  readonly subjectKind: SubjectKind
  readonly subjectId: number
  /** how the register names what the paper is about, e.g. `李建华 LZZ1BLMJ4TJ465057` */
  readonly subject: string
  /** called with '' to look at the characters, then with the number taken */
  readonly gather: (number: string) => PaperOf[F]
  /** a number taken before in this transaction, because the record bears the same one (the claim batch) */
  readonly taken?: TakenNumber
}

/**
 * Takes the next number of a form and freezes the paper under it, in the caller's transaction. A paper that cannot be
 * printed, or would print sample names, is refused before a number is taken (settled.md 4). @throws AppError `rule` naming
 * the characters or the names.
 */
export function issuePaper<F extends keyof PaperOf>(
  context: CommandContext,
  { form, formCode, manufacturerId, subjectKind, subjectId, subject, gather, taken }: PaperToIssue<F>,
): { paperId: number; number: string } {
  const { version } = forms[form]
  const draft = gather('')
  refuseUnnamed(context.db, form, manufacturerId, draft.words)
  const title = wordsOn<PaperOf[F]>(forms[form], draft).title.join('')
  refuseMissing(title, draft)
  const { number, period, sequence, blankId } = taken ?? numberForPaper(context, { form, formCode, subjectKind, subjectId })
  const { db, now, today, actor } = context
  const paperId = insertIssuedPaper(db, {
    form,
    formVersion: version,
    number,
    period,
    sequence,
    subjectKind,
    subjectId,
    subject,
    title,
    paper: canonicalText(gather(number)),
    issuedAt: now,
    issuedOn: today,
    issuedBy: actor.userId,
    fromBlank: blankId !== null,
  })
  if (blankId !== null) setPaperOfBlank(db, blankId, paperId)
  return { paperId, number }
}

/** Names of the maker a form prints and nobody has given yet. */
export function unnamedOn(db: Reader, form: keyof PaperOf, manufacturerId: number, said: MakerWords): Problem[] {
  const { words, bodyNames = [] } = forms[form]
  const maker = findManufacturer(db, manufacturerId) ?? missing('厂方')
  return makerNameProblems(maker, said, defaultMakerWords, ownNamesOf(form, words, said, bodyNames))
}

/** A station may begin before it knows its maker's words; its papers may not. */
export function refuseUnnamed(db: Reader, form: keyof PaperOf, manufacturerId: number, said: MakerWords): void {
  const problems = unnamedOn(db, form, manufacturerId, said)
  if (problems.length > 0) throw new AppError('rule', 'maker.unnamed', { form: calledForm(form) }, problems)
}

function refuseMissing(title: string, paper: unknown): void {
  const unprintable = missingCharacters(paper)
  if (unprintable.length === 0) return
  const problems = unprintable.map(({ character, name, text, path }) => stop('paper.missingCharacter', path, { character, name, text }))
  throw new AppError(
    'rule',
    'paper.missingCharacters',
    { title, characters: unprintable.map(({ character, name }) => `${character}（${name}）`).join('、') },
    problems,
  )
}
