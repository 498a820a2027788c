// Compiles every layer with its own options, two at a time: each tsc already uses several threads.
// What a layer's last compile knew is kept, so that only what changed is looked at again.
import { availableParallelism } from 'node:os'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { commandFile, root, runNode, runScript } from './setup.mjs'

const layers = ['src-main/domain', 'src-main/contract', 'src-main', 'src-renderer', 'db', 'forms', 'tests', 'build']
const wanted = process.argv.slice(2)

runScript(async () => {
  const tsc = commandFile('@typescript/native', 'tsc')
  const waiting = layers.filter(
    (layer) => existsSync(join(root, layer, 'tsconfig.json')) && (wanted.length === 0 || wanted.includes(layer)),
  )
  const count = waiting.length
  let failed = 0
  async function worker() {
    for (let layer = waiting.shift(); layer !== undefined; layer = waiting.shift()) {
      const kept = join(root, 'node_modules', '.cache', 'types', `${layer.replaceAll('/', '-')}.tsbuildinfo`)
      const { code, output } = await runNode([tsc, '-p', layer, '--pretty', 'false', '--incremental', '--tsBuildInfoFile', kept], {
        capture: true,
      })
      // A layer that has no file yet is not an error.
      if (code === 0 || output.includes('TS18003')) continue
      failed += 1
      process.stdout.write(`${layer}:\n${output}`)
    }
  }
  await Promise.all(Array.from({ length: Math.min(3, Math.max(2, availableParallelism())) }, worker))
  process.stdout.write(failed === 0 ? `types: ${count} layers compile\n` : `types: ${failed} of ${count} layers do not compile\n`)
  return failed === 0 ? 0 : 1
})
