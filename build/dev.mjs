// npm run dev: rebuilds the renderer on every change and restarts the host on every change of its sources. Reload the page
// to see either. Uses its own data folder so that work in progress never touches a real station.
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { childEnvironment, commandFile, ensureBuilt, ensureInstalled, localNode, requireNode20, root, runScript, say } from './setup.mjs'

runScript(async () => {
  requireNode20()
  ensureInstalled()
  await ensureBuilt()
  const data = join(root, '.cache', 'dev-data')
  mkdirSync(data, { recursive: true })
  say(`开发数据 ${data}`, 'development data')
  const watched = ['src-main', 'db', 'forms'].map((folder) => `--watch-path=${join(root, folder)}`)
  // Linux watches the imported files by itself; --watch-path exists on Windows and macOS only.
  const watch = process.platform === 'linux' ? ['--watch'] : watched
  const start = (/** @type {string[]} */ args) => spawn(localNode(), args, { cwd: root, stdio: 'inherit', env: childEnvironment() })
  const children = [
    // Not emptied first: the host starts beside it and wants the interface that is there.
    start([
      commandFile('vite', 'vite'),
      'build',
      '--watch',
      '--emptyOutDir',
      'false',
      '--config',
      'build/vite.renderer.config.ts',
      '--logLevel',
      'warn',
    ]),
    start([...watch, 'src-main/cli/main.ts', 'serve', '--data', data, ...process.argv.slice(2)]),
  ]
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => children.forEach((child) => child.kill()))
  return new Promise((resolve) => {
    for (const child of children)
      child.on('close', (code) => {
        children.forEach((other) => other.kill())
        resolve(code ?? 0)
      })
  })
})
