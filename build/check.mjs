// npm run check: types, lint, layers, unit tests. The same locally and in CI.
import { staticChecks } from './checks.mjs'
import { closingLine, runVitest, sum } from './runners.mjs'
import { ensureInstalled, requireNode20, runScript } from './setup.mjs'

runScript(async () => {
  requireNode20()
  ensureInstalled()
  const started = Date.now()
  const total = sum([await staticChecks(), await runVitest(process.argv.slice(2))])
  process.stdout.write(`check: ${((Date.now() - started) / 1000).toFixed(0)} s\n${closingLine(total)}\n`)
  return total.failed === 0 ? 0 : 1
})
