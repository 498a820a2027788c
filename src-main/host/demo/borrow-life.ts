import { listOrderPartLines } from '#db/queries/work-orders'
import type { Actor } from '#handlers/define'
import { contentOnFile, orderOf, step } from './order-steps.ts'
import { days, type Shop } from './shop.ts'

type Job = { readonly shop: Shop; readonly id: number; readonly technician: Actor }
type RequestStep = {
  readonly event: string
  readonly reason?: string
  readonly waybillNo?: string
  readonly ticked?: boolean
  readonly received?: boolean
}

/** A dear part is not always on the shelf. */
export function wantsBorrowing({ shop, id }: Job): boolean {
  const main = listOrderPartLines(shop.db(), id).find((line) => line.isMain)
  return main !== undefined && main.chargeMode === 'warranty' && main.priceFen > 9000 && shop.random.chance(0.22)
}

/** 求援: asked by telephone, sent, shipped by the maker, arrived. False while the order still waits. */
export function* borrowLife(job: Job, isStillWaiting: boolean): Generator<number, boolean, void> {
  const { shop, id, technician } = job
  const { random, people, later } = shop
  const requestId = requestMain(job)
  if (requestId === null) return true
  agree(shop, requestId)
  yield later(random.between(5, 60))
  stepRequest(shop, requestId, { event: 'send', ticked: true })
  step(job, technician, 'lackPart')
  yield later(days(random.between(0, 2)) + random.between(60, 400))
  stepRequest(shop, requestId, {
    event: 'ship',
    waybillNo: `${random.pick(shop.samples.names.carriers).waybillPrefix}${random.digits(9)}`,
    received: true,
  })
  if (isStillWaiting) return false
  yield later(days(random.between(1, 6)) + random.between(30, 300))
  stepRequest(shop, requestId, { event: 'receive', received: true })
  yield later(random.between(20, 240))
  if (orderOf(shop, id).status === 'awaitingParts') step(job, people.partsKeeper, 'partArrived')
  return true
}

/** The main part is borrowed, or ordered where the user pays for it; its line says so before it is asked for. */
function requestMain({ shop, id, technician }: Job): number | null {
  const { call, people } = shop
  const content = contentOnFile(shop, id)
  const main = content.partLines.find((line) => line.isMain)
  if (main === undefined || main.id === null) return null
  const isPaid = main.chargeMode === 'paid'
  const partLines = content.partLines.map((line) =>
    line.id === main.id ? { ...line, supplyMode: isPaid ? ('bought' as const) : ('borrowed' as const) } : line,
  )
  call(technician, 'workOrders', 'save', { id, revision: orderOf(shop, id).revision, content: { ...content, partLines }, draftKey: null })
  return call(people.partsKeeper, 'partsRequests', 'createFromOrder', {
    workOrderId: id,
    kind: isPaid ? 'order' : 'borrow',
    lines: [{ partLineId: main.id, qty: main.qty }],
  }).id
}

function agree({ call, people, random, now }: Shop, id: number): void {
  const { revision, kind, workOrderId, receiver, receiverPhone, shipTo, lines } = call(people.partsKeeper, 'partsRequests', 'get', { id })
  call(people.partsKeeper, 'partsRequests', 'save', {
    id,
    revision,
    content: {
      kind,
      workOrderId,
      receiver,
      receiverPhone,
      shipTo,
      lines,
      agreedBy: random.pick(['示例服务科 刘工', '示例服务科 高工', '示例服务科 丁工']),
      agreedAt: now(),
      agreedVia: random.chance(0.7) ? 'phone' : 'wechat',
      neededOn: null,
      shipMethod: '快递',
      waybillNo: '',
      note: '',
    },
  })
  stepRequest({ call, people }, id, { event: 'agree' })
}

function stepRequest(
  { call, people }: Pick<Shop, 'call' | 'people'>,
  id: number,
  { event, reason, waybillNo, ticked, received }: RequestStep,
): void {
  const { revision, lines } = call(people.partsKeeper, 'partsRequests', 'get', { id })
  const quantities =
    received === true ? lines.flatMap((line) => (line.id === null ? [] : [{ lineId: line.id, qty: line.qtyRequested }])) : []
  call(people.partsKeeper, 'partsRequests', 'step', {
    id,
    revision,
    event,
    reason: reason ?? '',
    waybillNo: waybillNo ?? null,
    ticked: ticked ?? false,
    quantities,
  })
}
