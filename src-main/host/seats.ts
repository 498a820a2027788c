import { createHash, randomBytes, randomInt } from 'node:crypto'
import { instantOfMillis, type Instant } from '#domain/dates'

/** A place the program is used from. Signing in ties a person to it until sign-out or restart. */
export type Seat = { readonly id: string; readonly kind: 'desk' | 'browser' | 'cli'; userId: number | null }

/** A seat as the settings show it. */
export type SeatRecord = { readonly seat: Seat; readonly since: Instant; lastAt: Instant; name: string }

const codeTries = 5

/**
 * The seats of this run: the desk, and browsers let in by a pairing code. A code has 10 digits, one use and five tries;
 * of a seat's token only the hash is kept (architecture.md §5.3).
 */
export function createSeats(clock: () => number = Date.now) {
  const tokens = new Map<string, string>()
  const records = new Map<string, SeatRecord>()
  let code: string | null = null
  let triesLeft = 0
  let paired = 0
  let serving: { readonly url: string; readonly newAddress: () => string } | null = null

  const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')
  const now = () => instantOfMillis(clock())

  function add(seat: Seat): void {
    records.set(seat.id, { seat, since: now(), lastAt: now(), name: '' })
  }

  return {
    add,
    /** Shown once to whoever opens the next seat; an older unused code dies. */
    newCode(): string {
      code = String(randomInt(0, 1e10)).padStart(10, '0')
      triesLeft = codeTries
      return code
    },
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
      add(seat)
      return token
    },
    of(token: string): Seat | undefined {
      const record = records.get(tokens.get(hashOf(token)) ?? '')
      if (record) record.lastAt = now()
      return record?.seat
    },
    rename(id: string, name: string): void {
      const record = records.get(id)
      if (record) record.name = name
    },
    /** The browser stands before the pairing page at its next call. False when there is no such browser seat. */
    close(id: string): boolean {
      if (records.get(id)?.seat.kind !== 'browser') return false
      for (const [token, seatId] of tokens) if (seatId === id) tokens.delete(token)
      return records.delete(id)
    },
    list: (): readonly SeatRecord[] => [...records.values()],
    count: () => [...records.values()].filter(({ seat }) => seat.kind === 'browser').length,
    /** Where browsers reach this run; null: no second seat is served. */
    serve: (place: typeof serving) => { serving = place },
    serving: () => serving,
  }
}

export type Seats = ReturnType<typeof createSeats>
