import { expect, test } from 'vitest'
import { problemsOf } from '../../build/source-rules.mjs'

test('a silenced rule needs its reason', () => {
  expect(problemsOf('src-main/a.ts', '// oxlint-disable-next-line no-console')).toEqual([
    'src-main/a.ts:1: a silenced rule needs its reason after " -- "',
  ])
  expect(problemsOf('src-main/a.ts', '// oxlint-disable-next-line no-console -- the only place that may speak')).toEqual([])
})

test('business files are written through durable-write only', () => {
  const line = "await writeFile('a.zip', bytes)"
  expect(problemsOf('src-main/handlers/batches.ts', `const a = 1\n${line}`)).toHaveLength(1)
  expect(problemsOf('src-main/host/durable-write.ts', line)).toEqual([])
  expect(problemsOf('tests/support/host.ts', line)).toEqual([])
})
