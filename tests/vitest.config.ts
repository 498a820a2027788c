import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// One process per file: each test file opens its own database file, and better-sqlite3 is happiest alone.
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
})
