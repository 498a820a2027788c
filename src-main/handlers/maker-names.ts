import type { AppContract } from '#contract/index'
import { defaultMakerWords } from '#forms/words'
import type { Handler } from './define.ts'

/** The names every form prints by default (domain.md §0.2). */
export const makerNames: Handler<AppContract['catalogue']['makerNames']> = () => {
  const { forms: _, formsOn: __, ...names } = defaultMakerWords
  return names
}
