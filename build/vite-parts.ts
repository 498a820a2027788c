import { dirname, resolve } from 'node:path'
import type { Plugin } from 'vite'

const workerUrl = /new URL\(\s*(['"])(\.{1,2}\/[\w./-]*-worker)\.ts\1\s*,\s*import\.meta\.url\s*\)/g

/**
 * Node workers in the bundle. A source says `new Worker(new URL('./pdf-worker.ts', import.meta.url))`, which runs as it
 * stands under type stripping; in the bundle each such worker becomes an entry of its own and the URL names that file.
 */
export function nodeWorkers(): Plugin {
  return {
    name: 'node-workers',
    apply: 'build',
    transform(code, id) {
      if (!code.includes('-worker.ts')) return null
      const changed = code.replace(workerUrl, (_whole, _quote: string, path: string) => {
        const file = resolve(dirname(id), `${path}.ts`)
        const reference = this.emitFile({ type: 'chunk', id: file })
        return `new URL(import.meta.ROLLUP_FILE_URL_${reference})`
      })
      return changed === code ? null : { code: changed, map: null }
    },
  }
}
