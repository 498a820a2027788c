import type { CatalogueList } from '#domain/catalogue'
import { localDate } from '#domain/dates'
import { checkImport } from '#domain/import-check'
import { importPlans } from '#domain/import-plans'
import { recordPlans } from '#domain/import-record-plans'
import { checkRecords } from '#domain/import-records'
import { sayFinding, type ImportCell, type ImportFinding, type ImportSheet, type KnownThings } from '#domain/import-result'
import { fen } from '#domain/money'

/** A row by headings. */
export type Row = Readonly<Record<string, ImportCell>>

export const known: KnownThings = {
  today: localDate('2026-11-22'),
  manufacturers: [{ code: 'DEMO', name: '示例厂', shortName: '示例', active: true }],
  vinCheck: 'warn',
  printed: [],
  models: [
    { makerCode: 'DEMO', code: 'CG125', name: '示例 125', category: 'motorcycle', usesVin: true, serialRule: null, policyId: 2 },
    { makerCode: 'DEMO', code: 'SL110', name: '示例三轮 110', category: 'tricycle', usesVin: false, serialRule: null, policyId: null },
  ],
  parts: [
    { makerCode: 'DEMO', code: '14101-KRM-8400', name: '凸轮轴', price: fen(8650), dated: [] },
    { makerCode: 'DEMO', code: 'NOPRICE', name: '垫片', price: null, dated: [] },
    {
      makerCode: 'DEMO',
      code: 'DATED',
      name: '衬垫',
      price: fen(1000),
      dated: [{ validFrom: localDate('2026-03-02'), validTo: localDate('2026-03-31'), priceFen: fen(1200), retailPriceFen: null }],
    },
  ],
  labourCodes: [{ makerCode: 'DEMO', code: 'E0105', name: '更换凸轮轴', hours: 150 }],
  technicians: [
    ['J01', '张海涛', 1, 'SG-1'],
    ['J02', '李明', null, ''],
    ['J03', '李明', null, ''],
  ].map(([code, name, outletId, certNo]) => ({
    code: String(code),
    name: String(name),
    certNo: String(certNo),
    outletId: typeof outletId === 'number' ? outletId : null,
    active: true,
  })),
  policies: [
    { id: 1, makerCode: 'DEMO', code: 'ZC', name: '摩托车三包', validFrom: localDate('2020-01-01') },
    { id: 2, makerCode: 'DEMO', code: 'ZC', name: '摩托车三包', validFrom: localDate('2024-01-01') },
    { id: 3, makerCode: 'DEMO', code: 'ZC', name: '摩托车三包', validFrom: localDate('2026-01-01') },
  ],
  outlets: [
    { id: 1, code: 'W01', name: '宁乡服务点', active: false },
    { id: 2, code: 'W02', name: '浏阳服务点', active: true },
    { id: 3, code: 'W03', name: '浏阳服务点', active: true },
  ],
  ledgerNos: ['T2025-0001'],
}

export const order: Row = {
  台账号: 'T2026-0158',
  报修日期: '2026-03-02',
  送修时间: '2026-03-02 09:10',
  维修开始: '2026-03-02 10:00',
  维修结束: '2026-03-02 15:30',
  交车时间: '2026-03-02 17:00',
  用户姓名: '周志强',
  用户电话: '13807310001',
  用户地址: '长沙市望城区金山桥街道 12 号',
  车型: 'CG125',
  车架号: 'LZZ1BLMJ4TJ465057',
  发动机号: '1P52FMI*24A01234',
  车牌号: '湘A12345',
  购车日期: '2025-06-18',
  发票号: '04300251',
  行驶里程: 5320,
  故障现象: '发动机异响',
  故障原因: '凸轮轴磨损',
  维修措施: '更换凸轮轴',
  修理工: '张海涛',
}
export const partLine: Row = { 台账号: 'T2026-0158', 零件编号: '14101-KRM-8400', 数量: 1, 单价: 86.5, 故障模式: '磨损' }
export const labourLine: Row = { 台账号: 'T2026-0158', 工时代码: 'E0105', 工时单价: 40 }
export const outingLine: Row = { 台账号: 'T2026-0158', 外出地点: '宁乡市', 单程里程: 38, 交通费: 60 }
export const customer: Row = {
  用户姓名: '周志强',
  用户电话: '13807310001',
  车型: 'CG125',
  车架号: 'LZZ1BLMJ4TJ465057',
  发动机号: '1P52FMI*24A01234',
  车牌号: '湘A12345',
  生产日期: '2025-03-10',
  购车日期: '2025-06-18',
}
export const part: Row = {
  零件编号: '14101-KRM-8400',
  零件名称: '凸轮轴',
  单位: '件',
  三包价: 86.5,
  零件三包类别: '主要件',
  三包月数: 12,
  是否回收: '是',
  是否序列管理: '否',
}

/** A sheet with every heading of its plan and the headings the rows add. */
export function sheetOf(name: string, rows: readonly Row[]): ImportSheet {
  const plan = Object.values(importPlans)
    .flat()
    .find((each) => each.name === name)
  const planned = plan === undefined ? [] : Object.values(plan.columns).map(({ heading }) => heading)
  const headings = [...new Set([...planned, ...rows.flatMap((row) => Object.keys(row))])]
  return { name, rows: [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? null))] }
}

export type Book = Readonly<Record<'orders' | 'parts' | 'labour' | 'outings', readonly Row[]>>

export function ordersBook({ orders = [order], parts = [], labour = [], outings = [] }: Partial<Book> = {}): ImportSheet[] {
  return [sheetOf('工单', orders), sheetOf('零件', parts), sheetOf('工时', labour), sheetOf('外出', outings)]
}

export function checkOrders(book: Partial<Book> = {}, things: KnownThings = known) {
  const result = checkImport('work-orders', ordersBook(book), things)
  if (result.kind !== 'work-orders') throw new Error('another kind came back')
  return result
}

export function checkCustomerRows(rows: readonly Row[], things: KnownThings = known) {
  const result = checkImport('customers', [sheetOf('用户与车辆', rows)], things)
  if (result.kind !== 'customers') throw new Error('another kind came back')
  return result
}

export function checkPartRows(rows: readonly Row[], things: KnownThings = known) {
  return checkRecordRows('parts', rows, things)
}

/** A list of 资料 by the headings of its workbook. */
export function checkRecordRows<List extends CatalogueList>(list: List, rows: readonly Row[], things: KnownThings = known) {
  return checkRecords(list, [sheetOf(recordPlans[list].name, rows)], things, () => undefined)
}

/** `工单 2 行 车架号「ABC」：reason → remedy` for each remark. */
export function inWords(findings: readonly ImportFinding[]): string[] {
  return findings
    .map(sayFinding)
    .map(({ sheet, row, column, value, reason, remedy }) => `${sheet} ${row} ${column}「${value}」：${reason} → ${remedy}`)
}
