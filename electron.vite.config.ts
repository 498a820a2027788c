import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'
import { rendererBuild, workerEntries } from './build/vite-parts.ts'

const root = import.meta.dirname
const here = (path: string) => resolve(root, path)

// Three builds. Only `dependencies` of package.json stay outside the bundles: the native driver. # imports are
// resolved from package.json, so there is no alias table here.
export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        input: { main: here('src-main/electron/main.ts'), ...workerEntries(root) },
        // Flat, because workers and resources are found relative to the file that asks for them.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    // A sandboxed window loads only CommonJS preloads.
    build: { rolldownOptions: { input: { preload: here('src-main/electron/preload.ts') }, output: { format: 'cjs', entryFileNames: '[name].cjs' } } },
  },
  renderer: rendererBuild(root),
})
