import { and, count, eq, type SQL } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import {
  batches,
  blankPacks,
  faultCodes,
  filledForms,
  labourCodes,
  makerSheets,
  manifests,
  models,
  parts,
  partsRequestLines,
  partsRequests,
  policies,
  policyLimits,
  returnedParts,
  technicians,
  units,
  users,
  workOrderLabour,
  workOrderParts,
  workOrders,
} from '../schema/index.ts'
import type { Reader } from '../types.ts'

/** Where a record of 资料 stands, as {word: how often}; what stands nowhere may be deleted. */
export type Use = { readonly where: string; readonly count: number }

function uses(db: Reader, places: readonly (readonly [string, SQLiteTable, SQL | undefined])[]): Use[] {
  return places
    .map(([where, table, which]) => ({ where, count: db.select({ n: count() }).from(table).where(which).get()?.n ?? 0 }))
    .filter((use) => use.count > 0)
}

export function useOfPart(db: Reader, { id, code }: { readonly id: number; readonly code: string }): Use[] {
  return uses(db, [
    ['工单零件', workOrderParts, eq(workOrderParts.partId, id)],
    ['求援单', partsRequestLines, eq(partsRequestLines.partId, id)],
    ['旧件', returnedParts, eq(returnedParts.partId, id)],
    ['三包政策', policyLimits, and(eq(policyLimits.scope, 'part'), eq(policyLimits.scopeRef, code))],
  ])
}

/** Labour lines keep the code as a text: the same code of another maker counts only on its own orders. */
export function useOfLabour(db: Reader, { code, manufacturerId }: { readonly code: string; readonly manufacturerId: number }): Use[] {
  const n =
    db
      .select({ n: count() })
      .from(workOrderLabour)
      .innerJoin(workOrders, eq(workOrders.id, workOrderLabour.workOrderId))
      .where(and(eq(workOrderLabour.labourCode, code), eq(workOrders.manufacturerId, manufacturerId)))
      .get()?.n ?? 0
  return n > 0 ? [{ where: '工单工时', count: n }] : []
}

export function useOfFault(db: Reader, { id }: { readonly id: number }): Use[] {
  return uses(db, [['工单', workOrders, eq(workOrders.faultCodeId, id)]])
}

export function useOfModel(db: Reader, { id }: { readonly id: number }): Use[] {
  return uses(db, [['车辆', units, eq(units.modelId, id)]])
}

export function useOfTechnician(db: Reader, { id }: { readonly id: number }): Use[] {
  return uses(db, [
    ['工单', workOrders, eq(workOrders.technicianId, id)],
    ['工单工时', workOrderLabour, eq(workOrderLabour.technicianId, id)],
    ['操作人员', users, eq(users.technicianId, id)],
  ])
}

export function useOfOutlet(db: Reader, { id }: { readonly id: number }): Use[] {
  return uses(db, [['技师', technicians, eq(technicians.outletId, id)]])
}

/** A policy that stands with a model; what it has judged is counted by its units. */
export function useOfPolicy(db: Reader, { id }: { readonly id: number }): Use[] {
  return uses(db, [['车型', models, eq(models.policyId, id)]])
}

/** All that names the maker; a new one has nothing yet. */
export function useOfManufacturer(db: Reader, { id }: { readonly id: number }): Use[] {
  return uses(db, [
    ['车辆', units, eq(units.manufacturerId, id)],
    ['工单', workOrders, eq(workOrders.manufacturerId, id)],
    ['求援单', partsRequests, eq(partsRequests.manufacturerId, id)],
    ['表单', filledForms, eq(filledForms.manufacturerId, id)],
    ['空白备用单', blankPacks, eq(blankPacks.manufacturerId, id)],
    ['厂方表格', makerSheets, eq(makerSheets.manufacturerId, id)],
    ['返厂清单', manifests, eq(manifests.manufacturerId, id)],
    ['索赔批次', batches, eq(batches.manufacturerId, id)],
    ['三包政策', policies, eq(policies.manufacturerId, id)],
    ['车型', models, eq(models.manufacturerId, id)],
    ['零件', parts, eq(parts.manufacturerId, id)],
    ['工时', labourCodes, eq(labourCodes.manufacturerId, id)],
    ['故障代码', faultCodes, eq(faultCodes.manufacturerId, id)],
  ])
}
