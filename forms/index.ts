import type { FilledFormId } from '#domain/form-ids'
import { type LabelGrid, noOffset, type Offset, type ProfileName } from '#domain/paper-stock'
import metricsFile from './fonts/metrics.json' with { type: 'json' }
import type { Form, PaperBase } from './define.ts'
import { findMissingCharacters, type MissingCharacter } from './engine/characters.ts'
import { layoutLabels } from './engine/label.ts'
import { type Metrics, readMetrics } from './engine/metrics.ts'
import type { Page } from './engine/page.ts'
import { movedBy } from './engine/offset.ts'
import { layoutPlaced } from './engine/placed.ts'
import { layoutSheets, type Printable } from './engine/sheet.ts'
import { layoutTestSheet, type TestSheet } from './engine/test-sheet.ts'
import { partsRequest, type PartsRequestPaper } from './sh-zh/bd-15-parts-request.ts'
import { jobVoucher, type JobVoucherSheet } from './sh-zh/bd-16-job-voucher.ts'
import { returnList, type ReturnListPaper } from './sh-zh/bd-17-return-list.ts'
import { claimSummary, type ClaimSummaryPaper } from './sh-zh/bd-19-claim-summary.ts'
import { partLabel, type PartLabelPaper } from './sh-zh/bd-27-part-label.ts'
import { faultTag, type FaultTagPaper } from './sh-zh/bd-30-fault-tag.ts'
import { returnManifest, type ReturnManifestPaper } from './sh-zh/bd-31-return-manifest.ts'
import { applianceEntries } from './appliance/filled.ts'
import { charterEntries } from './charter/filled.ts'
import type { FilledEntry, FilledForm, FilledPaper } from './filled-parts.ts'
import { furtherEntries } from './further/filled.ts'
import { manufacturerEntries } from './sh-zh/filled.ts'
import { register, type RegisterPaper } from './register.ts'
import type { FormId, SheetId } from './words.ts'

/** The forms filled in on screen, each with a sample. */
export const filledEntries: { readonly [Id in FilledFormId]: FilledEntry } = {
  ...manufacturerEntries,
  ...applianceEntries,
  ...charterEntries,
  ...furtherEntries,
}

/** What each form prints. */
export type PaperOf = { [Id in FilledFormId]: FilledPaper } & {
  F15: PartsRequestPaper
  F16: JobVoucherSheet
  F17: ReturnListPaper
  F19: ClaimSummaryPaper
  F27: PartLabelPaper
  F30: FaultTagPaper
  F31: ReturnManifestPaper
}

/** Every form by its id. */
export const forms: { readonly [Id in FormId]: Form<PaperOf[Id]> } = {
  ...formsOf(filledEntries),
  F15: partsRequest,
  F16: jobVoucher,
  F17: returnList,
  F19: claimSummary,
  F27: partLabel,
  F30: faultTag,
  F31: returnManifest,
}

/** How a form is called in a sentence, where no paper of it says the manufacturer's names: by its id, which every language has, and its title without them. */
export function calledForm(form: FormId): string {
  return `${form} ${forms[form].words.title.join('').replace(/\{\w+\}/g, '')}`
}

function formsOf(entries: typeof filledEntries): { readonly [Id in FilledFormId]: FilledForm } {
  return Object.fromEntries(Object.entries(entries).map(([id, { form }]) => [id, form])) as { [Id in FilledFormId]: FilledForm } // the same keys
}

let metrics: Metrics | null = null

/** The widths of the paper fonts, read on first use. */
export function paperMetrics(): Metrics {
  metrics ??= readMetrics(metricsFile)
  return metrics
}

/**
 * `profile`: one of the form's own, its first if not given; `grid` is the sheet of labels where it is `grid`. `startAt`: first
 * free place, from 1, on a sheet of labels. `dataOnly`: 套打. `offset`: against what the printer puts beside its place.
 */
export type LayoutOptions = {
  readonly profile?: ProfileName
  readonly grid?: LabelGrid | null
  readonly startAt?: number
  readonly dataOnly?: boolean
  readonly offset?: Offset
}

function layout<P extends PaperBase>(
  form: Form<P>,
  papers: readonly Printable<P>[],
  { profile: wanted, grid = null, startAt = 1, dataOnly = false, offset = noOffset }: LayoutOptions,
  before = 0,
): Page[] {
  const profile = wanted !== undefined && form.profiles.includes(wanted) ? wanted : (form.profiles[0] ?? 'A4P')
  const pages = (): Page[] => {
    switch (form.kind) {
      case 'sheet':
        return layoutSheets(form, papers, profile === 'grid' ? 'A4P' : profile, paperMetrics(), dataOnly)
      case 'label':
        return layoutLabels(form, papers, { profile, grid, startAt, dataOnly }, paperMetrics())
      case 'placed':
        return layoutPlaced(form, papers, paperMetrics(), dataOnly)
    }
  }
  return movedBy(pages(), offset, before)
}

/**
 * Papers → positioned pages: every copy of each paper, pages counted for each copy. Never throws for what a paper says;
 * too long a text becomes smaller, then its cell higher.
 */
export function layoutForm<Id extends FormId>(id: Id, papers: readonly Printable<PaperOf[Id]>[], options: LayoutOptions = {}): Page[] {
  const form: Form<PaperOf[Id]> = forms[id]
  return layout(form, papers, options)
}

/** Papers of one form that are laid out together: labels share sheets. Plain data, so that another thread can do it. */
export type Stack = { readonly form: SheetId; readonly papers: readonly Printable<PaperBase>[]; readonly options: LayoutOptions }

export function stackOf<Id extends FormId>(form: Id, papers: readonly Printable<PaperOf[Id]>[], options: LayoutOptions = {}): Stack {
  return { form, papers, options }
}

/** The register, which is no form of the trade: plain sheets without a number. */
export function stackOfRegister(paper: RegisterPaper): Stack {
  return { form: 'register', papers: [{ paper, number: '', hash: '', mark: { kind: 'plain' } }], options: {} }
}

/** How much of it there is to draw, for the progress: papers, and of the register its lines. */
export function countIn({ form, papers }: Stack): number {
  if (form !== 'register') return papers.length
  return papers.reduce((sum, { paper }) => sum + (paper as RegisterPaper).lines.length, 0) // stackOfRegister put it there
}

function formOf(form: SheetId): Form<PaperBase> {
  return (form === 'register' ? register : forms[form]) as Form<PaperBase> // stackOf put the form's own papers into the stack
}

/** `before`: pages of the same print already laid out, which the drift of continuous paper counts. */
export function layoutStack({ form, papers, options }: Stack, before = 0): Page[] {
  return layout(formOf(form), papers, options, before)
}

/** The pictures these papers show, by the hashes of their bytes. */
export function picturesIn(stacks: readonly Stack[]): string[] {
  return [
    ...new Set(
      stacks.flatMap(({ form, papers, options }) => {
        const { pictures = () => [] } = formOf(form)
        return papers.flatMap(({ paper }) => pictures(paper, options.dataOnly === true))
      }),
    ),
  ]
}

/** Rulers and crosses to measure a printer by. */
export function layoutTest(test: TestSheet): Page[] {
  return layoutTestSheet(test, paperMetrics())
}

/** The characters of a paper that no paper font has; ask before taking a number (settled.md 4). */
export function missingCharacters(paper: unknown): MissingCharacter[] {
  return findMissingCharacters(paperMetrics(), paper)
}

export type { Mark } from './engine/furniture.ts'
export type { FormId, MissingCharacter, Page, Printable, ProfileName, TestSheet }
