// npm start: installs what is missing, builds, opens the program: the Electron desktop, or the same program in a browser.
//   --data DIR     folder of the station's data (otherwise the user's application data)
//   --browser      a browser seat even where Electron runs
//   --no-open      print the address, open nothing
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { inPath } from './browser.mjs'
import { electronRuntime } from './electron-runtime.mjs'
import { PlainFailure, childEnvironment, ensureBuilt, ensureInstalled, localNode, requireNode20, root, runScript, say } from './setup.mjs'

/** The user's own data folder; the packaged desktop and the command line use the same. @param {Record<string, string | undefined>} [environment] */
export function defaultDataFolder(environment = process.env, platform = process.platform, home = homedir()) {
  if (platform === 'win32') return join(environment.APPDATA ?? join(home, 'AppData', 'Roaming'), '三包站')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', '三包站')
  return join(environment.XDG_DATA_HOME ?? join(home, '.local', 'share'), '三包站')
}

/** @param {string[]} args @param {string} [callerFolder] @returns {{ data: string, browser: boolean, open: boolean }} */
export function readOptions(args, callerFolder = process.env.INIT_CWD ?? process.cwd()) {
  const options = { data: defaultDataFolder(), browser: false, open: true }
  for (let at = 0; at < args.length; at += 1) {
    const [name, inline] = (args[at] ?? '').split(/=(.*)/s)
    if (name === '--browser') options.browser = true
    else if (name === '--no-open') options.open = false
    else if (name === '--data') {
      const folder = inline ?? args[++at]
      if (folder === undefined || folder === '') throw new PlainFailure('--data 之后要写文件夹。/ --data needs a folder.')
      options.data = resolve(callerFolder, folder)
    } else throw new PlainFailure(`不认识的参数 ${args[at]}(可用: --data 文件夹、--browser、--no-open)。/ Unknown argument ${args[at]}.`)
  }
  return options
}

/** Opens an address in the system's browser; false where there is none. */
function openInBrowser(/** @type {string} */ address) {
  const opener =
    process.platform === 'win32'
      ? ['cmd', '/c', 'start', '', address]
      : process.platform === 'darwin'
        ? ['open', address]
        : inPath('xdg-open') !== null && (process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
          ? ['xdg-open', address]
          : null
  const [command, ...args] = opener ?? []
  if (command === undefined) return false
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref()
  return true
}

/** Waits for a started program; Ctrl+C is left to it, so that it can close its database first. */
function follow(/** @type {import('node:child_process').ChildProcess} */ child) {
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)))
  })
}

function startDesktop(/** @type {string} */ electron, /** @type {string} */ data) {
  say('正在打开桌面程序', 'Opening the desktop program')
  return follow(spawn(electron, [root, `--data=${data}`], { cwd: root, stdio: 'inherit' }))
}

/** The program behind a browser seat. The first address it prints is the one that opens without further typing. */
function startBrowserSeat(/** @type {string} */ data, /** @type {boolean} */ open) {
  const child = spawn(localNode(), [join(root, 'src-main', 'cli', 'main.ts'), 'serve', '--data', data], {
    cwd: root,
    stdio: ['inherit', 'pipe', 'inherit'],
    env: childEnvironment(),
  })
  let seen = ''
  let opened = false
  child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    process.stdout.write(text)
    seen += text
    const address = /https?:\/\/127\.0\.0\.1:\d+\/\S*(?=\s)/.exec(seen)?.[0]
    if (opened || address === undefined) return
    opened = true
    if (open && openInBrowser(address)) say('已在浏览器中打开; 按 Ctrl+C 退出', 'Opened in your browser; Ctrl+C ends the program')
    else say(`请在浏览器中打开 ${address} ; 按 Ctrl+C 退出`, 'please open this address in a browser; Ctrl+C ends the program')
  })
  return follow(child)
}

async function start() {
  requireNode20()
  const { data, browser, open } = readOptions(process.argv.slice(2))
  ensureInstalled()
  await ensureBuilt()
  mkdirSync(data, { recursive: true })
  say(`数据文件夹 ${data}`, 'data folder')
  const runtime = browser ? null : await electronRuntime()
  if (runtime !== null && 'electron' in runtime) return startDesktop(runtime.electron, data)
  if (runtime !== null)
    say(`${runtime.because[0]}, 改为在浏览器中打开同一程序`, `${runtime.because[1]}, so the same program opens in a browser`)
  return startBrowserSeat(data, open)
}

if (process.argv[1]?.endsWith('start.mjs') === true) runScript(start)
