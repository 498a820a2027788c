import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
}

/** Media type of a file of the renderer build, by its ending. */
export const mediaTypeOf = (path: string): string => types[extname(path)] ?? 'application/octet-stream'

/** What the file system says to a name that is nobody's, however odd. */
const notThere: ReadonlySet<unknown> = new Set(['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE', 'EINVAL'])

/** The path below the folder; null when the address is not even well written. */
function plainPath(urlPath: string): string | null {
  try {
    // normalising an absolute path cannot climb above its root, so the join stays inside the folder
    return normalize(`/${decodeURIComponent(urlPath)}`).replace(/^[/\\]+/, '') || 'index.html'
  } catch {
    return null
  }
}

/** The renderer build: names with a hash in them may be kept for good, the page itself never. */
export function createStaticFiles(folder: string) {
  const cache = new Map<string, Buffer>()

  async function load(path: string): Promise<Buffer | undefined> {
    const kept = cache.get(path)
    if (kept) return kept
    try {
      const bytes = await readFile(join(folder, path))
      if (path.startsWith('assets/')) cache.set(path, bytes)
      return bytes
    } catch (error) {
      if (error instanceof Error && 'code' in error && notThere.has(error.code)) return undefined
      throw error
    }
  }

  return {
    async send(urlPath: string, response: ServerResponse): Promise<void> {
      const path = plainPath(urlPath)
      const bytes = path === null ? undefined : await load(path)
      if (path === null || !bytes) {
        response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('没有这个文件')
        return
      }
      response
        .writeHead(200, {
          'Content-Type': mediaTypeOf(path),
          'X-Content-Type-Options': 'nosniff',
          'Referrer-Policy': 'no-referrer',
          'X-Frame-Options': 'SAMEORIGIN',
          'Cache-Control': path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        })
        .end(bytes)
    },
    clear: () => cache.clear(),
  }
}

export type StaticFiles = ReturnType<typeof createStaticFiles>
