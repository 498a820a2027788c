import { findClaimOfOrder } from '#db/queries/claims'
import { listRequestsOfOrder } from '#db/queries/parts-requests'
import type { Eligibility, RequestStatus } from '#domain/words'
import type { Actor } from '#handlers/define'
import type { Life } from './agenda.ts'
import { borrowLife, wantsBorrowing } from './borrow-life.ts'
import type { Arrival } from './fleet.ts'
import { chargedBy, diagnosedContent, intakeContent, type Visit } from './job.ts'
import { labelPieces } from './old-parts.ts'
import { contentOnFile, orderOf, step } from './order-steps.ts'
import { days, type Shop } from './shop.ts'

/** `stopAt`: the order stays there, so that near the end every state of the machine is to be seen. */
export type Stop = 'reported' | 'toDispatch' | 'waiting' | 'repairing' | 'awaitingParts' | 'finished' | 'inspected' | 'delivered' | null
export type Coming = {
  readonly arrival: Arrival
  readonly visit: Visit
  readonly stopAt: Stop
  readonly returns: (arrival: Arrival, visit: Visit, inMinutes: number) => void
}

const squared: readonly RequestStatus[] = ['settled', 'billed', 'refused', 'withdrawn', 'sentBack']

type Job = { readonly shop: Shop; readonly id: number; readonly technician: Actor; readonly coming: Coming }

/** A visit from the counter to the archive, by the commands of the program, each by who does it in a station. */
export function* orderLife(shop: Shop, coming: Coming): Life {
  const { random, later } = shop
  const { unit } = coming.arrival
  unit.isInShop = true
  const technician = random.pick(shop.people.technicians)
  const job: Job = { shop, id: takeIn(shop, coming, technician), technician, coming }
  const isAway = coming.visit.repairType === 'outing' || coming.stopAt === 'reported' || coming.stopAt === 'toDispatch'
  if (isAway && !(yield* dispatch(job))) return
  if (coming.stopAt === 'waiting') return
  if (coming.stopAt === null && random.chance(0.022)) return yield* cancel(job)
  yield later(random.between(5, 120))
  step(job, technician, 'start')
  if (coming.stopAt === 'repairing') return
  yield later(random.between(15, 90))
  diagnose(job)
  const isLacking = coming.stopAt === 'awaitingParts' || (coming.stopAt === null && wantsBorrowing(job))
  if (isLacking && !(yield* borrowLife(job, coming.stopAt === 'awaitingParts'))) return
  yield later(random.between(25, 300))
  yield* finish(job)
  if (coming.stopAt === 'finished') return
  yield* handBack(job)
  if (coming.stopAt === 'inspected' || coming.stopAt === 'delivered') return
  yield* bringToRest(job)
}

function takeIn(shop: Shop, { arrival: { unit, create }, visit, stopAt }: Coming, technician: Actor): number {
  const reception = shop.random.pick(shop.people.reception)
  const isHere = visit.repairType !== 'outing' && stopAt !== 'reported' && stopAt !== 'toDispatch'
  const content = intakeContent(shop, unit, visit, isHere ? technician.technicianId : null)
  const { id } = shop.call(reception, 'workOrders', 'create', {
    customer: create === null ? { id: unit.customerId } : { create: create.customer },
    unit: create === null ? { id: unit.unitId } : { create: create.unit },
    content: isHere ? content : { ...content, receivedAt: null, channel: 'phone' },
    arrive: isHere,
    draftKey: null,
  })
  const order = orderOf(shop, id)
  Object.assign(unit, { unitId: order.unitId, customerId: order.customerId, lastOrderId: id })
  return id
}

/** Reported by telephone: handed on, planned, then fetched or visited. */
function* dispatch(job: Job): Generator<number, boolean, void> {
  const { shop, coming, technician, id } = job
  const reception = shop.random.pick(shop.people.reception)
  if (coming.stopAt === 'reported') return false
  yield shop.later(shop.random.between(5, 50))
  step(job, reception, 'handOver')
  yield shop.later(shop.random.between(10, 90))
  step(job, reception, 'plan')
  if (coming.stopAt === 'toDispatch') return false
  yield shop.later(shop.random.between(30, 600))
  shop.call(reception, 'workOrders', 'save', {
    id,
    revision: orderOf(shop, id).revision,
    content: { ...contentOnFile(shop, id), technicianId: technician.technicianId, receivedAt: shop.now() },
    draftKey: null,
  })
  step(job, reception, 'receive')
  return true
}

function* cancel(job: Job): Life {
  const { shop, coming } = job
  yield shop.later(shop.random.between(10, 60))
  step(job, shop.random.pick(shop.people.reception), 'cancel', {
    reason: shop.random.pick(['用户等不及，另约时间', '用户改到别处修理', '重复登记', '检查无故障，用户自行骑走']),
  })
  coming.arrival.unit.isInShop = false
}

