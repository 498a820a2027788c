import type { Call, Changed, Reply } from '#contract/wire'

export type Printer = { readonly name: string; readonly displayName: string }
/** Straight on this printer; the size of the sheet in µm, so that it comes out at its true size. `asFed`: as wide as it is fed, not turned across. */
export type DirectPrint = {
  readonly deviceName: string
  readonly asFed: boolean
  readonly pageSize: { readonly width: number; readonly height: number }
}

/** What the Electron preload puts on `window.host`; in a browser seat it is absent. */
export type HostBridge = {
  readonly platform: 'desktop'
  call(call: Call): Promise<Reply>
  onChanged(listener: (changed: Changed) => void): () => void
  /** Prints a produced file: through the system's dialog, or straight on a named printer. */
  print?(fileId: string, options?: DirectPrint): Promise<void>
  printers?(): Promise<readonly Printer[]>
  /** Hands a chosen file to the host; answers the id that calls name it by. */
  upload?(name: string, bytes: Uint8Array): Promise<string>
}

declare global {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface can be merged into the DOM's own Window
  interface Window {
    readonly host?: HostBridge
  }
}

/** `lost`: the host does not answer, calls are waiting and repeat by themselves; `unpaired`: this browser is not known. */
export type Connection = 'connected' | 'lost' | 'unpaired'

const bridge = window.host
export const platform: 'desktop' | 'browser' = bridge ? bridge.platform : 'browser'
const pauses = [300, 700, 1500, 3000, 5000]

let connection: Connection = 'connected'
const watchers = new Set<() => void>()

export function connectionNow(): Connection {
  return connection
}

export function watchConnection(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

function setConnection(next: Connection): void {
  if (next === connection) return
  connection = next
  for (const watcher of watchers) watcher()
}

/** What the disk or the database refused last, until someone has read it. */
let trouble: Reply | null = null
const troubles: ReadonlySet<string> = new Set(['db.diskFull', 'db.damaged', 'db.ioError'])

export function troubleNow(): Reply | null {
  return trouble
}

export function setTrouble(next: Reply | null): void {
  trouble = next
  for (const watcher of watchers) watcher()
}

function noticed(reply: Reply): Reply {
  if (!reply.ok && troubles.has(reply.error.sentence.key)) setTrouble(reply)
  return reply
}

function refused(key: 'common.notSignedIn' | 'common.internal', reference: string): Reply {
  return { ok: false, error: { code: 'forbidden', sentence: { key, params: { reference } }, problems: [] } }
}

function isReply(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null && 'ok' in value
}

let leaving = false
window.addEventListener('pagehide', () => {
  leaving = true
})
window.addEventListener('pageshow', () => {
  leaving = false
})
/** The page is going: what is to arrive must be sent now. */
export const isLeaving = () => leaving

/** A browser still carries 64 KiB for a page that is gone; a character may take three bytes. */
const lastLength = 20_000

async function post(path: string, content: unknown): Promise<Response> {
  const body = JSON.stringify(content)
  return fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    credentials: 'same-origin',
    keepalive: leaving && body.length < lastLength,
  })
}

async function callOnce(call: Call): Promise<Reply> {
  const answer = await post('/api/call', call)
  if (answer.status === 401 || answer.status === 403) {
    setConnection('unpaired')
    return refused('common.notSignedIn', String(answer.status))
  }
  const reply: unknown = await answer.json().catch(() => null)
  if (isReply(reply)) return reply
  if (answer.status >= 502) throw new Error(`host answered ${answer.status}`)
  return refused('common.internal', `HTTP ${answer.status}`)
}

/**
 * Carries one call to the host. A lost connection is waited out and the same call, with the same `callId`, is sent
 * again: the host answers a repeated command from its log instead of doing it twice.
 */
