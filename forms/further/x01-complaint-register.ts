import type { FillContent } from '#domain/form-fill'
import { numberRoom } from '../define.ts'
import { wideTablePapers } from '../engine/profiles.ts'
import { column, field, filledFor } from '../filled.ts'
import { plainWords } from '../plain-words.ts'

/** 客户投诉登记表 (domain.md X01). */
export const complaintRegister = filledFor(({ grid, table, sign, note }) => ({
  id: 'X01',
  version: 1,
  profiles: wideTablePapers,
  words: plainWords('客户投诉登记表', 'X01', ['留存'], ['登记人', '审核']),
  parts: [
    grid(4, [[field('period', '期间', 'text', { max: 30 }), field('filledBy', '登记人')]]),
    table('complaints', '投诉', 12, 8, [
      column('complainedOn', '投诉日期', 18, 'date'),
      column('source', '投诉来源', 14, 'text', { max: 10 }),
      column('customerName', '投诉人', 17, 'text', { max: 60 }),
      column('customerPhone', '电话', 22),
      column('orderNo', '订单/单号', 24, 'text', { whole: numberRoom }),
      column('model', '料号/型号', 20),
      column('shippedOn', '交运日期', 18, 'date'),
      column('qty', '数量', 9, 'count'),
      column('badQty', '不良数量', 10, 'count'),
      column('content', '投诉内容', 26, 'text', { max: 100 }),
      column('demand', '客户要求', 18, 'text', { max: 60 }),
      column('department', '责任部门', 14, 'text', { max: 20 }),
      column('measure', '处理措施', 19, 'text', { max: 60 }),
      column('result', '处理结果', 18, 'text', { max: 60 }),
      column('doneOn', '完成时间', 18, 'date'),
    ]),
    sign(),
    note(),
  ],
}))

export const complaintRegisterSample: FillContent = {
  values: { period: '2026-11', filledBy: '李雯' },
  tables: {
    complaints: [
      {
        complainedOn: '2026-11-18',
        source: '电话',
        customerName: '钱晓犇',
        customerPhone: '138 5312 4567',
        orderNo: 'SD0731-WO-202611-0012',
        model: 'QM150-3A',
        shippedOn: null,
        qty: 1,
        badQty: 1,
        content: '修后两天又熄火',
        demand: '尽快修好',
        department: '维修组',
        measure: '上门更换高压帽',
        result: '用户满意',
        doneOn: '2026-11-19',
      },
    ],
  },
}
