import type { SecondSeat } from '#contract/seats'
import { findSecondSeat } from '#handlers/seats'
import type { Host } from './create-host.ts'
import type { HttpHost } from './http.ts'

/**
 * Browser seats beside the desk: let in and out as the settings say, now and whenever they change. `open` begins to serve
 * them. The answer ends it, before the host is closed.
 */
export function followSecondSeat(host: Host, open: () => Promise<HttpHost>): () => Promise<void> {
  let served: HttpHost | null = null
  let ended = false
  // one change after the other: the last one decides
  let turning = Promise.resolve()

  async function turn(): Promise<void> {
    const wanted = !ended && secondSeatOf(host) === 'loopback'
    if (wanted === (served !== null)) return
    if (served === null) served = await open()
    else {
      await served.close()
      served = null
    }
    host.changes.publish(['seats'])
  }
  const look = () => {
    turning = turning.then(turn).catch((error: unknown) => host.logger.error('second seat', error))
  }

  host.seats.followSettings()
  const stop = host.changes.subscribe((topics) => {
    if (topics.some((topic) => ['*', 'seats', 'session'].includes(topic))) look()
  })
  look()
  return async () => {
    ended = true
    stop()
    look()
    await turning
  }
}

/** A station that cannot be opened lets nobody in. */
function secondSeatOf(host: Host): SecondSeat {
  try {
    return findSecondSeat(host.db())
  } catch {
    return 'off'
  }
}
