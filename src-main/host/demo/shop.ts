import type { InputOf, OutputOf } from '#contract/define'
import type { AppContract } from '#contract/index'
import { listCatalogueForImport } from '#db/queries/import-known'
import { findHolidays } from '#db/queries/station'
import { listUsers } from '#db/queries/users'
import { addDays, instantOf, instantOfMillis, localDateOf, localTimeOf, millisOf, type Instant, type LocalDate } from '#domain/dates'
import { AppError } from '#domain/errors'
import type { Actor } from '#handlers/define'
import type { Host } from '../create-host.ts'
import type { Errand, Life } from './agenda.ts'
import { createRandom, type Random } from './random.ts'
import type { DemoSamples } from './samples.ts'

export type Clock = { millis: number }

const minuteMs = 60_000
const opens = '08:10'
const closes = '17:40'

/** The people of the station at their posts, and the only way they work: the commands of the program. */
export function openShop({
  host,
  clock,
  seed,
  samples,
  schedule,
}: {
  readonly host: Host
  readonly clock: Clock
  readonly seed: number
  readonly samples: DemoSamples
  readonly schedule: (at: number, life: Life) => void
}) {
  const random: Random = createRandom(seed)
  const people = listUsers(host.db())
  const atPost = (role: (typeof people)[number]['role']): [Actor, ...Actor[]] => {
    const [first, ...others] = people
      .filter((person) => person.role === role)
      .map((person): Actor => ({ ...person, userId: person.id, seatId: 'demo' }))
    if (first === undefined) throw new Error(`the sample station has no ${role}`)
    return [first, ...others]
  }
  const catalogue = listCatalogueForImport(host.db())
  const holidays = findHolidays(host.db())
  let calls = 0

  function call<F extends keyof AppContract, M extends keyof AppContract[F]>(
    actor: Actor,
    feature: F,
    method: M,
    input: InputOf<AppContract[F][M]>,
  ): OutputOf<AppContract[F][M]> {
    return host.now(feature, method, input, actor, `demo-${seed}-${(calls += 1)}`)
  }

  /** A task of the program, which takes its time; a refusal ends the building. */
  function errand<F extends keyof AppContract, M extends keyof AppContract[F] & string>(
    actor: Actor,
    feature: F,
    method: M,
    input: InputOf<AppContract[F][M]>,
  ): Errand {
    return async () => {
      const reply = await host.route(
        { callId: `demo-${seed}-${(calls += 1)}`, name: `${feature}.${method}`, input },
        { id: actor.seatId, kind: 'desk', userId: actor.userId },
      )
      if (!reply.ok) throw new AppError(reply.error.code, reply.error.sentence.key, reply.error.sentence.params, reply.error.problems)
    }
  }

  const now = (): Instant => instantOfMillis(clock.millis)

  /** `minutes` from now, moved into the next opening hours. */
  function later(minutes: number): number {
    const at = clock.millis + Math.max(1, Math.round(minutes)) * minuteMs
    const moment = instantOfMillis(at)
    const day = localDateOf(moment)
    const time = localTimeOf(moment)
    if (time >= opens && time <= closes && isOpen(day)) return at
    let morning = time < opens ? day : addDays(day, 1)
    while (!isOpen(morning)) morning = addDays(morning, 1)
    return millisOf(instantOf(morning, opens)) + random.between(0, 70) * minuteMs
  }

  /** A workshop closes on public holidays only. */
  function isOpen(day: LocalDate): boolean {
    return !holidays.holidays.has(day)
  }

  const technicians = atPost('technician')
  return {
    random,
    samples,
    host,
    call,
    errand,
    now,
    later,
    isOpen,
    schedule,
    today: (): LocalDate => localDateOf(now()),
    db: host.db,
    people: {
      reception: atPost('reception'),
      technicians: technicians.slice(0, -1),
      inspector: technicians.at(-1) ?? technicians[0],
      partsKeeper: atPost('partsKeeper')[0],
      clerks: atPost('claimClerk'),
      chief: atPost('chief')[0],
    },
    models: new Map(catalogue.models.map((model) => [model.code, model])),
    parts: new Map(catalogue.parts.map((part) => [part.code, part])),
    labour: new Map(catalogue.labourCodes.map((labour) => [labour.code, labour])),
    maker: catalogue.manufacturers[0] ?? noMaker(),
  }
}

function noMaker(): never {
  throw new Error('the sample station has no manufacturer')
}

export type Shop = ReturnType<typeof openShop>
export const days = (count: number): number => count * 24 * 60