/** Findings and lines; who pays which line follows the verdict, a few refused ones are approved by the maker. */
function diagnose({ shop, id, technician, coming }: Job): void {
  const { call, random, people } = shop
  const { unit } = coming.arrival
  const found = diagnosedContent(shop, contentOnFile(shop, id), unit, coming.visit)
  const { verdict } = call(technician, 'workOrders', 'assess', { id, unitId: unit.unitId, unit: null, content: found })
  const isCovered = (result: Eligibility | undefined): boolean => result === 'covered' || result === 'special'
  const isSpecial = verdict.result === 'notCovered' && random.chance(0.06)
  const content = isSpecial
    ? { ...found, nature: 'special' as const }
    : chargedBy(
        shop,
        found,
        found.partLines.map((_, index) => isCovered(verdict.perLine[index]?.result)),
        isCovered(verdict.result),
      )
  const { revision } = call(technician, 'workOrders', 'save', { id, revision: orderOf(shop, id).revision, content, draftKey: null })
  if (isSpecial)
    call(people.chief, 'workOrders', 'override', {
      id,
      revision,
      approvalNo: `TP${shop.today().replaceAll('-', '')}${random.digits(2)}`,
      reason: '厂方同意保外特批',
    })
  unit.lastFault = coming.visit.fault
}

function* finish(job: Job): Life {
  const { shop, technician } = job
  step(job, technician, 'finish')
  yield shop.later(shop.random.between(5, 45))
  if (!shop.random.chance(0.035)) return
  step(job, shop.people.inspector, 'failInspection', {
    reason: shop.random.pick(['试车仍有异响', '怠速不稳', '紧固件力矩不足', '接头渗油']),
  })
  yield shop.later(shop.random.between(40, 160))
  step(job, technician, 'finish')
  yield shop.later(shop.random.between(5, 45))
}

/** Inspection by another, voucher, labels, signature. */
function* handBack(job: Job): Life {
  const { shop, id, coming } = job
  const { random, people, call } = shop
  const isLate = random.chance(0.07)
  if (!isLate) labelPieces(shop, id)
  step(job, people.inspector, 'passInspection')
  if (coming.stopAt === 'inspected') return
  const reception = random.pick(people.reception)
  yield shop.later(random.chance(0.85) ? random.between(10, 240) : days(random.between(1, 3)))
  const { nature, revision } = orderOf(shop, id)
  if (nature !== 'paid') call(reception, 'workOrders', 'issueVoucher', { id, revision })
  yield shop.later(random.between(2, 20))
  step(job, reception, 'deliver', {
    userSigned: nature !== 'paid',
    billPaid: nature === 'paid' || nature === 'mixed',
    userOpinion: random.pickWeighted([
      ['满意', 90],
      ['基本满意', 9],
      ['不满意', 1],
    ]),
  })
  coming.arrival.unit.isInShop = false
  planReturn(job)
  if (!isLate) return
  yield shop.later(days(random.between(6, 60)))
  labelPieces(shop, id)
}

/** A job that does not hold: within the station's own guarantee it is a 返修, later the same fault counts as repeated. */
function planReturn({
  shop,
  id,
  coming: {
    arrival: { unit },
    visit,
    returns,
  },
}: Job): void {
  if (visit.fault === null || visit.repairType === 'rework') return
  const again = { fault: visit.fault, arrival: { unit, create: null } }
  const isGuaranteed = orderOf(shop, id).nature !== 'paid'
  if (isGuaranteed && shop.random.chance(0.016))
    returns(again.arrival, { repairType: 'rework', fault: again.fault, repeatOfId: id }, days(shop.random.between(3, 12)))
  else if (shop.random.chance(0.03))
    returns(again.arrival, { repairType: 'general', fault: again.fault, repeatOfId: null }, days(shop.random.between(33, 120)))
}

/** Claim complete, user called, borrowings settled, order closed. */
function* bringToRest(job: Job): Life {
  const { shop, id } = job
  const { random, people, call } = shop
  yield shop.later(random.chance(0.9) ? random.between(600, 1600) : days(random.between(2, 5)))
  const [clerk] = people.clerks
  const claim = findClaimOfOrder(shop.db(), id)
  if (claim?.status === 'draft' && random.chance(0.75)) call(clerk, 'claims', 'ready', { ids: [claim.id] })
  step(job, random.pick(people.reception), 'callBack', {
    reason: random.pickWeighted([
      ['用户满意', 80],
      ['用户满意，提醒按时保养', 15],
      ['电话两次未接，短信告知', 5],
    ]),
  })
  yield shop.later(days(random.between(1, 6)))
  for (let tries = 0; tries < 12; tries += 1) {
    if (mayClose(job)) return step(job, clerk, 'close')
    yield shop.later(days(10))
  }
}

/** 关闭 waits for borrowed parts to be squared with the maker. */
function mayClose({ shop, id }: Job): boolean {
  const { people, call } = shop
  const open = listRequestsOfOrder(shop.db(), id).filter(({ status }) => !squared.includes(status))
  for (const request of open.filter(({ status }) => status === 'oldPartSent')) {
    call(people.partsKeeper, 'partsRequests', 'step', {
      id: request.id,
      revision: request.revision,
      event: 'settle',
      reason: '',
      waybillNo: null,
      ticked: true,
      quantities: [],
    })
  }
  return open.every(({ status }) => status === 'oldPartSent')
}
