import { expect, test } from 'vitest'
import { closingLine, playwrightCounts, repeated, skipReasons, sum, vitestCounts } from '../../build/runners.mjs'

test('the closing line names skipped tests only when there are any', () => {
  expect(closingLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed')
  expect(closingLine({ passed: 12, failed: 1, skipped: 2 })).toBe('12 passed, 1 failed, 2 skipped')
})

test('counts of several runners add up', () => {
  expect(sum([{ passed: 3, failed: 0, skipped: 0 }, { passed: 40, failed: 1, skipped: 2 }])).toEqual({ passed: 43, failed: 1, skipped: 2 })
})

test('a test file that cannot be read is a failure, not nothing', () => {
  const report = { numPassedTests: 5, numFailedTests: 0, success: false, testResults: [{ status: 'passed', assertionResults: [{}] }, { status: 'failed', assertionResults: [] }] }
  expect(vitestCounts(report)).toEqual({ passed: 5, failed: 1, skipped: 0 })
})

test('a journey that passed only when repeated counts as passed and is named', () => {
  expect(playwrightCounts({ stats: { expected: 4, unexpected: 0, flaky: 1, skipped: 1 }, errors: [] })).toEqual({ passed: 5, failed: 0, skipped: 1 })
  expect(repeated({ suites: [{ specs: [{ title: 'steady', tests: [{ status: 'expected' }] }], suites: [{ specs: [{ title: 'shaky', tests: [{ status: 'flaky' }] }] }] }] })).toEqual(['shaky'])
})

test('the reasons of skipped tests are collected once each', () => {
  const skipped = { annotations: [{ type: 'skip', description: 'no Electron here' }] }
  expect(skipReasons({ suites: [{ specs: [{ tests: [skipped] }], suites: [{ specs: [{ tests: [skipped, { annotations: [] }] }] }] }] })).toEqual(['no Electron here'])
})
