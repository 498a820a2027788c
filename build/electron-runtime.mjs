// Can the Electron desktop be opened here? If its runtime is missing it is fetched, with little patience.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { localNode, root, say } from './setup.mjs'

/** The installed Electron executable, or null. @param {string} [folder] */
export function installedElectron(folder = root) {
  const home = join(folder, 'node_modules', 'electron')
  const pathFile = join(home, 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron'
  const file = process.env.ELECTRON_OVERRIDE_DIST_PATH ? join(process.env.ELECTRON_OVERRIDE_DIST_PATH, name) : join(home, 'dist', name)
  return existsSync(file) ? file : null
}

/** Why a desktop window cannot be shown here whatever is installed, or null. @param {Record<string, string | undefined>} [environment] */
export function noDesktopBecause(environment = process.env) {
  if (process.platform !== 'linux') return null
  if (!environment.DISPLAY && !environment.WAYLAND_DISPLAY) return ['本机没有图形桌面', 'there is no graphical desktop here']
  if (process.getuid?.() === 0) return ['Electron 不能以 root 身份运行', 'Electron does not run as root']
  return null
}

async function answers(/** @type {string} */ address, /** @type {number} */ milliseconds) {
  try {
    await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(milliseconds) })
    return true
  } catch {
    return false
  }
}

/** Runs Electron's own installer; false if its server does not answer in 5 s or the download is not done in time. */
async function download(/** @type {number} */ milliseconds) {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/electron/electron/releases/'
  if (!(await answers(mirror, 5000))) return false
  say('正在下载 Electron 运行时(约 120 MB)…', 'Downloading the Electron runtime (about 120 MB)…')
  return new Promise((resolve) => {
    const child = spawn(localNode(), [join(root, 'node_modules', 'electron', 'install.js')], { stdio: ['ignore', 'ignore', 'ignore'] })
    const timer = setTimeout(() => child.kill(), milliseconds)
    child.on('error', () => resolve(false))
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve(code === 0)
    })
  })
}

/** Asks the executable its version: tells a missing system library from a working runtime. */
function runs(/** @type {string} */ electron) {
  const asked = spawnSync(electron, ['--version'], { encoding: 'utf8', timeout: 15_000 })
  return asked.status === 0 && /^v\d+/.test(asked.stdout.trim())
}

/**
 * The Electron executable ready to be started, or the reason in both languages why not.
 * @returns {Promise<{ electron: string } | { because: string[] }>}
 */
export async function electronRuntime({ downloadFor = 300_000 } = {}) {
  const hindrance = noDesktopBecause()
  if (hindrance !== null) return { because: hindrance }
  if (installedElectron() === null && !(await download(downloadFor)))
    return { because: ['Electron 运行时未能下载', 'the Electron runtime could not be downloaded'] }
  const electron = installedElectron()
  if (electron === null || !runs(electron))
    return { because: ['Electron 运行时在本机无法启动', 'the Electron runtime does not start on this machine'] }
  return { electron }
}
