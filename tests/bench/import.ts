import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { createClient } from '#contract/client'
import { contract, type Api } from '#contract/index'
import { listCatalogueForImport } from '#db/queries/import-known'
import { commandLine, createHost, type Host } from '#host/create-host'
import { silentLogger } from '#host/log'
import { resources } from '#host/resources'
import { loadSamples } from '#host/station-builder'
import { filledWorkbook } from '#tests/support/filled-workbook'
import { benchNow } from './big-station-data.ts'
import { ledgerRows } from './ledger.ts'
import { spreadOf } from './measure.ts'
import { figure, goals, heading, machineLine, megabytes, milliseconds, note, table } from './report.ts'

const orders = 10_000
const runs = 3

type Took = { readonly check: number; readonly apply: number; readonly created: number }

/** A ledger of 10,000 orders from the uploaded file to the rows on disk, into an empty sample station. */
export async function run(): Promise<void> {
  heading(`import · ledger of ${orders.toLocaleString('en')} orders`)
  note(machineLine())
  const workbook = await madeWorkbook()
  note(
    `${orders.toLocaleString('en')} orders with two parts and one labour line each, a third of them on vehicles that came before; workbook ${megabytes(workbook.byteLength)}. ${runs} runs after one of warm-up, each into a new station.\n`,
  )
  const took: Took[] = []
  for (let nth = 0; nth <= runs; nth += 1) took.push(await importOnce(workbook))
  const of = (pick: (one: Took) => number) => spreadOf(took.slice(1).map(pick))
  const whole = of(({ check, apply }) => check + apply)
  table(
    ['step', 'median', 'low–high'],
    [
      ['read and checked in the worker, preview', ...milliseconds(of(({ check }) => check))],
      ['saved, one transaction', ...milliseconds(of(({ apply }) => apply))],
      ['**whole**', ...milliseconds(whole)],
    ],
  )
  note(`\n${figure(took[0]?.created ?? 0)} orders came into being.`)
  goals([
    { what: 'orders a second, from the file to the disk', value: orders / (whole.median / 1000), limit: 1000, unit: '/s', larger: true },
  ])
}

async function importOnce(workbook: Uint8Array): Promise<Took> {
  return withStation(async (host, api) => {
    const start = performance.now()
    const preview = await api.imports.preview({ kind: 'work-orders', uploadId: host.upload('ledger.xlsx', workbook) })
    if (preview.rejectedTotal > 0) throw new Error(`the ledger of the benchmark is refused: ${JSON.stringify(preview.rejected[0])}`)
    const checked = performance.now()
    const { created } = await api.imports.apply({ importId: preview.importId, skipBad: false })
    return { check: checked - start, apply: performance.now() - checked, created }
  })
}

function madeWorkbook(): Promise<Uint8Array> {
  return withStation((host) => filledWorkbook('work-orders', ledgerRows(listCatalogueForImport(host.db()), orders)))
}

async function withStation<T>(work: (host: Host, api: Api) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'sanbao-import-'))
  const host = await createHost({ dbFile: join(folder, 'station.sqlite'), createIfMissing: true, clock: benchNow, logger: silentLogger })
  try {
    host.now('station', 'found', loadSamples(resources()), commandLine, crypto.randomUUID())
    const seat = { id: 'bench', kind: 'cli', userId: null } as const
    return await work(
      host,
      createClient(
        contract,
        (call) => host.route(call, seat),
        () => crypto.randomUUID(),
      ),
    )
  } finally {
    await host.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
