import { statSync } from 'node:fs'
import { closeDatabase, openDatabase } from '#db/open'
import { localDate } from '#domain/dates'
import { commandLine, createHost, type Host } from '#host/create-host'
import { silentLogger } from '#host/log'
import { benchNow } from './big-station-data.ts'
import { benchFolder, bigStation, removeDatabase, workingCopy } from './big-station.ts'
import { listOrders, newOrders, wordsToFind, type Words } from './db-questions.ts'
import { latency, type Latency } from './measure.ts'
import { appendDurably, floorPage, likeSearch, offsetPage, openRaw, saveOrders } from './peers/raw-sqlite.ts'
import { figure, goals, heading, machineLine, megabytes, note, quick, table } from './report.ts'

/** Questions a user asks of a long-running station, through the real handlers, beside the plain way and the limit. */
export async function run({ full }: { readonly full: boolean }): Promise<void> {
  for (const orders of full ? [100_000, 1_000_000] : [100_000]) await measure(orders)
}

export async function measure(orders: number): Promise<void> {
  const station = await bigStation(orders)
  const file = workingCopy(station)
  heading(`db · ${orders.toLocaleString('en')} orders`)
  note(
    machineLine([`file ${megabytes(statSync(file).size)}${station.seconds === null ? '' : `, written in ${figure(station.seconds)} s`}`]),
  )
  note(
    'Every call through the real handler (input checked, rows read, total counted); p50 / p99 of 100 calls after 10 of warm-up unless said otherwise.\n',
  )
  try {
    const words = await wordsOf(file)
    const lists = await ours(file, (host) => measureLists(host, orders))
    const searches = await ours(file, (host) => measureSearch(host, words))
    const saves = await ours(file, measureSaves)
    const plain = measurePeers(file, orders, words)
    printLists(lists, plain)
    printSearch(words, searches, plain, likeRuns(orders))
    printSaves(saves, plain)
  } finally {
    removeDatabase(file)
  }
}

async function ours<T>(file: string, work: (host: Host) => T): Promise<T> {
  const host = await createHost({ dbFile: file, clock: benchNow, logger: silentLogger })
  try {
    return work(host)
  } finally {
    await host.close()
  }
}

async function wordsOf(file: string): Promise<readonly Words[]> {
  const db = openDatabase(file, 'existing')
  const words = wordsToFind(db)
  closeDatabase(db)
  return words
}

const lastMonthAsked = {
  from: localDate('2026-10-01'),
  to: localDate('2026-10-31'),
  allMakers: false,
  technicianId: null,
  model: '',
  batchId: null,
}

type Named = { readonly what: string; readonly took: Latency }

function measureLists(host: Host, orders: number): readonly Named[] {
  const filter = { statuses: [], nature: null, technicianId: null, view: 'all' as const }
  const list = (what: string, question: Parameters<typeof listOrders>[1]): Named => ({
    what,
    took: latency(() => listOrders(host, question)),
  })
  return [
    list('newest 100', {}),
    list(`100 from row ${(orders / 10).toLocaleString('en')}`, { offset: orders / 10 }),
    list(`100 from row ${(orders / 2).toLocaleString('en')}`, { offset: orders / 2 }),
    list('at 待件, newest first', { filter: { ...filter, statuses: ['awaitingParts'] } }),
    list('open orders (view)', { filter: { ...filter, view: 'open' } }),
    list('repaired, not yet claimed (view)', { filter: { ...filter, view: 'notClaimed' } }),
    list('closed, newest first', { filter: { ...filter, statuses: ['closed'] } }),
    list('charged work of one technician', { filter: { ...filter, nature: 'paid', technicianId: 3 } }),
    list('dearest first', { sort: [{ column: 'totalFen', direction: 'desc' }] }),
    { what: 'desk (home.summary)', took: latency(() => host.now('home', 'summary', {}, commandLine, '')) },
    {
      what: 'customers by newest order',
      took: latency(() =>
        host.now(
          'customers',
          'list',
          { offset: 0, limit: 100, sort: [{ column: 'lastOrderAt', direction: 'desc' }], text: '', filter: { kind: null } },
          commandLine,
          '',
        ),
      ),
    },
    ...(['F20', 'F24'] as const).map((form): Named => ({
      what: `last month gathered: ${form}`,
      took: latency(() => host.now('forms', 'gather', { form, manufacturerId: 1, ask: lastMonthAsked }, commandLine, ''), {
        warmUp: 3,
        runs: 20,
      }),
    })),
    { what: 'one order opened', took: latency((nth) => host.now('workOrders', 'get', { id: orders - nth * 11 }, commandLine, '')) },
  ]
}

type Searched = { readonly list: Latency; readonly intake: Latency; readonly anything: Latency }

function measureSearch(host: Host, words: readonly Words[]): readonly Searched[] {
  return words.map(({ texts }) => {
    const text = (nth: number) => texts[nth % texts.length] ?? ''
    return {
      list: latency((nth) => listOrders(host, { text: text(nth) })),
      intake: latency((nth) => host.now('customers', 'find', { text: text(nth), limit: 20 }, commandLine, '')),
      anything: latency((nth) => host.now('home', 'find', { text: text(nth), limit: 20 }, commandLine, '')),
    }
  })
}

type Saved = { readonly durable: Latency; readonly withoutDisk: Latency }

