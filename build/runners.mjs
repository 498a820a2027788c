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
 * @typedef {{ name: string, status: string, assertionResults: { status: string, fullName: string, failureMessages?: string[] }[] }} VitestFile
 */

/**
 * Counts of the files of a Vitest JSON report. A file that failed though none of its tests did (it could not be read, its
 * set-up failed, its process ended early) counts as one failure and is named.
 * @param {readonly VitestFile[]} files
 * @returns {Counts}
 */
export function vitestCounts(files) {
  const tests = files.flatMap(({ name, assertionResults }) => assertionResults.map((test) => ({ ...test, file: basename(name) })))
  const counted = (/** @type {string[]} */ ...statuses) => tests.filter(({ status }) => statuses.includes(status))
  const broken = endedEarly(files)
  return {
    passed: counted('passed').length,
    failed: counted('failed').length + broken.length,
    skipped: counted('skipped', 'pending', 'todo').length,
    failures: [
      ...counted('failed').map(({ file, fullName, failureMessages }) => `${file} › ${fullName}: ${firstLine(failureMessages?.[0])}`),
      ...broken.map((name) => basename(name)),
    ],
  }
}

/** Files that failed though none of their tests did. @param {readonly VitestFile[]} files @returns {string[]} */
export const endedEarly = (files) =>
  files
    .filter(({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'))
    .map(({ name }) => name)

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

/** @param {string[]} filters @returns {Promise<{ code: number, files: readonly VitestFile[] | null }>} `files` null: no report was left */
async function vitest(filters) {
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
  return { code, files: existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).testResults : null }
}

/**
 * A file whose process ended before its tests did is run once more, as a journey is walked once more, and named.
 * @param {string[]} [filters]
 * @returns {Promise<Counts>}
 */
export async function runVitest(filters = []) {
  const { code, files } = await vitest(filters)
  if (files === null) return code === 0 ? nothing : crashed
  const early = endedEarly(files)
  if (early.length === 0) return blamed(vitestCounts(files), code)
  const again = await vitest(early)
  const rerun = again.files ?? []
  for (const { name } of rerun) process.stdout.write(`ended early and run again: ${basename(name)}\n`)
  return blamed(vitestCounts([...files.filter(({ name }) => !rerun.some((file) => file.name === name)), ...rerun]), again.code)
}

/** What ended badly and names no failure has failed outside of the tests. @param {Counts} counts @param {number} code @returns {Counts} */
const blamed = (counts, code) =>
  code !== 0 && counts.failed === 0 ? { ...counts, failed: 1, failures: ['an error outside of the tests'] } : counts

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
  return blamed(playwrightCounts(content), code)
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
