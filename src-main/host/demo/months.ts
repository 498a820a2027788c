import { findBatch } from '#db/queries/batches'
import { findManifest } from '#db/queries/manifests'
import { addDays, addMonths, firstOfMonth, instantOf, lastOfMonth, millisOf, monthOf, type LocalDate } from '#domain/dates'
import { fen } from '#domain/money'
import { commandLine } from '../create-host.ts'
import type { Life } from './agenda.ts'
import { days, type Shop } from './shop.ts'

const piecesPerBox = 24
/** Orders a month times months: each claim of a batch that is sent costs the drawing of its voucher, so a large station sends those of the last months only. */
const sentOrders = 6000

/** The monthly work from `from` to `until`: old parts go back about the 6th, the claims of the month before about the 4th. The last batch stays sealed: sending it is left to whoever tries the program. */
export function planMonths(
  shop: Shop,
  { from, until, orders }: { readonly from: LocalDate; readonly until: LocalDate; readonly orders: number },
): void {
  const sentFrom = addMonths(until, -Math.ceil(sentOrders / Math.max(1, orders)))
  for (let month = addMonths(firstOfMonth(from), 1); month <= until; month = addMonths(month, 1)) {
    const isSent = month > sentFrom && addMonths(month, 1) <= until
    shop.schedule(millisOf(instantOf(openDay(shop, addDays(month, 3)), '10:00')), batchesLife(shop, month, isSent))
    shop.schedule(millisOf(instantOf(openDay(shop, addDays(month, 5)), '14:00')), manifestLife(shop, month))
  }
}

/** The day, or the first one after the holidays: a batch built on a holiday would be sealed when its oldest claims are too late. */
function openDay({ isOpen }: Pick<Shop, 'isOpen'>, wanted: LocalDate): LocalDate {
  return isOpen(wanted) ? wanted : openDay({ isOpen }, addDays(wanted, 1))
}

/** What the calendar brings about, every morning: old parts past their day become 逾期. */
export function* mornings({ call, later }: Shop): Life {
  for (;;) {
    call(commandLine, 'home', 'advanceClocks', {})
    yield later(days(2))
  }
}

/** Packed box by box, sealed under the list's number, fetched by the carrier, signed for by the maker. */
function* manifestLife(shop: Shop, month: LocalDate): Life {
  const { call, people, later, random, samples, maker, db } = shop
  const [clerk] = people.clerks
  yield later(random.between(5, 200))
  const onShelf = call(people.partsKeeper, 'returnedParts', 'list', {
    offset: 0,
    limit: 500,
    sort: [{ column: 'labelNo', direction: 'asc' }],
    text: '',
    filter: { statuses: ['labelled', 'overdue'], manufacturerId: maker.id, view: 'all' },
  })
  const pieces = onShelf.rows.filter(({ labelNo }) => labelNo !== '' && !random.chance(0.05))
  if (pieces.length === 0) return
  const { id } = call(people.partsKeeper, 'manifests', 'create', { manufacturerId: maker.id })
  const revision = (): number => findManifest(db(), id)?.revision ?? 0
  let boxNo = 1
  for (const [index, piece] of pieces.entries()) {
    if (index > 0 && index % piecesPerBox === 0) boxNo = call(people.partsKeeper, 'manifests', 'addBox', { id, revision: revision() }).boxNo
    call(people.partsKeeper, 'manifests', 'pack', { id, boxNo, scan: piece.labelNo })
  }
  for (let box = 1; box <= boxNo; box += 1) {
    call(people.partsKeeper, 'manifests', 'saveBox', {
      id,
      revision: revision(),
      boxNo: box,
      weightGrams: random.between(40, 290) * 100,
      size: '60×40×40',
      packing: random.pick(samples.names.packings),
    })
  }
  const carrier = random.pick(samples.names.carriers)
  const waybillNo = `${carrier.waybillPrefix}${random.digits(9)}`
  call(people.partsKeeper, 'manifests', 'save', {
    id,
    revision: revision(),
    content: {
      periodFrom: addMonths(month, -1),
      periodTo: lastOfMonth(addMonths(month, -1)),
      carrier: carrier.name,
      method: carrier.shipMethod,
      waybillNo: '',
      freightFen: fen(random.between(30, 160) * 100),
      payMode: 'collect',
      packer: people.partsKeeper.name,
      preparedBy: clerk.name,
      note: '',
    },
  })
  const take = (event: string, boxesReceived: number | null = null): void => {
    call(clerk, 'manifests', 'step', {
      id,
      revision: revision(),
      event,
      reason: '',
      waybillNo: event === 'ship' ? waybillNo : null,
      boxesReceived,
      ticked: false,
    })
  }
  yield later(random.between(30, 120))
  take('seal')
  yield later(days(1))
  take('ship')
  yield later(days(random.between(4, 9)))
  take('receive', boxNo)
}

/** The claims of the month before, and what was completed too late for the batch of the month before that. */
function* batchesLife(shop: Shop, month: LocalDate, isSent: boolean): Life {
  const period = monthOf(addDays(month, -1))
  const earlier = monthOf(addMonths(month, -2))
  if (isLeftOver(shop, earlier)) yield* batchLife(shop, earlier, isSent)
  yield* batchLife(shop, period, isSent)
}

function isLeftOver({ call, people, maker }: Shop, period: string): boolean {
  const { rows } = call(people.clerks[0], 'claims', 'list', {
    offset: 0,
    limit: 500,
    sort: [],
    text: '',
    filter: { statuses: ['ready'], manufacturerId: maker.id, period, batchId: null },
  })
  return rows.some(({ batchId, stops }) => batchId === null && stops === 0)
}

/** Built from what passes and sealed on the same day, since a claim may be one day short of too old; confirmed by the other clerk, who sends the file a day or two later. */
function* batchLife({ call, errand, people, later, random, maker, db }: Shop, period: string, isSent: boolean): Life {
  const [clerk, second = clerk] = people.clerks
  yield later(random.between(20, 90))
  const { id } = call(clerk, 'batches', 'build', { manufacturerId: maker.id, period })
  if (id === null) return
  const take = (actor: typeof clerk, event: string): void => {
    // 提交: the three copies of F19 are stamped
    call(actor, 'batches', 'step', { id, revision: findBatch(db(), id)?.revision ?? 0, event, reason: '', ticked: event === 'submit' })
  }
  take(clerk, 'seal')
  yield later(random.between(30, 180))
  take(second, 'confirm')
  if (!isSent) return
  yield later(days(random.between(1, 2)))
  yield errand(second, 'batches', 'export', { id, exportId: crypto.randomUUID() })
  take(second, 'submit')
}
