import type { FillContent } from '#domain/form-fill'
import { uprightPapers } from '../engine/profiles.ts'
import { column, field, filledFor } from '../filled.ts'
import { plainWords } from '../plain-words.ts'

/** 安装材料、人工费用预(决)算表 (domain.md A09): before the work and after it. */
export const installationCosts = filledFor(({ grid, table, sign, note }) => ({
  id: 'A09',
  version: 1,
  profiles: uprightPapers,
  words: plainWords('安装材料、人工费用预（决）算表', 'A09', ['留存'], ['编制', '审核', '批准', '资材部']),
  parts: [
    grid(3, [
      [
        field('project', '工程名称', 'text', { required: true, max: 60 }),
        field('client', '甲方', 'text', { max: 60 }),
        field('filledOn', '日期', 'date', { required: true }),
      ],
      [
        field('address', '地址', 'text', { max: 80 }),
        field('period', '工期'),
        field('stage', '类别', 'choice', { options: ['预算', '决算'], required: true }),
      ],
    ]),
    table('items', '材料与人工', 14, 10, [
      column('item', '材料/人工项目', 50, 'text', { max: 60 }),
      column('spec', '规格', 26),
      column('unit', '单位', 12, 'text', { max: 6 }),
      column('qtyPlan', '预算数量', 18, 'count'),
      column('qtyActual', '决算数量', 18, 'count'),
      column('price', '单价', 18, 'amount'),
      column('amount', '金额', 18, 'amount', { sum: true }),
      column('note', '备注(退料)', 10, 'text', { max: 20 }),
    ]),
    sign(),
    note(),
  ],
}))

export const installationCostsSample: FillContent = {
  values: {
    project: '泉城广场写字楼空调安装',
    client: '济南泉城置业有限公司',
    filledOn: '2026-11-05',
    address: '济南市历下区泺源大街 66 号',
    period: '2026-11-08 至 2026-11-20',
    stage: '预算',
  },
  tables: {
    items: [
      { item: '铜管', spec: 'Φ9.52×0.8', unit: 'm', qtyPlan: 120, qtyActual: null, price: 3850, amount: 462000, note: '' },
      { item: '保温管', spec: 'Φ10×9', unit: 'm', qtyPlan: 120, qtyActual: null, price: 420, amount: 50400, note: '' },
      { item: '安装人工', spec: '', unit: '台', qtyPlan: 16, qtyActual: null, price: 18000, amount: 288000, note: '' },
    ],
  },
}
