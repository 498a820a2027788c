import { createFindingLog, shownValue, type FindingLog } from './import-findings.ts'
import { readOnlySheet, type ReadRow } from './import-layout.ts'
import { createLookup, type Lookup } from './import-lookup.ts'
import { pricePlan } from './import-plans.ts'
import type { ImportedPart, ImportSheet, KnownThings, PartImport } from './import-result.ts'

type PriceRow = ReadRow<typeof pricePlan.columns>

function checkedPart({ row, values }: PriceRow, sheet: string, lookup: Lookup, log: FindingLog): ImportedPart | null {
  const makerCode = lookup.maker(values.makerCode, log.at({ sheet, row, column: '厂方代码', value: shownValue(values.makerCode) }))
  if (makerCode === null) return null
  const { serialControlled } = values
  return { row, ...values, makerCode, serialControlled: serialControlled === null ? null : serialControlled === 'yes' }
}

function sameBut(a: ImportedPart, b: ImportedPart): boolean {
  return JSON.stringify({ ...a, row: 0 }) === JSON.stringify({ ...b, row: 0 })
}

/** A part that stands twice: word for word it counts once, else the later row is refused. */
function withoutDoubles(parts: readonly ImportedPart[], sheet: string, log: FindingLog) {
  const first = new Map<string, ImportedPart>()
  const unchanged: { row: number; key: string }[] = []
  for (const part of parts) {
    const key = `${part.makerCode}\n${part.code}`
    const earlier = first.get(key)
    const tell = log.at({ sheet, row: part.row, column: '零件编号', value: part.code })
    if (earlier === undefined) first.set(key, part)
    else if (sameBut(earlier, part)) {
      tell.warn('import.bad.rowTwice', 'import.do.rowTwice', { row: earlier.row })
      unchanged.push({ row: part.row, key: part.code })
    } else tell.refuse('import.bad.partTwice', 'import.do.partTwice', { row: earlier.row })
  }
  return { rows: [...first.values()], unchanged }
}

/** Checks a price list (settled.md 1). */
export function checkParts(sheets: readonly ImportSheet[], known: KnownThings, onRow: () => void): PartImport {
  const log = createFindingLog()
  const { sheet, read, rows } = readOnlySheet(sheets, pricePlan, log, onRow)
  const lookup = createLookup(known)
  const good = rows.flatMap((row) => checkedPart(row, sheet, lookup, log) ?? [])
  return { kind: 'parts', read, ...withoutDoubles(good, sheet, log), ...log.outcome() }
}
