import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InputOf } from '#contract/define'
import type { AppContract } from '#contract/index'
import type { CatalogueList } from '#domain/catalogue'
import { say } from '#domain/sentences/index'
import { codesOf, faultMode, modelCategory } from '#domain/words'
import { filledWorkbook } from '#tests/support/filled-workbook'
import { catalogue as en } from '../../src-renderer/messages/en/catalogue.ts'
import { wordsEn } from '../../src-renderer/messages/en/words.ts'
import { catalogue as zh } from '../../src-renderer/messages/zh/catalogue.ts'
import { openTestHost, type TestHost } from '#tests/support/host'

type Row = Readonly<Record<string, string | number>>
type Column = InputOf<AppContract['lists']['export']>['columns'][number]

let station: TestHost
beforeAll(async () => {
  station = await openTestHost({ today: '2026-11-21' })
})
afterAll(() => station.close())

const sheets = {
  parts: '零件价格',
  prices: '价格表',
  labour: '工时目录',
  faults: '故障代码',
  models: '车型',
  technicians: '技师',
  outlets: '网点',
  holidays: '节假日',
} as const
const whole = { offset: 0, limit: 500, sort: [], text: '' }

async function look(list: CatalogueList, rows: readonly Row[]) {
  return station.api.imports.preview({
    kind: list,
    uploadId: station.host.upload('资料.xlsx', await filledWorkbook(list, { [sheets[list]]: rows })),
  })
}

async function bringIn(list: CatalogueList, ...rows: readonly Row[]) {
  const { importId, rejected } = await look(list, rows)
  return { ...(await station.api.imports.apply({ importId, skipBad: false })), rejected: rejected.length }
}

const done = (created: number, updated: number, unchanged: number) => ({ created, updated, unchanged, rejected: 0 })

test('a labour list makes new codes, changes what differs and leaves the rest; the preview says which', async () => {
  const first = [
    { 工时代码: 'n0101', 维修项目: '调整怠速', 工时: 0.3 },
    { 工时代码: 'N0102', 维修项目: '清洗化油器', 工时: 1.2, 系统: '燃油' },
  ]
  expect(await bringIn('labour', ...first)).toEqual(done(2, 0, 0))
  expect(await bringIn('labour', ...first)).toEqual(done(0, 0, 2))
  const again = [
    { ...first[0], 工时: 0.5, 系统: '燃油' },
    { ...first[1], 系统: '' },
    { 工时代码: 'N0103', 维修项目: '换空滤', 工时: 0.2, 状态: '停用' },
  ] as const
  const preview = await look('labour', again)
  expect({ counts: [preview.read, preview.creates, preview.updates, preview.unchanged], sample: preview.sample }).toEqual({
    counts: [3, 1, 1, 1],
    sample: [
      {
        row: 2,
        does: 'update',
        cells: [
          ['工时代码', 'N0101', null],
          ['维修项目', '调整怠速', null],
          ['工时', '0.5', '0.3'],
          ['系统', '燃油', ''],
          ['厂方代码', 'DEMO', null],
        ].map(([heading, value, was]) => ({ heading, value, was })),
      },
      {
        row: 4,
        does: 'create',
        cells: [
          ['工时代码', 'N0103'],
          ['维修项目', '换空滤'],
          ['工时', '0.2'],
          ['厂方代码', 'DEMO'],
          ['状态', '停用'],
        ].map(([heading, value]) => ({ heading, value, was: null })),
      },
    ],
  })
  expect(await bringIn('labour', ...again)).toEqual(done(1, 1, 1))
  const { rows } = await station.api.catalogue.listLabour({ ...whole, text: 'N010', filter: { activeOnly: false } })
  expect(rows.map(({ code, hours, system, active }) => [code, hours, system, active])).toEqual([
    ['N0101', 50, '燃油', true],
    ['N0102', 120, '燃油', true],
    ['N0103', 20, '', false],
  ])
})

