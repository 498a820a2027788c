import { checkCustomers } from './import-customers.ts'
import { checkParts } from './import-parts.ts'
import type { ImportKind, ImportResult, ImportSheet, KnownThings } from './import-result.ts'
import { checkWorkOrders } from './import-work-orders.ts'

/**
 * Turns the sheets of a workbook into typed rows and says what is wrong with the others. Saves nothing and looks up
 * nothing but `known`. `onRow` is called for every row read, for showing progress.
 */
export function checkImport(kind: ImportKind, sheets: readonly ImportSheet[], known: KnownThings, onRow: () => void = () => undefined): ImportResult {
  switch (kind) {
    case 'work-orders': return checkWorkOrders(sheets, known, onRow)
    case 'customers': return checkCustomers(sheets, known, onRow)
    case 'parts': return checkParts(sheets, known, onRow)
  }
}
