import { sourceKey, type FillRow } from '../form-fill.ts'
import { groupedBy } from '../grouping.ts'
import { faultMode as faultModeWords, type FaultMode } from '../words.ts'
import { clipped, groupsBy, share, totalOf } from './base-sets.ts'
import type { GatheredCells } from './gathered.ts'
import type { Period } from './period.ts'

/** The main failed part of a finished 三包 order. `km`: reading plus the offset of an exchanged odometer; null where it was not read. */
export type FaultFact = {
  readonly model: string
  readonly partCode: string
  readonly partName: string
  readonly supplier: string
  readonly faultMode: FaultMode | null
  readonly qty: number
  readonly km: number | null
  readonly repairMethod: string
}

const pieces = (faults: readonly FaultFact[]): number => totalOf(faults, ({ qty }) => qty)
const modeOf = ({ faultMode }: FaultFact): string => (faultMode === null ? '' : faultModeWords[faultMode])

/** A part without a number is known by its name. */
const partKey = ({ partCode, partName }: FaultFact): string => partCode || partName

/** 主要故障 of F20: part and fault mode, the five with most pieces; 占比 in all main parts of the period (domain.md §5.3). */
export function mainFaults(faults: readonly FaultFact[], most = 5): FillRow[] {
  const all = pieces(faults)
  return groupsBy(faults, (fault) => `${partKey(fault)} ${fault.faultMode ?? ''}`)
    .map(([key, group]) => ({ key, group, count: pieces(group) }))
    .toSorted((one, other) => other.count - one.count)
    .slice(0, most)
    .flatMap(({ key, group: [first], count }) =>
      first === undefined
        ? []
        : [
            {
              [sourceKey]: `fault:${key}`,
              partName: first.partName,
              faultMode: modeOf(first),
              pieces: count,
              share: share(count, all),
            },
          ],
    )
}

function mostFrequent(words: readonly string[]): string {
  return (
    groupsBy(
      words.filter((word) => word !== ''),
      (word) => word,
    ).toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0] ?? ''
  )
}

type MonthFacts = {
  readonly period: Period
  readonly model: string
  readonly faults: readonly FaultFact[]
  readonly faultsBefore: readonly FaultFact[]
}

/** F23 (domain.md §5.5): pieces by model, part, supplier and fault mode, the most first; 上月 is the period before. Mileage not read stands in no km column. */
export function qualityMonth({ period, model, faults, faultsBefore }: MonthFacts): GatheredCells {
  const keyOf = (fault: FaultFact) => [fault.model, partKey(fault), fault.supplier, fault.faultMode ?? ''].join(' ')
  const before = groupedBy(faultsBefore, keyOf)
  const all = pieces(faults)
  const rows = groupsBy(faults, keyOf)
    .map(([key, group]) => ({ key, group, count: pieces(group) }))
    .toSorted((one, other) => other.count - one.count)
  return {
    values: { month: Number(period.to.slice(5, 7)), periodFrom: period.from, periodTo: period.to, series: model || '全部车型' },
    tables: {
      faults: rows.flatMap(({ key, group, count }) => {
        const [first] = group
        const within = (over: number, upTo: number) => pieces(group.filter(({ km }) => km !== null && km > over && km <= upTo))
        return first === undefined
          ? []
          : [
              {
                [sourceKey]: `fault:${key}`,
                model: first.model,
                partCode: first.partCode,
                partName: first.partName,
                supplier: clipped(first.supplier, 40),
                faultMode: modeOf(first),
                pieces: count,
                share: share(count, all),
                piecesBefore: pieces(before.get(key) ?? []),
                upTo1000: within(-1, 1000),
                upTo3000: within(1000, 3000),
                upTo6000: within(3000, 6000),
                over6000: within(6000, Infinity),
                measure: clipped(mostFrequent(group.map(({ repairMethod }) => repairMethod)), 40),
              },
            ]
      }),
    },
  }
}
