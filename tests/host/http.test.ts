import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deleteIdleSeats, listPairedSeats } from '#db/queries/paired-seats'
import { listUsers } from '#db/queries/users'
import { serveHttp, type HttpHost } from '#host/http'
import { createSeats } from '#host/seats'
import { aCustomer } from '#tests/support/builders'
import { aBuiltBatch, aDeliveredOrder, takeBatchStep } from '#tests/support/chain'
import { openTestHost, type TestHost } from '#tests/support/host'
import { overwriteAt } from '#tests/support/overwrite'

let station: TestHost
let server: HttpHost
let folder: string

beforeEach(async () => {
  station = await openTestHost()
  folder = mkdtempSync(join(tmpdir(), 'sanbao-page-'))
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'renderer', 'index.html'), '<!doctype html><title>三包站</title>')
  writeFileSync(join(folder, 'renderer', 'assets', 'main-1a2b.js'), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), 'not for browsers')
  server = await serveHttp(station.host, { rendererDir: join(folder, 'renderer') })
})
afterEach(async () => {
  await server.close()
  await station.close()
  rmSync(folder, { recursive: true, force: true })
})

type Asked = { method?: string; headers?: Record<string, string>; body?: string | Uint8Array }
type Answer = { status: number; text: string; headers: Record<string, string | string[] | undefined> }

/** Raw, because fetch tidies addresses and headers before they leave. */
function ask(path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: server.port, path, method, headers, agent: false }, (answer) => {
      const pieces: Buffer[] = []
      answer
        .on('data', (piece: Buffer) => pieces.push(piece))
        .on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(pieces).toString('utf8'), headers: answer.headers }))
    })
    sent.on('error', reject).end(body)
  })
}

const json = (extra: Record<string, string> = {}) => ({ origin: server.url.slice(0, -1), 'content-type': 'application/json', ...extra })
const code = () => server.newAddress().split('#')[1] ?? ''
const pair = (offered: string, headers = json()) => ask('/api/pair', { method: 'POST', headers, body: JSON.stringify({ code: offered }) })

async function paired(): Promise<string> {
  const { headers } = await pair(code())
  return String(headers['set-cookie']).split(';')[0] ?? ''
}

const callBody = (name: string, input: unknown) => JSON.stringify({ callId: crypto.randomUUID(), name, input })
const call = async (cookie: string, name: string, input: unknown) =>
  JSON.parse((await ask('/api/call', { method: 'POST', headers: json({ cookie }), body: callBody(name, input) })).text) as {
    ok: boolean
    value?: unknown
  }

async function signedIn(): Promise<string> {
  const cookie = await paired()
  const chief = listUsers(station.db()).find((user) => user.role === 'chief')
  await call(cookie, 'session.signIn', { userId: chief?.id, pin: chief?.samplePin })
  return cookie
}

test('the page comes without a cookie, everything else asks for pairing', async () => {
  const page = await ask('/')
  const asset = await ask('/assets/main-1a2b.js')
  const others = await Promise.all([
    ask('/api/changes'),
    ask('/files/x'),
    ask('/api/call', { method: 'POST', headers: json(), body: callBody('session.state', {}) }),
  ])
  expect({
    page: [page.status, page.headers['cache-control'], page.headers['x-content-type-options']],
    asset: [asset.status, asset.headers['cache-control']],
    others: others.map(({ status }) => status),
  }).toEqual({
    page: [200, 'no-cache', 'nosniff'],
    asset: [200, 'public, max-age=31536000, immutable'],
    others: [401, 401, 401],
  })
})

test('a code pairs once and gives a cookie no script can read', async () => {
  const offered = code()
  const first = await pair(offered)
  expect([first.status, first.headers['set-cookie'], (await pair(offered)).status, server.seatCount()]).toEqual([
    200,
    [expect.stringMatching(new RegExp(`^sanbao_${server.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/; Max-Age=\\d+$`))],
    401,
    1,
  ])
})

test('a wrong code is refused, after five the right one too, and a newer code kills the older', async () => {
  const worn = code()
  const wrong = [await pair('0'), await pair(''), await pair('1'), await pair('2'), await pair('3'), await pair(worn)].map(
    ({ status }) => status,
  )
  const older = code()
  code()
  expect([wrong, (await pair(older)).status]).toEqual([[401, 401, 401, 401, 401, 401], 401])
})

