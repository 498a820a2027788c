import { createHash, randomBytes, randomInt } from 'node:crypto'

/** A place the program is used from. Signing in ties a person to it until sign-out or restart. */
export type Seat = { readonly id: string; readonly kind: 'desk' | 'browser' | 'cli'; userId: number | null }

const codeTries = 5

/**
 * Browser seats of this run. A pairing code has 10 digits, one use and five tries; of a seat's token only the hash is
 * kept (architecture.md §5.3).
 */
export function createSeats() {
  const seats = new Map<string, Seat>()
  let code: string | null = null
  let triesLeft = 0

  const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

  return {
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
      seats.set(hashOf(token), { id: `seat-${seats.size + 1}`, kind: 'browser', userId: null })
      return token
    },
    of(token: string): Seat | undefined {
      return seats.get(hashOf(token))
    },
    count: () => seats.size,
  }
}

export type Seats = ReturnType<typeof createSeats>
