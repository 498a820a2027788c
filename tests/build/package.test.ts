import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandFile, root } from '../../build/setup.mjs'

// electron-builder packs around any folder that looks like an Electron distribution, so the packing itself is proven
// without the runtime: what goes in, what stays out, and that the fuses are really burnt into the executable.
const fuseWire = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 9]), Buffer.from('101001011')])
const folder = mkdtempSync(join(tmpdir(), 'sanbao-package-'))
const app = join(folder, 'dist', 'linux-unpacked')
const packs = process.platform === 'linux' && existsSync(join(root, 'out', 'main', 'main.js'))

function writeStandInElectron(place: string): void {
  mkdirSync(join(place, 'locales'), { recursive: true })
  for (const name of ['LICENSE', 'version', 'LICENSES.chromium.html', 'resources.pak', 'locales/zh-CN.pak'])
    writeFileSync(join(place, name), '45.4.1')
  writeFileSync(join(place, 'electron'), Buffer.concat([Buffer.from('\x7fELF'), Buffer.alloc(64), fuseWire, Buffer.alloc(64)]))
  chmodSync(join(place, 'electron'), 0o755)
}

function run(file: string, ...args: string[]): string {
  const done = spawnSync(process.execPath, [file, ...args], { cwd: root, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${done.stdout}\n${done.stderr}`)
  return done.stdout
}

beforeAll(() => {
  if (!packs) return
  const electron = join(folder, 'electron')
  writeStandInElectron(electron)
  run(
    commandFile('electron-builder', 'electron-builder'),
    '--config',
    'build/electron-builder.yml',
    '--publish',
    'never',
    '--linux',
    '--x64',
    '--dir',
    `-c.electronDist=${electron}`,
    `-c.directories.output=${join(folder, 'dist')}`,
  )
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the packaging configuration is valid by electron-builder’s own schema', () => {
  expect(run(join(root, 'build', 'package-check.mjs'))).toBe('')
})

test.runIf(packs)('every worker the bundle asks for is in it', () => {
  const main = join(root, 'out', 'main')
  const asked = readdirSync(main)
    .filter((name) => name.endsWith('.js'))
    .flatMap((name) => {
      const code = readFileSync(join(main, name), 'utf8')
      // workerFile('pdf/pdf-worker') and new URL('./x-worker.js', …)
      return [...code.matchAll(/["'`](?:\.\/)?([\w/-]+-worker)(?:\.js)?["'`]/g)].map((found) => found[1] ?? '')
    })
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.filter((worker) => !existsSync(join(main, `${worker}.js`)))).toEqual([])
})

test.runIf(packs)('the archive holds the built program and its production packages, nothing else of ours', () => {
  const entries = run(commandFile('@electron/asar', 'asar'), 'list', join(app, 'resources', 'app.asar'))
    .trim()
    .split('\n')
    .map((entry) => entry.replaceAll('\\', '/'))
  const ownTop = new Set(entries.map((entry) => entry.split('/')[1] ?? ''))
  expect([...ownTop].sort()).toEqual(['node_modules', 'out', 'package.json'])
  expect(entries).toEqual(
    expect.arrayContaining([
      '/out/main/main.js',
      '/out/preload/preload.cjs',
      '/out/renderer/index.html',
      '/node_modules/better-sqlite3/package.json',
    ]),
  )
  expect(entries.filter((entry) => entry.startsWith('/node_modules/node-'))).toEqual([])
})

test.runIf(packs)('only the native driver of the packed system is beside the archive, and it works', () => {
  const unpacked = join(app, 'resources', 'app.asar.unpacked', 'node_modules')
  const driver = join(unpacked, 'better-sqlite3')
  expect(readdirSync(join(driver, 'prebuilds'))).toEqual(['linux-x64.node'])
  const asked = spawnSync(
    process.execPath,
    ['-p', `new (require(${JSON.stringify(driver)}))(':memory:').prepare('select 1 + 1 as two').get().two`],
    { encoding: 'utf8' },
  )
  expect(asked.stdout.trim()).toBe('2')
})

test.runIf(packs)('fonts, migrations, samples and licences lie where the host looks for them', () => {
  const resources = join(app, 'resources')
  const wanted = [
    'forms/fonts/NotoSansSC-Regular.ttf',
    'forms/fonts/NotoSansSC-OFL.txt',
    'db/migrations/0000_initial.sql',
    'db/samples/models.json',
    'LICENSE.txt',
  ]
  expect(wanted.filter((path) => !existsSync(join(resources, path)))).toEqual([])
})

test.runIf(packs)('the fuses forbid using the program as a plain Node', () => {
  const wire = readFileSync(join(app, 'sanbao-station'))
  const at = wire.indexOf(fuseWire.subarray(0, 32)) + 34
  // runAsNode, cookies, NODE_OPTIONS, --inspect, asar integrity, only asar, browser snapshot, file:// privileges
  expect(wire.subarray(at, at + 8).toString()).toBe('01001100')
})
