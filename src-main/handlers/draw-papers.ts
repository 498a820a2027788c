import type { IssuedPaper } from '#db/queries/papers'
import type { LocalDate } from '#domain/dates'
import { forms, layoutForm, type Mark, type Page, type PaperOf, type Printable } from '#forms/index'
import type { TaskContext } from './define.ts'

export type PaperLook = { readonly profile: 'default' | 'sheet4'; readonly startAt: number }
type Marked = { readonly stored: IssuedPaper; readonly mark: Mark }

function isForm(form: string): form is keyof PaperOf {
  return Object.hasOwn(forms, form)
}

/** 正式 on the first print, 补打 with its count from the second on, 作废 on a void whatever the count. */
export function markOf(stored: IssuedPaper, prints: number, today: LocalDate): Mark {
  if (stored.status === 'voided') return { kind: 'void' }
  return prints <= 1 ? { kind: 'original' } : { kind: 'reprint', times: prints - 1, date: today }
}

/** The pages of stored papers in the order given; papers of the same form that follow each other are laid out together (labels share a sheet). */
export function pagesOfPapers(papers: readonly Marked[], look: PaperLook): Page[] {
  const groups: { form: keyof PaperOf; papers: Marked[] }[] = []
  for (const paper of papers) {
    const { form } = paper.stored
    if (!isForm(form)) throw new Error(`no form ${form}`)
    const last = groups.at(-1)
    if (last?.form === form) last.papers.push(paper)
    else groups.push({ form, papers: [paper] })
  }
  return groups.flatMap((group) => pagesOfForm(group.form, group.papers, look))
}

function pagesOfForm<F extends keyof PaperOf>(form: F, papers: readonly Marked[], look: PaperLook): Page[] {
  const printables = papers.map(({ stored, mark }): Printable<PaperOf[F]> => ({
    // what was frozen is what the form's own gathering function made (issue-paper.ts)
    paper: JSON.parse(stored.paper) as PaperOf[F], number: stored.number, hash: stored.hash, mark,
  }))
  return layoutForm(form, printables, { ...(look.profile === 'sheet4' ? { profile: 'A4L-4up' as const } : {}), startAt: look.startAt })
}

/** A form not issued yet: marked 预览, without number and hash. */
export function pagesOfDraft<F extends keyof PaperOf>(form: F, paper: PaperOf[F]): Page[] {
  return layoutForm(form, [{ paper, number: '', hash: '', mark: { kind: 'preview' } }])
}

/** Drawn as one PDF, kept for the seat to fetch. */
export async function producePages({ services, now }: TaskContext, pages: readonly Page[], name: string) {
  const bytes = await services.drawPages(pages, { title: name, createdAt: now })
  return { ...services.produce(`${name}.pdf`, 'application/pdf', bytes), copies: pages.map((page) => page.copy) }
}
