import type { FillContent } from '#domain/form-fill'
import { wideTablePapers } from '../engine/profiles.ts'
import { column, field, filledFor } from '../filled.ts'
import { plainWords } from '../plain-words.ts'

/** 客服报修记录 (domain.md C01): passed on within twelve hours. */
export const repairRegister = filledFor(({ grid, table, sign, note }) => ({
  id: 'C01', version: 1, profiles: wideTablePapers,
  words: plainWords('客服报修记录表', 'C01', ['客服留存'], ['客服', '售后人员', '日期'], '接到报修后 12 小时内转交售后人员。'),
  parts: [
    grid(4, [[field('no', '编号', 'number'), field('period', '期间', 'text', { max: 30 }), field('filledBy', '客服'), field('receipts', '差旅凭证张数/金额', 'text', { max: 30 })]]),
    table('cases', '报修', 15, 9, [
      column('reportedAt', '报修时间', 26, 'minute'), column('channel', '来源', 18, 'text', { max: 12 }), column('customerName', '客户名称', 26, 'text', { max: 60 }), column('contact', '联系人/电话', 34), column('unit', '产品型号/编号', 34),
      column('statement', '故障描述', 44, 'text', { max: 100 }), column('urgency', '紧急程度', 14, 'text', { max: 6 }), column('handedAt', '转交时间', 26, 'minute'), column('technician', '售后人员', 18), column('finishedAt', '完成时间', 24, 'minute'),
    ]),
    sign(), note(),
  ],
}))

export const repairRegisterSample: FillContent = {
  values: { period: '2026-11', filledBy: '李雯', receipts: '' },
  tables: {
    cases: [
      { reportedAt: '2026-11-18 09:05', channel: '电话', customerName: '泰州顺达商贸有限公司', contact: '钱晓犇 138 5312 4567', unit: 'FY150ZH LAELJ1509R2A10376', statement: '满载爬坡无力，水温高。', urgency: '重要', handedAt: '2026-11-18 10:30', technician: '张卫东', finishedAt: '2026-11-19 16:20' },
      { reportedAt: '2026-11-19 14:40', channel: '官网', customerName: '赵䶮', contact: '赵䶮 139 6402 1188', unit: 'FY110 LAELJ1108R2A00218', statement: '电启动无反应。', urgency: '普通', handedAt: '2026-11-19 15:00', technician: '孙赟', finishedAt: null },
    ],
  },
}
