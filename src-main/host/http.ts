import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Call } from '#contract/wire'
import type { Host } from './create-host.ts'
import { openKept } from './produced-files.ts'
import type { Seat } from './seats.ts'
import { createStaticFiles, type StaticFiles } from './static-files.ts'

export type HttpHost = {
  readonly url: string
  readonly port: number
  newAddress: () => string
  seatCount: () => number
  close: () => Promise<void>
}

/** as long as browsers keep one; the seat itself ends sooner when it is not used */
const cookieSeconds = 400 * 24 * 3600
const callLimit = 4 * 1024 * 1024
const uploadLimit = 64 * 1024 * 1024

type Refusal = { readonly status: number; readonly text: string }
const refuse = (status: number, text: string): Refusal => ({ status, text })

/**
 * Transport 2 (settled.md 29): the same router for browsers on this machine. Binds to loopback only. Guards: Host must be
 * one of our own addresses (DNS rebinding), Origin must be ours on every POST, JSON only, HttpOnly SameSite=Strict cookie.
 */
export async function serveHttp(host: Host, options: { rendererDir: string; port?: number }): Promise<HttpHost> {
  const { seats } = host
  const files = createStaticFiles(options.rendererDir)
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      host.logger.error('http', error)
      if (!response.headersSent) send(response, 500, 'text/plain; charset=utf-8', '内部错误')
    })
  })
  const port = options.port === undefined ? await listenWhereLast(server, seats.lastPort()) : await listen(server, options.port)
  const names = [`127.0.0.1:${port}`, `localhost:${port}`]
  const cookieName = `sanbao_${port}`

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = guard(request)
    if (refusal) return send(response, refusal.status, 'text/plain; charset=utf-8', refusal.text)
    const path = pathOf(request)
    if (path === null) return send(response, 400, 'text/plain; charset=utf-8', '地址写得不对')
    if (request.method === 'GET' && !path.startsWith('/api/') && !path.startsWith('/files/')) return files.send(path, response)
    if (request.method === 'POST' && path === '/api/pair') return pair(request, response)
    const seat = seatOf(request)
    if (!seat) return send(response, 401, 'text/plain; charset=utf-8', '此浏览器尚未配对，请从程序显示的地址打开')
    if (request.method === 'POST' && path === '/api/call') return call(request, response, seat)
    if (request.method === 'POST' && path === '/api/upload') return upload(request, response, seat)
    if (request.method === 'GET' && path === '/api/changes') return stream(response)
    if (request.method === 'GET' && path.startsWith('/files/')) return produced(path.slice(7), response)
    return send(response, 404, 'text/plain; charset=utf-8', '没有这个地址')
  }

  function guard(request: IncomingMessage): Refusal | null {
    if (!names.includes(request.headers.host ?? '')) return refuse(421, '地址不是本机')
    if (request.method === 'GET') return null
    if (request.method !== 'POST') return refuse(405, '不支持的方法')
    const origin = request.headers.origin ?? ''
    if (!names.some((name) => origin === `http://${name}`)) return refuse(403, '来源不是本程序')
    const type = request.headers['content-type'] ?? ''
    const wanted = request.url?.startsWith('/api/upload') ? 'application/octet-stream' : 'application/json'
    return type.split(';')[0] === wanted ? null : refuse(415, '内容类型不对')
  }

  function seatOf(request: IncomingMessage): Seat | undefined {
    const cookies = (request.headers.cookie ?? '').split(';').map((item) => item.trim().split('='))
    const token = cookies.find(([name]) => name === cookieName)?.[1]
    return token ? seats.of(token) : undefined
  }

  async function pair(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readJson(request, 1000)
    const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : ''
    const token = seats.pair(code)
    if (!token) return send(response, 401, 'text/plain; charset=utf-8', '配对码不对或已用过')
    const before = seatOf(request)
    if (before) seats.replace(before.id, token)
    host.changes.publish(['seats'])
    response.setHeader('Set-Cookie', `${cookieName}=${token}; HttpOnly; SameSite=Strict; Path=/; Max-Age=${cookieSeconds}`)
    send(response, 200, 'application/json', '{}')
  }

  async function call(request: IncomingMessage, response: ServerResponse, seat: Seat): Promise<void> {
    const body = await readJson(request, callLimit)
    if (body === tooLong) return tooLarge(response)
    if (!isCall(body)) return send(response, 400, 'text/plain; charset=utf-8', '不是一次调用')
    send(response, 200, 'application/json', JSON.stringify(await host.route(body, seat)))
  }

  async function upload(request: IncomingMessage, response: ServerResponse, seat: Seat): Promise<void> {
    if (seat.userId === null) return send(response, 401, 'text/plain; charset=utf-8', '请先登录再上传文件')
    const bytes = await readBody(request, uploadLimit)
    if (bytes === null) return tooLarge(response)
    const name = new URL(request.url ?? '/', 'http://x').searchParams.get('name') ?? 'file'
    send(response, 200, 'application/json', JSON.stringify({ uploadId: host.upload(name, bytes) }))
  }

  function stream(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
    response.write(': open\n\n')
    const stop = host.changes.subscribe((topics) => response.write(`data: ${JSON.stringify({ topics })}\n\n`))
    response.on('close', stop)
  }

  async function produced(id: string, response: ServerResponse): Promise<void> {
    const file = host.produced(id)
    const opened = file && (await openKept(file))
    if (!file || !opened) return send(response, 404, 'text/plain; charset=utf-8', '文件已过期，请重新生成')
    response.writeHead(200, {
      'Content-Type': file.mediaType,
      'Content-Length': opened.bytes,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'Content-Disposition': `${file.mediaType === 'application/pdf' ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    })
    await pipeline(opened.pieces, response).catch((error: unknown) => {
      // whoever asked has gone
      if (!response.destroyed) throw error
    })
  }

  const url = `http://127.0.0.1:${port}/`
  const newAddress = () => `${url}#${seats.newCode()}`
  seats.serve({ url, port, newAddress })
  return {
    url,
    port,
    newAddress,
    seatCount: seats.count,
    close: () => {
      seats.serve(null)
      return close(server, files)
    },
  }
}

function isCall(body: unknown): body is Call {
  return (
    typeof body === 'object' &&
    body !== null &&
    'callId' in body &&
    typeof body.callId === 'string' &&
    body.callId.length <= 80 &&
    'name' in body &&
    typeof body.name === 'string' &&
    'input' in body
  )
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' })
  response.end(text)
}

/** `//host/x`, `http://host/x` and plain paths alike; null when it is no address at all. */
function pathOf(request: IncomingMessage): string | null {
  const url = request.url ?? '/'
  return URL.canParse(url, 'http://x') ? new URL(url, 'http://x').pathname : null
}

/** The answer says so and the connection ends, or the rest of the body would have to be read. */
function tooLarge(response: ServerResponse): void {
  response.setHeader('Connection', 'close')
  send(response, 413, 'text/plain; charset=utf-8', '内容太大')
}

/** Null when there is more than `limit`. */
async function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array | null> {
  const pieces: Buffer[] = []
  let size = 0
  // leaving the loop would destroy the request and with it the socket the refusal goes out on
  for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += piece.byteLength
    if (size > limit) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

const tooLong = Symbol('more than the limit')

async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  const bytes = await readBody(request, limit)
  if (bytes === null) return tooLong
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    // not JSON is the caller's mistake and answered as such, never as our failure
    return null
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

/** At the address the last browser knows, or where there is room. */
async function listenWhereLast(server: Server, last: number | null): Promise<number> {
  if (last === null || last === 0) return listen(server, 0)
  try {
    return await listen(server, last)
  } catch {
    return listen(server, 0)
  }
}

function close(server: Server, files: StaticFiles): Promise<void> {
  files.clear()
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
