import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { removeHalfFiles, writeDurably } from '#host/durable-write'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sanbao-durable-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

const text = (value: string) => new TextEncoder().encode(value)

test('a file is written whole, from one piece or many, and replaces the old one', async () => {
  const path = join(folder, '批次.zip')
  await writeDurably(path, text('old'))
  const first = await readFile(path, 'utf8')
  await writeDurably(path, [text('new '), new Uint8Array(), text('and longer')])
  expect([first, await readFile(path, 'utf8'), await readdir(folder)]).toEqual(['old', 'new and longer', ['批次.zip']])
})

test('when its making fails half-way the old file stays and no half file is left', async () => {
  const path = join(folder, 'a.pdf')
  await writeDurably(path, text('old'))
  async function* broken() {
    yield text('half')
    await Promise.resolve()
    throw new Error('the printer of pages broke down')
  }
  await expect(writeDurably(path, broken())).rejects.toThrow('broke down')
  expect([await readFile(path, 'utf8'), await readdir(folder)]).toEqual(['old', ['a.pdf']])
})

test('a folder that is missing, or a name taken by a folder, fails and leaves nothing', async () => {
  await mkdir(join(folder, 'taken', 'inside'), { recursive: true })
  await expect(writeDurably(join(folder, 'missing', 'a'), text('x'))).rejects.toThrow('ENOENT')
  await expect(writeDurably(join(folder, 'taken'), text('x'))).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/)
  expect(await readdir(folder)).toEqual(['taken'])
})

test('what a killed process left is cleared at the next start, and nothing else', async () => {
  await writeFile(join(folder, '.a.zip.0123456789ab.sanbao-half'), 'half')
  await writeFile(join(folder, 'notes.sanbao-half'), 'mine')
  expect([await removeHalfFiles(folder), await readdir(folder)]).toEqual([['.a.zip.0123456789ab.sanbao-half'], ['notes.sanbao-half']])
})

test('whenever the process is killed, the file under its name is whole', async () => {
  const path = join(folder, 'file')
  const pieces = 64
  const size = 16 * 1024
  const script = `
    import { writeDurably } from ${JSON.stringify(new URL('../../src-main/host/durable-write.ts', import.meta.url).href)}
    for (let round = 0; ; round += 1) await writeDurably(${JSON.stringify(path)}, Array.from({ length: ${pieces} }, () => new Uint8Array(${size}).fill(round % 256)))`
  const found: string[] = []
  for (let round = 0; round < 6; round += 1) {
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      stdio: 'ignore',
      env: { ...process.env, NODE_OPTIONS: '' },
    })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    for (let waited = 0; !existsSync(path) && waited < 400; waited += 1) await pause(10)
    await pause(7 * round)
    child.kill('SIGKILL')
    await ended
    const bytes = await readFile(path)
    found.push(bytes.byteLength === pieces * size && bytes.every((byte) => byte === bytes[0]) ? 'whole' : 'half')
    await rm(path)
  }
  await removeHalfFiles(folder)
  expect([found, await readdir(folder)]).toEqual([Array.from({ length: 6 }, () => 'whole'), []])
})
