import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient } from '#contract/client'
import { contract, type Api } from '#contract/index'
import { localDate } from '#domain/dates'
import { workOrderStatus } from '#domain/words'
import { createHost, type Host } from '#host/create-host'
import { verifyBatchFile } from '#host/batch-file/verify'
import { buildDemo } from '#host/demo/build-demo'
import { startDemo } from '#host/demo/start-demo'
import { silentLogger } from '#host/log'
import { resources } from '#host/resources'

const folder = mkdtempSync(join(tmpdir(), 'sanbao-demo-'))
const until = localDate('2026-11-21')
const orders = 150
const opened: Host[] = []
let station: Api

async function build(name: string, seed: number, count = orders): Promise<string> {
  const file = join(folder, name)
  await buildDemo({ file, orders: count, seed, until, resources: resources() })
  return file
}

async function open(dbFile: string): Promise<Api> {
  const host = await createHost({ dbFile, logger: silentLogger, checkOutputs: true, clock: () => Date.parse('2026-11-21T10:00:00.000Z') })
  opened.push(host)
  return createClient(
    contract,
    (call) => host.route(call, { id: 'cli', kind: 'cli', userId: null }),
    () => crypto.randomUUID(),
  )
}

const whole: { offset: number; limit: number; sort: never[]; text: string } = { offset: 0, limit: 500, sort: [], text: '' }
const ordersOf = (api: Api) => api.workOrders.list({ ...whole, filter: { statuses: [], nature: null, technicianId: null, view: 'all' } })

beforeAll(async () => {
  station = await open(await build('station.sqlite', 1))
}, 240_000)
afterAll(async () => {
  for (const host of opened) await host.close()
  rmSync(folder, { recursive: true, force: true })
})

test('as many orders as asked for, most of them closed, and one at least in every state of the main line', async () => {
  const { rows, total } = await ordersOf(station)
  const states = new Set(rows.map(({ status }) => status))
  const common = Object.keys(workOrderStatus).filter((status) => !['calledBack', 'cancelled', 'toExchange', 'toComplaint'].includes(status))
  expect({
    total,
    missing: common.filter((status) => !states.has(status as keyof typeof workOrderStatus)),
    closed: rows.filter(({ status }) => status === 'closed').length > total / 2,
  }).toEqual({ total: orders, missing: [], closed: true })
})

test('verdicts and natures are mixed, and every finished 三包 order carries a claim of its own sum', async () => {
  const { rows } = await ordersOf(station)
  const claims = (await station.claims.list({ ...whole, filter: { statuses: [], manufacturerId: null, period: null, batchId: null } })).rows
  const finished = rows.filter(({ finishedAt, claimTotalFen, nature }) => finishedAt !== null && claimTotalFen > 0 && nature !== 'paid')
  const sums = new Map(claims.map(({ workOrderId, totalFen }) => [workOrderId, totalFen]))
  expect({
    natures: ['warranty', 'paid', 'mixed'].every((nature) => rows.some((row) => row.nature === nature)),
    verdicts: ['covered', 'notCovered'].every((result) => rows.some((row) => row.eligibility === result)),
    unclaimed: finished.filter(({ id, claimTotalFen }) => sums.get(id) !== claimTotalFen).map(({ no }) => no),
    stops: await stopsOfReady(claims),
  }).toEqual({ natures: true, verdicts: true, unclaimed: [], stops: [] })
})

test('the money of what was sent stands in its lane, and the file HQ got is whole', async () => {
  const lanes = await station.claims.lanes({})
  const { rows } = await station.batches.list({ ...whole, filter: { statuses: ['submitted'], manufacturerId: null } })
  const [first] = rows
  const { files } = await station.batches.get({ id: first?.id ?? 0 })
  const zip = readFileSync(join(folder, 'batches', `${files[0]?.sha256 ?? ''}.zip`))
  expect({ lanes: lanes.filter(({ count }) => count > 0).map(({ lane }) => lane), verified: (await verifyBatchFile(zip)).ok }).toEqual({
    lanes: ['unclaimed', 'claimed'],
    verified: true,
  })
})