test('each list takes its own rows, and the same rows again change nothing', async () => {
  const [maker] = await station.api.catalogue.manufacturers({})
  const [policy] = await station.api.catalogue.policies({})
  const books: readonly [CatalogueList, Row][] = [
    ['parts', { 零件编号: 'N-1', 零件名称: '火花塞', 三包价: 18, 配套厂家代码: 'NGK', 发动机零件: '是', 状态: '在用' }],
    ['prices', { 零件编号: 'n-1', 生效日: '2027-01-01', 失效日: '2027-12-31', 三包价: 20, 价格表文号: '〔2027〕1 号' }],
    ['faults', { 故障代码: 'N9901', 系统: '点火', 总成: '点火系', 部件: '火花塞', 模式: '烧蚀', 故障现象: '难起动' }],
    ['models', { 车型代码: 'N125', 车型名称: '新 125', 类别: '摩托车', 三包政策: policy?.name ?? '', 厂方代码: maker?.shortName ?? '' }],
    ['outlets', { 网点代码: 'w09', 网点名称: '城南服务点', 电话: '0523-86201188' }],
    ['technicians', { 工号: 'N7', 姓名: '林涛', 网点: '城南服务点', 上岗证号: 'SG-7', 证件有效期: '2028-06-30', 电话: '13807310007' }],
    ['holidays', { 日期: '2028-01-02', 安排: '放假', 说明: '元旦' }],
  ]
  for (const [list, row] of books)
    expect([list, await bringIn(list, row), await bringIn(list, row)]).toEqual([list, done(1, 0, 0), done(0, 0, 1)])
  const {
    rows: [person],
  } = await station.api.catalogue.listTechnicians({ ...whole, text: 'N7', filter: { activeOnly: true } })
  const {
    rows: [outlet],
  } = await station.api.catalogue.listOutlets({ ...whole, text: 'W09', filter: { activeOnly: true } })
  const {
    rows: [model],
  } = await station.api.catalogue.listModels({ ...whole, text: 'N125', filter: { activeOnly: true } })
  expect({ outlet: person?.outletId, phone: outlet?.phone, model: [model?.category, model?.policyId, model?.usesVin] }).toEqual({
    outlet: outlet?.id,
    phone: outlet?.phone,
    model: ['motorcycle', policy?.id, true],
  })
})

test('a bad row is named by its place, why, and what would be right; nothing is written', async () => {
  const good = { 工时代码: 'B1', 维修项目: '试', 工时: 1 }
  const preview = await look('labour', [good, { 工时代码: 'B2', 维修项目: '', 工时: 100 }])
  expect(preview.rejected.map(({ row, column, reason, remedy }) => [row, column, say(reason), say(remedy)])).toEqual([
    [3, '维修项目', '必填，现在是空的', '填写维修项目'],
    [3, '工时', '应在 0.1 到 99.9 之间', '核对后填写 0.1 到 99.9 之间的数'],
  ])
  await expect(station.api.imports.apply({ importId: preview.importId, skipBad: false })).rejects.toThrow('有 2 处不能导入')
  expect((await station.api.catalogue.listLabour({ ...whole, text: 'B1', filter: { activeOnly: false } })).total).toBe(0)
})

test('a serial pattern that cannot be read is told by the preview, not by the taking in; the other rows come in without it', async () => {
  const rowOf = (code: string, rule: string) => ({ 车型代码: code, 车型名称: '冰箱', 类别: '家用电器', '用 VIN': '否', 机号规则: rule })
  const { rejected, importId } = await look('models', [rowOf('S-1', '[A-Z'), rowOf('S-2', '[A-Z]{2}\\d{6,}')])
  expect(rejected.map((found) => [found.row, found.column, found.value, say(found.reason)])).toEqual([
    [2, '机号规则', '[A-Z', '这条机号规则程序认不出来'],
  ])
  expect(await station.api.imports.apply({ importId, skipBad: true })).toMatchObject({ created: 1, updated: 0 })
})

test('a price list without a price for a part is refused at that row: the part would be claimed for nothing', async () => {
  const row = { 零件编号: '10000-SLA-0000', 生效日: '2027-01-01' }
  const { rejected, accepted } = await look('prices', [
    { ...row, 三包价: 0 },
    { ...row, 生效日: '2027-02-01', 三包价: 0.01 },
  ])
  expect({ accepted, rejected: rejected.map((found) => [found.row, found.column, say(found.reason)]) }).toEqual({
    accepted: 1,
    rejected: [[2, '三包价', '应在 0.01 到 10,000,000.00 之间']],
  })
})

test('who keeps a list imports it: the claim clerk labour, but not technicians', async () => {
  const book = async (list: CatalogueList, row: Row) => ({
    kind: list,
    uploadId: station.host.upload('资料.xlsx', await filledWorkbook(list, { [sheets[list]]: [row] })),
  })
  const clerk = station.as('claimClerk').imports
  expect(await clerk.preview(await book('labour', { 工时代码: 'C1', 维修项目: '试', 工时: 1 }))).toMatchObject({ creates: 1 })
  await expect(clerk.preview(await book('technicians', { 工号: 'C1', 姓名: '某人' }))).rejects.toThrow('没有「导入这份资料」的权限')
})

type Language = {
  readonly titles: typeof zh
  readonly words: { readonly faultMode: Record<string, string>; readonly modelCategory: Record<string, string> }
  readonly ticks: readonly [string, string]
}
const languages: Readonly<Record<'zh' | 'en', Language>> = {
  zh: { titles: zh, words: { faultMode, modelCategory }, ticks: ['是', '否'] },
  en: { titles: { ...zh, ...en }, words: wordsEn, ticks: ['Yes', 'No'] },
}
const column = (field: string, title: string, words: Record<string, string> | null = null): Column => ({
  field,
  title,
  kind: 'text',
  words,
})
const ticks = (field: string, title: string, [yes, no]: readonly [string, string]): Column => column(field, title, { true: yes, false: no })

