import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { nodeWorkers } from './build/vite-parts.ts'

const here = (path: string) => resolve(import.meta.dirname, path)

// Three builds. Only `dependencies` of package.json stay outside the bundles: the native driver, and pdfmake, which does
// not survive bundling. # imports are resolved from package.json, so there is no alias table here.
export default defineConfig({
  main: {
    plugins: [nodeWorkers()],
    build: { rolldownOptions: { input: { main: here('src-main/electron/main.ts') } } },
  },
  preload: {
    // A sandboxed window loads only CommonJS preloads.
    build: { rolldownOptions: { input: { preload: here('src-main/electron/preload.ts') }, output: { format: 'cjs', entryFileNames: '[name].cjs' } } },
  },
  renderer: {
    root: here('src-renderer'),
    plugins: [react()],
    // Chrome 109 is the last one for Windows 7; browser seats may still run it.
    build: { target: 'chrome109', cssTarget: 'chrome109', minify: true, sourcemap: false, rolldownOptions: { input: here('src-renderer/index.html') } },
  },
})
