// npm run check: types, lint, layers, format and the tests that start no program: quick enough to run before every commit.
// The stories, the host, the journeys and what other programs make of the paper (tests/readers) are in npm test.
import { staticChecks } from './checks.mjs'
import { closingLines, runVitest, sum } from './runners.mjs'
import { ensureInstalled, requireNode20, runScript } from './setup.mjs'

const unit = ['tests/domain/', 'tests/db/', 'tests/forms/', 'tests/build/']

runScript(async () => {
  requireNode20()
  ensureInstalled()
  const started = Date.now()
  const wanted = process.argv.length > 2 ? process.argv.slice(2) : unit
  const total = sum([await staticChecks(), await runVitest(wanted)])
  process.stdout.write(`check: ${((Date.now() - started) / 1000).toFixed(0)} s\n${closingLines(total)}\n`)
  return total.failed === 0 ? 0 : 1
})
