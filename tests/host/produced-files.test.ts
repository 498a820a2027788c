import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFileShelf, openKept } from '#host/produced-files'

let home: string
let folder: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'sanbao-shelf-'))
  folder = join(home, 'handed-out')
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const pdf = { name: '单据.pdf', mediaType: 'application/pdf' }

test('what is written to be handed out is gone after a quarter of an hour, with the program, and what a killed one left at the next start', async () => {
  mkdirSync(folder)
  writeFileSync(join(folder, 'left'), 'x')
  let now = 0
  const shelf = createFileShelf(() => now, folder)
  expect(existsSync(folder)).toBe(false)
  const first = await shelf.spool(pdf, [Buffer.from('一'), Buffer.from('二')])
  expect([first.name, first.bytes, readdirSync(folder).length]).toEqual(['单据.pdf', 6, 1])
  now += 20 * 60_000
  const second = await shelf.spool(pdf, [Buffer.from('三')])
  await expect.poll(() => readdirSync(folder).length).toBe(1)
  expect([shelf.get(first.fileId), shelf.get(second.fileId)]).toEqual([undefined, expect.objectContaining(pdf)])
  shelf.clear()
  expect([existsSync(folder), shelf.get(second.fileId)]).toEqual([false, undefined])
})

test('a file of the station is read from where it lies and stays there; lost, there is nothing to open', async () => {
  let now = 0
  const shelf = createFileShelf(() => now, folder)
  const path = join(home, 'batch.zip')
  writeFileSync(path, 'batch')
  const kept = shelf.get(shelf.put({ name: 'batch.zip', mediaType: 'application/zip', path })) ?? expect.fail('it was put there')
  expect(Buffer.concat((await (await openKept(kept))?.pieces.toArray()) ?? []).toString()).toBe('batch')
  now += 20 * 60_000
  shelf.put({ ...pdf, bytes: Buffer.from('x') })
  shelf.clear()
  await pause(0)
  expect(existsSync(path)).toBe(true)
  rmSync(path)
  expect(await openKept(kept)).toBeUndefined()
})

test('stopped half way, nothing is left of it', async () => {
  const shelf = createFileShelf(() => 0, folder)
  async function* stopped(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('半')
    await pause(0)
    throw new Error('stopped')
  }
  await expect(shelf.spool(pdf, stopped())).rejects.toThrow('stopped')
  expect(readdirSync(folder)).toEqual([])
})
