import type { Instant } from '#domain/dates'
import type { Column, ColumnFormat, Columns, SheetPlan } from '#domain/import-columns'
import { explanationSheet, importPlans } from '#domain/import-plans'
import type { ImportKind } from '#domain/import-result'
import { writeWorkbook, type ColumnKind, type WorkbookSheet } from '../workbook.ts'

/** Dates are text cells: Excel leaves what is typed there as it is, whatever the country of its settings. */
const kinds: Readonly<Record<ColumnFormat, ColumnKind>> = {
  text: 'text',
  date: 'text',
  moment: 'text',
  money: 'money',
  hours: 'hundredths',
  integer: 'count',
}
const widths: Readonly<Record<ColumnFormat, number>> = { text: 18, date: 13, moment: 18, money: 11, hours: 9, integer: 11 }
const widest = 36
const rowsToFill = 500

const manners: Readonly<Record<ColumnFormat, string>> = {
  text: '文字',
  date: '日期，如 2026-01-31',
  moment: '日期时间，如 2026-01-31 14:30',
  money: '元，最多两位小数',
  hours: '小时，最多两位小数',
  integer: '整数',
}

export const templateNames: Readonly<Record<ImportKind, string>> = {
  'work-orders': '工单导入模板',
  customers: '用户与车辆导入模板',
  parts: '零件价格导入模板',
  prices: '价格表导入模板',
  labour: '工时导入模板',
  faults: '故障代码导入模板',
  models: '车型导入模板',
  technicians: '技师导入模板',
  outlets: '网点导入模板',
  holidays: '节假日导入模板',
}

const again = '资料里导出的表可以改好再导入；空白的格不改动已有内容，要停用的把状态写成 停用。'

const remarks: Readonly<Record<ImportKind, readonly string[]>> = {
  'work-orders': ['各表靠「台账号」相连；没有零件、工时或外出的工单，那几张表不用写。', '已导入过的台账号再次导入时跳过，不会重复。'],
  customers: ['一行一辆车；一位用户有两辆车写两行，没有车辆的用户把车辆各列留空。'],
  parts: ['同一厂方的零件编号只写一行；再次导入会更新已有零件。', again],
  prices: ['一个零件从哪天起什么价；零件要先在零件目录里。同一零件同一生效日再次导入会更新。', again],
  labour: ['同一厂方的工时代码只写一行；再次导入会更新已有工时。', again],
  faults: ['系统、总成、部件、模式是故障树的四层；同一厂方的故障代码只写一行，再次导入会更新。', again],
  models: ['同一厂方的车型代码只写一行；再次导入会更新已有车型。', again],
  technicians: ['工号全站不重复；再次导入会更新已有技师。', again],
  outlets: ['网点代码全站不重复；再次导入会更新已有网点。', again],
  holidays: ['放假的日子和调休上班的周末各写一行；再次导入会更新同一天。', again],
}

function fillingSheet({ name, columns }: SheetPlan<Columns>): WorkbookSheet {
  return {
    name,
    rows: [],
    blankRows: rowsToFill,
    columns: Object.values(columns).map(({ heading, required, format, choices, example }) => ({
      heading: required ? `${heading}*` : heading,
      kind: kinds[format],
      width: Math.max(widths[format], Math.min(widest, example.length * 2)),
      ...(choices === null ? {} : { choices }),
    })),
  }
}

function explain(sheet: string, { heading, required, format, about, choices, example }: Column<unknown>): string[] {
  return [
    sheet,
    heading,
    required ? '必填' : '',
    manners[format],
    [about, ...(choices === null ? [] : [`可填：${choices.join('、')}`])].filter(Boolean).join('。'),
    example,
  ]
}

function explanations(kind: ImportKind): WorkbookSheet {
  const general = [
    '标题带 * 的列必填。标题可以换次序、可以少选填的列，但不要改字。空行会跳过。',
    '这一页只是说明，导入时不读；示例请勿抄到要导入的表里。',
    ...remarks[kind],
  ]
  const columns = [
    ['工作表', 12],
    ['列', 14],
    ['必填', 6],
    ['写法', 28],
    ['说明', 60],
    ['示例', 36],
  ] as const
  return {
    name: explanationSheet,
    columns: columns.map(([heading, width]) => ({ heading, width, kind: 'text' })),
    rows: [
      ...general.map((text) => ['总说明', '', '', '', text, '']),
      ...importPlans[kind].flatMap(({ name, columns: planned }) => Object.values(planned).map((column) => explain(name, column))),
    ],
  }
}

/**
 * An empty .xlsx for filling in: the sheets of settled.md 1 and 填写说明, which import ignores. `at` stands in the file as
 * its date: the same `at` gives the same bytes.
 */
export function templateWorkbook(kind: ImportKind, at: Instant): Promise<Uint8Array> {
  return writeWorkbook({
    title: templateNames[kind],
    author: '三包站',
    at,
    sheets: [...importPlans[kind].map(fillingSheet), explanations(kind)],
  })
}
