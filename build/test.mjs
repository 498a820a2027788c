// npm test: installs what is missing, then checks, unit tests, end-to-end tests. Ends with "N passed, N failed".
//   npm test -- money                 only the unit tests whose path contains "money"
//   npm test -- e2e/chain             only the end-to-end tests whose path contains it (also: electron/…, ….spec)
import { ensureBrowser } from './browser.mjs'
import { staticChecks } from './checks.mjs'
import { closingLines, runPlaywright, runVitest, sum } from './runners.mjs'
import { ensureBuilt, ensureInstalled, requireNode20, runScript, say } from './setup.mjs'

const narrowed = process.argv.slice(2)
const inBrowser = narrowed.some((argument) => /e2e|electron|\.spec/.test(argument))

async function endToEnd() {
  const chromium = ensureBrowser()
  say(`浏览器 ${chromium}`, `browser ${chromium}`)
  return runPlaywright(inBrowser ? narrowed : [], chromium)
}

runScript(async () => {
  requireNode20()
  ensureInstalled()
  await ensureBuilt()
  const counts = []
  if (narrowed.length === 0) {
    say('检查: 类型、规范、分层、格式', 'Checks: types, lint, layers, format')
    counts.push(await staticChecks())
  }
  if (!inBrowser) {
    say('单元与流程测试', 'Unit and story tests')
    counts.push(await runVitest(narrowed))
  }
  if (narrowed.length === 0 || inBrowser) {
    say('端到端测试', 'End-to-end tests')
    counts.push(await endToEnd())
  }
  const total = sum(counts)
  process.stdout.write(`\n${closingLines(total)}\n`)
  return total.failed === 0 ? 0 : 1
})
