import type { AppContract } from '#contract/index'
import type { OutputOf, ParsedInputOf } from '#contract/define'
import { findOpenVoucher } from '#db/queries/claims'
import { deleteCustomer, findCustomer, findCustomerSince, writeMergedCustomer, type CustomerRow } from '#db/queries/customers'
import { deleteDraftsOf } from '#db/queries/drafts'
import { countClaimsToMove, insertMerge, listOrdersToMove } from '#db/queries/merges'
import { listUnitsOf, moveUnitsOfCustomer } from '#db/queries/units'
import { moveOrders } from '#db/queries/work-orders'
import type { Reader } from '#db/types'
import { readCustomer, type CustomerText } from '#domain/customer'
import { AppError, stopsOf, type Problem } from '#domain/errors'
import { customerMergeFields, customerMergeProblems, mergeCustomers, proposedTake } from '#domain/merge'
import { say } from '#domain/sentences/index'
import { missing, orConflict, type CommandContext } from './define.ts'

export type MergeInput = ParsedInputOf<AppContract['customers']['merge']>
export type MergePreview = OutputOf<AppContract['customers']['previewMerge']>

/** @throws AppError when a rule forbids what the preview has shown. */
export function refuseStops(problems: readonly Problem[]): void {
  const stops = stopsOf(problems)
  if (stops.length > 0) throw new AppError('rule', 'common.invalid', { detail: stops.map(say).join('；') }, problems)
}

/**
 * The row that stays is the later one, whoever's content it holds: the highest id of a table is then never free again,
 * and no later record can be taken for the one that is gone.
 */
export function keptAndGone(id: number, otherId: number): { keptId: number; goneId: number } {
  return { keptId: Math.max(id, otherId), goneId: Math.min(id, otherId) }
}

function pairOf(db: Reader, id: number, otherId: number) {
  if (id === otherId) throw new AppError('rule', 'merge.same')
  return { one: findCustomer(db, id) ?? missing('用户'), other: findCustomer(db, otherId) ?? missing('用户') }
}

/** The fields of the merged customer with what speaks against it. */
function merged(db: Reader, one: CustomerRow, other: CustomerRow, take: readonly string[]) {
  const fields = mergeCustomers(one, other, new Set(take))
  // safe: mergeCustomers answers every field of a customer under its name
  const value = Object.fromEntries(fields.map(({ name, result }) => [name, result])) as CustomerText
  const withVoucher = (customer: CustomerRow) => ({ ...customer, voucher: findOpenVoucher(db, 'customer', customer.id) })
  return {
    fields,
    value,
    problems: [...stopsOf(readCustomer(value, true).problems), ...customerMergeProblems(withVoucher(one), withVoucher(other), value)],
  }
}

export function previewCustomers(
  db: Reader,
  { id, otherId, take: asked }: { id: number; otherId: number; take: readonly string[] | null },
): MergePreview {
  const { one, other } = pairOf(db, id, otherId)
  const take = asked ?? proposedTake(customerMergeFields, one, other)
  const { fields, problems } = merged(db, one, other, take)
  return {
    one: customerCard(one),
    other: customerCard(other),
    take: [...take],
    revision: one.revision,
    otherRevision: other.revision,
    fields,
    problems,
    moves: {
      orders: listOrdersToMove(db, 'customer', otherId).map(({ id: orderId, no }) => ({ id: orderId, no })),
      units: listUnitsOf(db, [otherId]).map(({ id: unitId, frameNo }) => ({ id: unitId, frameNo })),
      ...countClaimsToMove(db, 'customer', otherId),
      owners: 0,
      odometerChanges: 0,
    },
  }
}

export function customerCard({ id, name, phone, address, orderCount }: CustomerRow): MergePreview['one'] {
  return { id, title: name, detail: [phone, address].filter((part) => part !== '').join(' · '), orderCount }
}

export function mergeCustomerRecords(
  { db, now, actor }: CommandContext,
  { id, otherId, revision, otherRevision, take, reason }: MergeInput,
): { id: number; revision: number } {
  const { one, other } = pairOf(db, id, otherId)
  if (one.revision !== revision || other.revision !== otherRevision) throw new AppError('conflict', 'merge.changed')
  const { value, problems } = merged(db, one, other, take)
  refuseStops(problems)
  const { keptId, goneId } = keptAndGone(id, otherId)
  const [kept, gone] = keptId === id ? [one, other] : [other, one]
  const moved = {
    orders: listOrdersToMove(db, 'customer', goneId).map((order) => order.id),
    units: listUnitsOf(db, [goneId]).map((unit) => unit.id),
  }
  const [since, earlier] = [findCustomerSince(db, keptId) ?? now, findCustomerSince(db, goneId) ?? now]
  moveOrders(db, 'customer', goneId, keptId)
  moveUnitsOfCustomer(db, goneId, keptId)
  orConflict(deleteCustomer(db, goneId, gone.revision))
  const lasts = [one.lastOrderAt, other.lastOrderAt].filter((at) => at !== null).toSorted()
  orConflict(
    writeMergedCustomer(db, keptId, kept.revision, value, {
      orderCount: one.orderCount + other.orderCount,
      lastOrderAt: lasts.at(-1) ?? null,
      createdAt: since < earlier ? since : earlier,
    }),
  )
  insertMerge(db, { of: 'customer', keptId, goneId, before: { kept, gone, moved }, reason, at: now, userId: actor.userId })
  deleteDraftsOf(db, `customer:${goneId}`)
  return { id: keptId, revision: kept.revision + 1 }
}
