import { cpus, loadavg, release, totalmem } from 'node:os'
import type { Latency, Spread } from './measure.ts'

/** A figure that was reached or not: `value` against `limit`, smaller is better unless said otherwise. */
export type Goal = {
  readonly what: string
  readonly value: number
  readonly limit: number
  readonly unit: string
  readonly larger?: boolean
}

function out(line = ''): void {
  process.stdout.write(`${line}\n`)
}

/** One line about where the figures were taken; other programs on the same cores show in the load. */
export function machineLine(extra: readonly string[] = []): string {
  const load = loadavg()
    .map((value) => value.toFixed(2))
    .join(' ')
  const cores = cpus()
  return [
    `${cores.length} × ${cores[0]?.model.trim() ?? 'unknown processor'}`,
    `${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
    `${process.platform} ${release()}`,
    `Node ${process.versions.node}`,
    ...extra,
    `load ${load}`,
  ].join(' · ')
}

export function heading(text: string): void {
  out(`\n### ${text}\n`)
}

export function note(text: string): void {
  out(text)
}

/** Three significant digits. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–'
  return value >= 100
    ? Math.round(value).toLocaleString('en')
    : value >= 10
      ? value.toFixed(1)
      : value >= 1
        ? value.toFixed(2)
        : value.toFixed(3)
}

export function milliseconds({ median, low, high }: Spread): readonly [string, string] {
  return [`${figure(median)} ms`, `${figure(low)}–${figure(high)}`]
}

export function quick({ p50, p99 }: Latency): readonly [string, string] {
  return [`${figure(p50)} ms`, `${figure(p99)} ms`]
}

export function megabytes(bytes: number): string {
  return `${figure(bytes / 1e6)} MB`
}

/** A Markdown table, so that what is printed can stand in docs/benchmarks.md as it is. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): void {
  out(`| ${headings.join(' | ')} |`)
  out(`|${headings.map((_, index) => (index === 0 ? '---' : '---:')).join('|')}|`)
  for (const row of rows) out(`| ${row.join(' | ')} |`)
}

/** Goals of docs/benchmarks.md beside what was measured. Nothing fails here: a benchmark only tells. */
export function goals(list: readonly Goal[]): void {
  out()
  table(
    ['goal', 'wanted', 'measured', ''],
    list
      .filter(({ value }) => Number.isFinite(value))
      .map(({ what, value, limit, unit, larger = false }) => {
        const reached = larger ? value >= limit : value <= limit
        const factor = larger ? limit / value : value / limit
        return [
          what,
          `${larger ? '≥' : '≤'} ${figure(limit)}${unit}`,
          `${figure(value)}${unit}`,
          reached ? 'reached' : `not reached, ${figure(factor)} times off`,
        ]
      }),
  )
}
