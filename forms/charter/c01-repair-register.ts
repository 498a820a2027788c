import type { FillContent } from '#domain/form-fill'
import { type Cell, sheetFor } from '../define.ts'
import { wideTablePapers } from '../engine/profiles.ts'
import { column, field, filledFor } from '../filled.ts'
import type { FilledPaper, TableColumn } from '../filled-parts.ts'
import { printed } from '../filled-print.ts'
import { plainWords } from '../plain-words.ts'

const words = plainWords('客服报修记录表', 'C01', ['客服留存'], ['客服', '售后人员', '日期'], '接到报修后 12 小时内转交售后人员。')

const reportedAt = column('reportedAt', '报修时间', 26, 'minute')
const channel = column('channel', '来源', 18, 'text', { max: 12 })
const customerName = column('customerName', '客户名称', 26, 'text', { max: 60 })
const contact = column('contact', '联系人/电话', 34)
const unit = column('unit', '产品型号/编号', 34, 'text', { whole: 17 })
const statement = column('statement', '故障描述', 44, 'text', { max: 100 })
const urgency = column('urgency', '紧急程度', 14, 'text', { max: 6 })
const handedAt = column('handedAt', '转交时间', 26, 'minute')
const technician = column('technician', '售后人员', 18)
const finishedAt = column('finishedAt', '完成时间', 24, 'minute')

function inCase(each: TableColumn): Cell<FilledPaper> {
  return { label: each.label, value: ({ tables }) => printed(each, tables['cases']?.[0]?.[each.key] ?? null) }
}

function inHead(label: string, key: string): Cell<FilledPaper> {
  return { label, value: ({ values }) => String(values[key] ?? '') }
}

/** One case on A5 (domain.md C01): the 售后人员 claims his expenses with it (seed S3, 四 8). */
const slip = sheetFor<FilledPaper>(({ grid, box, heading, sign, note }) => ({
  id: 'C01',
  version: 1,
  profiles: ['A5L'],
  words,
  blocks: [
    grid(3, [
      [{ label: '编号', value: (_, place) => place.number }, inHead('期间', 'period'), inHead('客服', 'filledBy')],
      [reportedAt, channel, urgency].map(inCase),
      [customerName, contact, unit].map(inCase),
    ]),
    box(statement.label, 20, inCase(statement).value),
    grid(3, [[handedAt, technician, finishedAt].map(inCase)]),
    heading('报销'),
    grid(1, [[inHead('差旅凭证张数/金额', 'receipts')]], { labelMm: 40 }),
    sign(),
    note(),
  ],
}))

/** Each case of the register as a paper of its own; an empty one is a slip for the pen. */
function slipsOf(paper: FilledPaper): FilledPaper[] {
  const cases = paper.tables['cases'] ?? []
  return cases.length === 0 ? [paper] : cases.map((each) => ({ ...paper, tables: { cases: [each] } }))
}

/** 客服报修记录 (domain.md C01): passed on within twelve hours. On A5 a slip for each case. */
export const repairRegister = filledFor(({ grid, table, sign, note }) => ({
  id: 'C01',
  version: 1,
  profiles: [...wideTablePapers, 'A5L'],
  words,
  parts: [
    grid(4, [
      [
        field('no', '编号', 'number'),
        field('period', '期间', 'text', { max: 30 }),
        field('filledBy', '客服'),
        field('receipts', '差旅凭证张数/金额', 'text', { max: 30 }),
      ],
    ]),
    table('cases', '报修', 15, 9, [reportedAt, channel, customerName, contact, unit, statement, urgency, handedAt, technician, finishedAt]),
    sign(),
    note(),
  ],
  slips: { profile: 'A5L', form: slip, each: slipsOf },
}))

export const repairRegisterSample: FillContent = {
  values: { period: '2026-11', filledBy: '李雯', receipts: '' },
  tables: {
    cases: [
      {
        reportedAt: '2026-11-18 09:05',
        channel: '电话',
        customerName: '泰州顺达商贸有限公司',
        contact: '钱晓犇 138 5312 4567',
        unit: 'FY150ZH LAELJ1509R2A10376',
        statement: '满载爬坡无力，水温高。',
        urgency: '重要',
        handedAt: '2026-11-18 10:30',
        technician: '张卫东',
        finishedAt: '2026-11-19 16:20',
      },
      {
        reportedAt: '2026-11-19 14:40',
        channel: '官网',
        customerName: '赵䶮',
        contact: '赵䶮 139 6402 1188',
        unit: 'FY110 LAELJ1108R2A00218',
        statement: '电启动无反应。',
        urgency: '普通',
        handedAt: '2026-11-19 15:00',
        technician: '孙赟',
        finishedAt: null,
      },
    ],
  },
}
