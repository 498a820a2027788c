import type { FillContent } from '#domain/form-fill'
import { uprightPapers } from '../engine/profiles.ts'
import { column, field, filledFor } from '../filled.ts'
import { plainWords } from '../plain-words.ts'

/** 配件出库单 / 出借单 (domain.md X05): in a numbered series of its own. */
export const partsIssue = filledFor(({ grid, table, sign, note }) => ({
  id: 'X05',
  version: 1,
  profiles: uprightPapers,
  words: plainWords('售后配件出库单', 'X05', ['仓库', '财务', '领用人'], ['领用人', '仓库', '财务']),
  parts: [
    grid(3, [
      [
        field('no', '单号', 'number'),
        field('filledOn', '日期', 'date', { required: true }),
        field('kind', '类别', 'choice', { options: ['出库', '出借'], required: true }),
      ],
      [field('orderNo', '报修单号'), field('technician', '领用人', 'text', { required: true }), field('dueOn', '应还日期', 'date')],
    ]),
    table('parts', '配件', 8, 8, [
      column('partCode', '配件编号', 30),
      column('partName', '配件名称', 40),
      column('qty', '数量', 12, 'count'),
      column('price', '单价', 20, 'amount'),
      column('amount', '金额', 22, 'amount', { product: ['qty', 'price'], sum: true }),
      column('serial', '识别码', 28, 'text', { max: 24 }),
      column('oldPartDue', '旧件应还', 20, 'text', { max: 8 }),
    ]),
    grid(2, [[field('oldPartOn', '旧件入库日期', 'date'), field('oldPartBy', '旧件签收')]]),
    sign(),
    note(),
  ],
}))

export const partsIssueSample: FillContent = {
  values: {
    filledOn: '2026-11-18',
    kind: '出库',
    orderNo: 'SD0731-C02-202611-0003',
    technician: '张卫东',
    dueOn: null,
    oldPartOn: '2026-11-20',
    oldPartBy: '周䶮',
  },
  tables: {
    parts: [
      { partCode: '19200-KRP-980', partName: '水泵总成', qty: 1, price: 16800, amount: 16800, serial: 'WP2611-0032', oldPartDue: '应还' },
    ],
  },
}
