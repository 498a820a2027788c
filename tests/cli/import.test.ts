import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { json, sanbao } from '#tests/cli/run'
import { filledWorkbook, ledgerJob } from '#tests/support/filled-workbook'

const folder = mkdtempSync(join(tmpdir(), 'sanbao-cli-import-'))
const db = join(folder, 'station.sqlite')
const workbook = join(folder, 'ledger.xlsx')
const rows = (job: Record<string, string | number>) => ({
  工单: [job],
  零件: [{ 台账号: 'T2026-0158', 零件编号: 'X-31310', 零件名称: '点火线圈', 数量: 1, 单价: 86.5 }],
  工时: [],
  外出: [],
})

beforeAll(async () => {
  expect(sanbao('init', '--db', db, '--code', 'LOCAL1', '--name', '试验站', '--chief', '王站长', '--pin', '4711')).toMatchObject({
    code: 0,
    err: '',
  })
  writeFileSync(workbook, await filledWorkbook('work-orders', rows(ledgerJob)))
}, 180_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const bringIn = (...more: string[]) => sanbao('import', '--db', db, '--kind', 'work-orders', workbook, '--json', ...more)

test('an empty station takes a ledger under its open manufacturer; the same file again creates nothing', () => {
  const runs = [bringIn('--dry-run'), bringIn(), bringIn()]
  expect(runs.map((run) => [run.code, json<{ read: number; created: number; updated: number; rejected: unknown[] }>(run)])).toMatchObject([
    [0, { read: 1, created: 1, updated: 0, rejected: [] }],
    [0, { read: 1, created: 1, updated: 0, rejected: [] }],
    [0, { read: 1, created: 0, updated: 0, rejected: [] }],
  ])
  const { items } = json<{ items: { no: string; status: string; customerName: string }[] }>(
    sanbao('list', '--db', db, 'work-orders', '--json'),
  )
  expect(items.map(({ no, status, customerName }) => [no.slice(0, 10), status, customerName])).toEqual([
    ['LOCAL1-WO-', 'delivered', '周志强'],
  ])
}, 180_000)

test('a bad cell is named by sheet, row and column with reason and remedy, and nothing is saved', async () => {
  const bad = join(folder, 'bad.xlsx')
  writeFileSync(bad, await filledWorkbook('work-orders', rows({ ...ledgerJob, 台账号: 'T2026-0999', 行驶里程: '很多' })))
  const run = sanbao('import', '--db', db, '--kind', 'work-orders', bad, '--json')
  const { created, rejected } = json<{ created: number; rejected: Record<string, unknown>[] }>(run)
  expect({ code: run.code, created, first: rejected.find(({ column }) => column === '行驶里程') }).toEqual({
    code: 1,
    created: 0,
    first: { sheet: '工单', row: 2, column: '行驶里程', value: '很多', reason: expect.any(String), remedy: expect.any(String) },
  })
}, 180_000)

test('the template is a workbook; a missing file is named', () => {
  const out = join(folder, 'template.xlsx')
  expect(sanbao('template', '--kind', 'customers', '--out', out)).toMatchObject({ code: 0, err: '' })
  expect(sanbao('import', '--db', db, '--kind', 'customers', join(folder, 'none.xlsx'))).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('none.xlsx'),
  })
}, 180_000)
