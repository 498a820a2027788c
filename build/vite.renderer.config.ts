import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { rendererBuild } from './vite-parts.ts'

/** The renderer alone, for `npm run dev`. */
export default defineConfig({ ...rendererBuild(resolve(import.meta.dirname, '..')), base: './' })
