type Tries = { readonly wrong: number; readonly at: number }

const freeTries = 3
const stepMs = 1000
const longestMs = 60_000

/** Wrong PINs per person since the start. From the fourth on each costs a longer wait: 1 s, 2 s, 4 s … at most a minute. */
export function createSignInTries(clock: () => number) {
  const tries = new Map<number, Tries>()
  return {
    /** milliseconds to wait still */
    delay(userId: number): number {
      const { wrong, at } = tries.get(userId) ?? { wrong: 0, at: 0 }
      if (wrong < freeTries) return 0
      return Math.max(0, at + Math.min(longestMs, stepMs * 2 ** (wrong - freeTries)) - clock())
    },
    /** wrong ones in a row */
    tried(userId: number, right: boolean): number {
      if (right) tries.delete(userId)
      else tries.set(userId, { wrong: (tries.get(userId)?.wrong ?? 0) + 1, at: clock() })
      return tries.get(userId)?.wrong ?? 0
    },
  }
}

export type SignInTries = ReturnType<typeof createSignInTries>
