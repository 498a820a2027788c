import { findCustomer } from '#db/queries/customers'
import { findPolicyFor, type Policy } from '#db/queries/manufacturers'
import { termsUnder } from '#db/queries/policy-terms'
import { findUnit, type UnitFields } from '#db/queries/units'
import { listOrdersOfUnit, type OrderOfUnit } from '#db/queries/work-order-history'
import { listOrderLines, listWaits } from '#db/queries/work-order-lines'
import { findModelTraits, findUserName, type WorkOrder } from '#db/queries/work-orders'
import type { Reader } from '#db/types'
import { unknownUnit } from '#domain/customer'
import { localDateOf, type Instant, type LocalDate } from '#domain/dates'
import { dayReceived, type PolicyTerms } from '#domain/policy-terms'
import type { Approval } from '#domain/warranty'
import type { ModelCategory, WorkOrderStatus } from '#domain/words'
import { missing } from './define.ts'
import { once } from './once.ts'
import { contentOf, type WorkOrderContent } from './work-orders-content.ts'

/** The moments of domain.md §2.9 that steps stamp; 报修 and 送修 are typed and stand in the content. */
export type Moments = Pick<
  WorkOrder,
  'handedAt' | 'contactedAt' | 'startedAt' | 'finishedAt' | 'inspectedAt' | 'deliveredAt' | 'calledBackAt'
>

export type PicturedUnit = UnitFields & {
  readonly id: number | null
  readonly lastMileage: number | null
  readonly lastMileageOn: LocalDate | null
  readonly mileageOffset: number
}

/** An order with all that rules look at, on file or while it is being typed. */
export type OrderPicture = {
  readonly id: number | null
  readonly status: WorkOrderStatus | 'new'
  /** not saved yet */
  readonly isTyping: boolean
  readonly content: WorkOrderContent
  readonly moments: Moments
  readonly waits: readonly { readonly from: Instant; readonly to: Instant | null }[]
  readonly unit: PicturedUnit
  readonly usesMileage: boolean
  readonly category: ModelCategory
  readonly customerPhone: string
  readonly policy: Policy | undefined
  /** its rates and terms on the day the order was received */
  readonly terms: PolicyTerms
  readonly earlier: readonly OrderOfUnit[]
  readonly approval: Approval | null
}

const noMoments: Moments = {
  handedAt: null,
  contactedAt: null,
  startedAt: null,
  finishedAt: null,
  inspectedAt: null,
  deliveredAt: null,
  calledBackAt: null,
}

/** The day by which time limits are measured. */
export function receivedOn({ content }: OrderPicture): LocalDate {
  return dayReceived(content)
}

/** `order` may carry changes a step is about to make; `content` what is about to be saved. */
export function pictureOf(db: Reader, order: WorkOrder, content?: WorkOrderContent, isTyping = false): OrderPicture {
  const unit = findUnit(db, order.unitId) ?? missing('车辆')
  return pictureFrom(db, unit, {
    id: order.id,
    status: order.status,
    isTyping,
    moments: order,
    waits: () => listWaits(db, order.id),
    content: () => content ?? contentOf(order, listOrderLines(db, order.id)),
    customerPhone: () => findCustomer(db, order.customerId)?.phone ?? '',
    approval: () => approvalOf(db, order, content?.approvalNo ?? order.approvalNo),
  })
}

/** What is being typed, over what is on file if anything is. */
export function pictureOfTyping(
  db: Reader,
  order: WorkOrder | undefined,
  unit: UnitFields | undefined,
  content: WorkOrderContent,
): OrderPicture {
  if (order !== undefined) return pictureOf(db, order, content, true)
  const typed = unit ?? { ...unknownUnit, manufacturerId: content.manufacturerId }
  return pictureFrom(
    db,
    { id: null, lastMileage: null, lastMileageOn: null, mileageOffset: 0, ...typed },
    {
      id: null,
      status: 'new',
      isTyping: true,
      moments: noMoments,
      waits: () => [],
      content: () => content,
      customerPhone: () => '',
      approval: () => null,
    },
  )
}

type OwnParts = Pick<OrderPicture, 'id' | 'status' | 'isTyping' | 'moments'> & {
  readonly [K in 'waits' | 'content' | 'customerPhone' | 'approval']: () => OrderPicture[K]
}

/** Everything but the vehicle is read when a rule looks at it. */
function pictureFrom(db: Reader, unit: PicturedUnit, { id, status, isTyping, moments, ...own }: OwnParts): OrderPicture {
  const waits = once(own.waits)
  const content = once(own.content)
  const customerPhone = once(own.customerPhone)
  const approval = once(own.approval)
  const model = once(() => findModelTraits(db, unit.modelId))
  const policy = once(() => findPolicyFor(db, unit))
  const terms = once(() => termsUnder(db, policy(), dayReceived(content())))
  const earlier = once(() => (unit.id === null ? [] : listOrdersOfUnit(db, unit.id, id)))
  return {
    id,
    status,
    isTyping,
    moments,
    unit,
    get waits() {
      return waits()
    },
    get content() {
      return content()
    },
    get customerPhone() {
      return customerPhone()
    },
    get approval() {
      return approval()
    },
    get usesMileage() {
      return model()?.usesMileage ?? true
    },
    get category() {
      return model()?.category ?? 'motorcycle'
    },
    get policy() {
      return policy()
    },
    get terms() {
      return terms()
    },
    get earlier() {
      return earlier()
    },
  }
}

/** 特批 counts when a person with the right has given it (the override), not when a number is merely typed. */
function approvalOf(db: Reader, { overrideAt, overrideBy }: WorkOrder, approvalNo: string): Approval | null {
  return overrideAt === null || approvalNo.trim() === ''
    ? null
    : { no: approvalNo, by: findUserName(db, overrideBy) || '命令行', on: localDateOf(overrideAt) }
}
