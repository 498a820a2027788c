import type { FillContent } from '#domain/form-fill'
import { uprightPapers } from '../engine/profiles.ts'
import { column, field, filledFor } from '../filled.ts'
import { plainWords } from '../plain-words.ts'

/** 维修接车单 (domain.md X03): what was agreed when the vehicle came in. */
export const reception = filledFor(({ grid, box, table, sign, note }) => ({
  id: 'X03',
  version: 1,
  profiles: uprightPapers,
  words: plainWords('维修接车单', 'X03', ['维修站', '用户'], ['接车员', '客户', '日期']),
  parts: [
    grid(3, [
      [
        field('no', '编号', 'number'),
        field('receivedAt', '接车时间', 'minute', { required: true }),
        field('expectedAt', '预计交车时间', 'minute'),
      ],
      [
        field('customerName', '客户姓名', 'text', { max: 60, required: true }),
        field('customerPhone', '联系电话', 'text', { required: true }),
        field('plateNo', '车牌号'),
      ],
      [field('model', '车型'), field('frameNo', '车架号'), field('mileageKm', '公里数', 'count')],
      [field('statement', '用户陈述', 'text', { max: 200 })],
    ]),
    table(
      'labour',
      '维修项目',
      6,
      10,
      [
        column('labourName', '维修项目', 100, 'text', { max: 60 }),
        column('amount', '金额', 30, 'amount', { sum: true }),
        column('finishedBy', '完工签名', 40),
      ],
      { heading: true, sumTitle: '工时费合计' },
    ),
    table(
      'parts',
      '材料',
      6,
      10,
      [
        column('partName', '配件名称', 90),
        column('qty', '数量', 20, 'count'),
        column('price', '单价', 30, 'amount'),
        column('amount', '金额', 30, 'amount', { product: ['qty', 'price'], sum: true }),
      ],
      { heading: true, sumTitle: '材料费合计' },
    ),
    box(
      '随车检查',
      18,
      field('tools', '随车工具', 'text', { max: 60 }),
      field('papers', '证件', 'text', { max: 60 }),
      field('fuel', '油表', 'choice', { options: ['空', '1/4', '1/2', '3/4', '满'] }),
      field('gauges', '仪表状况', 'text', { max: 60 }),
    ),
    grid(3, [
      [
        field('takesOldParts', '取回旧件', 'choice', { options: ['是', '否'] }),
        field('valuables', '贵重物品', 'choice', { options: ['有', '无'] }),
        field('wash', '洗车', 'choice', { options: ['是', '否'] }),
      ],
      [field('callTime', '三天后回访方便时段', 'text', { max: 30 }), field('estimate', '估计总金额', 'amount', { unit: '元' })],
    ]),
    sign(),
    note(),
  ],
}))

export const receptionSample: FillContent = {
  values: {
    receivedAt: '2026-11-18 09:05',
    expectedAt: '2026-11-19 17:00',
    customerName: '钱晓犇',
    customerPhone: '138 5312 4567',
    plateNo: '鲁A·3F218',
    model: 'QM150-3A',
    frameNo: 'LAELJ1509R2A10376',
    mileageKm: 4830,
    statement: '热车后熄火，冷却后能起动。',
    tools: '原车工具一套',
    papers: '行驶证',
    fuel: '1/2',
    gauges: '正常',
    takesOldParts: '否',
    valuables: '无',
    wash: '是',
    callTime: '晚上七点后',
    estimate: 15890,
  },
  tables: {
    labour: [{ labourName: '检查点火系统、更换点火线圈', amount: 6600, finishedBy: '' }],
    parts: [{ partName: '点火线圈总成', qty: 1, price: 9290, amount: 9290 }],
  },
}
