import type { Fen } from '../money.ts'
import type { ClaimType } from '../words.ts'
import { countOf } from './base-sets.ts'
import type { GatheredCells } from './gathered.ts'
import { monthOnPaper, type Period } from './period.ts'
import type { ClaimSums } from './station-month.ts'

export type NoticeFacts = {
  readonly batchNo: string
  readonly makerName: string
  readonly period: Period
  readonly types: readonly ClaimType[]
  /** null: headquarters has not answered */ readonly approvedFen: Fen | null
}

const kinds = {
  countPresale: ['presale'],
  countOuting: ['outing'],
  countMaintenance: ['freeService'],
  countCampaign: ['campaign'],
} as const satisfies Readonly<Record<string, readonly ClaimType[]>>

/** X07 (domain.md §1.4): the claims of one batch by kind, 售后 being all the rest; the amount once it is approved. Deductions and 结算单号 come on the maker's paper. */
export function invoiceNotice({ batchNo, makerName, period, types, approvedFen }: NoticeFacts): GatheredCells {
  const counts = Object.fromEntries(
    Object.entries(kinds).map(([key, own]) => [key, countOf(types, (type) => own.some((each) => each === type))]),
  )
  const others = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return {
    values: {
      batchNo,
      invoiceTo: makerName,
      periodFrom: period.from,
      periodTo: period.to,
      ...counts,
      countService: types.length - others,
      countAll: types.length,
      invoiceAmount: approvedFen,
    },
    tables: {},
  }
}

/** X08 (domain.md §5.7): what was claimed and approved in the month; invoices and payments are not on record yet. */
export function statement(period: Period, claims: ClaimSums): GatheredCells {
  return { values: { month: monthOnPaper(period), claimed: claims.claimedFen, approved: claims.decided?.approvedFen ?? null }, tables: {} }
}
