import type { Page } from '@playwright/test'
import type { Role } from '#domain/words'
import type { Station } from '../station.ts'
import { orderOn } from './order.ts'

type Seat = ReturnType<typeof orderOn> & { readonly page: Page }

/** One order open on two seats at once; `nth`: which person of the role sits there. */
export async function openedTwice(
  station: Station,
  people: readonly [readonly [Role, number], readonly [Role, number]],
): Promise<{ readonly id: number; readonly no: string; readonly one: Seat; readonly other: Seat }> {
  const { id, no } = await station.given.anOrder()
  const sit = async ([role, nth]: readonly [Role, number]): Promise<Seat> => {
    const page = await station.person(role, nth)
    const order = orderOn(page)
    await order.open(no)
    return { ...order, page }
  }
  // one after the other: a new pairing code ends the one before
  const one = await sit(people[0])
  return { id, no, one, other: await sit(people[1]) }
}
