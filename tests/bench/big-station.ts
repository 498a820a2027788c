import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { closeDatabase, openDatabase } from '#db/open'
import { initialsToken, pinyinInitials, tokensOf } from '#db/search'
import type { Sqlite } from '#db/types'
import { commandLine, createHost } from '#host/create-host'
import { silentLogger } from '#host/log'
import { resources } from '#host/resources'
import { loadSamples } from '#host/station-builder'
import { benchNow, lastMonth, orderPlan, ownerOf, unitOf, type Names } from './big-station-data.ts'

export const benchFolder = join(tmpdir(), 'sanbao-bench')

/** `seconds`: how long the orders took to write, null when the file lay there from an earlier run. */
export type BigStation = { readonly file: string; readonly orders: number; readonly seconds: number | null }

/**
 * The sample station with so many orders, a third as many owners and vehicles, lines, claims and steps. Written by plain
 * INSERTs, because only reading and saving beside them is measured; kept in the temporary folder for the next run.
 */
export async function bigStation(orders: number): Promise<BigStation> {
  mkdirSync(benchFolder, { recursive: true })
  const file = join(benchFolder, `orders-${orders}-${shapeOfData()}.sqlite`)
  if (existsSync(file)) return { file, orders, seconds: null }
  removeLeftOvers(orders)
  const half = `${file}.half`
  removeDatabase(half)
  const host = await createHost({ dbFile: half, createIfMissing: true, clock: benchNow, logger: silentLogger })
  host.now('station', 'found', loadSamples(resources()), commandLine, crypto.randomUUID())
  await host.close()
  const start = performance.now()
  const db = openDatabase(half, 'existing')
  // the rows are made to fit each other, and nobody else has the file: no looking up of parents, no going back
  for (const pragma of [
    'journal_mode = DELETE',
    'journal_mode = OFF',
    'synchronous = OFF',
    'foreign_keys = OFF',
    'secure_delete = OFF',
    'cell_size_check = OFF',
    'cache_size = -600000',
  ])
    db.$client.pragma(pragma)
  db.$client.transaction(() => withoutIndexes(db.$client, () => fill(db.$client, orders))).immediate()
  db.$client.exec(
    "INSERT INTO customer_search (customer_search) VALUES ('optimize'); INSERT INTO unit_search (unit_search) VALUES ('optimize')",
  )
  db.$client.pragma('journal_mode = WAL')
  closeDatabase(db)
  renameSync(half, file)
  return { file, orders, seconds: (performance.now() - start) / 1000 }
}

/** A copy to work on, so that every run starts from the same file. */
export function workingCopy(station: BigStation): string {
  const copy = join(benchFolder, `work-${process.pid}.sqlite`)
  removeDatabase(copy)
  copyFileSync(station.file, copy)
  return copy
}

