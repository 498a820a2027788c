// Vitest and Playwright, counted from their own JSON reports.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { commandFile, root, runNode } from './setup.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

function freshReport(/** @type {string} */ name) {
  mkdirSync(join(root, 'test-results'), { recursive: true })
  const file = join(root, 'test-results', name)
  rmSync(file, { force: true })
  return file
}

/**
 * Counts of a Vitest JSON report. A file that could not even be read by Vitest has no tests and counts as one failure.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests?: number, numTodoTests?: number, success: boolean,
 *   testResults: { status: string, assertionResults: unknown[] }[] }} report
 * @returns {Counts}
 */
export function vitestCounts(report) {
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  const failed = report.numFailedTests + broken
  return { passed: report.numPassedTests, failed: failed === 0 && !report.success && report.testResults.length > 0 ? 1 : failed,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0) }
}

/**
 * Counts of a Playwright JSON report. A test that passed only when repeated is a failure here.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors?: unknown[] }} report
 * @returns {Counts}
 */
export function playwrightCounts(report) {
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected, failed: unexpected + flaky + (report.errors?.length ?? 0), skipped }
}

/** Reasons given for skipped tests, each once. @param {any} report @returns {string[]} */
export function skipReasons(report) {
  const reasons = new Set()
  const visit = (/** @type {any} */ suite) => {
    for (const spec of suite.specs ?? []) for (const test of spec.tests) for (const note of test.annotations ?? []) if (note.type === 'skip' && note.description) reasons.add(note.description)
    for (const inner of suite.suites ?? []) visit(inner)
  }
  for (const suite of report.suites ?? []) visit(suite)
  return [...reasons]
}

/** A runner that left no report behind has failed as a whole. */
const crashed = { passed: 0, failed: 1, skipped: 0 }

/** @param {string[]} [filters] @returns {Promise<Counts>} */
export async function runVitest(filters = []) {
  const report = freshReport('vitest.json')
  const { code } = await runNode([commandFile('vitest', 'vitest'), 'run', '-c', 'tests/vitest.config.ts', '--passWithNoTests',
    '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...filters])
  if (!existsSync(report)) return code === 0 ? { passed: 0, failed: 0, skipped: 0 } : crashed
  const counts = vitestCounts(JSON.parse(readFileSync(report, 'utf8')))
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/**
 * @param {string[]} filters
 * @param {string} chromium path of the browser
 * @returns {Promise<Counts>}
 */
export async function runPlaywright(filters, chromium) {
  const report = freshReport('playwright.json')
  const { code } = await runNode([commandFile('@playwright/test', 'playwright'), 'test', '-c', 'tests/playwright.config.ts', '--pass-with-no-tests',
    '--reporter=line,json', ...filters], { env: { CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report } })
  if (!existsSync(report)) return code === 0 ? { passed: 0, failed: 0, skipped: 0 } : crashed
  const content = JSON.parse(readFileSync(report, 'utf8'))
  for (const reason of skipReasons(content)) process.stdout.write(`skipped: ${reason}\n`)
  const counts = playwrightCounts(content)
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/** @param {Counts[]} all @returns {Counts} */
export function sum(all) {
  return all.reduce((total, counts) => ({ passed: total.passed + counts.passed, failed: total.failed + counts.failed, skipped: total.skipped + counts.skipped }), { passed: 0, failed: 0, skipped: 0 })
}

/** The closing line: `12 passed, 0 failed`, with `, 1 skipped` where something was skipped. */
export function closingLine(/** @type {Counts} */ { passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