test('a cookie nobody was given opens nothing', async () => {
  expect((await ask('/api/changes', { headers: { cookie: `sanbao_${server.port}=guess` } })).status).toBe(401)
})

test('another origin, another content type, another host name and another method are turned away', async () => {
  const cookie = await signedIn()
  const post = (headers: Record<string, string>) =>
    ask('/api/call', { method: 'POST', headers: { ...json({ cookie }), ...headers }, body: callBody('session.state', {}) })
  const { origin: _, ...withoutOrigin } = json({ cookie })
  const answers = [
    await post({}),
    await post({ origin: 'https://evil.example' }),
    await post({ origin: 'null' }),
    await ask('/api/call', { method: 'POST', headers: withoutOrigin, body: callBody('session.state', {}) }),
    await post({ 'content-type': 'text/plain' }),
    await post({ host: 'evil.example' }),
    await ask('/', { headers: { host: `evil.example:${server.port}` } }),
    await ask('/api/call', { method: 'PUT', headers: json({ cookie }) }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([200, 403, 403, 403, 415, 421, 421, 405])
})

test('a seat calls, signs in and is told what changed', async () => {
  const cookie = await signedIn()
  const stream = await fetch(`${server.url}api/changes`, { headers: { cookie } })
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
  const heard = [(await reader.read()).value]
  const saved = await call(cookie, 'customers.save', { ...aCustomer(), id: null, revision: 0 })
  heard.push((await reader.read()).value)
  await reader.cancel()
  expect([stream.headers.get('content-type'), heard, saved]).toEqual([
    'text/event-stream',
    [': open\n\n', 'data: {"topics":["customers","workOrders"]}\n\n'],
    { ok: true, value: { id: 1, revision: 0 } },
  ])
})

test('two seats are two people', async () => {
  const [first, second] = [await signedIn(), await paired()]
  const meAt = async (cookie: string) =>
    ((await call(cookie, 'session.state', {})).value as { me: { name: string } | null }).me?.name ?? null
  expect([await meAt(first), await meAt(second)]).toEqual(['王振华', null])
})

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/..%5c..%5csecret.txt',
  '/assets/../../secret.txt',
  '//evil.example/../secret.txt',
  '/%00',
  '/%',
  '/index.html/x',
  '/assets',
  '/nothing.js',
  `/${'x'.repeat(5000)}`,
])('no file comes for %j', async (path) => {
  expect((await ask(path)).status).toBe(404)
})

test('what is no call and what is too much is answered as such, and the host goes on', async () => {
  const cookie = await signedIn()
  const post = (body: string, path = '/api/call') => ask(path, { method: 'POST', headers: json({ cookie }), body })
  const answers = [
    await post('no json'),
    await post('null'),
    await post('{"name":"session.state"}'),
    await post(JSON.stringify({ callId: 'x'.repeat(81), name: 'session.state', input: {} })),
    await post('', '/api/nothing'),
    await post('x'.repeat(5 * 1024 * 1024)),
  ]
  expect([...answers.map(({ status }) => status), await call(cookie, 'session.preferences', {})]).toEqual([
    400,
    400,
    400,
    400,
    404,
    413,
    { ok: true, value: {} },
  ])
})

test('a signed-in seat sends a file up, others do not', async () => {
  const headers = (cookie: string) => ({ origin: server.url.slice(0, -1), 'content-type': 'application/octet-stream', cookie })
  const path = `/api/upload?name=${encodeURIComponent('工单 100%.xlsx')}`
  const up = await ask(path, { method: 'POST', headers: headers(await signedIn()), body: new Uint8Array([1, 2, 3]) })
  const { uploadId } = JSON.parse(up.text) as { uploadId: string }
  expect([
    up.status,
    station.host.produced(uploadId),
    (await ask(path, { method: 'POST', headers: headers(await paired()), body: 'x' })).status,
  ]).toEqual([200, expect.objectContaining({ name: '工单 100%.xlsx', bytes: Buffer.from([1, 2, 3]) }), 401])
})

