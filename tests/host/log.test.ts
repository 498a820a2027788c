import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createLogger } from '#host/log'

test('a log that cannot be written, as on a full disk, stops nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanbao-log-'))
  const logger = createLogger(folder)
  mkdirSync(join(folder, 'sanbao.log'))
  expect(() => {
    logger.info('started')
    logger.error('http', new Error('ENOSPC'))
  }).not.toThrow()
  rmSync(folder, { recursive: true, force: true })
})
