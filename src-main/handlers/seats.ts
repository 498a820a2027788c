import type { AppContract } from '#contract/index'
import { secondSeat, type SecondSeat } from '#contract/seats'
import { findSetting, updateSetting } from '#db/queries/station'
import { findActor } from '#db/queries/users'
import type { Reader } from '#db/types'
import { AppError } from '#domain/errors'
import type { HandlersOf } from './define.ts'

const settingKey = 'secondSeat'

export function findSecondSeat(db: Reader): SecondSeat {
  const stored = secondSeat.safeParse(findSetting(db, settingKey))
  return stored.success ? stored.data : 'off'
}

export const seatsHandlers: HandlersOf<AppContract['seats']> = {
  list({ db, actor, program }) {
    const { url, isSwitched, isInviting, items } = program.seats()
    return {
      url,
      isInviting,
      second: isSwitched ? findSecondSeat(db) : null,
      items: items.map(({ userId, ...seat }) => {
        const person = userId === null ? undefined : findActor(db, userId)
        return { ...seat, person: person === undefined ? null : { id: person.id, name: person.name }, mine: seat.id === actor.seatId }
      }),
    }
  },
  letIn({ db }, { second }) {
    updateSetting(db, settingKey, second)
    return {}
  },
  async invite({ services }) {
    const address = services.newSeatAddress()
    if (address === null) throw new AppError('rule', 'seat.notServed')
    return { address }
  },
  async rename({ services, actor }, { name }) {
    services.renameSeat(actor.seatId, name)
    return {}
  },
  async close({ services, actor }, { id }) {
    if (id === actor.seatId) throw new AppError('rule', 'seat.ownSeat')
    if (!services.closeSeat(id)) throw new AppError('not-found', 'seat.gone')
    return {}
  },
}
