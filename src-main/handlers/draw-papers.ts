import type { IssuedPaper } from '#db/queries/papers'
import type { Instant, LocalDate } from '#domain/dates'
import { AppError } from '#domain/errors'
import type { PaperLook } from '#domain/paper-stock'
import type { Form } from '#forms/define'
import { paperStock } from '#domain/words'
import { countIn, forms, layoutTest, type LayoutOptions, type Mark, type PaperOf, type Printable, type Stack, stackOf } from '#forms/index'
import { paperProblems, profileFor } from '#forms/papers'
import type { TaskContext } from './define.ts'
import type { DrawnPapers, PaperMeta, Services } from './services.ts'

type Marked = { readonly stored: IssuedPaper; readonly mark: Mark }

function isForm(form: string): form is keyof PaperOf {
  return Object.hasOwn(forms, form)
}

/** 正式 on the first print, 补打 with its count from the second on, 作废 on a void whatever the count; 补录 where the number had been a blank's. */
export function markOf(stored: IssuedPaper, prints: number, today: LocalDate): Mark {
  if (stored.status === 'voided') return { kind: 'void' }
  if (stored.fromBlank) return { kind: 'entered', again: Math.max(0, prints - 1), date: today }
  return prints <= 1 ? { kind: 'original' } : { kind: 'reprint', times: prints - 1, date: today }
}

/** Stored papers in the order given; papers of the same form that follow each other are laid out together (labels share a sheet). */
export function stacksOfPapers(papers: readonly Marked[], looks: PaperLook | ((form: keyof PaperOf) => PaperLook)): Stack[] {
  const lookOf = typeof looks === 'function' ? looks : () => looks
  const groups: { form: keyof PaperOf; papers: Marked[] }[] = []
  for (const paper of papers) {
    const { form } = paper.stored
    if (!isForm(form)) throw new Error(`no form ${form}`)
    const last = groups.at(-1)
    if (last?.form === form) last.papers.push(paper)
    else groups.push({ form, papers: [paper] })
  }
  return groups.map((group) => stackOfForm(group.form, group.papers, lookOf(group.form)))
}

function stackOfForm<F extends keyof PaperOf>(form: F, papers: readonly Marked[], look: PaperLook): Stack {
  const printables = papers.map(({ stored, mark }): Printable<PaperOf[F]> => ({
    // what was frozen is what the form's own gathering function made (issue-paper.ts)
    paper: JSON.parse(stored.paper) as PaperOf[F],
    number: stored.number,
    hash: stored.hash,
    mark,
  }))
  return stackOf(form, printables, optionsFor(form, printables, look))
}

/** A form not issued yet: marked 预览, without number and hash. */
export function stackOfDraft<F extends keyof PaperOf>(form: F, paper: PaperOf[F], look: PaperLook): Stack {
  const printables: Printable<PaperOf[F]>[] = [{ paper, number: '', hash: '', mark: { kind: 'preview' } }]
  return stackOf(form, printables, optionsFor(form, printables, look))
}

/** @throws AppError when the papers cannot be printed in this look, with what they can be printed on. */
export function optionsFor<F extends keyof PaperOf>(id: F, printables: readonly Printable<PaperOf[F]>[], look: PaperLook): LayoutOptions {
  const form: Form<PaperOf[F]> = forms[id]
  const problems = paperProblems(
    form,
    printables.map(({ paper }) => paper),
    look,
  )
  const [first] = problems
  if (first !== undefined) throw new AppError('rule', first.key, first.params, problems)
  const { grid, startAt, dataOnly, offset } = look
  return { profile: profileFor(form, look), grid, startAt, dataOnly, offset }
}

/** `at`: when the papers came to be, so that the same papers give the same bytes on any day. */
export function metaOf(stacks: readonly Stack[], title: string, at: Instant): PaperMeta {
  const papers = stacks.flatMap((stack) => stack.papers)
  return {
    title,
    number: papers.length === 1 ? (papers[0]?.number ?? '') : '',
    station: papers[0]?.paper.station.name ?? '',
    createdAt: at,
  }
}

/** Drawn as one PDF; `at` as in `metaOf`. `exportId`: under which it is watched. */
export function drawStacks(
  services: Services,
  stacks: readonly Stack[],
  title: string,
  at: Instant,
  exportId: string | null = null,
): Promise<DrawnPapers> {
  return services.drawPapers(
    { papers: stacks.reduce((sum, stack) => sum + countIn(stack), 0), stacks, meta: metaOf(stacks, title, at) },
    exportId,
  )
}

/** Drawn, and kept for the seat to fetch. */
export async function produceStacks(
  { services }: TaskContext,
  stacks: readonly Stack[],
  title: string,
  at: Instant,
  exportId: string | null = null,
) {
  const { bytes, pages } = await drawStacks(services, stacks, title, at, exportId)
  return { ...services.produce(`${title}.pdf`, 'application/pdf', bytes), copies: pages.map((page) => page.copy), sheet: sheetOf(pages) }
}

export function sheetOf([first]: DrawnPapers['pages']) {
  return { widthMm: first?.width ?? 210, heightMm: first?.height ?? 297 }
}

/** A sheet to measure a printer by, on the paper and with the offset it is to check. */
export async function produceTestSheet(
  { services, now }: TaskContext,
  { profile, grid, offset }: PaperLook,
  printer: string,
  form: string,
) {
  const paper = profile === 'default' ? 'A4P' : profile
  const title = `测试页 ${paperStock[paper]}`
  const { bytes, pages } = await services.drawPages(layoutTest({ profile: paper, grid, offset, name: paperStock[paper], printer, form }), {
    title,
    number: '',
    station: '',
    createdAt: now,
  })
  return { ...services.produce(`${title}.pdf`, 'application/pdf', bytes), copies: pages.map(() => ''), sheet: sheetOf(pages) }
}
