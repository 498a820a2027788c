import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { PlainFailure, localNode, needsBuild, needsInstall, newestChange, requireNode20 } from '../../build/setup.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sanbao-setup-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function fileOfMinute(path: string, minute: number): void {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, '')
  utimesSync(file, new Date(2026, 0, 1, 0, minute), new Date(2026, 0, 1, 0, minute))
}

test('a clone without node_modules needs an install', () => {
  fileOfMinute('package-lock.json', 1)
  expect(needsInstall(folder)).toBe(true)
})

test('an install is repeated only when the lock file is newer', () => {
  fileOfMinute('package-lock.json', 1)
  fileOfMinute('node_modules/.package-lock.json', 2)
  expect(needsInstall(folder)).toBe(false)
  fileOfMinute('package-lock.json', 3)
  expect(needsInstall(folder)).toBe(true)
})

test('a build is repeated only when a source is newer than the oldest part', () => {
  fileOfMinute('src-main/domain/money.ts', 1)
  expect(needsBuild(folder)).toBe(true)
  fileOfMinute('out/main/main.js', 2)
  fileOfMinute('out/preload/preload.cjs', 2)
  fileOfMinute('out/renderer/index.html', 4)
  expect(needsBuild(folder)).toBe(false)
  fileOfMinute('src-renderer/main.tsx', 3)
  expect(needsBuild(folder)).toBe(true)
})

test('the newest change is found in any depth, and missing folders do not disturb', () => {
  fileOfMinute('a/b/c.ts', 7)
  fileOfMinute('a/d.ts', 5)
  expect(newestChange([join(folder, 'a'), join(folder, 'none')])).toBe(new Date(2026, 0, 1, 0, 7).getTime())
})

test('an old Node is refused in one sentence', () => {
  expect(() => requireNode20('18.19.1')).toThrow(PlainFailure)
  expect(() => requireNode20('18.19.1')).toThrow(/Node\.js 20/)
  requireNode20('20.0.0')
})

test('the tests run on the project’s own Node', () => {
  expect(localNode()).toBe(process.execPath)
})