/** Stations of another shape and copies of runs that were stopped: gigabytes that nobody would miss. */
function removeLeftOvers(orders: number): void {
  for (const name of readdirSync(benchFolder)) {
    const [, worker] = /^work-(\d+)\.sqlite/.exec(name) ?? []
    const isStale = worker === undefined ? name.startsWith(`orders-${orders}-`) : !isRunning(Number(worker))
    if (isStale) rmSync(join(benchFolder, name), { force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

export function removeDatabase(file: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal', '-half']) rmSync(`${file}${ending}`, { force: true })
}

/** Another schema or another way of filling makes another file. */
function shapeOfData(): string {
  const { migrations } = resources()
  const hash = createHash('sha256')
  for (const name of readdirSync(migrations)
    .filter((entry) => entry.endsWith('.sql'))
    .sort())
    hash.update(readFileSync(join(migrations, name)))
  for (const name of ['big-station.ts', 'big-station-data.ts']) hash.update(readFileSync(join(import.meta.dirname, name)))
  return hash.digest('hex').slice(0, 8)
}

/** Indexes built after the rows take a fraction of the time of indexes kept row by row. */
function withoutIndexes(sqlite: Sqlite, work: () => void): void {
  const indexes = sqlite
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('work_orders', 'work_order_parts', 'work_order_labour', 'claims', 'step_history', 'customers', 'units')",
    )
    .all()
  for (const { name } of indexes) sqlite.exec(`DROP INDEX ${name}`)
  work()
  for (const { sql } of indexes) sqlite.exec(sql)
}

function inserter(sqlite: Sqlite, table: string) {
  let statement: ReturnType<Sqlite['prepare']> | undefined
  return (row: Readonly<Record<string, string | number | null>>) => {
    const columns = Object.keys(row)
    statement ??= sqlite.prepare(
      `INSERT INTO ${table} (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    )
    return statement.run(Object.values(row))
  }
}

function fill(sqlite: Sqlite, orders: number): void {
  const names = JSON.parse(readFileSync(join(resources().samples, 'names.json'), 'utf8')) as Names
  const models = sqlite.prepare<[], { id: number; name: string }>('SELECT id, name FROM models WHERE uses_vin = 1').all()
  const parts = sqlite
    .prepare<[], { id: number; code: string; name: string; price: number }>('SELECT id, code, name, price_fen AS price FROM parts')
    .all()
  const faults = sqlite
    .prepare<[], { id: number; text: string; cause: string; method: string }>('SELECT id, text, cause, method FROM fault_codes')
    .all()
  const technicians = sqlite.prepare<[], { id: number; name: string }>('SELECT id, name FROM technicians').all()
  const owners = Math.round(orders * 0.3)
  const units = Math.round(orders * 0.35)
  fillOwners(sqlite, names, owners)
  fillUnits(sqlite, models, owners, units)
  const insert = {
    order: inserter(sqlite, 'work_orders'),
    part: inserter(sqlite, 'work_order_parts'),
    labour: inserter(sqlite, 'work_order_labour'),
    claim: inserter(sqlite, 'claims'),
    step: inserter(sqlite, 'step_history'),
  }
  for (const plan of orderPlan({ orders, owners, units, parts, faults, technicians })) {
    insert.order(plan.order)
    for (const line of plan.parts) insert.part(line)
    for (const line of plan.labour) insert.labour(line)
    if (plan.claim !== null) insert.claim(plan.claim)
    for (const step of plan.steps) insert.step(step)
  }
  const inMonth = sqlite.prepare<[string], { n: number }>('SELECT count(*) AS n FROM work_orders WHERE no LIKE ?')
  const sequence = inserter(sqlite, 'number_sequences')
  sequence({ form: 'WO', period: lastMonth, last: inMonth.get(`%-${lastMonth}-%`)?.n ?? 0 })
}

function fillOwners(sqlite: Sqlite, names: Names, owners: number): void {
  const insert = inserter(sqlite, 'customers')
  const index = sqlite.prepare('INSERT INTO customer_search (rowid, tokens) VALUES (?, ?)')
  const initials = new Map<string, string>()
  for (let id = 1; id <= owners; id += 1) {
    const owner = ownerOf(names, id)
    const pinyin = initials.get(owner.name) ?? pinyinInitials(owner.name)
    initials.set(owner.name, pinyin)
    insert({ ...owner, pinyin })
    index.run(id, [...new Set([owner.name, owner.phone].flatMap(tokensOf)), ...initialsToken(pinyin)].join(' '))
  }
}

function fillUnits(sqlite: Sqlite, models: readonly { id: number; name: string }[], owners: number, units: number): void {
  const insert = inserter(sqlite, 'units')
  const index = sqlite.prepare('INSERT INTO unit_search (rowid, tokens) VALUES (?, ?)')
  for (let id = 1; id <= units; id += 1) {
    const unit = unitOf(models, owners, id)
    insert(unit)
    index.run(id, [...new Set([unit.frame_no, unit.engine_no, unit.plate_no, unit.model_name].flatMap(tokensOf))].join(' '))
  }
}
