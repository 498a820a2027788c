import type { AppContract } from '#contract/index'
import { contract } from '#contract/index'
import type { Endpoint, InputOf, OutputOf } from '#contract/define'
import type { Call, Reply, WireError } from '#contract/wire'
import { findLoggedCommand, insertLoggedCommand } from '#db/queries/command-log'
import { troubleOf } from '#db/trouble'
import type { Db, Tx } from '#db/types'
import { instantOfMillis, localDateOf, type Instant } from '#domain/dates'
import { AppError } from '#domain/errors'
import { mayDo } from '#domain/permissions'
import { right as rightWords, role as roleWords } from '#domain/words'
import type { Actor, Handlers, TaskContext } from '#handlers/define'
import type { Program, Services } from '#handlers/services'
import { databaseName } from './backup-files.ts'
import { detailOf } from './invalid-input.ts'
import type { Logger } from './log.ts'

export type RouterParts = {
  readonly db: () => Db
  readonly handlers: Handlers
  readonly clock: () => number
  readonly publish: (topics: readonly string[]) => void
  readonly servicesFor: (actor: Actor) => Services
  readonly logger: Logger
  readonly program: Program
  /** parses every answer too; on in tests and development */
  readonly checkOutputs: boolean
}

type AnyHandler = (context: unknown, input: unknown) => unknown

/** Commands that would fill the log with key strokes or secrets are exactly-once without it: repeating them is harmless. */
const unlogged: ReadonlySet<string> = new Set(['drafts.save', 'drafts.adopt', 'drafts.discard', 'session.preference'])
const secretInput: ReadonlySet<string> = new Set(['station.saveUser', 'station.found', 'station.addPerson', 'session.changePin'])

export type Router = ReturnType<typeof createRouter>

/** find → authorise → validate → run (a command in one IMMEDIATE transaction, once per call id) → reply. Never throws. */
export function createRouter(parts: RouterParts) {
  const { db, handlers, clock, publish, servicesFor, logger, program } = parts

  async function route(call: Call, actor: Actor): Promise<Reply> {
    try {
      const found = admit(call, actor)
      const value = found.endpoint.kind === 'task' ? await found.handler(taskContext(actor), found.input) : runNow(call, found, actor)
      announce(found)
      return { ok: true, value: checked(found.endpoint, value) }
    } catch (error) {
      return { ok: false, error: wireError(error, call.name, logger) }
    }
  }

  /** A task that only reads (a preview) must not make every list load again; the commands it runs speak for themselves. */
  function announce({ feature, endpoint }: Pick<ReturnType<typeof admit>, 'feature' | 'endpoint'>): void {
    const topics = endpoint.kind === 'command' ? [feature, ...endpoint.touches] : endpoint.touches
    if (endpoint.kind !== 'query' && topics.length > 0) publish(topics)
  }

  /** The synchronous way in for queries and commands: demo station, imports and tasks run many of them in one transaction. */
  function now<F extends keyof AppContract, M extends keyof AppContract[F]>(
    feature: F,
    method: M,
    input: InputOf<AppContract[F][M]>,
    actor: Actor,
    callId: string,
  ): OutputOf<AppContract[F][M]> {
    const call: Call = { callId, name: `${feature}.${String(method)}`, input }
    const found = admit(call, actor)
    if (found.endpoint.kind === 'task') throw new Error(`${call.name} is a task and cannot run at once`)
    // safe: the handler table is typed against the same contract entry
    return runNow(call, found, actor) as OutputOf<AppContract[F][M]>
  }

  function admit(call: Call, actor: Actor) {
    const { feature, endpoint, handler } = lookUp(handlers, call.name)
    authorise(endpoint, actor)
    const parsed = endpoint.input.safeParse(call.input)
    if (!parsed.success) throw new AppError('invalid', 'common.invalid', { detail: detailOf(parsed.error) })
    return { feature, endpoint, handler, input: parsed.data }
  }

  function runNow(call: Call, { endpoint, handler, input }: ReturnType<typeof admit>, actor: Actor): unknown {
    const moment = instantOfMillis(clock())
    const base = { now: moment, today: localDateOf(moment), actor, program }
    if (endpoint.kind === 'query') return handler({ ...base, db: db() }, input)
    return db().transaction((tx) => once(tx, call, actor, moment, () => handler({ ...base, db: tx }, input)), { behavior: 'immediate' })
  }

  function taskContext(actor: Actor): TaskContext {
    const moment = instantOfMillis(clock())
    let counter = 0
    return {
      now: moment,
      today: localDateOf(moment),
      actor,
      program,
      db: db(),
      services: servicesFor(actor),
      run: (feature, method, input) => {
        const value = now(feature, method, input as never, actor, `${crypto.randomUUID()}-${(counter += 1)}`)
        announce(lookUp(handlers, `${feature}.${String(method)}`))
        return value
      },
    }
  }

  function checked(endpoint: Endpoint, value: unknown): unknown {
    return parts.checkOutputs ? endpoint.output.parse(value) : value
  }

  return { route, now }
}

function once(tx: Tx, call: Call, actor: Actor, at: Instant, work: () => unknown): unknown {
  if (unlogged.has(call.name)) return work()
  const earlier = findLoggedCommand(tx, call.callId)
  const input = secretInput.has(call.name) ? '"…"' : JSON.stringify(call.input)
  // the same id on another call, or with other words, is a mistake of the caller: an old answer would pass for a new one
  if (earlier && (earlier.name !== call.name || earlier.input !== input)) throw new AppError('conflict', 'common.callReused')
  if (earlier) return JSON.parse(earlier.output)
  const output = work()
  insertLoggedCommand(tx, {
    callId: call.callId,
    name: call.name,
    userId: actor.userId,
    seat: actor.seatId,
    at,
    input,
    output: JSON.stringify(output),
  })
  return output
}

function lookUp(handlers: Handlers, name: string): { feature: string; endpoint: Endpoint; handler: AnyHandler } {
  const [feature = '', method = '', more] = name.split('.')
  const endpoints: Record<string, Record<string, Endpoint>> = contract
  const table = handlers as unknown as Record<string, Record<string, AnyHandler>>
  // own properties only: `__proto__.x` must not reach anything
  const endpoint =
    more === undefined && Object.hasOwn(endpoints, feature) && Object.hasOwn(endpoints[feature] ?? {}, method)
      ? endpoints[feature]?.[method]
      : undefined
  const handler = endpoint ? table[feature]?.[method] : undefined
  if (!endpoint || !handler) throw new AppError('not-found', 'common.unknownCall', { name: name.slice(0, 60) })
  return { feature, endpoint, handler }
}

function authorise(endpoint: Endpoint, actor: Actor): void {
  if (endpoint.may === 'anyone') return
  if (actor.role === null) throw new AppError('forbidden', 'common.notSignedIn')
  if (endpoint.may !== 'signedIn' && !mayDo(actor.role, endpoint.may))
    throw new AppError('forbidden', 'common.forbidden', { role: roleWords[actor.role], action: rightWords[endpoint.may] })
}

function wireError(error: unknown, name: string, logger: Logger): WireError {
  if (error instanceof AppError) return { code: error.code, sentence: error.sentence, problems: error.problems }
  const trouble = troubleOf(error, databaseName)
  if (trouble) {
    logger.error(`call ${name} failed`, error)
    return { code: trouble.code, sentence: trouble.sentence, problems: [] }
  }
  const reference = crypto.randomUUID().slice(0, 8)
  logger.error(`call ${name} failed, reference ${reference}`, error)
  return { code: 'internal', sentence: { key: 'common.internal', params: { reference } }, problems: [] }
}