/** The columns as the grids export them, in either language. */
const grids = {
  labour: ({ titles }: Language) => [
    column('code', titles.labourCode),
    column('name', titles.labourName),
    { field: 'hours', title: titles.hours, kind: 'hundredths', words: null },
    column('system', titles.system),
    ticks('active', titles.state, [titles.active, titles.inactive]),
  ],
  faults: ({ titles, words }: Language) => [
    column('code', titles.faultCode),
    column('system', titles.system),
    column('assembly', titles.assemblyShort),
    column('part', titles.faultPart),
    column('mode', titles.faultMode, words.faultMode),
    column('text', titles.faultText),
    column('cause', titles.cause),
    column('method', titles.method),
    ticks('active', titles.state, [titles.active, titles.inactive]),
  ],
  models: ({ titles, words, ticks: yesNo }: Language) => [
    column('code', titles.modelCode),
    column('name', titles.modelName),
    column('category', titles.modelCategory, words.modelCategory),
    ticks('usesVin', titles.usesVin, yesNo),
    ticks('usesMileage', titles.usesMileage, yesNo),
    column('serialRule', titles.serialRule),
    ticks('active', titles.state, [titles.active, titles.inactive]),
  ],
} satisfies Record<string, (language: Language) => Column[]>
const methods = { labour: 'catalogue.listLabour', faults: 'catalogue.listFaults', models: 'catalogue.listModels' } as const

/** What a grid exports, imported again as it is. */
async function roundTrip(list: keyof typeof grids, language: 'zh' | 'en') {
  const { fileId, rows } = await station.api.lists.export({
    exportId: crypto.randomUUID(),
    list: methods[list],
    title: '导出',
    columns: grids[list](languages[language]),
    ids: null,
    question: {
      sort: [],
      text: '',
      filters: [],
      filter: { activeOnly: false, ...(list === 'faults' ? { system: null, assembly: null } : {}) },
    },
  })
  const { read, unchanged, rejected, warnings } = await station.api.imports.preview({
    kind: list,
    uploadId: station.host.upload('导出.xlsx', new Uint8Array(station.host.produced(fileId)?.bytes ?? new Uint8Array())),
  })
  return {
    of: rows,
    read,
    unchanged,
    findings: [...rejected, ...warnings].map(({ row, column, value, reason }) => `${row} ${column}「${value}」${say(reason)}`),
  }
}

const written = (max: number, min = 0) =>
  fc
    .string({ unit: fc.constantFrom(..."发动机异响漏油ABcdＡ１09 =+-@'#!/（），。喆"), minLength: min, maxLength: max })
    .map((said) => said.trim())
    .filter((said) => said.length >= min)
const code = fc.stringMatching(/^[A-Z=#'-][A-Z0-9./_-]{1,12}$/)
const record = fc.record({
  code,
  name: written(40, 1),
  system: written(40, 1),
  assembly: written(40),
  part: written(40, 1),
  cause: written(60),
  hours: fc.integer({ min: 10, max: 9990 }),
  active: fc.boolean(),
  usesVin: fc.boolean(),
  usesMileage: fc.boolean(),
  mode: fc.constantFrom(...codesOf(faultMode)),
  category: fc.constantFrom(...codesOf(modelCategory)),
})

test('whatever stands in a list, what its grid exports is the list itself when it is imported again', async () => {
  const [maker] = await station.api.catalogue.manufacturers({})
  const at = { id: null, revision: 0, manufacturerId: maker?.id ?? 0 }
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(record, { minLength: 1, maxLength: 12, selector: (each) => each.code }), async (records) => {
      for (const { code: said, name, system, assembly, part, cause, hours, active, usesVin, usesMileage, mode, category } of records.filter(
        (each) => !seen.has(each.code),
      )) {
        seen.add(said)
        await station.api.catalogue.saveLabour({ ...at, code: said, name, hours, system, active })
        await station.api.catalogue.saveFault({ ...at, code: said, system, assembly, part, mode, text: name, cause, method: '', active })
        await station.api.catalogue.saveModel({
          ...at,
          code: said,
          name,
          category,
          policyId: null,
          usesVin,
          usesMileage,
          serialRule: usesVin ? '' : '[A-Z]{2}\\d{6,}',
          active,
        })
      }
      for (const list of ['labour', 'faults', 'models'] as const) {
        const [zh, en] = [await roundTrip(list, 'zh'), await roundTrip(list, 'en')]
        const all = { of: zh.of, read: zh.of, unchanged: zh.of, findings: [] }
        expect([zh, en]).toEqual([all, all])
      }
    }),
    { numRuns: 6 },
  )
}, 120_000)
