import type { AppContract } from '#contract/index'
import type { OutputOf } from '#contract/define'
import { listOutlets } from '#db/queries/outlets'
import { listManufacturers, listPolicies } from '#db/queries/manufacturers'
import type { Reader } from '#db/types'
import type { CatalogueList } from '#domain/catalogue'
import type { Columns } from '#domain/import-columns'
import { recordPlans } from '#domain/import-record-plans'
import type { ImportedCustomerUnit, ImportedWorkOrder } from '#domain/import-result'
import { nature as natureWords } from '#domain/words'
import type { PlannedRecord, RowPlan } from './imports-records.ts'

type Sample = OutputOf<AppContract['imports']['preview']>['sample']
type Cells = Sample[number]['cells']
type Values = Readonly<Record<string, unknown>>

const most = 200

/** The first rows that would be written; what is on file as it stands is none of them. */
function firstOf<R>(
  rows: readonly R[],
  sampleOf: (row: R, index: number) => { readonly row: number; readonly does: RowPlan; readonly cells: () => Cells },
): Sample {
  const written: Sample = []
  for (const [index, each] of rows.entries()) {
    const { row, does, cells } = sampleOf(each, index)
    if (does !== 'same') written.push({ row, does, cells: cells() })
    if (written.length === most) break
  }
  return written
}

function plainCells(values: Readonly<Record<string, string>>): Cells {
  return Object.entries(values).map(([heading, value]) => ({ heading, value, was: null }))
}

export function sampleOfOrders(orders: readonly ImportedWorkOrder[]): Sample {
  return firstOf(orders, ({ row, ...order }) => ({
    row,
    does: 'create',
    cells: () =>
      plainCells({
        台账号: order.ledgerNo,
        报修日期: order.reportedOn,
        性质: natureWords[order.nature],
        用户姓名: order.customerName,
        车型: order.model,
        车架号: order.frameNo,
        故障现象: order.symptom,
        零件: order.parts.map(({ partName }) => partName).join('、'),
        工时: order.labour.map(({ name }) => name).join('、'),
      }),
  }))
}

export function sampleOfCustomers(customers: readonly ImportedCustomerUnit[], plans: readonly RowPlan[]): Sample {
  return firstOf(customers, ({ row, name, phone, unit }, index) => ({
    row,
    does: plans[index] ?? 'same',
    cells: () =>
      plainCells({
        用户姓名: name,
        用户电话: phone,
        车型: unit?.model ?? '',
        车架号: unit?.frameNo ?? '',
        购车日期: unit?.purchasedOn ?? '',
      }),
  }))
}

/** Fields that point to another record are shown by its name. */
function namesOf(db: Reader): Readonly<Record<string, ReadonlyMap<unknown, string>>> {
  const named = (records: readonly { readonly id: number; readonly name: string }[]) =>
    new Map<unknown, string>(records.map(({ id, name }) => [id, name]))
  return { policyId: named(listPolicies(db)), outletId: named(listOutlets(db)), manufacturerId: named(listManufacturers(db)) }
}

/** Every filled cell of the row, and what it holds now where the row changes it. */
export function sampleOfRecords(db: Reader, list: CatalogueList, planned: readonly PlannedRecord[]): Sample {
  const names = namesOf(db)
  const columns: Columns = recordPlans[list].columns
  const shown = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return ''
    return names[field]?.get(value) ?? columns[field]?.show(value) ?? ''
  }
  return firstOf(planned, ({ row, does, stored, changes }) => ({
    row: row.row,
    does,
    cells: () => {
      const [now, news]: [Values, Values] = [{ ...stored }, { ...changes }]
      const given: Values = {
        ...row,
        ...('partCode' in row ? { partId: row.partCode } : {}),
        ...('makerCode' in row ? { manufacturerId: row.makerCode } : {}),
      }
      return Object.entries(columns).flatMap(([field, { heading }]) => {
        const value = shown(field, given[field])
        return value === '' ? [] : [{ heading, value, was: stored !== null && field in news ? shown(field, now[field]) : null }]
      })
    },
  }))
}
