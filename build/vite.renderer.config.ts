import { defineConfig } from 'vite'
import { rendererBuild } from './vite-parts.ts'

/** The renderer alone, for `npm run dev`. */
export default defineConfig({ ...rendererBuild, base: './' })
