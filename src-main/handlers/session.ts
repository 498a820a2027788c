import type { AppContract } from '#contract/index'
import { setUpStep } from '#contract/session'
import { findSetting, findStation, updateSetting } from '#db/queries/station'
import { findActor, listPreferences, listUsers, updatePin, updatePreference, userPinMatches } from '#db/queries/users'
import { AppError } from '#domain/errors'
import { setUpKey } from './found-station.ts'
import { missing, type Handler, type HandlersOf, type QueryContext } from './define.ts'

type Feature = AppContract['session']

const state: Handler<Feature['state']> = ({ db, actor, today, program }) => {
  const station = findStation(db)
  const demo = station?.demo ?? false
  return {
    ready: station !== undefined,
    demo,
    stationName: station?.name ?? '',
    stationCode: station?.code ?? '',
    today,
    version: program.version,
    people: listUsers(db)
      .filter((user) => user.active)
      .map(({ id, name, role, samplePin }) => ({ id, name, role, pin: demo ? samplePin : null })),
    setUp: readSetUp(db),
    me: personAt({ db, actor }),
  }
}

function personAt({ db, actor }: Pick<QueryContext, 'db' | 'actor'>) {
  return actor.userId === null ? null : (findActor(db, actor.userId) ?? null)
}

const signIn: Handler<Feature['signIn']> = async ({ db, services }, { userId, pin }) => {
  const person = findActor(db, userId)
  if (!person) throw new AppError('not-found', 'session.unknownPerson')
  const wait = services.signInDelay(userId)
  if (wait > 0) throw new AppError('forbidden', 'session.slowDown', { seconds: Math.ceil(wait / 1000) })
  const right = userPinMatches(db, userId, pin)
  services.signInTried(userId, right)
  if (!right) throw new AppError('forbidden', 'session.wrongPin', { name: person.name })
  services.signIn(userId)
  return person
}

const setUp: Handler<Feature['setUp']> = async ({ db, services, run }, input) => {
  const station = findStation(db)
  if (station) throw new AppError('rule', 'session.alreadyFounded', { name: station.name })
  if (input.kind === 'demo') await services.installDemo(input.orders)
  else {
    run('station', 'found', { ...services.emptyFounding(input), setUp: true })
    services.signIn((listUsers(db)[0] ?? missing('站长')).id)
  }
  return {}
}

/** Null once the first run is over, and at stations founded otherwise. */
function readSetUp(db: QueryContext['db']) {
  const stored = setUpStep.nullable().safeParse(findSetting(db, setUpKey) ?? null)
  return stored.success ? stored.data : null
}

const changePin: Handler<Feature['changePin']> = ({ db, actor, program }, { old, pin }) => {
  const userId = actor.userId ?? missing('登录人员')
  const wait = program.pinTries.delay(userId)
  if (wait > 0) throw new AppError('forbidden', 'session.slowDown', { seconds: Math.ceil(wait / 1000) })
  const right = userPinMatches(db, userId, old)
  program.pinTries.tried(userId, right)
  if (!right) throw new AppError('forbidden', 'session.wrongOldPin')
  updatePin(db, userId, pin)
  return {}
}

export const sessionHandlers: HandlersOf<Feature> = {
  state,
  signIn,
  setUp,
  changePin,
  setUpStep({ db }, { step }) {
    updateSetting(db, setUpKey, step)
    return {}
  },
  async signOut({ services }) {
    services.signIn(null)
    return {}
  },
  preference({ db, actor }, { key, value }) {
    updatePreference(db, actor.userId ?? missing('登录人员'), key, value)
    return {}
  },
  preferences: ({ db, actor }) => (actor.userId === null ? {} : listPreferences(db, actor.userId)),
}
