import type { CopyWords, FormWords, StripeName } from './words.ts'

const stripesInOrder: readonly StripeName[] = ['white', 'pink', 'yellow']

/** Words of a form without a 表号 of its own; several copies are 第一联, 第二联 … in the usual colours (domain.md §0.4). */
export function plainWords(
  title: string,
  numberCode: string,
  copies: readonly string[],
  signatories: readonly string[],
  note = '',
): FormWords {
  const ordinal = ['第一联', '第二联', '第三联']
  const named = copies.map((label, index): CopyWords => ({
    key: `copy${index + 1}`,
    label: copies.length === 1 ? label : `${ordinal[index] ?? ''} ${label}`,
    stripe: stripesInOrder[index] ?? 'white',
  }))
  return { title: [title], code: '', numberCode, note, copies: named, signatories }
}
