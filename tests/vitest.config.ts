import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// One process per file: each test file opens its own database file, and better-sqlite3 is happiest alone.
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/support/found-once.ts'],
    pool: 'forks',
    // Node parses the 180 kB of drizzle's package.json anew for each of its files: half a second in every process.
    server: { deps: { inline: ['drizzle-orm'] } },
    maxWorkers: 2,
    // No test of speed: only for what hangs, also on a slow machine with other work.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
