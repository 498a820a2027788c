import { ownNames, type OwnName } from '#domain/maker-names'
import type { FormId } from '#domain/form-ids'
import { fillIn } from '#domain/sentences/index'

export type { FormId }

/** A form, or a plain sheet of the station's own that is no form of the trade. */
export type SheetId = FormId | 'register'

/** The stripe at the right edge of a copy (domain.md §0.4). */
export type StripeName = 'white' | 'pink' | 'yellow' | 'blue' | 'green'

/** One copy (联) of a form. `hides`: names of blocks this copy does not show, and of cells it leaves empty: `money` takes every price and sum away. */
export type CopyWords = { readonly key: string; readonly label: string; readonly stripe: StripeName; readonly hides?: readonly string[] }

/**
 * The words of one form. In every text `{name}` stands for the word of that name in `MakerWords`, e.g. `{serviceDept}`.
 * `title`: one or two lines. `code`: 表号 as printed. `numberCode`: the form's part of a document number. `signatories`
 * replace the form's own one by one, in order.
 */
export type FormWords = {
  readonly title: readonly string[]
  readonly code: string
  readonly numberCode: string
  readonly note: string
  readonly copies: readonly CopyWords[]
  readonly signatories: readonly string[]
}

/**
 * Everything on paper that differs between manufacturers; kept as data with the manufacturer and copied into each paper
 * when it is issued, so that a reprint shows the words of its day (domain.md §0.2, architecture.md §8). A form's own
 * words are its defaults; `forms` holds only what a manufacturer wants otherwise.
 */
export type MakerWords = {
  /** The manufacturer: 某某公司. */
  readonly company: string
  /** What it makes, in running text: 某某产品. */
  readonly product: string
  /** Title word of the job voucher: 某某车. */
  readonly vehicle: string
  /** Addressee of requests and claims: 某某售后服务科. */
  readonly serviceDept: string
  /** The section that lends parts, in running text: 某某公司服务科. */
  readonly lendingSection: string
  /** Recipient of the first copy of the job voucher: 某某集团技术服务总公司. */
  readonly voucherDept: string
  /** Signs the list of returned parts: 某某维修科科长. */
  readonly sectionChief: string
  /** Department that receives returned parts: 制造商售后部门. */
  readonly returnsDept: string
  /** What the voucher calls the station: 服务中心（站）. */
  readonly stationWord: string
  /** Where a part was made, on the identification label: 进口零部件, 国产零部件 (the seed's: 日产零部件). */
  readonly importedPart: string
  readonly domesticPart: string
  /** which forms are offered; where nothing is said the proposed ones are off */
  readonly formsOn?: { readonly [Id in FormId]?: boolean }
  readonly forms: { readonly [Id in FormId]?: Partial<FormWords> }
}

/** The names of the seed forms, which had been made anonymous. */
export const defaultMakerWords: MakerWords = {
  company: '某某公司',
  product: '某某产品',
  vehicle: '某某车',
  serviceDept: '某某售后服务科',
  lendingSection: '某某公司服务科',
  voucherDept: '某某集团技术服务总公司',
  sectionChief: '某某维修科科长',
  returnsDept: '制造商售后部门',
  stationWord: '服务中心（站）',
  importedPart: '进口零部件',
  domesticPart: '国产零部件',
  forms: {},
}

/** Puts the manufacturer's names into a text with `{places}`. */
export function withNames(text: string, words: MakerWords): string {
  const { forms: _, formsOn: __, ...names } = words
  return fillIn(text, names)
}

/**
 * The words a form prints for this manufacturer: its own, overridden by the manufacturer's, with the names filled in.
 * `facts`: what else a title may say, of the one paper: its month, the station.
 */
export function wordsOfForm(id: SheetId, defaults: FormWords, words: MakerWords, facts: Readonly<Record<string, string>> = {}): FormWords {
  const own = { ...defaults, ...(id === 'register' ? {} : words.forms[id]) }
  const named = (text: string): string => fillIn(withNames(text, words), facts)
  return {
    ...own,
    title: own.title.map(named),
    note: named(own.note),
    copies: own.copies.map((copy) => ({ ...copy, label: named(copy.label) })),
    signatories: own.signatories.map(named),
  }
}

/** The names a form prints that only the manufacturer can say: those of its words as they are for this manufacturer, and those of its body. */
export function ownNamesOf(id: FormId, defaults: FormWords, words: MakerWords, bodyNames: readonly OwnName[]): OwnName[] {
  const { title, note, copies, signatories } = { ...defaults, ...words.forms[id] }
  const texts = [...title, note, ...copies.map(({ label }) => label), ...signatories]
  return ownNames.filter((name) => bodyNames.includes(name) || texts.some((text) => text.includes(`{${name}}`)))
}
