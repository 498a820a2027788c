import type { AppContract } from '#contract/index'
import type { OutputOf } from '#contract/define'
import { findModel } from '#db/queries/catalogue'
import { findCustomer } from '#db/queries/customers'
import { findPolicyFor } from '#db/queries/manufacturers'
import { listMerges, mergedInto } from '#db/queries/merges'
import { findHolidays } from '#db/queries/station'
import { listCustomerRepairs, listUnitRepairs, sumRepairs, type StoryOrder } from '#db/queries/unit-story'
import { listOdometerChanges, listUnitOwners } from '#db/queries/unit-history'
import { findUnit, listUnitsOf, type UnitRow } from '#db/queries/units'
import { listOrdersOfUnit } from '#db/queries/work-order-history'
import type { Reader } from '#db/types'
import { isLegacyFrame, isOtherPhone } from '#domain/customer'
import { localDateOf, type LocalDate } from '#domain/dates'
import { readingStory } from '#domain/odometer'
import { judgePart, type WarrantyDecision, type WarrantyFacts } from '#domain/warranty'
import type { WarrantyPart } from '#domain/warranty-term'
import { codesOf, partCategory, type PartCategory } from '#domain/words'
import { missing, type QueryContext } from './define.ts'
import { warrantyPolicyOf, warrantyUnitOf } from './policy-parameters.ts'
import { earlierOrdersOf } from './work-orders-verdict.ts'

type UnitStory = OutputOf<AppContract['customers']['getUnit']>
type CustomerStory = OutputOf<AppContract['customers']['get']>

/** A fleet's orders are found in the list of orders; here stand the newest. */
const shownOrders = 200

export function unitStory({ db, today }: QueryContext, asked: number): UnitStory {
  const id = findUnit(db, asked) ? asked : mergedInto(db, 'unit', asked)
  const unit = findUnit(db, id) ?? missing('车辆')
  const odometerChanges = listOdometerChanges(db, id)
  const orders = listUnitRepairs(db, id, shownOrders)
  return {
    ...unit,
    legacyFrame: isLegacyFrame(unit, { model: findModel(db, unit.modelId ?? 0) ?? null, vinCheck: 'off', today }),
    owners: listUnitOwners(db, id),
    odometerChanges,
    orders: orders.map(plain),
    sums: sumRepairs(db, 'unit', id),
    merges: listMerges(db, 'unit', id),
    readings: readingStory(
      orders.flatMap(({ no, status, mileage, receivedAt }) =>
        mileage === null || receivedAt === null || status === 'cancelled' ? [] : [{ no, km: mileage, on: localDateOf(receivedAt) }],
      ),
      odometerChanges,
    ),
    ...termsOf(db, unit, today),
  }
}

export function customerStory({ db }: QueryContext, asked: number): CustomerStory {
  const id = findCustomer(db, asked) ? asked : mergedInto(db, 'customer', asked)
  const customer = findCustomer(db, id) ?? missing('用户')
  return {
    ...customer,
    otherPhone: isOtherPhone(customer),
    units: listUnitsOf(db, [id]),
    orders: listCustomerRepairs(db, id, shownOrders).map(plain),
    sums: sumRepairs(db, 'customer', id),
    merges: listMerges(db, 'customer', id),
  }
}

function plain(order: StoryOrder): UnitStory['orders'][number] {
  return { ...order, parts: [...order.parts], papers: [...order.papers] }
}

/** When the 三包 of the vehicle ends as things stand today: as a whole, its engine, and the assemblies and categories with a limit of their own (domain.md §4.4.4). */
function termsOf(db: Reader, unit: UnitRow, today: LocalDate): Pick<UnitStory, 'terms' | 'policyName'> {
  const policy = findPolicyFor(db, unit)
  const judged = warrantyPolicyOf(policy)
  const usesMileage = unit.modelId === null ? true : (findModel(db, unit.modelId)?.usesMileage ?? true)
  const facts: WarrantyFacts = {
    unit: warrantyUnitOf(unit, usesMileage),
    receivedOn: today,
    mileage: unit.lastMileage ?? 0,
    exclusions: [],
    approval: null,
    policy: judged,
    earlier: earlierOrdersOf(listOrdersOfUnit(db, unit.id, null)),
    holidays: findHolidays(db),
  }
  const limits = judged?.limits ?? []
  const categories = codesOf(partCategory).filter((category) =>
    limits.some(({ scope, ref, exclude }) => scope === 'category' && ref === category && !exclude),
  )
  const assemblies = limits.flatMap(({ scope, ref, exclude }) => (scope === 'assembly' && !exclude ? [ref] : []))
  const terms = [
    termOf('whole', '', judgePart(facts, null)),
    ...(limits.some(({ scope, exclude }) => scope === 'engine' && !exclude)
      ? [termOf('engine', '', judgePart(facts, somePart('normal', { isEngine: true })))]
      : []),
    ...assemblies.map((assembly) => termOf('assembly', assembly, judgePart(facts, somePart('normal', { name: assembly, assembly })))),
    ...categories.map((category) => termOf('category', category, judgePart(facts, somePart(category)))),
  ]
  return { terms, policyName: policy?.name ?? '' }
}

function somePart(category: PartCategory, what: Partial<WarrantyPart> = {}): WarrantyPart {
  return {
    code: '',
    name: partCategory[category],
    category,
    isEngine: false,
    assembly: '',
    months: null,
    km: null,
    producedOn: null,
    ...what,
  }
}

function termOf(
  scope: UnitStory['terms'][number]['scope'],
  ref: string,
  { result, start, until, kmLimit, totalKm, deductedDays, lines }: WarrantyDecision,
): UnitStory['terms'][number] {
  return { scope, ref, result, start, until, kmLimit, totalKm, deductedDays, lines: [...lines] }
}
