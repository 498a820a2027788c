import { instantOf, instantOfMillis, localDate, localDateOf, millisOf } from '#domain/dates'
import type { ClaimStatus, WorkOrderStatus } from '#domain/words'
import { pick, seeded } from './measure.ts'

type Row = Readonly<Record<string, string | number | null>>
export type Names = {
  readonly surnames: readonly { readonly text: string; readonly weight: number }[]
  readonly givenMale: readonly string[]
  readonly givenFemale: readonly string[]
  readonly givenRare: readonly string[]
}
type Catalogue = {
  readonly parts: readonly { id: number; code: string; name: string; price: number }[]
  readonly faults: readonly { id: number; text: string; cause: string; method: string }[]
  readonly technicians: readonly { id: number; name: string }[]
}

const nowMillis = millisOf(instantOf(localDate('2026-11-22'), '10:00'))
const years = 10
const day = 86_400_000
/** The clock of every benchmark stands here. */
export const benchNow = (): number => nowMillis
export const lastMonth = '202611'

const chance = seeded(20_261_122)

/** A surname as often as in the country, a given name of one or two characters. */
export function ownerOf(names: Names, id: number) {
  const heavy = names.surnames.reduce((sum, { weight }) => sum + weight, 0)
  let left = chance() * heavy
  const surname = names.surnames.find(({ weight }) => (left -= weight) < 0)?.text ?? '王'
  const given = chance() < 0.01 ? pick(names.givenRare, chance()) : pick(chance() < 0.7 ? names.givenMale : names.givenFemale, chance())
  const second = chance() < 0.45 && given.length === 1 ? pick(names.givenMale, chance()).slice(0, 1) : ''
  return {
    id,
    name: `${surname}${given}${second}`,
    kind: 'person',
    phone: `1${pick(['38', '39', '52', '59', '77', '86'], chance())}${String(Math.floor(chance() * 1e8)).padStart(8, '0')}`,
    address: `示例市城东区迎春东路${1 + Math.floor(chance() * 300)}号`,
    order_count: 3,
    last_order_at: instantOfMillis(nowMillis - Math.floor(chance() * years * 365) * day),
    created_at: '2016-11-21T02:00:00.000Z',
  } as const
}

export function unitOf(models: readonly { id: number; name: string }[], owners: number, id: number) {
  const model = pick(models, chance())
  const plateTail = Array.from({ length: 5 }, () => pick([...'0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'], chance() * 0.6)).join('')
  const made = localDateOf(instantOfMillis(nowMillis - Math.floor(chance() * years * 365) * day))
  return {
    id,
    manufacturer_id: 1,
    model_id: model.id,
    model_name: model.name,
    owner_id: ((id - 1) % owners) + 1,
    frame_no: `LXSMCGLA${pick([...'0123456789X'], chance())}${pick([...'GHJKLMN'], chance())}A${String(id).padStart(6, '0')}`,
    engine_no: `SL156FMI-${String(Math.floor(chance() * 1e8)).padStart(8, '0')}`,
    plate_no: `苏M${plateTail}`,
    color: '黑',
    purchased_on: made,
    usage: 'own',
    tamper_flag: 0,
    created_at: '2016-11-21T02:00:00.000Z',
  } as const
}

/** All but the newest orders are closed; the newest hundredth stands everywhere between 报修 and 已交车. */
function statusOf(id: number, orders: number): WorkOrderStatus {
  if (id <= orders * 0.99) return chance() < 0.01 ? 'cancelled' : 'closed'
  return pick(
    [
      'reported',
      'waiting',
      'waiting',
      'repairing',
      'repairing',
      'awaitingParts',
      'finished',
      'inspected',
      'delivered',
      'delivered',
      'delivered',
      'calledBack',
    ],
    chance(),
  )
}

type Plan = {
  readonly order: Row
  readonly parts: readonly Row[]
  readonly labour: readonly Row[]
  readonly claim: Row | null
  readonly steps: readonly Row[]
}

/** Orders in the order of their days, over ten years up to the clock of the benchmark. */
export function* orderPlan({
  orders,
  owners,
  units,
  parts,
  faults,
  technicians,
}: Catalogue & { orders: number; owners: number; units: number }): Generator<Plan> {
  let month = ''
  let inMonth = 0
  for (let id = 1; id <= orders; id += 1) {
    const reported = nowMillis - Math.round(((orders - id) / orders) * years * 365 * day) - 60_000
    const reportedAt = instantOfMillis(reported)
    const period = localDateOf(reportedAt).slice(0, 7)
    inMonth = period === month ? inMonth + 1 : 1
    month = period
    const unitId = 1 + Math.floor(chance() * units)
    yield planOf({
      id,
      orders,
      reported,
      no: numberOf('WO', month, inMonth),
      ownerId: ((unitId - 1) % owners) + 1,
      unitId,
      fault: pick(faults, chance()),
      technician: pick(technicians, chance()),
      lines: [pick(parts, chance()), pick(parts, chance())],
    })
  }
}

