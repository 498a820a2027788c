import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, closeDatabase } from '#db/open'
import { json, sanbao } from '#tests/cli/run'

type Listed = { readonly items: readonly Record<string, unknown>[]; readonly total: number }
type Built = {
  readonly number: string
  readonly claims: number
  readonly sums: { readonly totalFen: number }
  readonly refused: readonly { readonly no: string; readonly reasons: readonly string[] }[]
}

const folder = mkdtempSync(join(tmpdir(), 'sanbao-cli-'))
const db = join(folder, 'station.sqlite')
let month = ''

beforeAll(() => {
  const until = new Date(Date.now() - 24 * 3_600_000).toISOString().slice(0, 10)
  month = until.slice(0, 7)
  expect(sanbao('init', '--db', db, '--demo', '--orders', '60', '--seed', '5', '--until', until)).toMatchObject({ code: 0, err: '' })
}, 240_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('every list is one JSON value with items and their number', () => {
  const kinds = ['work-orders', 'requests', 'returned-parts', 'manifests', 'claims', 'batches', 'papers']
  const lists = kinds.map((kind) => json<Listed>(sanbao('list', '--db', db, kind, '--json')))
  expect(lists.map(({ items, total }) => items.length === total)).toEqual(kinds.map(() => true))
  expect(lists[0]?.total).toBe(60)
}, 180_000)

test('a file that exists is never made anew', () => {
  expect(sanbao('init', '--db', db)).toMatchObject({ code: 1, out: '', err: expect.stringContaining('已存在') })
}, 60_000)

test('a month is built, exported and verified; one changed byte is refused with a reason', () => {
  const built = json<Built>(sanbao('batch', 'build', '--db', db, '--manufacturer', 'DEMO', '--period', month, '--json'))
  const exported = ['a', 'b'].map((name) =>
    json<{ file: string; sha256: string }>(
      sanbao('batch', 'export', '--db', db, '--batch', built.number, '--out', join(folder, name), '--json'),
    ),
  )
  const [first, second] = exported
  const verified = json<{ ok: boolean; number: string; claims: number; sums: { totalFen: number } }>(
    sanbao('batch', 'verify', first?.file ?? '', '--json'),
  )
  expect({
    sameBytes: first?.sha256 === second?.sha256,
    ok: verified.ok,
    number: verified.number,
    claims: verified.claims,
    total: verified.sums.totalFen,
  }).toEqual({
    sameBytes: true,
    ok: true,
    number: built.number,
    claims: built.claims,
    total: built.sums.totalFen,
  })
  const bytes = readFileSync(first?.file ?? '')
  bytes[400] = (bytes[400] ?? 0) ^ 1
  const changed = join(folder, 'changed.zip')
  writeFileSync(changed, bytes)
  expect(sanbao('batch', 'verify', changed)).toMatchObject({ code: 1, out: '', err: expect.stringContaining('批次文件有问题') })
}, 240_000)

test('a month without claims says so, and no batch comes of it', () => {
  const batches = () => json<Listed>(sanbao('list', '--db', db, 'batches', '--json')).items
  const before = batches()
  const run = sanbao('batch', 'build', '--db', db, '--manufacturer', 'DEMO', '--period', '2001-01', '--json')
  expect({ code: run.code, err: run.err, json: json(run), batches: batches() }).toEqual({
    code: 1,
    err: '未建批：2001-01 完工的工单没有待报的索赔单\n',
    batches: before,
    json: { number: null, claims: 0, sums: { partsFen: 0, labourFen: 0, outingFen: 0, otherFen: 0, totalFen: 0 }, refused: [] },
  })
}, 60_000)

test('issued papers are drawn into one PDF and the print is logged', () => {
  const [paper] = json<Listed>(sanbao('list', '--db', db, 'papers', '--json')).items.filter((item) => item['form'] === 'F16')
  const out = join(folder, 'f16.pdf')
  expect(sanbao('print', '--db', db, '--form', 'F16', '--no', String(paper?.['number']), '--out', out)).toMatchObject({ code: 0, err: '' })
  const after = json<Listed>(sanbao('list', '--db', db, 'papers', '--json')).items.find((item) => item['id'] === paper?.['id'])
  expect({ head: readFileSync(out).subarray(0, 5).toString(), printCount: after?.['printCount'] }).toEqual({ head: '%PDF-', printCount: 1 })
}, 180_000)

test('a backup is a station file of its own, and the check finds nothing wrong', () => {
  expect(sanbao('backup', '--db', db, '--to', join(folder, 'copies'))).toMatchObject({ code: 0 })
  const [copy = ''] = readdirSync(join(folder, 'copies'))
  expect(json(sanbao('check', '--db', join(folder, 'copies', copy), '--json'))).toMatchObject({ ok: true, problems: [] })
}, 180_000)

test('while the program has the file open the command line keeps out', () => {
  const held = openDatabase(db, 'existing')
  try {
    expect(sanbao('list', '--db', db, 'claims')).toEqual({ code: 1, out: '', err: '数据库正由运行中的程序使用，请先退出或在程序内操作\n' })
  } finally {
    closeDatabase(held)
  }
}, 60_000)

test('what is not understood is explained and ends with 2', () => {
  const wrong = [
    [],
    ['nothing'],
    ['answer', 'import'],
    ['restore'],
    ['serve', '--lan'],
    ['list', '--db', db, 'wishes'],
    ['list', '--db', db, 'claims', '--period', '2026-13'],
    ['print', '--db', db, '--form', 'F16', '--blank', '3', '--out', 'x.pdf'],
    ['batch', 'sign'],
    ['init', '--db', join(folder, 'new.sqlite'), '--orders', '5'],
    ['import', '--db', db, '--kind', 'wishes', 'x.xlsx'],
  ]
  expect(wrong.map((args) => sanbao(...args).code)).toEqual(wrong.map(() => 2))
  expect(existsSync(join(folder, 'new.sqlite'))).toBe(false)
}, 180_000)
