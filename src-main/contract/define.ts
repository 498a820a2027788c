import type { z } from 'zod'
import type { Action } from '#domain/permissions'

/** `anyone`: before sign-in; `signedIn`: every role; otherwise the action table decides. */
export type May = Action | 'anyone' | 'signedIn'
export type Kind = 'query' | 'command' | 'task'

export type Endpoint<K extends Kind = Kind, I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  readonly kind: K
  readonly input: I
  readonly output: O
  readonly may: May
  /** features whose lists change when this succeeds; a command's own feature is always included, a task announces only these */
  readonly touches: readonly string[]
}

type Definition<I, O> = { input: I; output: O; may: May; touches?: readonly string[] }

function endpoint<K extends Kind>(kind: K) {
  return <I extends z.ZodType, O extends z.ZodType>({ input, output, may, touches = [] }: Definition<I, O>): Endpoint<K, I, O> => ({
    kind,
    input,
    output,
    may,
    touches,
  })
}

/** reads; answers at once */
export const query = endpoint('query')
/** writes; exactly one synchronous transaction */
export const command = endpoint('command')
/** slow or outside the database; may run commands */
export const task = endpoint('task')

export type Contract = Record<string, Record<string, Endpoint>>
export type InputOf<E> = E extends Endpoint<Kind, infer I, z.ZodType> ? z.input<I> : never
export type ParsedInputOf<E> = E extends Endpoint<Kind, infer I, z.ZodType> ? z.output<I> : never
export type OutputOf<E> = E extends Endpoint<Kind, z.ZodType, infer O> ? z.output<O> : never

export type Client<C> = {
  [F in keyof C]: { [M in keyof C[F]]: (input: InputOf<C[F][M]>, options?: { callId?: string }) => Promise<OutputOf<C[F][M]>> }
}
