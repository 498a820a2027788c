// The checks without tests in them: types, lint, layers. Each prints its own findings and counts as one.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { commandFile, root, runNode } from './setup.mjs'

const lintFolders = ['src-main', 'src-renderer', 'db', 'forms', 'build', 'tests']

const lint = () => [commandFile('oxlint', 'oxlint'), '-c', 'build/oxlint.json', '--type-aware', ...lintFolders.filter((folder) => existsSync(join(root, folder)))]

/**
 * Runs types, lint and layers side by side.
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function staticChecks() {
  const checks = [
    { name: 'types', args: () => ['build/types.mjs'] },
    { name: 'lint', args: lint },
    { name: 'layers', args: () => ['build/layers.mjs'] },
  ]
  const counts = { passed: 0, failed: 0, skipped: 0 }
  await Promise.all(checks.map(async ({ name, args }) => {
    const started = Date.now()
    const { code, output } = await runNode(args(), { capture: true })
    const seconds = ((Date.now() - started) / 1000).toFixed(1)
    counts[code === 0 ? 'passed' : 'failed'] += 1
    process.stdout.write(code === 0 ? `✓ ${name} (${seconds} s)\n` : `✗ ${name} (${seconds} s)\n${output.trimEnd()}\n`)
  }))
  return counts
}
