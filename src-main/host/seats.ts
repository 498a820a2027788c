import { createHash, randomBytes, randomInt } from 'node:crypto'
import { instantOfMillis, type Instant } from '#domain/dates'

/** A place the program is used from. Signing in ties a person to it until sign-out or restart. */
export type Seat = { readonly id: string; readonly kind: 'desk' | 'browser' | 'cli'; userId: number | null }

/** A seat as the settings show it. */
export type SeatRecord = { readonly seat: Seat; readonly since: Instant; lastAt: Instant; name: string }

/** A browser seat as it is written down; the person who signed in is not. */
export type KeptSeat = {
  readonly seatId: string
  readonly name: string
  readonly tokenHash: string
  readonly port: number
  readonly since: Instant
  readonly lastAt: Instant
}

/** Where browser seats outlive the program. */
export type SeatStore = {
  readonly list: () => readonly KeptSeat[]
  readonly keep: (seat: KeptSeat) => void
  readonly forget: (seatId: string) => void
  readonly forgetIdle: (before: Instant) => void
}

const codeTries = 5
const hour = 3_600_000
/** A browser not seen for so long is let in again by a code only. */
const idleAfter = 30 * 24 * hour
/** How often it is written down that a seat is in use. */
const noticeEvery = 12 * hour

/**
 * The seats: the desk, and browsers let in by a pairing code. A code has 10 digits, one use and five tries; of a seat's
 * token only the hash is kept (architecture.md §5.3). Browsers stay let in when the program starts anew on the same
 * file at the same place (`home`); a person signs in again.
 */
export function createSeats(clock: () => number = Date.now, home = '') {
  const tokens = new Map<string, string>()
  const ports = new Map<string, number>()
  const kept = new Map<string, number>()
  let store: SeatStore | null = null
  const records = new Map<string, SeatRecord>()
  let code: string | null = null
  let triesLeft = 0
  let paired = 0
  let switched = false
  let serving: { readonly url: string; readonly port: number; readonly newAddress: () => string } | null = null

  const hashOf = (token: string) => createHash('sha256').update(`${home}\n${token}`).digest('hex')
  const now = () => instantOfMillis(clock())

  function add(seat: Seat): void {
    records.set(seat.id, { seat, since: now(), lastAt: now(), name: '' })
  }

  function keep(id: string): void {
    const record = records.get(id)
    const tokenHash = [...tokens].find(([, seatId]) => seatId === id)?.[0]
    if (store === null || record === undefined || tokenHash === undefined) return
    kept.set(id, clock())
    store.keep({ seatId: id, name: record.name, tokenHash, port: ports.get(id) ?? 0, since: record.since, lastAt: record.lastAt })
  }

  function bringBack({ seatId, name, tokenHash, port, since, lastAt }: KeptSeat): void {
    tokens.set(tokenHash, seatId)
    ports.set(seatId, port)
    kept.set(seatId, clock())
    records.set(seatId, { seat: { id: seatId, kind: 'browser', userId: null }, since, lastAt, name })
    paired = Math.max(paired, Number(seatId.split('-')[1] ?? 0))
  }

  return {
    add,
    /** From now on browsers outlive the program in `place`: those written down are let in, those of this run are written down. */
    keepIn(place: SeatStore): void {
      store = place
      place.forgetIdle(instantOfMillis(clock() - idleAfter))
      for (const seat of place.list()) if (!records.has(seat.seatId)) bringBack(seat)
      for (const id of new Set(tokens.values())) keep(id)
    },
    /** Where the browser that was here last looks for the program; null: no browser is let in. */
    lastPort(): number | null {
      const [last] = [...ports].toSorted(([one], [other]) =>
        (records.get(one)?.lastAt ?? '') < (records.get(other)?.lastAt ?? '') ? 1 : -1,
      )
      return last?.[1] ?? null
    },
    /** Shown once to whoever opens the next seat; an older unused code dies. */
    newCode(): string {
      code = String(randomInt(0, 1e10)).padStart(10, '0')
      triesLeft = codeTries
      return code
    },
    /** an address is out that nobody has used yet */
    isInviting: () => code !== null,
    /** The token for the cookie, or null when the code is wrong, used or worn out. */
    pair(offered: string): string | null {
      if (code === null || offered !== code) {
        triesLeft -= 1
        if (triesLeft <= 0) code = null
        return null
      }
      code = null
      const token = randomBytes(32).toString('base64url')
      const seat: Seat = { id: `seat-${(paired += 1)}`, kind: 'browser', userId: null }
      tokens.set(hashOf(token), seat.id)
      ports.set(seat.id, serving?.port ?? 0)
      add(seat)
      keep(seat.id)
      return token
    },
    of(token: string): Seat | undefined {
      const record = records.get(tokens.get(hashOf(token)) ?? '')
      if (record === undefined) return undefined
      record.lastAt = now()
      if (clock() - (kept.get(record.seat.id) ?? 0) > noticeEvery) keep(record.seat.id)
      return record.seat
    },
    rename(id: string, name: string): void {
      const record = records.get(id)
      if (record) record.name = name
      keep(id)
    },
    /** A browser that was let in already gave another code: it is one seat as before, under its old name. */
    replace(id: string, token: string): void {
      const name = records.get(id)?.name ?? ''
      this.close(id)
      this.rename(tokens.get(hashOf(token)) ?? '', name)
    },
    /** The browser stands before the pairing page at its next call. False when there is no such browser seat. */
    close(id: string): boolean {
      if (records.get(id)?.seat.kind !== 'browser') return false
      for (const [token, seatId] of tokens) if (seatId === id) tokens.delete(token)
      ports.delete(id)
      store?.forget(id)
      return records.delete(id)
    },
    list: (): readonly SeatRecord[] => [...records.values()],
    count: () => [...records.values()].filter(({ seat }) => seat.kind === 'browser').length,
    /** Where browsers reach this run; null: no second seat is served. */
    serve: (place: typeof serving) => {
      serving = place
    },
    serving: () => serving,
    /** The shell lets browsers in and out as the settings say (second-seat.ts). */
    followSettings: () => {
      switched = true
    },
    isSwitched: () => switched,
  }
}

export type Seats = ReturnType<typeof createSeats>
