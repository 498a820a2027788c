// Vitest and Playwright, counted from their own JSON reports.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { commandFile, root, runNode } from './setup.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number, failures: readonly string[] }} Counts `failures` names what failed */

function freshReport(/** @type {string} */ name) {
  mkdirSync(join(root, 'test-results'), { recursive: true })
  const file = join(root, 'test-results', name)
  rmSync(file, { force: true })
  return file
}

/**
 * Counts of a Vitest JSON report. A file that could not even be read by Vitest has no tests and counts as one failure.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests?: number, numTodoTests?: number, success: boolean,
 *   testResults: { name: string, status: string, assertionResults: { status: string, fullName: string, failureMessages?: string[] }[] }[] }} report
 * @returns {Counts}
 */
export function vitestCounts(report) {
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const failed = report.numFailedTests + broken.length
  const failures = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => `${basename(name)} › ${fullName}: ${firstLine(failureMessages?.[0])}`),
  )
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !report.success && report.testResults.length > 0 ? 1 : failed,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
    failures: [...failures, ...broken.map(({ name }) => basename(name))],
  }
}

const firstLine = (/** @type {string | undefined} */ message) => (message ?? '').split('\n')[0]?.slice(0, 300) ?? ''

/**
 * Counts of a Playwright JSON report. A journey that passed when it was walked a second time has passed; it is named by `repeated`.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors?: unknown[], suites?: unknown[] }} report
 * @returns {Counts}
 */
export function playwrightCounts(report) {
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected + flaky, failed: unexpected + (report.errors?.length ?? 0), skipped, failures: journeys(report, 'unexpected') }
}

/** @param {any} suite @returns {any[]} */
const specsIn = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsIn)]

/** Reasons given for skipped tests, each once. @param {any} report @returns {string[]} */
export function skipReasons(report) {
  const notes = specsIn(report).flatMap(({ tests }) => tests.flatMap((/** @type {any} */ test) => test.annotations ?? []))
  return [...new Set(notes.filter(({ type, description }) => type === 'skip' && description).map(({ description }) => description))]
}

/** Titles of journeys that ended so. @param {any} report @param {'flaky' | 'unexpected'} end @returns {string[]} */
function journeys(report, end) {
  return specsIn(report)
    .filter(({ tests }) => tests.some((/** @type {any} */ { status }) => status === end))
    .map(({ title }) => title)
}

/** Titles of journeys that needed a second walk: they wait for something they do not name. @param {any} report @returns {string[]} */
export const repeated = (report) => journeys(report, 'flaky')

/** @type {Counts} */
const nothing = { passed: 0, failed: 0, skipped: 0, failures: [] }
/** A runner that left no report behind has failed as a whole. */
const crashed = { passed: 0, failed: 1, skipped: 0, failures: ['the runner itself'] }

/** @param {string[]} [filters] @returns {Promise<Counts>} */
export async function runVitest(filters = []) {
  const report = freshReport('vitest.json')
  const { code } = await runNode([
    commandFile('vitest', 'vitest'),
    'run',
    '-c',
    'tests/vitest.config.ts',
    '--passWithNoTests',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...filters,
  ])
  if (!existsSync(report)) return code === 0 ? nothing : crashed
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
  const { code } = await runNode(
    [
      commandFile('@playwright/test', 'playwright'),
      'test',
      '-c',
      'tests/playwright.config.ts',
      '--pass-with-no-tests',
      '--reporter=line,json',
      ...filters,
    ],
    { env: { CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report } },
  )
  if (!existsSync(report)) return code === 0 ? nothing : crashed
  const content = JSON.parse(readFileSync(report, 'utf8'))
  for (const reason of skipReasons(content)) process.stdout.write(`skipped: ${reason}\n`)
  for (const title of repeated(content)) process.stdout.write(`passed only when repeated: ${title}\n`)
  const counts = playwrightCounts(content)
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/** @param {Counts[]} all @returns {Counts} */
export function sum(all) {
  return all.reduce(
    (total, counts) => ({
      passed: total.passed + counts.passed,
      failed: total.failed + counts.failed,
      skipped: total.skipped + counts.skipped,
      failures: [...total.failures, ...counts.failures],
    }),
    nothing,
  )
}

/** What failed, by name, and the closing line: `12 passed, 0 failed`, with `, 1 skipped` where something was skipped. */
export function closingLines(/** @type {Counts} */ { passed, failed, skipped, failures }) {
  return [
    ...failures.map((name) => `failed: ${name}`),
    `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
  ].join('\n')
}
