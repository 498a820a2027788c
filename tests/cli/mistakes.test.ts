import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sanbao } from '#tests/cli/run'

const folder = mkdtempSync(join(tmpdir(), 'sanbao-cli-mistakes-'))
const db = join(folder, 'station.sqlite')

beforeAll(() => {
  expect(sanbao('init', '--db', db)).toMatchObject({ code: 0, err: '' })
}, 180_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const firstLine = (...args: string[]) => {
  const { code, out, err } = sanbao(...args)
  return [code, out, err.split('\n')[0]]
}

test('a mistyped call is answered in Chinese and names what was mistyped', () => {
  expect([
    firstLine('list', 'claims', '--db', db, '--lan'),
    firstLine('list', 'claims', '--db'),
    firstLine('list', 'claims', '--db', db, '--json=1'),
    firstLine('check', '--db', db, 'more', 'words'),
    firstLine('serve', '--db', db, '--port', '99999'),
    firstLine('init', '--db', join(folder, 'b'), '--pin', 'abc', '--name', ''),
    firstLine('init', '--db', join(folder, 'b'), '--demo', '--code', 'X1'),
  ]).toEqual([
    [2, '', '没有选项 --lan'],
    [2, '', '--db 后面要写一个值（值以 - 开头时写成 --db=值）'],
    [2, '', '--json 后面不写值'],
    [2, '', '多写了 more words'],
    [2, '', '--port 应在 0 到 65535 之间，不是 99999'],
    [2, '', '--name：至少 2 个字；--pin：口令是 4 到 8 位数字'],
    [2, '', '--code 不用于 --demo'],
  ])
  expect(existsSync(join(folder, 'b'))).toBe(false)
}, 180_000)

test('what is not on file, or is no file, is said without a stack or advice for another seat', () => {
  const gone = join(folder, 'gone')
  mkdirSync(join(folder, 'a-folder'))
  expect([
    firstLine('batch', 'build', '--db', db, '--manufacturer', 'NOPE', '--period', '2026-11'),
    firstLine('batch', 'export', '--db', db, '--batch', 'B1', '--out', folder),
    firstLine('print', '--db', db, '--form', 'F16', '--no', 'N1', '--out', join(folder, 'n.pdf')),
    firstLine('print', '--db', db, '--form', 'F16', '--no', 'N1', '--out', join(gone, 'n.pdf')),
    firstLine('check', '--db', join(folder, 'a-folder')),
    firstLine('import', '--db', db, '--kind', 'parts', folder),
  ]).toEqual([
    [1, '', '没有厂方 NOPE，已登记的是 OEM'],
    [1, '', '没有批次 B1'],
    [1, '', '没有单据 F16 N1'],
    [1, '', `找不到文件或文件夹：${gone}`],
    [1, '', `打不开 ${join(folder, 'a-folder')}，请检查它是不是文件，以及读写权限`],
    [1, '', `这是文件夹，不是文件：${folder}`],
  ])
}, 180_000)
