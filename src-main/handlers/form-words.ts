import type { AppContract } from '#contract/index'
import { forms } from '#forms/index'
import { defaultMakerWords } from '#forms/words'
import type { Handler } from './define.ts'

/** The words every form prints by default, `{places}` still open, and the names that fill them (domain.md §0.2). */
export const formWords: Handler<AppContract['catalogue']['formWords']> = () => {
  const { forms: _, formsOn: __, ...names } = defaultMakerWords
  return {
    names,
    forms: Object.values(forms).map(({ id, words: { title, code, note, signatories, copies } }) => ({
      id, title: [...title], code, note, signatories: [...signatories],
      copies: copies.map(({ key, label, stripe, hides = [] }) => ({ key, label, stripe, hides: [...hides] })),
    })),
  }
}
