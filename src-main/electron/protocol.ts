import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { protocol, type Session } from 'electron'
import type { Host } from '#host/create-host'
import { openKept, type KeptFile } from '#host/produced-files'
import { mediaTypeOf } from '#host/static-files'
import { authority, fileInside, scheme } from './addresses.ts'

// The same policy as in the page itself (settled.md 28); the header also covers pages that forgot to say it.
const contentPolicy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self'; font-src 'self' data:; worker-src 'self' blob:; base-uri 'none'; form-action 'none'"

const uploadLimit = 64 * 1024 * 1024

/** Before the app is ready, once: app:// behaves like https:// (relative addresses, fetch, secure context). */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } }])
}

async function produced(file: KeptFile): Promise<Response> {
  const opened = await openKept(file)
  if (opened === undefined) return missing()
  const disposition = `${file.mediaType === 'application/pdf' ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`
  return new Response(Readable.toWeb(opened.pieces), {
    headers: {
      'content-type': file.mediaType,
      'content-length': String(opened.bytes),
      'content-disposition': disposition,
      'x-content-type-options': 'nosniff',
    },
  })
}

async function upload(request: Request, keep: Host['upload']): Promise<Response> {
  const bytes = new Uint8Array(await request.arrayBuffer())
  if (bytes.byteLength > uploadLimit) return new Response(null, { status: 413 })
  return Response.json({ uploadId: keep(new URL(request.url).searchParams.get('name') ?? 'file', bytes) })
}

async function page(rendererDir: string, pathname: string): Promise<Response> {
  const path = fileInside(rendererDir, pathname === '/' ? '/index.html' : pathname)
  const bytes = path === null ? null : await readFile(path).catch(() => null)
  if (path === null || bytes === null) return missing()
  return new Response(bytes, {
    headers: {
      'content-type': mediaTypeOf(path),
      'content-security-policy': contentPolicy,
      'x-content-type-options': 'nosniff',
    },
  })
}

const missing = () => new Response(null, { status: 404 })

/** The same addresses a browser seat uses: the renderer build, /files/:id of the host, and the upload for imports. */
export function serveApp(session: Session, rendererDir: string, host: Pick<Host, 'produced' | 'upload'>): void {
  session.protocol.handle(scheme, async (request) => {
    const { host: name, pathname } = new URL(request.url)
    if (name !== authority) return missing()
    if (request.method === 'POST') return pathname === '/api/upload' ? upload(request, host.upload) : missing()
    if (!pathname.startsWith('/files/')) return page(rendererDir, pathname)
    const file = host.produced(decodeURIComponent(pathname.slice('/files/'.length)))
    return file === undefined ? missing() : produced(file)
  })
}
