import { findingLimit, type ImportCell, type ImportFinding } from './import-result.ts'
import { sentence, type SentenceKey, type SentenceParams } from './sentences/index.ts'

/** Where a remark points, as in `ImportFinding`; `value` is shortened for showing. */
export type Place = Pick<ImportFinding, 'sheet' | 'row' | 'column' | 'value'>

/** Speaks about one place. `refuse` returns null so that a reader can end with it; both sentences share `params`. */
export type Teller = {
  readonly refuse: (reason: SentenceKey, remedy: SentenceKey, params?: SentenceParams) => null
  readonly warn: (reason: SentenceKey, remedy: SentenceKey, params?: SentenceParams) => void
}

/** Collects the remarks about a file: counts all, keeps the first `findingLimit` of each sort. */
export type FindingLog = {
  readonly at: (place: Place) => Teller
  readonly rejectedTotal: () => number
  readonly outcome: () => {
    readonly rejected: readonly ImportFinding[]
    readonly rejectedTotal: number
    readonly warnings: readonly ImportFinding[]
    readonly warningsTotal: number
  }
}

type Shelf = { readonly kept: ImportFinding[]; total: number }

function put(shelf: Shelf, place: Place, reason: SentenceKey, remedy: SentenceKey, params: SentenceParams): void {
  shelf.total += 1
  if (shelf.kept.length < findingLimit) {
    shelf.kept.push({ ...place, reason: sentence(reason, params), remedy: sentence(remedy, params) })
  }
}

/** Remarks come sheet by sheet in the order of their places, row by row. */
export function createFindingLog(placeOfSheet: (name: string) => number = () => 0): FindingLog {
  const rejected: Shelf = { kept: [], total: 0 }
  const warnings: Shelf = { kept: [], total: 0 }
  return {
    at: (place) => ({
      refuse: (reason, remedy, params = {}) => {
        put(rejected, place, reason, remedy, params)
        return null
      },
      warn: (reason, remedy, params = {}) => put(warnings, place, reason, remedy, params),
    }),
    rejectedTotal: () => rejected.total,
    outcome: () => ({
      rejected: inOrder(rejected.kept, placeOfSheet),
      rejectedTotal: rejected.total,
      warnings: inOrder(warnings.kept, placeOfSheet),
      warningsTotal: warnings.total,
    }),
  }
}

function inOrder(findings: readonly ImportFinding[], placeOfSheet: (name: string) => number): ImportFinding[] {
  return findings.toSorted((one, other) => placeOfSheet(one.sheet) - placeOfSheet(other.sheet) || one.row - other.row)
}

const shownLength = 60

/** At most 60 UTF-16 units, no character cut in two. */
export function shortened(text: string): string {
  return text.length > shownLength ? `${text.slice(0, shownLength).replace(/[\uD800-\uDBFF]$/, '')}…` : text
}

/** Would turn round or recolour the line on a terminal, or the file name in a report. */
const invisible = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

/** A cell as the person sees it in Excel, at most 60 characters; control characters show as □. */
export function shownValue(cell: ImportCell): string {
  if (cell === null) return ''
  if (typeof cell === 'object') return cell.date
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return shortened(String(cell)).replace(invisible, '□')
}