/** A claim completed too late for its month may have grown too old in the pool; nothing else may stop one that was ready. */
async function stopsOfReady(claims: readonly { id: number; no: string; status: string; stops: number }[]): Promise<string[]> {
  const stopped = claims.filter(({ status, stops }) => status === 'ready' && stops > 0)
  const found = await Promise.all(
    stopped.map(async ({ id, no }) =>
      (await station.claims.get({ id })).checks.filter(({ rule, ok }) => !ok && rule !== 'age').map(({ rule }) => `${no} ${rule}`),
    ),
  )
  return found.flat()
}

test('the months before were sealed by one clerk, confirmed and sent by another, the last one waits to be sent, old parts are shipped', async () => {
  const batches = (await station.batches.list({ ...whole, filter: { statuses: ['sealed', 'submitted'], manufacturerId: null } })).rows
  const sent = batches.filter(({ status, exportedAt }) => status === 'submitted' && exportedAt !== null)
  const sealed = batches.filter(({ status }) => status === 'sealed').map(({ periodFrom }) => periodFrom.slice(0, 7))
  const manifests = (await station.manifests.list({ ...whole, filter: { statuses: [], manufacturerId: null } })).rows
  expect({
    sent: sent.length > 8,
    sealed: [...new Set(sealed)],
    two: batches.every(({ handler, secondHandler }) => handler !== secondHandler && secondHandler !== ''),
    manifests: manifests.filter(({ status }) => status === 'received').length > 8,
  }).toEqual({ sent: true, sealed: ['2026-10'], two: true, manifests: true })
})

test('the same seed and day give the same lists, another seed another station', async () => {
  const [again, other] = [await open(await build('again.sqlite', 7, 30)), await open(await build('other.sqlite', 8, 30))]
  const same = await open(await build('same.sqlite', 7, 30))
  const [first, second, third] = [await ordersOf(again), await ordersOf(same), await ordersOf(other)]
  expect(second).toEqual(first)
  expect(third.rows.map(({ customerName }) => customerName)).not.toEqual(first.rows.map(({ customerName }) => customerName))
}, 120_000)

test('a file that exists is left alone, and nothing half done stays behind', async () => {
  const file = join(folder, 'small.sqlite')
  const progress: number[] = []
  await startDemo({ file, orders: 3, seed: 2, until, resources: resources(), onProgress: (done) => progress.push(done) })
  await expect(buildDemo({ file, orders: 3, seed: 2, until, resources: resources() })).rejects.toThrow('已存在')
  expect({ made: existsSync(file), half: existsSync(`${file}.half`), progress }).toEqual({ made: true, half: false, progress: [1, 2, 3] })
}, 60_000)

/** An empty station that is asked for the demo; `answer`: whether it got it. */
async function askForDemo(name: string) {
  const host = await createHost({ dbFile: join(folder, name, 'station.sqlite'), createIfMissing: true, logger: silentLogger })
  const seat = { id: 'desk', kind: 'desk' as const, userId: null }
  const answer = host.route({ callId: name, name: 'session.setUp', input: { kind: 'demo', orders: 3 } }, seat)
  return { host, answer }
}

test('closing the program while the demo takes the place of the empty file waits for it', async () => {
  const { host, answer } = await askForDemo('closed-in-swap')
  while (host.db().$client.open) await new Promise((later) => setImmediate(later))
  await host.close()
  expect({ answered: (await answer).ok, open: host.db().$client.open }).toEqual({ answered: true, open: false })
}, 60_000)

test('closing it while the demo is still being made leaves the empty file as it was', async () => {
  const { host, answer } = await askForDemo('closed-before')
  await host.close()
  const left = readdirSync(join(folder, 'closed-before')).filter((file) => file.includes('demo'))
  expect({ answered: (await answer).ok, open: host.db().$client.open, left }).toEqual({ answered: false, open: false, left: [] })
}, 60_000)
