// The checks without tests in them: types, lint, layers, format. Each prints its own findings and counts as one.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { commandFile, root, runNode } from './setup.mjs'

const folders = () => ['src-main', 'src-renderer', 'db', 'forms', 'build', 'tests'].filter((folder) => existsSync(join(root, folder)))

const lint = () => [commandFile('oxlint', 'oxlint'), '-c', 'build/oxlint.json', '--type-aware', ...folders()]

const format = () => [commandFile('oxfmt', 'oxfmt'), '--check', ...folders()]

/**
 * Runs them side by side.
 * @returns {Promise<import('./runners.mjs').Counts>}
 */
export async function staticChecks() {
  const checks = [
    { name: 'types', args: () => ['build/types.mjs'] },
    { name: 'lint', args: lint },
    { name: 'layers', args: () => ['build/layers.mjs'] },
    { name: 'format', args: format },
  ]
  const counts = { passed: 0, failed: 0, skipped: 0, failures: /** @type {string[]} */ ([]) }
  await Promise.all(
    checks.map(async ({ name, args }) => {
      const started = Date.now()
      const { code, output } = await runNode(args(), { capture: true })
      const seconds = ((Date.now() - started) / 1000).toFixed(1)
      counts[code === 0 ? 'passed' : 'failed'] += 1
      if (code !== 0) counts.failures.push(name)
      process.stdout.write(code === 0 ? `✓ ${name} (${seconds} s)\n` : `✗ ${name} (${seconds} s)\n${output.trimEnd()}\n`)
    }),
  )
  return counts
}
