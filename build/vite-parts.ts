import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import type { UserConfig } from 'vite'

// The root comes in as an argument: the build tools bundle their configuration, and then import.meta means another place.

/** Chrome 109 is the last one for Windows 7; browser seats may still run it. */
export const rendererBuild = (root: string): UserConfig => ({
  root: resolve(root, 'src-renderer'),
  plugins: [react()],
  build: {
    outDir: resolve(root, 'out/renderer'),
    emptyOutDir: true,
    target: 'chrome109',
    cssTarget: 'chrome109',
    minify: true,
    sourcemap: false,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { input: resolve(root, 'src-renderer/index.html') },
  },
})

/**
 * Node workers as entries of their own: `src-main/host/pdf/pdf-worker.ts` → `pdf/pdf-worker`. host/worker-file.ts finds
 * them under the same name beside main.js, as it finds the sources in the tree.
 */
export function workerEntries(root: string): Record<string, string> {
  const host = resolve(root, 'src-main/host')
  const files = readdirSync(host, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('-worker.ts'))
  return Object.fromEntries(files.map((file) => [file.replaceAll('\\', '/').replace(/\.ts$/, ''), resolve(host, file)]))
}