function numberOf(form: string, month: string, sequence: number): string {
  return `SD0731-${form}-${month.replace('-', '')}-${String(sequence).padStart(4, '0')}`
}

type Given = {
  id: number
  orders: number
  reported: number
  no: string
  ownerId: number
  unitId: number
  fault: Catalogue['faults'][number]
  technician: Catalogue['technicians'][number]
  lines: Catalogue['parts']
}

const unfinished: ReadonlySet<WorkOrderStatus> = new Set(['reported', 'waiting', 'repairing', 'awaitingParts', 'cancelled'])

function planOf({ id, orders, reported, no, ownerId, unitId, fault, technician, lines }: Given): Plan {
  const status = statusOf(id, orders)
  const paid = chance() < 0.25
  const done = !unfinished.has(status)
  const at = (hours: number) => instantOfMillis(Math.min(nowMillis, reported + hours * 3_600_000))
  const partsFen = lines.reduce((sum, line) => sum + line.price, 0)
  const totalFen = partsFen + 4800
  const claimFen = paid ? 0 : totalFen
  const finished = done ? at(5) : null
  const voucher = done && !paid ? no.replace('-WO-', '-BD16-') : ''
  const mode = paid ? 'paid' : 'warranty'
  return {
    order: {
      id,
      no,
      status,
      voucher_no: voucher,
      manufacturer_id: 1,
      customer_id: ownerId,
      unit_id: unitId,
      channel: 'walkIn',
      urgency: 'normal',
      repair_type: 'general',
      nature: paid ? 'paid' : 'warranty',
      solution: 'onSite',
      reported_at: at(0),
      received_at: status === 'reported' ? null : at(0),
      started_at: done ? at(1) : null,
      finished_at: finished,
      inspected_at: done ? at(6) : null,
      delivered_at: done ? at(7) : null,
      closed_at: status === 'closed' ? at(80) : null,
      finished_month: finished === null ? null : localDateOf(finished).slice(0, 7),
      mileage: 1000 + Math.floor(chance() * 20_000),
      customer_statement: fault.text,
      check_result: fault.cause,
      fault_reason: fault.cause,
      repair_method: fault.method,
      fault_code_id: fault.id,
      responsibility: 'maker',
      exclusions: '[]',
      eligibility: paid ? 'notCovered' : 'covered',
      technician_id: technician.id,
      technician_name: technician.name,
      user_signed: done ? 1 : 0,
      bill_paid: done ? 1 : 0,
      parts_fen: partsFen,
      labour_fen: 4800,
      outing_fen: 0,
      other_fen: 0,
      total_fen: totalFen,
      claim_total_fen: claimFen,
      payable_fen: totalFen - claimFen,
      created_at: at(0),
      updated_at: at(6),
    },
    parts: lines.map((line, position) => ({
      work_order_id: id,
      position,
      part_id: line.id,
      part_code: line.code,
      part_name: line.name,
      unit: '只',
      qty: 1,
      price_fen: line.price,
      charge_mode: mode,
      supply_mode: 'stock',
      fault_mode: 'worn',
      old_part_required: position === 0 ? 1 : 0,
      is_main: position === 0 ? 1 : 0,
    })),
    labour: [
      {
        work_order_id: id,
        position: 0,
        labour_code: 'DG0101',
        labour_name: '更换发动机总成',
        hours: 80,
        rate_fen: 6000,
        charge_mode: mode,
        technician_id: technician.id,
      },
    ],
    claim:
      finished === null || paid
        ? null
        : {
            no: no.replace('-WO-', '-CLAIM-'),
            status: claimStatusOf(id, orders),
            type: 'general',
            work_order_id: id,
            manufacturer_id: 1,
            period: localDateOf(finished).slice(0, 7),
            parts_fen: partsFen,
            labour_fen: 4800,
            outing_fen: 0,
            other_fen: 0,
            total_fen: totalFen,
            created_at: finished,
          },
    steps: ['register', 'start', 'finish']
      .slice(0, done ? 3 : 1)
      .map((event, nth) => ({ subject_kind: 'workOrder', subject_id: id, event, from: '', to: status, at: at(nth), user_id: 1 })),
  }
}

function claimStatusOf(id: number, orders: number): ClaimStatus {
  if (id > orders * 0.992) return pick(['draft', 'ready', 'ready'], chance())
  return id > orders * 0.98 ? pick(['submitted', 'accepted', 'approved'], chance()) : chance() < 0.98 ? 'reconciled' : 'voided'
}