function measureSaves(host: Host): Saved {
  const order = newOrders(host.db())
  let done = 0
  const create = (): unknown => host.now('workOrders', 'create', order((done += 1)), commandLine, crypto.randomUUID())
  const durable = latency(create, { warmUp: 20, runs: 200 })
  host.db().$client.pragma('synchronous = OFF')
  return { durable, withoutDisk: latency(create, { warmUp: 20, runs: 200 }) }
}

const likeRuns = (orders: number): number => (orders > 100_000 ? 1 : 5)

type Plain = {
  readonly floor: Latency
  readonly middle: Latency
  readonly newest: Latency
  readonly like: readonly Latency[]
  readonly wal: Latency
  readonly rollback: Latency
  readonly disk: Latency
}

function measurePeers(file: string, orders: number, words: readonly Words[]): Plain {
  const wal = openRaw(file, 'wal')
  const read = {
    floor: floorPage(wal, orders),
    middle: offsetPage(wal, orders / 2),
    newest: offsetPage(wal, 0),
    like: words.map(({ texts }) => likeSearch(wal, texts, likeRuns(orders))),
    wal: saveOrders(wal),
  }
  wal.close()
  const rollback = openRaw(file, 'delete')
  const slow = saveOrders(rollback)
  rollback.close()
  return { ...read, rollback: slow, disk: appendDurably(benchFolder) }
}

function printLists(lists: readonly Named[], plain: Plain): void {
  table(
    ['list', 'p50', 'p99'],
    [
      ...lists.map(({ what, took }) => [what, ...quick(took)]),
      ['*plain:* joined SELECT with OFFSET 0, better-sqlite3', ...quick(plain.newest)],
      ['*plain:* the same with OFFSET in the middle', ...quick(plain.middle)],
      ['*limit:* 100 rows side by side, found by id', ...quick(plain.floor)],
    ],
  )
  const middle = lists[2]?.took ?? plain.middle
  goals([
    { what: 'D4 page in the middle against plain OFFSET', value: plain.middle.p50 / middle.p50, limit: 35, unit: '×', larger: true },
    { what: 'D4 page in the middle against the limit', value: middle.p50 / plain.floor.p50, limit: 3, unit: '×' },
    { what: 'D4 page in the middle, p99', value: middle.p99, limit: 2, unit: ' ms' },
    {
      what: 'every list here, slowest p50 (a person should not wait)',
      value: Math.max(...lists.map(({ took }) => took.p50)),
      limit: 100,
      unit: ' ms',
    },
  ])
}

function printSearch(words: readonly Words[], searches: readonly Searched[], plain: Plain, runs: number): void {
  note(
    `\nSearch, p50 / p99 in ms; *plain* is LIKE over name, telephone, plate and frame number, newest 100 (${runs === 1 ? 'a single run' : `${runs} runs`}).\n`,
  )
  const pair = ({ p50, p99 }: Latency) => `${figure(p50)} / ${figure(p99)}`
  table(
    ['what is typed', 'list of orders', 'intake search', 'Ctrl+K', '*plain* LIKE'],
    words.map(({ what }, nth) => {
      const row = searches[nth]
      const like = plain.like[nth]
      return row && like ? [what, pair(row.list), pair(row.intake), pair(row.anything), figure(like.p50)] : [what]
    }),
  )
  const all = searches.flatMap(({ list, intake, anything }) => [list, intake, anything])
  const selective = searches.flatMap(({ list }, nth) =>
    /telephone|plate|frame|no hit/.test(words[nth]?.what ?? '') ? [(plain.like[nth]?.p50 ?? 0) / list.p50] : [],
  )
  const worst = Math.max(...searches.map(({ list }) => list.p50))
  goals([
    {
      what: 'D7 worst word in the list against the worst of LIKE',
      value: Math.max(...plain.like.map(({ p50 }) => p50)) / worst,
      limit: 40,
      unit: '×',
      larger: true,
    },
    { what: 'D7 selective words against LIKE (the least of them)', value: Math.min(...selective), limit: 100, unit: '×', larger: true },
    { what: 'D7 p99 of all searches', value: Math.max(...all.map(({ p99 }) => p99)), limit: 20, unit: ' ms' },
    {
      what: 'finder, keystroke → rows, slowest p50',
      value: Math.max(...searches.flatMap(({ intake, anything }) => [intake.p50, anything.p50])),
      limit: 100,
      unit: ' ms',
    },
  ])
}

function printSaves({ durable, withoutDisk }: Saved, { wal, rollback, disk }: Plain): void {
  note('\nOne order saved durably (200 times).\n')
  table(
    ['save', 'p50', 'p99'],
    [
      ['workOrders.create through the router: order, 3 lines, number, verdict, steps, clocks, command log', ...quick(durable)],
      ['the same without waiting for the disk (synchronous OFF)', ...quick(withoutDisk)],
      ['*plain:* order and 3 lines, better-sqlite3 prepared, WAL + FULL', ...quick(wal)],
      ['*plain:* the same in SQLite’s default journal', ...quick(rollback)],
      ['*limit:* 16 kB appended + fdatasync', ...quick(disk)],
    ],
  )
  goals([
    { what: 'D1 saved against fdatasync of this disk', value: durable.p50 / disk.p50, limit: 2, unit: '×' },
    { what: 'D1 saved against the default journal', value: rollback.p50 / durable.p50, limit: 3, unit: '×', larger: true },
    { what: 'D1 saved against plain better-sqlite3', value: durable.p50 / wal.p50, limit: 1.15, unit: '×' },
    { what: 'order saved', value: durable.p50, limit: 20, unit: ' ms' },
  ])
}
