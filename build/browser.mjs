// The browser and the two small tools the tests need, found or installed.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { PlainFailure, commandFile, localNode, root, say } from './setup.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const windows = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']
const mac = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium']

/** Full path of a command in PATH, or null. */
export function inPath(/** @type {string} */ command, path = process.env.PATH ?? '') {
  for (const folder of path.split(delimiter)) {
    const file = join(folder, process.platform === 'win32' ? `${command}.exe` : command)
    if (folder !== '' && existsSync(file)) return file
  }
  return null
}

function playwrightsOwn() {
  const asked = spawnSync(localNode(), ['-e', "process.stdout.write(require('@playwright/test').chromium.executablePath())"], {
    cwd: root,
    encoding: 'utf8',
  })
  return asked.status === 0 && existsSync(asked.stdout) ? asked.stdout : null
}

/**
 * A Chromium that is already here, or null: the one named by CHROMIUM, the system's, then Playwright's own.
 * @param {Record<string, string | undefined>} [environment]
 */
export function findChromium(environment = process.env) {
  if (environment.CHROMIUM !== undefined && environment.CHROMIUM !== '') {
    if (existsSync(environment.CHROMIUM)) return environment.CHROMIUM
    throw new PlainFailure(
      `环境变量 CHROMIUM 指向的 ${environment.CHROMIUM} 不存在。/ CHROMIUM names ${environment.CHROMIUM}, which does not exist.`,
    )
  }
  for (const name of names) {
    const found = inPath(name, environment.PATH)
    if (found !== null) return found
  }
  const programs = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA]
  const places =
    process.platform === 'win32'
      ? programs.flatMap((folder) => (folder === undefined ? [] : windows.map((file) => join(folder, file))))
      : process.platform === 'darwin'
        ? mac
        : []
  return places.find((file) => existsSync(file)) ?? playwrightsOwn()
}

function hasChineseFont() {
  if (process.platform !== 'linux') return true
  const asked = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return asked.status === 0 && asked.stdout.trim() !== ''
}

const mayUseApt = () =>
  process.platform === 'linux' && existsSync('/etc/debian_version') && process.getuid?.() === 0 && inPath('apt-get') !== null

function aptInstall(/** @type {string[]} */ packages) {
  say(`正在安装测试所需: ${packages.join(' ')}…`, `Installing what the tests need: ${packages.join(' ')}…`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (/** @type {string[]} */ args) => spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env }).status === 0
  return run(['update', '-qq']) && run(['install', '-y', '-qq', '--no-install-recommends', ...packages])
}

/**
 * Makes sure a browser is there and returns its path; Chinese fonts and pdftotext are installed along where that is
 * possible. Says in one sentence what to install by hand where it is not.
 */
export function ensureBrowser() {
  const missing = []
  let chromium = findChromium()
  if (chromium === null) missing.push('chromium')
  if (!hasChineseFont()) missing.push('fonts-noto-cjk')
  if (process.platform === 'linux' && inPath('pdftotext') === null) missing.push('poppler-utils')
  if (missing.length > 0 && mayUseApt()) {
    if (!aptInstall(missing)) say('apt-get 未能安装全部软件包', 'apt-get could not install all of them')
    chromium = findChromium()
  } else if (missing.some((name) => name !== 'chromium')) {
    say(`建议安装: ${missing.filter((name) => name !== 'chromium').join(' ')}`, 'recommended for the tests, please install')
  }
  if (chromium === null) {
    say('正在下载 Playwright 的 Chromium…', 'Downloading Playwright’s Chromium…')
    spawnSync(localNode(), [commandFile('@playwright/test', 'playwright'), 'install', 'chromium'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      timeout: 600_000,
    })
    chromium = findChromium()
  }
  if (chromium === null) {
    throw new PlainFailure(
      '端到端测试需要 Chromium: 请安装 chromium 或 Google Chrome, 或用环境变量 CHROMIUM 指定其路径。/ The end-to-end tests need Chromium: install it or name it in CHROMIUM.',
    )
  }
  return chromium
}
