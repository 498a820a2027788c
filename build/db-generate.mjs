// npm run db:generate -- --name what_it_does : writes the next db/migrations/NNNN_what_it_does.sql from db/schema.
// `--custom` makes an empty one to fill by hand (triggers, data). Shipped migrations are never edited.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PlainFailure, commandFile, ensureInstalled, requireNode20, root, runNode, runScript } from './setup.mjs'

/** Every CREATE TABLE becomes STRICT, so that SQLite refuses text in a number column; drizzle-kit cannot say it. @param {string} sql */
export function strictTables(sql) {
  return sql
    .split('--> statement-breakpoint')
    .map((statement) =>
      /^\s*CREATE TABLE\b/i.test(statement) && /\)\s*;\s*$/.test(statement) ? statement.replace(/\)\s*;(\s*)$/, ') STRICT;$1') : statement,
    )
    .join('--> statement-breakpoint')
}

const folder = join(root, 'db', 'migrations')
const files = () => readdirSync(folder).filter((name) => name.endsWith('.sql'))

async function generate(/** @type {string[]} */ args) {
  requireNode20()
  ensureInstalled()
  const name = args[args.indexOf('--name') + 1]
  if (!args.includes('--name') || name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new PlainFailure(
      '请用 --name 给迁移取名, 例如 --name add_loan_units。/ Name the migration by its intent, e.g. --name add_loan_units.',
    )
  }
  const before = new Set(files())
  const { code } = await runNode([commandFile('drizzle-kit', 'drizzle-kit'), 'generate', '--config', 'db/drizzle.config.ts', ...args])
  if (code !== 0) return code
  const written = files().filter((file) => !before.has(file))
  for (const file of written) {
    const path = join(folder, file)
    writeFileSync(path, strictTables(readFileSync(path, 'utf8')))
    process.stdout.write(`db/migrations/${file}\n`)
  }
  if (written.length === 0) process.stdout.write('The schema has not changed; nothing was written.\n')
  return 0
}

if (process.argv[1]?.endsWith('db-generate.mjs') === true) runScript(() => generate(process.argv.slice(2)))
