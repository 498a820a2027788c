import type { FillContent } from '#domain/form-fill'
import { wideTablePapers } from '../engine/profiles.ts'
import { column, field, filledFor } from '../filled.ts'
import { plainWords } from '../plain-words.ts'

/** 上月未入库三包配件明细 (domain.md X06): warehouse to finance by the 5th. */
export const partsOutstanding = filledFor(({ grid, table, sign, note }) => ({
  id: 'X06',
  version: 1,
  profiles: wideTablePapers,
  words: plainWords('上月未入库三包配件明细', 'X06', ['财务'], ['仓库', '财务'], '次月 5 号前由仓库报财务。'),
  parts: [
    grid(4, [[field('month', '月份', 'text', { max: 10, required: true }), field('filledOn', '填报日期', 'date')]]),
    table('parts', '配件', 12, 10, [
      column('orderNo', '报修单号', 40),
      column('technician', '领用人', 22),
      column('partName', '配件', 46),
      column('qty', '数量', 13, 'count', { sum: true }),
      column('price', '单价', 20, 'amount'),
      column('amount', '金额', 24, 'amount', { product: ['qty', 'price'], sum: true }),
      column('issuedOn', '出库日期', 24, 'date'),
      column('dueOn', '应返日期', 24, 'date'),
      column('lateDays', '逾期天数', 18, 'count'),
      column('note', '备注(免回收已批)', 32),
    ]),
    sign(),
    note(),
  ],
}))

export const partsOutstandingSample: FillContent = {
  values: { month: '2026-10', filledOn: '2026-11-04' },
  tables: {
    parts: [
      {
        orderNo: 'SD0731-C02-202610-0005',
        technician: '孙赟',
        partName: '免维护蓄电池 12V7Ah',
        qty: 1,
        price: 16800,
        amount: 16800,
        issuedOn: '2026-10-12',
        dueOn: '2026-10-19',
        lateDays: 16,
        note: '',
      },
    ],
  },
}
