import type { InputOf } from '#contract/define'
import type { AppContract } from '#contract/index'
import type { Db } from '#db/types'
import { instant } from '#domain/dates'
import { fen } from '#domain/money'
import { commandLine, type Host } from '#host/create-host'
import { pick, seeded } from './measure.ts'

type ListInput = InputOf<AppContract['workOrders']['list']>

export const allOrders: ListInput = {
  offset: 0,
  limit: 100,
  sort: [{ column: 'reportedAt', direction: 'desc' }],
  text: '',
  filter: { statuses: [], nature: null, technicianId: null, view: 'all' },
}

export function listOrders(host: Host, question: Partial<ListInput>) {
  return host.now('workOrders', 'list', { ...allOrders, ...question }, commandLine, '')
}

/** Words people type, each in several instances taken from the file, so that no call finds the pages of the last one warm. */
export type Words = { readonly what: string; readonly texts: readonly string[] }

export function wordsToFind(db: Db): readonly Words[] {
  const chance = seeded(7)
  const columns = (sql: string) =>
    db.$client
      .prepare<[], { text: string }>(sql)
      .all()
      .map(({ text }) => text)
  const some = (table: string, column: string, where = '1') =>
    columns(`SELECT ${column} AS text FROM ${table} WHERE ${where} AND id % 997 = 5 ORDER BY id LIMIT 300`)
  const among = (texts: readonly string[]) => Array.from({ length: 40 }, () => pick(texts, chance()))
  return [
    { what: 'name of 2 hanzi', texts: among(some('customers', 'name', 'length(name) = 2')) },
    { what: 'name of 3 hanzi', texts: among(some('customers', 'name', 'length(name) = 3')) },
    { what: 'one hanzi, very frequent (王)', texts: ['王'] },
    { what: 'initials (2 letters)', texts: among(some('customers', 'substr(pinyin, 1, 2)')) },
    { what: 'telephone, last 4', texts: among(some('customers', 'substr(phone, -4)')) },
    { what: 'telephone, whole', texts: among(some('customers', 'phone')) },
    { what: 'plate', texts: among(some('units', 'plate_no')) },
    { what: 'frame number, last 6', texts: among(some('units', 'substr(frame_no, -6)')) },
    { what: 'model name (a fifteenth of all)', texts: among(columns('SELECT DISTINCT model_name AS text FROM units')) },
    { what: 'no hit', texts: ['䶮𬭎', '9999999999'] },
  ]
}

/** Nobody on file twice: each new order is about another vehicle. */
export function newOrders(db: Db): (nth: number) => InputOf<AppContract['workOrders']['create']> {
  const units = db.$client
    .prepare<[], { id: number; owner: number }>('SELECT id, owner_id AS owner FROM units WHERE id % 31 = 3 LIMIT 2000')
    .all()
  const parts = db.$client
    .prepare<[], { id: number; code: string; name: string; price: number }>(
      'SELECT id, code, name, price_fen AS price FROM parts LIMIT 100',
    )
    .all()
  return (nth) => {
    const unit = pick(units, (nth * 0.618) % 1)
    const part = pick(parts, (nth * 0.37) % 1)
    return {
      customer: { id: unit.owner },
      unit: { id: unit.id },
      arrive: true,
      draftKey: null,
      content: {
        manufacturerId: 1,
        oemNo: '',
        channel: 'walkIn',
        urgency: 'normal',
        repairType: 'general',
        nature: 'warranty',
        solution: 'onSite',
        senderName: '王小军',
        senderPhone: '13964107788',
        reportedAt: instant('2026-11-22T01:30:00.000Z'),
        expectedAt: null,
        receivedAt: instant('2026-11-22T01:40:00.000Z'),
        mileage: 30_000,
        customerStatement: '行驶中突然熄火，等二十分钟后能着车',
        checkResult: '点火线圈次级断路',
        faultReason: '',
        repairMethod: '',
        faultCodeId: null,
        responsibility: 'maker',
        severity: 'ordinary',
        exclusions: [],
        approvalNo: '',
        technicianId: 1,
        repeatOfId: null,
        note: '',
        outings: [],
        otherFees: [],
        partLines: [
          {
            id: null,
            partId: part.id,
            partCode: part.code,
            partName: part.name,
            unit: '只',
            qty: 1,
            priceFen: fen(part.price),
            chargeMode: 'warranty',
            supplyMode: 'stock',
            faultMode: 'openCircuit',
            oldPartRequired: true,
            oldPartCode: '',
            isMain: true,
            newSerial: '',
            oldSerial: '',
            note: '',
          },
        ],
        labourLines: ['DG0101', 'DG0102'].map((labourCode) => ({
          id: null,
          labourCode,
          labourName: '更换点火线圈',
          hours: 80,
          rateFen: fen(6000),
          chargeMode: 'warranty' as const,
          technicianId: null,
        })),
      },
    }
  }
}
