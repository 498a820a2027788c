import { findOpenVoucher } from '#db/queries/claims'
import { deleteDraftsOf } from '#db/queries/drafts'
import { countClaimsToMove, findFramePaper, insertMerge, listOrdersToMove } from '#db/queries/merges'
import { insertUnitOwner, listOdometerChanges, listUnitOwners, moveUnitHistory } from '#db/queries/unit-history'
import { deleteUnit, findUnit, findUnitSince, writeMergedUnit, type UnitFields, type UnitRow } from '#db/queries/units'
import { moveOrders } from '#db/queries/work-orders'
import type { Reader } from '#db/types'
import { readUnit } from '#domain/customer'
import { localDateOf, type LocalDate } from '#domain/dates'
import { AppError, stopsOf, type Problem } from '#domain/errors'
import { mergedChanges, mergeUnits, proposedTake, unitMergeFields, unitMergeProblems, type UnitSide } from '#domain/merge'
import { offsetOf } from '#domain/odometer'
import { keptAndGone, refuseStops, type MergeInput, type MergePreview } from './customers-merge.ts'
import { missing, orConflict, type CommandContext } from './define.ts'
import { redecideOrdersOf } from './work-orders-redecide.ts'

function pairOf(db: Reader, id: number, otherId: number) {
  if (id === otherId) throw new AppError('rule', 'merge.same')
  return { one: findUnit(db, id) ?? missing('车辆'), other: findUnit(db, otherId) ?? missing('车辆') }
}

function sideOf(db: Reader, unit: UnitRow): UnitSide {
  const orders = listOrdersToMove(db, 'unit', unit.id).filter(({ status }) => status !== 'cancelled')
  return {
    ...unit,
    voucher: findOpenVoucher(db, 'unit', unit.id),
    paper: findFramePaper(db, unit.id) ?? null,
    changes: listOdometerChanges(db, unit.id),
    readings: orders.flatMap(({ no, mileage, receivedAt }) =>
      mileage === null || receivedAt === null ? [] : [{ no, km: mileage, on: localDateOf(receivedAt) }],
    ),
    visits: orders.flatMap(({ no, receivedAt, deliveredAt }) => (receivedAt === null ? [] : [{ no, from: receivedAt, to: deliveredAt }])),
  }
}

type Merged = {
  readonly fields: MergePreview['fields']
  readonly value: UnitFields
  readonly ownerId: number
  readonly problems: readonly Problem[]
}

/** The fields of the merged vehicle with what speaks against it. The maker must be the same; the model goes with its name. */
function merged(db: Reader, one: UnitRow, other: UnitRow, take: readonly string[], today: LocalDate): Merged {
  const fields = mergeUnits(one, other, new Set(take))
  const results: Partial<UnitFields> = Object.fromEntries(
    fields.filter(({ name }) => name !== 'ownerName').map(({ name, result }) => [name, result]),
  )
  const from = (name: string) => (fields.find((field) => field.name === name)?.from === 'other' ? other : one)
  const modelId = from('modelName').modelId ?? (one.modelName === other.modelName ? other.modelId : null)
  const value = { ...one, ...results, modelId }
  const wrong = readUnit(value, { model: null, vinCheck: 'off', legacyFrame: true, today }).problems
  return {
    fields,
    value,
    ownerId: from('ownerName').ownerId,
    problems: [...stopsOf(wrong), ...unitMergeProblems(sideOf(db, one), sideOf(db, other), value)],
  }
}

/** What the first does not say, and the owner who came last. */
function proposed(db: Reader, one: UnitRow, other: UnitRow): string[] {
  const since = (unit: UnitRow) => listUnitOwners(db, unit.id).at(-1)?.since ?? ''
  return [
    ...proposedTake(unitMergeFields, one, other),
    ...(one.ownerId !== other.ownerId && since(other) > since(one) ? ['ownerName'] : []),
  ]
}

export function previewUnits(
  db: Reader,
  { id, otherId, take: asked }: { id: number; otherId: number; take: readonly string[] | null },
  today: LocalDate,
): MergePreview {
  const { one, other } = pairOf(db, id, otherId)
  const take = asked ?? proposed(db, one, other)
  const { fields, problems } = merged(db, one, other, take, today)
  const orders = listOrdersToMove(db, 'unit', otherId).map(({ id: orderId, no }) => ({ id: orderId, no }))
  return {
    one: unitCard(db, one),
    other: unitCard(db, other),
    take: [...take],
    revision: one.revision,
    otherRevision: other.revision,
    fields,
    problems: [...problems],
    moves: {
      orders,
      units: [],
      ...countClaimsToMove(db, 'unit', otherId),
      owners: listUnitOwners(db, otherId).length,
      odometerChanges: listOdometerChanges(db, otherId).length,
    },
  }
}

export function unitCard(db: Reader, { id, frameNo, plateNo, modelName, ownerName, ownerPhone }: UnitRow): MergePreview['one'] {
  return {
    id,
    title: frameNo,
    detail: [plateNo, modelName, ownerName, ownerPhone].filter((part) => part !== '').join(' · '),
    orderCount: listOrdersToMove(db, 'unit', id).length,
  }
}

/** The meter as it was read last, by either record. */
function lastReadOf(one: UnitRow, other: UnitRow): Pick<UnitRow, 'lastMileage' | 'lastMileageOn'> {
  const [first, second] = [one.lastMileageOn ?? '', other.lastMileageOn ?? '']
  const { lastMileage, lastMileageOn } =
    second > first || (second === first && (other.lastMileage ?? 0) > (one.lastMileage ?? 0)) ? other : one
  return { lastMileage, lastMileageOn }
}

export function mergeUnitRecords(
  context: CommandContext,
  { id, otherId, revision, otherRevision, take, reason }: MergeInput,
): { id: number; revision: number } {
  const { db, now, today, actor } = context
  const { one, other } = pairOf(db, id, otherId)
  if (one.revision !== revision || other.revision !== otherRevision) throw new AppError('conflict', 'merge.changed')
  const { value, ownerId, problems } = merged(db, one, other, take, today)
  refuseStops(problems)
  const { keptId, goneId } = keptAndGone(id, otherId)
  const [kept, gone] = keptId === id ? [one, other] : [other, one]
  const owners = listUnitOwners(db, goneId)
  const odometerChanges = listOdometerChanges(db, goneId)
  const changes = mergedChanges(listOdometerChanges(db, keptId), odometerChanges)
  const [since, earlier] = [findUnitSince(db, keptId) ?? now, findUnitSince(db, goneId) ?? now]
  insertMerge(db, {
    of: 'unit',
    keptId,
    goneId,
    before: { kept, gone, owners, odometerChanges, moved: { orders: listOrdersToMove(db, 'unit', goneId).map((order) => order.id) } },
    reason,
    at: now,
    userId: actor.userId,
  })
  moveOrders(db, 'unit', goneId, keptId)
  moveUnitHistory(db, goneId, keptId)
  orConflict(deleteUnit(db, goneId, gone.revision))
  orConflict(
    writeMergedUnit(db, keptId, kept.revision, value, {
      ownerId,
      ...lastReadOf(one, other),
      mileageOffset: offsetOf(changes),
      createdAt: since < earlier ? since : earlier,
    }),
  )
  if (listUnitOwners(db, keptId).at(-1)?.customerId !== ownerId) insertUnitOwner(db, { unitId: keptId, customerId: ownerId, since: today })
  deleteDraftsOf(db, `unit:${goneId}`)
  redecideOrdersOf(context, keptId)
  return { id: keptId, revision: kept.revision + 1 }
}
