import type { IssuedPaper } from '#db/queries/papers'
import type { Instant, LocalDate } from '#domain/dates'
import { forms, type LayoutOptions, type Mark, type PaperOf, type Printable, type Stack, stackOf } from '#forms/index'
import type { TaskContext } from './define.ts'
import type { DrawnPapers, Services } from './services.ts'

export type PaperLook = { readonly profile: 'default' | 'sheet4'; readonly startAt: number }
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
export function stacksOfPapers(papers: readonly Marked[], look: PaperLook): Stack[] {
  const groups: { form: keyof PaperOf; papers: Marked[] }[] = []
  for (const paper of papers) {
    const { form } = paper.stored
    if (!isForm(form)) throw new Error(`no form ${form}`)
    const last = groups.at(-1)
    if (last?.form === form) last.papers.push(paper)
    else groups.push({ form, papers: [paper] })
  }
  return groups.map((group) => stackOfForm(group.form, group.papers, look))
}

function stackOfForm<F extends keyof PaperOf>(form: F, papers: readonly Marked[], look: PaperLook): Stack {
  const printables = papers.map(({ stored, mark }): Printable<PaperOf[F]> => ({
    // what was frozen is what the form's own gathering function made (issue-paper.ts)
    paper: JSON.parse(stored.paper) as PaperOf[F], number: stored.number, hash: stored.hash, mark,
  }))
  return stackOf(form, printables, profileOf(look))
}

/** The sheet a seat has asked for. */
export function profileOf({ profile, startAt }: PaperLook): LayoutOptions {
  return { ...(profile === 'sheet4' ? { profile: 'A4L-4up' as const } : {}), startAt }
}

/** A form not issued yet: marked 预览, without number and hash. */
export function stackOfDraft<F extends keyof PaperOf>(form: F, paper: PaperOf[F]): Stack {
  return stackOf(form, [{ paper, number: '', hash: '', mark: { kind: 'preview' } }])
}

/** Drawn as one PDF. `at`: when the papers came to be, so that the same papers give the same bytes on any day. */
export function drawStacks(services: Services, stacks: readonly Stack[], title: string, at: Instant): Promise<DrawnPapers> {
  const papers = stacks.flatMap((stack) => stack.papers)
  return services.drawPapers(stacks, { title, number: papers.length === 1 ? (papers[0]?.number ?? '') : '', station: papers[0]?.paper.station.name ?? '', createdAt: at })
}

/** Drawn, and kept for the seat to fetch. */
export async function produceStacks({ services }: TaskContext, stacks: readonly Stack[], title: string, at: Instant) {
  const { bytes, pages } = await drawStacks(services, stacks, title, at)
  return { ...services.produce(`${title}.pdf`, 'application/pdf', bytes), copies: pages.map((page) => page.copy), sheet: { widthMm: pages[0]?.width ?? 210, heightMm: pages[0]?.height ?? 297 } }
}
