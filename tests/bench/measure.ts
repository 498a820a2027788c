import { existsSync, readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'

/** Milliseconds, or whatever was measured. `low` and `high`: the fastest and the slowest run. */
export type Spread = { readonly median: number; readonly low: number; readonly high: number; readonly runs: number }
/** Of many short calls: half are faster than `p50`, one in a hundred is slower than `p99`. */
export type Latency = { readonly p50: number; readonly p99: number; readonly runs: number }

function sorted(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b)
}

function quantile(values: readonly number[], part: number): number {
  const ordered = sorted(values)
  return ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * part))] ?? Number.NaN
}

export function spreadOf(values: readonly number[]): Spread {
  return { median: quantile(values, 0.5), low: Math.min(...values), high: Math.max(...values), runs: values.length }
}

/** Runs `work` some times unmeasured, then `runs` times measured. */
export async function timed(work: () => unknown, { warmUp = 1, runs = 5 }: { warmUp?: number; runs?: number } = {}): Promise<Spread> {
  for (let run = 0; run < warmUp; run += 1) await work()
  const took: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now()
    await work()
    took.push(performance.now() - start)
  }
  return spreadOf(took)
}

export function latencyOf(took: readonly number[]): Latency {
  return { p50: quantile(took, 0.5), p99: quantile(took, 0.99), runs: took.length }
}

/** What is slow is asked less often; its p99 is then its slowest call. */
const longestMs = 10_000
const fewest = 3

/**
 * Many short calls; `work` gets the number of the call, warm-up calls included, so that each can ask for something else.
 * Ends early after ten seconds, with three measured calls at least.
 */
export function latency(work: (nth: number) => unknown, { warmUp = 10, runs = 100 }: { warmUp?: number; runs?: number } = {}): Latency {
  const took: number[] = []
  const begun = performance.now()
  const isLong = () => performance.now() - begun > longestMs
  for (let nth = 0; nth < warmUp && !isLong(); nth += 1) work(nth)
  for (let nth = 0; nth < runs && !(isLong() && took.length >= fewest); nth += 1) {
    const start = performance.now()
    work(warmUp + nth)
    took.push(performance.now() - start)
  }
  return latencyOf(took)
}

/** A seeded generator (mulberry32): the same station, names and questions in every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function pick<T>(list: readonly T[], chance: number): T {
  const chosen = list[Math.min(list.length - 1, Math.floor(chance * list.length))]
  if (chosen === undefined) throw new Error('nothing to choose from')
  return chosen
}

/** Bytes this process has had at most. Linux counts anew from the start of the program; `maxRSS` begins with what the process that started it had. */
export function peakMemory(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : ''
  const found = /VmHWM:\s*(\d+)/.exec(status)?.[1]
  return (found === undefined ? process.resourceUsage().maxRSS : Number(found)) * 1024
}
