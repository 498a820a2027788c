import type { AppContract } from '#contract/index'
import type { Endpoint, Kind, OutputOf, ParsedInputOf } from '#contract/define'
import type { Db, Reader, Tx } from '#db/types'
import type { Instant, LocalDate } from '#domain/dates'
import { AppError } from '#domain/errors'
import { mayDo, type Action } from '#domain/permissions'
import { role as roleWords, type Role } from '#domain/words'
import type { Program, Services } from './services.ts'

/** Who calls. Nobody is signed in when `role` is null; the command line is 命令行 with the chief's rights and no user row. */
export type Actor = {
  readonly userId: number | null
  readonly name: string
  readonly role: Role | null
  readonly technicianId: number | null
  readonly seatId: string
}

type Base = { readonly now: Instant; readonly today: LocalDate; readonly actor: Actor; readonly program: Program }
export type QueryContext = Base & { readonly db: Reader }
export type CommandContext = Base & { readonly db: Tx }
/** `run` sends a further call as the same person; `services` are the slow helpers of the host. */
export type TaskContext = Base & {
  readonly db: Db
  readonly services: Services
  readonly run: <F extends keyof AppContract, M extends keyof AppContract[F]>(
    feature: F,
    method: M,
    input: ParsedInputOf<AppContract[F][M]>,
  ) => OutputOf<AppContract[F][M]>
}

export type ContextFor<K extends Kind> = K extends 'query' ? QueryContext : K extends 'command' ? CommandContext : TaskContext

/** A command returns its output itself: an async command would leave its transaction and does not compile. */
export type Handler<E> =
  E extends Endpoint<infer K>
    ? (context: ContextFor<K>, input: ParsedInputOf<E>) => K extends 'task' ? Promise<OutputOf<E>> : OutputOf<E>
    : never

export type HandlersOf<F> = { readonly [M in keyof F]: Handler<F[M]> }
export type Handlers = { readonly [F in keyof AppContract]: HandlersOf<AppContract[F]> }

/** For commands whose right depends on the event: the router has only checked the sign-in. */
export function requireRight(actor: Actor, action: Action, word: string): void {
  if (actor.role === null) throw new AppError('forbidden', 'common.notSignedIn')
  if (!mayDo(actor.role, action)) throw new AppError('forbidden', 'common.forbidden', { role: roleWords[actor.role], action: word })
}

/** `find… ?? missing('工单')` */
export function missing(what: string): never {
  throw new AppError('not-found', 'common.notFound', { what })
}

/** A `mark…`/`update…` that changed no row: another seat was faster. */
export function orConflict(changed: boolean): void {
  if (!changed) throw new AppError('conflict', 'common.conflict')
}
