import type { AppContract } from '#contract/index'
import { findActor } from '#db/queries/users'
import { AppError } from '#domain/errors'
import type { HandlersOf } from './define.ts'

export const seatsHandlers: HandlersOf<AppContract['seats']> = {
  list({ db, actor, program }) {
    const { url, items } = program.seats()
    return {
      url,
      items: items.map(({ userId, ...seat }) => {
        const person = userId === null ? undefined : findActor(db, userId)
        return { ...seat, person: person === undefined ? null : { id: person.id, name: person.name }, mine: seat.id === actor.seatId }
      }),
    }
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
