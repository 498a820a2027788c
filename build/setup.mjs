// What every script needs first. Uses nothing but Node itself (20 or newer), because it runs before `npm ci`.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** One line for the person at the keyboard, on stderr so that stdout stays free for results. */
export function say(/** @type {string} */ chinese, /** @type {string} */ english) {
  process.stderr.write(`三包站: ${chinese} / ${english}\n`)
}

/** A failure the person can act on; `runScript` prints its one sentence and no stack. */
export class PlainFailure extends Error {}

/** Runs a script's main function: its number is the exit code, a PlainFailure is said in one sentence. */
export function runScript(/** @type {() => Promise<number>} */ main) {
  main().then(
    (code) => {
      process.exitCode = code
    },
    (failure) => {
      if (failure instanceof PlainFailure) process.stderr.write(`三包站: ${failure.message}\n`)
      else process.stderr.write(`${failure instanceof Error ? failure.stack : failure}\n`)
      process.exitCode = 1
    },
  )
}

/** Refuses in words where the syntax of the rest would only fail in riddles. */
export function requireNode20(version = process.versions.node) {
  if (Number(version.split('.')[0]) < 20) {
    throw new PlainFailure(`需要 Node.js 20 或更新版本, 现在是 ${version}。/ Node.js 20 or newer is needed; this is ${version}.`)
  }
}

/**
 * The project's own Node 24 from node_modules; the running Node where that is new enough (Macs bring their own).
 * better-sqlite3 13 ends without a word below 22.14, so an older Node is refused here.
 */
export function localNode(folder = root) {
  const own =
    process.platform === 'win32'
      ? join(folder, 'node_modules', `node-win-${process.arch}`, 'bin', 'node.exe')
      : join(folder, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node')
  if (existsSync(own)) return own
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major >= 24 || (major === 23 && minor >= 6)) return process.execPath
  throw new PlainFailure(
    `本机没有随项目提供的 Node 24, 请先安装 Node.js 24。/ The project brings no Node 24 for ${process.platform}-${process.arch}; please install Node.js 24.`,
  )
}

/** The script file behind a package's command, so that it can be started by our Node on every system. */
export function commandFile(/** @type {string} */ packageName, /** @type {string} */ command, folder = root) {
  const home = join(folder, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  const file = typeof bin === 'string' ? bin : bin[command]
  return join(home, file)
}

/** Environment for children: our Node first in PATH, and quiet about features we use on purpose. */
export function childEnvironment(/** @type {Record<string, string>} */ more = {}) {
  const separator = process.platform === 'win32' ? ';' : ':'
  const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const path = [dirname(localNode()), join(root, 'node_modules', '.bin'), process.env[pathName] ?? ''].join(separator)
  return { ...process.env, ...more, [pathName]: path }
}

/**
 * Starts the local Node and waits for it. With `capture` the output is returned instead of shown.
 * @param {string[]} args
 * @param {{ capture?: boolean, env?: Record<string, string>, cwd?: string }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runNode(args, { capture = false, env = {}, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(localNode(), args, { cwd, env: childEnvironment(env), stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'inherit' })
    let output = ''
    child.stdout?.on('data', (bytes) => {
      output += bytes
    })
    child.stderr?.on('data', (bytes) => {
      output += bytes
    })
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code: code ?? (signal === null ? 1 : 130), output }))
    // Ctrl+C reaches the child through the terminal; a plain kill of this script would leave it behind.
    process.once('SIGTERM', () => child.kill('SIGTERM'))
  })
}

/** True when node_modules is absent or was installed from an older package-lock.json. */
export function needsInstall(folder = root) {
  const installed = join(folder, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return true
  return statSync(join(folder, 'package-lock.json')).mtimeMs > statSync(installed).mtimeMs
}

/** `npm ci` when it is needed, otherwise nothing. */
export function ensureInstalled(folder = root) {
  if (!needsInstall(folder)) return
  say('正在安装依赖(npm ci, 首次约需一两分钟)…', 'Installing what is missing (npm ci, a minute or two the first time)…')
  const result = spawnSync('npm ci --no-audit --no-fund --loglevel=error', { cwd: folder, stdio: ['ignore', 2, 2], shell: true })
  if (result.status !== 0 || !existsSync(join(folder, 'node_modules', '.package-lock.json'))) {
    throw new PlainFailure(
      '依赖未能安装(npm ci 失败), 请检查网络或 npm 镜像后重试。/ npm ci failed; check the network or the npm registry and try again.',
    )
  }
}

/** Newest change of any file below the given files and folders, in ms; 0 if none exists. */
export function newestChange(/** @type {string[]} */ paths) {
  let newest = 0
  for (const path of paths) {
    if (!existsSync(path)) continue
    const state = statSync(path)
    if (!state.isDirectory()) newest = Math.max(newest, state.mtimeMs)
    else newest = Math.max(newest, newestChange(readdirSync(path).map((name) => join(path, name))))
  }
  return newest
}

const sources = ['src-main', 'src-renderer', 'db', 'forms', 'electron.vite.config.ts', 'package-lock.json', 'build/vite-parts.ts']

/** True when a source is newer than the oldest of the three built entries. */
export function needsBuild(folder = root) {
  const built = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html'].map((path) => join(folder, path))
  if (!built.every((path) => existsSync(path))) return true
  const oldest = Math.min(...built.map((path) => statSync(path).mtimeMs))
  return newestChange(sources.map((path) => join(folder, path))) > oldest
}

/** Builds main, preload and renderer into out/ and refuses a renderer that Chrome 109 could not read. */
export async function buildProgram() {
  say('正在构建程序…', 'Building the program…')
  const { code, output } = await runNode([commandFile('electron-vite', 'electron-vite'), 'build', '--logLevel', 'warn'], { capture: true })
  const { browserFloorProblems } = await import('./browser-floor.mjs')
  const problems = code === 0 ? browserFloorProblems(join(root, 'out', 'renderer')) : []
  if (code === 0 && problems.length === 0) return
  process.stderr.write(`${output}${problems.join('\n')}\n`)
  throw new PlainFailure(
    code === 0
      ? '构建结果含有 Chrome 109 不支持的语法, 见上。/ The build uses syntax newer than Chrome 109; see above.'
      : '构建失败, 原因见上。/ The build failed; the reason is printed above.',
  )
}

/** Builds when a source is newer than out/. */
export async function ensureBuilt() {
  if (needsBuild()) await buildProgram()
}
