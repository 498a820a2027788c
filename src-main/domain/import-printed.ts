import type { CellTeller } from './import-dates.ts'
import type { ImportedCustomerUnit, KnownVoucher } from './import-result.ts'
import { printedDifferences, printedOfUnit, type PrintedValues } from './printed.ts'

/** Where a list calls something otherwise than the paper. */
const headings: Readonly<Record<string, string>> = { 出厂日期: '生产日期' }

/** What is on file with the filled cells of a row over it: empty ones keep it. */
function over<K extends string>(onFile: PrintedValues<K>, given: Partial<PrintedValues<K>>): PrintedValues<K> {
  return { ...onFile, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)) }
}

/** Holds a list against the vouchers whose claims have not gone to the maker: what they print of a vehicle no list changes (domain.md §3). A name no list changes anyway: with another one it is another customer. */
export function createPrintedRegister(vouchers: readonly KnownVoucher[]): {
  readonly check: (row: ImportedCustomerUnit, tellAt: CellTeller) => void
} {
  const unitKey = ({ makerCode, frameNo }: { readonly makerCode: string; readonly frameNo: string }): string => `${makerCode}\n${frameNo}`
  const ofUnit = new Map(vouchers.map((voucher) => [unitKey(voucher.unit), voucher]))
  return {
    check: ({ unit }, tellAt) => {
      const paper = unit === null ? undefined : ofUnit.get(unitKey(unit))
      if (unit === null || paper === undefined) return
      const { model: modelName, engineNo, manufacturedOn, purchasedOn, invoiceNo, warrantyCardNo } = unit
      const differences = printedDifferences(
        printedOfUnit,
        paper.unit,
        over(paper.unit, { modelName, engineNo, manufacturedOn, purchasedOn, invoiceNo, warrantyCardNo }),
      )
      for (const { label, value } of differences)
        tellAt(headings[label] ?? label).refuse('import.bad.printed', 'import.do.printed', { number: paper.number, value })
    },
  }
}
