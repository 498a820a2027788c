// npm run build: main, preload and renderer into out/, then the look at what Chrome 109 can read.
import { buildProgram, ensureInstalled, requireNode20, runScript } from './setup.mjs'

runScript(async () => {
  requireNode20()
  ensureInstalled()
  await buildProgram()
  return 0
})
