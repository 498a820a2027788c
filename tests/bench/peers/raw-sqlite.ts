/** What the same work costs without our program: plain better-sqlite3 on the same file, and the disk alone. */
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { latency, type Latency } from '../measure.ts'

export type Raw = Database.Database

export function openRaw(file: string, journal: 'wal' | 'delete'): Raw {
  const raw = new Database(file)
  raw.pragma(`journal_mode = ${journal}`)
  raw.pragma('synchronous = FULL')
  return raw
}

const listed = `o.id, o.no, o.status, c.name, c.phone, u.model_name, u.frame_no, u.plate_no, o.nature, o.repair_type, o.eligibility, o.reported_at, o.received_at, o.finished_at,
  o.technician_name, o.voucher_no, o.total_fen, o.claim_total_fen`
const joined = 'work_orders o JOIN customers c ON c.id = o.customer_id JOIN units u ON u.id = o.unit_id'

/** The plain way to a page: one joined SELECT with OFFSET. */
export function offsetPage(raw: Raw, offset: number): Latency {
  const page = raw.prepare(`SELECT ${listed} FROM ${joined} ORDER BY o.reported_at DESC, o.id DESC LIMIT 100 OFFSET ?`)
  return latency(() => page.all(offset), { warmUp: 2, runs: 20 })
}

/** The least a page can cost: the same 100 rows, found by their ids, which stand side by side. */
export function floorPage(raw: Raw, lastId: number): Latency {
  const page = raw.prepare(`SELECT ${listed} FROM ${joined} WHERE o.id <= ? ORDER BY o.id DESC LIMIT 100`)
  return latency(() => page.all(lastId))
}

/** The plain way to search: LIKE over four columns, newest hundred. Takes seconds on a million, so few runs. */
export function likeSearch(raw: Raw, texts: readonly string[], runs: number): Latency {
  const search = raw.prepare(
    `SELECT ${listed} FROM ${joined} WHERE c.name LIKE @like OR c.phone LIKE @like OR u.plate_no LIKE @like OR u.frame_no LIKE @like ORDER BY o.reported_at DESC, o.id DESC LIMIT 100`,
  )
  return latency((nth) => search.all({ like: `%${texts[nth % texts.length]}%` }), { warmUp: 0, runs })
}

/** One order and three lines in one transaction, prepared beforehand: nothing judged, counted, logged. */
export function saveOrders(raw: Raw): Latency {
  const columns = raw
    .prepare<[], { name: string }>("SELECT name FROM pragma_table_info('work_orders') WHERE name NOT IN ('id', 'no', 'ledger_no')")
    .all()
    .map(({ name }) => `"${name}"`)
    .join(', ')
  const order = raw.prepare(`INSERT INTO work_orders (no, ${columns}) SELECT @no, ${columns} FROM work_orders WHERE id = @like`)
  const part =
    raw.prepare(`INSERT INTO work_order_parts (work_order_id, position, part_code, part_name, unit, qty, price_fen, charge_mode, supply_mode, old_part_required, is_main)
    VALUES (@id, @position, 'X-31310', '点火线圈总成', '只', 1, 8650, 'warranty', 'stock', 1, 1)`)
  const last = raw.prepare<[], { id: number }>('SELECT max(id) AS id FROM work_orders').get()?.id ?? 1
  const save = raw.transaction((nth: number) => {
    const { lastInsertRowid } = order.run({ no: `RAW-${process.pid}-${raw.name.length}-${performance.now()}-${nth}`, like: last - nth })
    for (let position = 0; position < 3; position += 1) part.run({ id: lastInsertRowid, position })
  })
  return latency((nth) => save.immediate(nth), { warmUp: 20, runs: 200 })
}

/** The disk alone: 16 kB appended and made durable. */
export function appendDurably(folder: string): Latency {
  const file = join(folder, `sync-${process.pid}`)
  const handle = openSync(file, 'w')
  const block = Buffer.alloc(16_384, 1)
  const measured = latency(
    () => {
      writeSync(handle, block)
      fdatasyncSync(handle)
    },
    { warmUp: 20, runs: 300 },
  )
  closeSync(handle)
  rmSync(file)
  return measured
}