export async function send(call: Call): Promise<Reply> {
  if (bridge) return noticed(await bridge.call(call))
  for (let attempt = 0; ; attempt += 1) {
    try {
      const reply = await callOnce(call)
      if (connection === 'lost') setConnection('connected')
      return noticed(reply)
    } catch {
      setConnection('lost')
      await new Promise((resolve) => setTimeout(resolve, pauses[Math.min(attempt, pauses.length - 1)]))
    }
  }
}

/** Waits for a host that is away, and says meanwhile that it is. */
export async function untilReached(): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await fetch('/', { cache: 'no-store' })
      if (connection === 'lost') setConnection('connected')
      return
    } catch {
      setConnection('lost')
      await new Promise((resolve) => setTimeout(resolve, pauses[Math.min(attempt, pauses.length - 1)]))
    }
  }
}

/** Topics of what changed; `['*']` after a reconnection, because messages may have been missed. */
export function subscribe(listener: (topics: readonly string[]) => void): () => void {
  if (bridge) return bridge.onChanged((changed) => listener(changed.topics))
  const source = new EventSource('/api/changes')
  let broken = false
  source.onopen = () => {
    if (broken) listener(['*'])
    broken = false
    if (connection === 'lost') setConnection('connected')
  }
  source.onerror = () => {
    broken = true
    if (connection === 'connected' && source.readyState !== EventSource.CLOSED) setConnection('lost')
  }
  source.onmessage = (event: MessageEvent<string>) => {
    const changed: Changed = JSON.parse(event.data)
    listener(changed.topics)
  }
  return () => source.close()
}

/** Gives the one-time code to the host, which answers with this browser's cookie. True when accepted. */
export async function pair(code: string): Promise<boolean> {
  const answer = await post('/api/pair', { code }).catch(() => null)
  const accepted = answer?.ok === true
  setConnection(accepted ? 'connected' : 'unpaired')
  return accepted
}

/** `serve` prints `http://127.0.0.1:PORT/#CODE`; the code is used once and taken out of the address. Routes start with `#/`. */
export async function pairFromAddress(): Promise<void> {
  const code = window.location.hash.slice(1)
  if (bridge || code === '' || code.startsWith('/')) return
  window.history.replaceState(null, '', `${window.location.pathname}#/`)
  // A reload of the printed address meets a used code; the cookie of the first time still holds then.
  if (!(await pair(code))) setConnection('connected')
}

/** Gives a chosen file to the host and answers its upload id. */
export async function upload(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bridge?.upload) return bridge.upload(file.name, bytes)
  const answer = await fetch(`/api/upload?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: bytes,
    credentials: 'same-origin',
  })
  const reply: unknown = answer.ok ? await answer.json() : null
  if (typeof reply === 'object' && reply !== null && 'uploadId' in reply && typeof reply.uploadId === 'string') return reply.uploadId
  throw new Error(`upload refused: HTTP ${answer.status}`)
}

/** Address of a produced file, served by the host of either kind. */
export function fileAddress(fileId: string): string {
  return new URL(`/files/${encodeURIComponent(fileId)}`, window.location.origin).href
}

/** The printers of this desk; none in a browser seat, which has only its own dialog. */
export async function printers(): Promise<readonly Printer[]> {
  return bridge?.printers?.() ?? []
}

/** Prints a produced PDF: on the desktop straight on a printer or through the dialog, else through the browser's own. */
export async function printFile(fileId: string, direct?: DirectPrint): Promise<void> {
  if (bridge?.print) return direct === undefined ? bridge.print(fileId) : bridge.print(fileId, direct)
  const frame = document.createElement('iframe')
  frame.style.cssText = 'position:fixed;width:0;height:0;border:0;visibility:hidden'
  frame.src = fileAddress(fileId)
  await new Promise((resolve) => {
    frame.onload = resolve
    document.body.append(frame)
  })
  // The cursor stays where it is: in the frame it would take all keys along.
  const here = document.activeElement
  frame.contentWindow?.print()
  if (here instanceof HTMLElement && document.activeElement !== here) here.focus()
  setTimeout(() => frame.remove(), 60_000)
}
