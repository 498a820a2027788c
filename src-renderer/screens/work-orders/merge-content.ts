import type { OrderContent } from './order-form.ts'

export type Merged = {
  readonly content: OrderContent
  /** changed here and at the other seat, each in its own way */ readonly clashes: readonly string[]
}

const textOf = (value: unknown) => JSON.stringify(value)

/**
 * What was typed here put over what another seat saved meanwhile: a field left alone here takes theirs, a field changed
 * here stays. Lines of one kind count as one field.
 */
export function mergeContent(base: OrderContent, mine: OrderContent, theirs: OrderContent): Merged {
  const clashes: string[] = []
  const entries = Object.entries(mine).map(([name, value]) => {
    const [was, other] = [base, theirs].map((content) => Object.entries(content).find(([each]) => each === name)?.[1])
    const isMine = textOf(value) !== textOf(was)
    if (isMine && textOf(other) !== textOf(was) && textOf(other) !== textOf(value)) clashes.push(name)
    return [name, isMine ? value : other] as const
  })
  return { content: Object.fromEntries(entries) as OrderContent, clashes } // the same names with values of their own kind
}

/** Fields that `content` has otherwise than `base`, with their values. */
export function changedFields(base: OrderContent, content: OrderContent): readonly (readonly [string, unknown])[] {
  const before = new Map<string, unknown>(Object.entries(base))
  return Object.entries(content).filter(([name, value]) => textOf(value) !== textOf(before.get(name)))
}
