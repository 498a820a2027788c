import { checkCustomers } from './import-customers.ts'
import { checkRecords, type AnyRecordImport } from './import-records.ts'
import type { CustomerImport, ImportKind, ImportSheet, KnownThings, WorkOrderImport } from './import-result.ts'
import { checkWorkOrders } from './import-work-orders.ts'

export type ImportResult = WorkOrderImport | CustomerImport | AnyRecordImport

/**
 * Turns the sheets of a workbook into typed rows and says what is wrong with the others. Saves nothing and looks up
 * nothing but `known`. `onRow` is called for every row read, for showing progress.
 */
export function checkImport(
  kind: ImportKind,
  sheets: readonly ImportSheet[],
  known: KnownThings,
  onRow: () => void = () => undefined,
): ImportResult {
  switch (kind) {
    case 'work-orders':
      return checkWorkOrders(sheets, known, onRow)
    case 'customers':
      return checkCustomers(sheets, known, onRow)
    // safe: the rows are those of the list that is named; the compiler widens both apart
    default:
      return checkRecords(kind, sheets, known, onRow) as AnyRecordImport
  }
}
