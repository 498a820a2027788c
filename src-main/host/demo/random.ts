export type Weighted<T> = readonly (readonly [value: T, weight: number])[]

/** A seeded generator of its own: the same seed gives the same station on every machine (mulberry32). */
export function createRandom(seed: number) {
  let state = seed >>> 0

  /** 0 ≤ x < 1 */
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** a whole number, both ends included */
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  const chance = (share: number): boolean => next() < share

  function pick<T>(values: readonly T[]): T {
    const value = values[Math.floor(next() * values.length)]
    if (value === undefined) throw new Error('nothing to pick from')
    return value
  }

  function pickWeighted<T>(values: Weighted<T>): T {
    let left = next() * values.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [value, weight] of values) {
      left -= weight
      if (left < 0) return value
    }
    return pick(values)[0]
  }

  const digits = (count: number): string => Array.from({ length: count }, () => String(between(0, 9))).join('')

  return { next, between, chance, pick, pickWeighted, digits }
}

export type Random = ReturnType<typeof createRandom>
