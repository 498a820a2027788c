// npm run package: checks the configuration, builds, packs installers for this system into dist/.
//   npm run package -- --check        only the configuration, offline
//   npm run package -- --dir          only the unpacked folder
//   npm run package -- --win          another system, as electron-builder says it
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { installedElectron } from './electron-runtime.mjs'
import {
  PlainFailure,
  commandFile,
  ensureBuilt,
  ensureInstalled,
  localNode,
  requireNode20,
  root,
  runNode,
  runScript,
  say,
} from './setup.mjs'

/** electron-builder's own look at the configuration, without packing anything and without the network. */
async function checkConfiguration() {
  const { code, output } = await runNode([join('build', 'package-check.mjs')], { capture: true })
  if (code !== 0) throw new PlainFailure(`打包配置有误: / the packaging configuration is wrong:\n${output}`)
  say('打包配置正确', 'The packaging configuration is valid')
}

async function reaches(/** @type {string} */ address) {
  try {
    await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(5000) })
    return true
  } catch {
    return false
  }
}

/** What cannot be made on this machine, in both languages; empty when everything can. */
async function hindrances() {
  const found = []
  const tools = process.env.ELECTRON_BUILDER_BINARIES_MIRROR ?? 'https://github.com/electron-userland/electron-builder-binaries/releases/'
  const online = await reaches(tools)
  if (!online && installedElectron() === null)
    found.push([
      'Electron 运行时未安装且无法下载, 因此任何安装包都做不了',
      'the Electron runtime is not here and cannot be downloaded, so nothing can be packed',
    ])
  if (!online)
    found.push([
      '打包工具(NSIS、AppImage、fpm)无法下载, 因此 NSIS 安装包、便携版、AppImage、deb 做不了',
      'the packing tools cannot be downloaded, so no NSIS installer, portable exe, AppImage or deb',
    ])
  if (process.platform !== 'win32') found.push(['Windows 安装包请在 Windows 上制作', 'make the Windows installers on Windows'])
  if (process.platform !== 'linux') found.push(['AppImage 与 deb 请在 Linux 上制作', 'make AppImage and deb on Linux'])
  return { found, online }
}

runScript(async () => {
  requireNode20()
  ensureInstalled()
  const args = process.argv.slice(2)
  await checkConfiguration()
  const { found, online } = await hindrances()
  for (const [chinese = '', english = ''] of found) say(chinese, english)
  if (args.includes('--check')) return 0
  const withDist = args.some((argument) => argument.includes('electronDist'))
  if (!online && !withDist && !(installedElectron() !== null && args.includes('--dir'))) {
    throw new PlainFailure(
      '本机无法打包, 原因见上; 配置已通过检查。/ Nothing can be packed on this machine for the reasons above; the configuration is valid.',
    )
  }
  await ensureBuilt()
  const packed = spawnSync(
    localNode(),
    [commandFile('electron-builder', 'electron-builder'), '--config', 'build/electron-builder.yml', '--publish', 'never', ...args],
    { cwd: root, stdio: 'inherit' },
  )
  return packed.status ?? 1
})
