import type { CellTeller } from './import-dates.ts'
import type { ImportedCustomerUnit, KnownVoucher } from './import-result.ts'
import { printedDifferences, printedOfCustomer, printedOfUnit, type PrintedValues } from './printed.ts'

/** Where a list calls something otherwise than the paper. */
const headings: Readonly<Record<string, string>> = { 出厂日期: '生产日期' }

/** What is on file with the filled cells of a row over it: empty ones keep it. */
function over<K extends string>(onFile: PrintedValues<K>, given: Partial<PrintedValues<K>>): PrintedValues<K> {
  return { ...onFile, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)) }
}

/** Holds a list against the vouchers whose claims have not gone to the maker: what they print no list changes (domain.md §3). */
export function createPrintedRegister(vouchers: readonly KnownVoucher[]): { readonly check: (row: ImportedCustomerUnit, tellAt: CellTeller) => void } {
  const customerKey = ({ name, phone }: { readonly name: string; readonly phone: string }): string => `${name}\n${phone}`
  const unitKey = ({ makerCode, frameNo }: { readonly makerCode: string; readonly frameNo: string }): string => `${makerCode}\n${frameNo}`
  const ofCustomer = new Map(vouchers.map((voucher) => [customerKey(voucher.customer), voucher]))
  const ofUnit = new Map(vouchers.map((voucher) => [unitKey(voucher.unit), voucher]))
  return {
    check: ({ name, phone, address, unit }, tellAt) => {
      const refuse = (number: string, differences: readonly { readonly label: string; readonly value: string }[]) => {
        for (const { label, value } of differences) tellAt(headings[label] ?? label).refuse('import.bad.printed', 'import.do.printed', { number, value })
      }
      const paper = ofCustomer.get(customerKey({ name, phone }))
      if (paper !== undefined) refuse(paper.number, printedDifferences(printedOfCustomer, paper.customer, over(paper.customer, { address })))
      const other = unit === null ? undefined : ofUnit.get(unitKey(unit))
      if (unit === null || other === undefined) return
      const { model: modelName, engineNo, plateNo, manufacturedOn, purchasedOn, invoiceNo, warrantyCardNo } = unit
      refuse(other.number, printedDifferences(printedOfUnit, other.unit, over(other.unit, { modelName, engineNo, plateNo, manufacturedOn, purchasedOn, invoiceNo, warrantyCardNo })))
    },
  }
}
