import type { AppContract } from '#contract/index'
import { findManufacturer, updateManufacturer } from '#db/queries/manufacturers'
import { AppError } from '#domain/errors'
import { hideableNames, type HideableName } from '#domain/form-words'
import type { FormId } from '#domain/form-ids'
import type { Block } from '#forms/define'
import { forms } from '#forms/index'
import { defaultMakerWords, type FormWords } from '#forms/words'
import { missing, orConflict, type Handler } from './define.ts'
import { makerWords } from './paper-base.ts'

type Feature = AppContract['forms']

function namesIn(block: Block<never>): (string | undefined)[] {
  if (block.kind === 'grid') return [block.name, ...block.rows.flat().map(({ name }) => name)]
  return block.kind === 'lines' ? [block.name, ...block.columns.map(({ name }) => name)] : [block.name]
}

/** What a copy of this form can leave out: the names of its blocks and cells. */
function hideableOf(form: FormId): HideableName[] {
  const sheet = forms[form]
  const names = sheet.kind === 'sheet' ? sheet.blocks.flatMap(namesIn) : []
  return hideableNames.filter((name) => names.includes(name))
}

function editable({ title, code, note, copies, signatories }: FormWords) {
  return {
    title: [...title],
    code,
    note,
    copies: copies.map(({ key, label, stripe, hides = [] }) => ({
      key,
      label,
      stripe,
      hides: hideableNames.filter((name) => hides.includes(name)),
    })),
    signatories: [...signatories],
  }
}
export type EditedWords = ReturnType<typeof editable>

/** Only what differs from the form's own words: a later change of those reaches every manufacturer that said nothing else. */
function ownOf(form: FormId, said: EditedWords): Partial<FormWords> {
  const standard = editable(forms[form].words)
  const same = (key: keyof EditedWords) => JSON.stringify(standard[key]) === JSON.stringify(said[key])
  return {
    ...(same('title') ? {} : { title: said.title }),
    ...(same('code') ? {} : { code: said.code }),
    ...(same('note') ? {} : { note: said.note }),
    ...(same('copies') ? {} : { copies: said.copies }),
    ...(same('signatories') ? {} : { signatories: said.signatories }),
  }
}

/** The names in braces in what a form says, which are replaced when it is printed. */
function placesIn({ title, note, copies, signatories }: Pick<FormWords, 'title' | 'note' | 'copies' | 'signatories'>): string[] {
  const texts = [...title, note, ...copies.map(({ label }) => label), ...signatories]
  return texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))
}

/** @throws AppError when copies or signatories are other than the form's (their number belongs to the form), or a name in braces would be printed as it is. */
export function checkWords(form: FormId, said: EditedWords): void {
  const { title, copies, signatories } = said
  const { words } = forms[form]
  if (title.every((line) => line.trim() === '')) throw new AppError('invalid', 'form.noTitle')
  const keys = (list: readonly { readonly key: string }[]) => list.map(({ key }) => key).join(' ')
  if (keys(copies) !== keys(words.copies) || signatories.length !== words.signatories.length)
    throw new AppError('invalid', 'form.otherCopies')
  const { forms: _, formsOn: __, ...names } = defaultMakerWords
  const known = [...Object.keys(names), ...placesIn(words)]
  const unknown = placesIn(said).find((name) => !known.includes(name))
  if (unknown !== undefined)
    throw new AppError('invalid', 'form.unknownName', {
      name: `{${unknown}}`,
      known: [...new Set(known)].map((name) => `{${name}}`).join(' '),
    })
}

export const words: Handler<Feature['words']> = ({ db }, { manufacturerId, form }) => {
  const { revision } = findManufacturer(db, manufacturerId) ?? missing('厂方')
  const { kind, words: standard } = forms[form]
  return {
    revision,
    standard: editable(standard),
    said: editable({ ...standard, ...makerWords(db, manufacturerId).forms[form] }),
    hasNote: kind === 'sheet' || standard.note !== '',
    hideable: hideableOf(form),
  }
}

/** The manufacturer's words of one form; papers issued before keep those of their day. */
export const saveWords: Handler<Feature['saveWords']> = ({ db }, { manufacturerId, form, revision, words: said }) => {
  const maker = findManufacturer(db, manufacturerId) ?? missing('厂方')
  checkWords(form, said)
  const before = makerWords(db, manufacturerId).forms
  const { [form]: now, ...others } = before
  // words that have no field here (its part of the number) stay
  const { title: _, code: __, note: ___, copies: ____, signatories: _____, ...rest } = now ?? {}
  const own = { ...rest, ...ownOf(form, { ...said, title: said.title.filter((line) => line.trim() !== '') }) }
  orConflict(
    updateManufacturer(db, manufacturerId, revision, {
      words: { ...maker.words, forms: Object.keys(own).length === 0 ? others : { ...others, [form]: own } },
    }),
  )
  return { revision: revision + 1 }
}
