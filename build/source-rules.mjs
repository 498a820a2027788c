// Rules about source text: a silenced lint rule says why, and business files are written in one way only.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Files that may write to disk by themselves, each with its reason; everything else goes through durable-write. */
const writers = {
  'src-main/host/durable-write.ts': 'temporary file, fsync, rename: the one way a business file comes to be',
  'src-main/host/log.ts': 'a log line lost in a power cut costs nothing',
}
const writing = /\b(writeFile|writeFileSync|appendFile|appendFileSync|createWriteStream)\s*\(/
const silencing = /(?:oxlint|eslint)-disable/
const reason = /(?:oxlint|eslint)-disable[^\n]* -- \S.{9,}/

/**
 * Problems of one file's text as `path:line: sentence`.
 * @param {string} path relative to the project, with forward slashes
 * @param {string} text
 */
export function problemsOf(path, text) {
  const problems = []
  const mayWrite = path in writers || !/^(src-main|src-renderer|db|forms)\//.test(path)
  for (const [index, line] of text.split('\n').entries()) {
    const at = `${path}:${index + 1}`
    if (silencing.test(line) && !reason.test(line)) problems.push(`${at}: a silenced rule needs its reason after " -- "`)
    if (!mayWrite && writing.test(line))
      problems.push(`${at}: write files through src-main/host/durable-write.ts (a torn file must never look whole)`)
  }
  return problems
}

/** Problems of every source file below the folders. */
export function sourceProblems(/** @type {string} */ root, /** @type {string[]} */ folders) {
  /** @type {string[]} */
  const problems = []
  for (const folder of folders) {
    if (!existsSync(join(root, folder))) continue
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (
        !entry.isFile() ||
        !/\.(ts|tsx|mjs|cjs)$/.test(entry.name) ||
        entry.name === 'source-rules.mjs' ||
        entry.name === 'source-rules.test.ts'
      )
        continue
      const file = join(entry.parentPath, entry.name)
      problems.push(...problemsOf(file.slice(root.length + 1).replaceAll('\\', '/'), readFileSync(file, 'utf8')))
    }
  }
  return problems
}
