import type { AppContract } from '#contract/index'
import type { OutputOf } from '#contract/define'
import { findFaultCode, findPart } from '#db/queries/catalogue'
import { findHolidays } from '#db/queries/station'
import type { OrderOfUnit } from '#db/queries/work-order-history'
import type { Reader } from '#db/types'
import { concernsMaker, orderTotals, type OrderTotals } from '#domain/amounts'
import { localDateOf } from '#domain/dates'
import { judgeOrder, type OrderVerdict } from '#domain/warranty'
import {
  defaultRepeatLimit,
  exchangeRuleOf,
  repeatOf,
  type EarlierRepair,
  type ExchangeRule,
  type Fault,
  type Repeat,
} from '#domain/warranty-repeat'
import type { EarlierOrder, WarrantyPart } from '#domain/warranty-term'
import type { WorkOrderStatus } from '#domain/words'
import { repeatLimitOf, warrantyPolicyOf, warrantyUnitOf } from './policy-parameters.ts'
import { receivedOn, type OrderPicture } from './work-orders-picture.ts'

type VerdictShown = OutputOf<AppContract['workOrders']['assess']>['verdict']

export type Verdict = { readonly decision: OrderVerdict; readonly repeat: Repeat; readonly shown: VerdictShown }

/** Handed back to the user; only such orders count as repairs done. */
const handedBack: readonly WorkOrderStatus[] = ['delivered', 'calledBack', 'closed', 'toComplaint']

/** The 三包 decision and the repeat counter of an order (domain.md §4.4.4), from the whole history of its vehicle. */
export function verdictOf(db: Reader, picture: OrderPicture): Verdict {
  const { unit, content, earlier, approval, policy, usesMileage } = picture
  const day = receivedOn(picture)
  const decision = judgeOrder(
    {
      unit: warrantyUnitOf(unit, usesMileage),
      receivedOn: day,
      mileage: content.mileage,
      exclusions: content.exclusions,
      approval,
      policy: warrantyPolicyOf(policy),
      earlier: earlierOrdersOf(earlier),
      holidays: findHolidays(db),
    },
    warrantyParts(db, picture),
  )
  const rule = exchangeRuleOf(picture.category)
  const repeat = repeatOf({
    fault: faultOf(db, picture),
    receivedOn: day,
    earlier: earlier.flatMap(earlierRepair),
    start: decision.start,
    until: decision.until,
    limit: repeatLimitOf(policy) ?? defaultRepeatLimit[rule],
    rule,
  })
  return { decision, repeat, shown: shownOf(decision, repeat, rule) }
}

/** Amounts of an order and who bears them; rates and M04 by the terms of its day. */
export function totalsOf({ content, terms }: OrderPicture): OrderTotals {
  return orderTotals(content, terms)
}

function shownOf({ result, until, kmLimit, lines, reasons, perLine }: OrderVerdict, repeat: Repeat, law: ExchangeRule): VerdictShown {
  return {
    result,
    until,
    kmLimit,
    lines: [...lines],
    reasons: [...reasons],
    perLine: perLine.map(({ partCode, partName, result: ofLine, until: end, kmLimit: km, lines: sum }) => ({
      partCode,
      partName,
      result: ofLine,
      until: end,
      kmLimit: km,
      lines: [...sum],
    })),
    law,
    repeat: { count: repeat.count, level: repeat.level, orders: [...repeat.orders], lines: [...repeat.lines] },
  }
}

/** Lines the customer or the station pays are not judged. A part not on file is an ordinary one (目录外件). */
function warrantyParts(db: Reader, { content }: OrderPicture): WarrantyPart[] {
  return content.partLines.filter(concernsMaker).map(({ partId, partCode: code, partName: name }) => {
    const part = partId === null ? undefined : findPart(db, partId)
    return {
      code,
      name,
      category: part?.category ?? 'normal',
      isEngine: part?.isEngine ?? false,
      assembly: part?.assembly ?? '',
      months: part?.warrantyMonths ?? null,
      km: part?.warrantyKm ?? null,
      producedOn: null,
    }
  })
}

export function faultOf(db: Reader, { content }: OrderPicture): Fault {
  const code = content.faultCodeId === null ? undefined : findFaultCode(db, content.faultCodeId)
  if (code !== undefined) return { part: code.part, system: code.system, mode: code.mode }
  const main = content.partLines.find((line) => line.isMain) ?? content.partLines[0]
  return { part: main?.partName ?? '', system: '', mode: main?.faultMode ?? null }
}

/** The fault of an order on file, by its code, else by its main part. */
export function faultOnFile({ faultPart, faultSystem, faultMode, parts }: OrderOfUnit): Fault {
  const main = parts.find((line) => line.isMain) ?? parts[0]
  return { part: faultPart ?? main?.partName ?? '', system: faultSystem ?? '', mode: faultMode ?? main?.faultMode ?? null }
}

/** What earlier orders of a vehicle mean for its term. */
export function earlierOrdersOf(orders: readonly OrderOfUnit[]): EarlierOrder[] {
  return orders.flatMap(earlierOrder)
}

function earlierOrder(order: OrderOfUnit): EarlierOrder[] {
  if (order.receivedAt === null) return []
  return [
    {
      no: order.no,
      warranty: order.nature !== 'paid',
      receivedOn: localDateOf(order.receivedAt),
      deliveredOn: order.deliveredAt === null ? null : localDateOf(order.deliveredAt),
      waits: order.waits.flatMap(({ from, to }) => (to === null ? [] : [{ from: localDateOf(from), to: localDateOf(to) }])),
    },
  ]
}

function earlierRepair(order: OrderOfUnit): EarlierRepair[] {
  if (order.receivedAt === null) return []
  return [
    {
      ...faultOnFile(order),
      no: order.no,
      warranty: order.nature !== 'paid',
      closed: handedBack.includes(order.status),
      receivedOn: localDateOf(order.receivedAt),
    },
  ]
}
