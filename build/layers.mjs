// Who may import whom: dependency-cruiser over the whole graph, then the few rules about source text no linter knows.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { PlainFailure, commandFile, root, runNode, runScript } from './setup.mjs'
import { sourceProblems } from './source-rules.mjs'

const folders = ['src-main', 'src-renderer', 'db', 'forms', 'tests']

runScript(async () => {
  const present = folders.filter((folder) => existsSync(join(root, folder)))
  const { code, output } = await runNode(
    [commandFile('dependency-cruiser', 'depcruise'), '--config', 'build/dependency-rules.cjs', '--output-type', 'err', ...present],
    { capture: true },
  )
  // Without the TypeScript 6 API dependency-cruiser finds nothing, reports success and checks nothing.
  const modules = Number(/\((\d+) modules/.exec(output)?.[1] ?? 0)
  if (code === 0 && modules === 0) throw new PlainFailure(`dependency-cruiser looked at 0 modules, so nothing was checked.\n${output}`)
  const problems = sourceProblems(root, ['src-main', 'src-renderer', 'db', 'forms', 'build', 'tests'])
  for (const problem of problems) process.stdout.write(`${problem}\n`)
  process.stdout.write(output.trim() + '\n')
  return code === 0 && problems.length === 0 ? 0 : 1
})
