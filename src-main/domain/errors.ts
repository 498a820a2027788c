import { say, type Sentence, type SentenceKey, type SentenceParams } from './sentences/index.ts'

export const errorCodes = ['invalid', 'not-found', 'conflict', 'rule', 'forbidden', 'internal'] as const
export type ErrorCode = (typeof errorCodes)[number]

/**
 * One finding of a check. `stop` blocks the step, `warn` is shown and may be passed. `field` is the path of the field
 * to jump to, e.g. `faultReason` or `partLines.2.qty`; null when no single field is meant.
 */
export type Problem = Sentence & { readonly level: 'stop' | 'warn'; readonly field: string | null }

export function stop(key: SentenceKey, field: string | null = null, params: SentenceParams = {}): Problem {
  return { key, params, field, level: 'stop' }
}

export function warn(key: SentenceKey, field: string | null = null, params: SentenceParams = {}): Problem {
  return { key, params, field, level: 'warn' }
}

export function stopsOf(problems: readonly Problem[]): Problem[] {
  return problems.filter((problem) => problem.level === 'stop')
}

/** A refused call. Thrown inside handlers because throwing is what rolls the transaction back. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly sentence: Sentence
  readonly problems: readonly Problem[]

  constructor(code: ErrorCode, key: SentenceKey, params: SentenceParams = {}, problems: readonly Problem[] = [], options?: ErrorOptions) {
    super(say({ key, params }), options)
    this.code = code
    this.sentence = { key, params }
    this.problems = problems
  }
}

export function unreachable(value: never): never {
  throw new Error(`unexpected value ${String(value)}`)
}
