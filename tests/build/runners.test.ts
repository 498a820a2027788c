import { expect, test } from 'vitest'
import { closingLines, endedEarly, playwrightCounts, repeated, skipReasons, sum, vitestCounts } from '../../build/runners.mjs'

test('the closing line names skipped tests only when there are any; what failed is named before it', () => {
  expect(closingLines({ passed: 12, failed: 0, skipped: 0, failures: [] })).toBe('12 passed, 0 failed')
  expect(closingLines({ passed: 12, failed: 1, skipped: 2, failures: ['types'] })).toBe('failed: types\n12 passed, 1 failed, 2 skipped')
})

test('counts of several runners add up', () => {
  expect(
    sum([
      { passed: 3, failed: 0, skipped: 0, failures: [] },
      { passed: 40, failed: 1, skipped: 2, failures: ['shaky'] },
    ]),
  ).toEqual({ passed: 43, failed: 1, skipped: 2, failures: ['shaky'] })
})

test('failed tests are named with their reason; a test file that cannot be read or ends early is a failure, not nothing', () => {
  const files = [
    {
      name: '/station/tests/domain/money.test.ts',
      status: 'failed',
      assertionResults: [
        { status: 'passed', fullName: 'steady' },
        { status: 'failed', fullName: 'shaky', failureMessages: ['expected 1 to be 2\n  at line 3'] },
      ],
    },
    { name: '/station/tests/domain/broken.test.ts', status: 'failed', assertionResults: [] },
    {
      name: '/station/tests/host/killed.test.ts',
      status: 'failed',
      assertionResults: [
        { status: 'passed', fullName: 'before' },
        { status: 'pending', fullName: 'meanwhile' },
      ],
    },
  ]
  expect(vitestCounts(files)).toEqual({
    passed: 2,
    failed: 3,
    skipped: 1,
    failures: ['money.test.ts › shaky: expected 1 to be 2', 'broken.test.ts', 'killed.test.ts'],
  })
  expect(endedEarly(files)).toEqual(['/station/tests/domain/broken.test.ts', '/station/tests/host/killed.test.ts'])
})

test('a journey that passed only when repeated counts as passed and is named', () => {
  expect(playwrightCounts({ stats: { expected: 4, unexpected: 0, flaky: 1, skipped: 1 }, errors: [] })).toEqual({
    passed: 5,
    failed: 0,
    skipped: 1,
    failures: [],
  })
  expect(
    repeated({
      suites: [
        {
          specs: [{ title: 'steady', tests: [{ status: 'expected' }] }],
          suites: [{ specs: [{ title: 'shaky', tests: [{ status: 'flaky' }] }] }],
        },
      ],
    }),
  ).toEqual(['shaky'])
})

test('the reasons of skipped tests are collected once each', () => {
  const skipped = { annotations: [{ type: 'skip', description: 'no Electron here' }] }
  expect(
    skipReasons({ suites: [{ specs: [{ tests: [skipped] }], suites: [{ specs: [{ tests: [skipped, { annotations: [] }] }] }] }] }),
  ).toEqual(['no Electron here'])
})