test('a produced file comes under its name, for a quarter of an hour', async () => {
  const cookie = await signedIn()
  const fileId = station.host.upload('导入结果.xlsx', new Uint8Array([80, 75]))
  const file = await ask(`/files/${fileId}`, { headers: { cookie } })
  station.advance({ hours: 0.3 })
  expect([
    file.status,
    file.text,
    file.headers['content-disposition'],
    (await ask(`/files/${fileId}`, { headers: { cookie } })).status,
  ]).toEqual([200, 'PK', `attachment; filename*=UTF-8''${encodeURIComponent('导入结果.xlsx')}`, 404])
})

test('a large file comes from the disk while it is read, for paired browsers only, under no other address', async () => {
  const cookie = await signedIn()
  await aDeliveredOrder(station)
  const { id } = await aBuiltBatch(station)
  await takeBatchStep(station.as('claimClerk'), id, 'seal')
  await takeBatchStep(station.as('claimClerk', 1), id, 'confirm')
  const exported = () => station.api.batches.export({ id, exportId: crypto.randomUUID() })
  const path = join(dirname(station.db().$client.name), 'batches', `${(await exported()).sha256}.zip`)
  const large = Buffer.alloc(48 * 1024 * 1024, Buffer.from('索赔批次文件'))
  writeFileSync(path, large)
  const file = await exported()
  const address = `/files/${file.fileId}`
  const digest = createHash('sha256')
  const size = await new Promise<number>((resolve, reject) => {
    request({ host: '127.0.0.1', port: server.port, path: address, headers: { cookie }, agent: false }, (answer) => {
      // its end is written anew, in its place, while the browser has read its beginning only
      answer.once('readable', () => {
        large.write('END', large.length - 3)
        overwriteAt(path, large.length - 3, 'END')
        answer
          .on('data', (piece: Buffer) => digest.update(piece))
          .on('end', () => resolve(Number(answer.headers['content-length'])))
          .on('error', reject)
      })
    })
      .on('error', reject)
      .end()
  })
  expect([file.bytes, size, digest.digest('hex')]).toEqual([large.length, large.length, createHash('sha256').update(large).digest('hex')])

  const leaves = request({ host: '127.0.0.1', port: server.port, path: address, headers: { cookie }, agent: false })
  await new Promise((resolve) => {
    leaves.on('response', resolve).end()
  })
  leaves.on('error', () => undefined).destroy()
  const others = [
    await ask(address),
    await ask(`/files/..%2Fbatches%2F${file.sha256}.zip`, { headers: { cookie } }),
    await ask(`/files/../batches/${file.sha256}.zip`, { headers: { cookie } }),
  ]
  rmSync(path)
  expect([...others, await ask(address, { headers: { cookie } })].map(({ status }) => status)).toEqual([401, 404, 404, 404])
})

test('a browser stays let in when the program starts anew; the person signs in again; a closed seat, another place and a long absence let nobody in', async () => {
  const cookie = await signedIn()
  const closed = await paired()
  const name = cookie.split('=')[0] ?? ''
  const token = cookie.slice(name.length + 1)
  station.host.seats.close(station.host.seats.of(closed.slice(name.length + 1))?.id ?? '')
  const again = (clock: () => number, home: string) => {
    const seats = createSeats(clock, home)
    seats.keepIn({
      list: () => listPairedSeats(station.db()),
      keep: () => undefined,
      forget: () => undefined,
      forgetIdle: (before) => {
        station.db().transaction((tx) => deleteIdleSeats(tx, before))
      },
    })
    return seats
  }
  const { name: home } = station.db().$client
  const now = () => Date.parse(station.now())
  const restarted = again(now, home)
  expect({
    seat: restarted.of(token),
    closed: restarted.of(closed.slice(name.length + 1)),
    elsewhere: again(now, `${home}.copy`).of(token),
    port: restarted.lastPort(),
  }).toEqual({
    seat: { id: 'seat-1', kind: 'browser', userId: null },
    closed: undefined,
    elsewhere: undefined,
    port: server.port,
  })
  expect(restarted.pair(restarted.newCode()) === null ? null : restarted.list().map(({ seat }) => seat.id)).toEqual(['seat-1', 'seat-2'])
  expect(again(() => now() + 31 * 24 * 3_600_000, home).of(token)).toBeUndefined()
})
