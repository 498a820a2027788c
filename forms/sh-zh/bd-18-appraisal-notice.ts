import type { FillContent } from '#domain/form-fill'
import { wideTablePapers } from '../engine/profiles.ts'
import { column, field, filledFor, joint } from '../filled.ts'

/** SH-ZH/BD—18 三包旧件鉴定结果通知单 (domain.md F18, proposed): the maker's verdict on each returned part. */
export const appraisalNotice = filledFor(({ grid, table, sign, note }) => ({
  id: 'F18',
  version: 1,
  profiles: wideTablePapers,
  words: {
    title: ['{company}', '三包旧件鉴定结果通知单'],
    code: 'SH-ZH/BD—18',
    numberCode: 'BD18',
    note: '',
    copies: [
      { key: 'station', label: '第一联 维修站存', stripe: 'white' },
      { key: 'maker', label: '第二联 {serviceDept}存', stripe: 'pink' },
    ],
    signatories: ['厂方鉴定员', '厂方盖章', '维修站确认人', '日期'],
  },
  parts: [
    grid(4, [
      [
        field('stationName', '维修站', 'text', { max: 60, required: true }),
        field('returnNo', '返回单号', 'text', { required: true }),
        field('receivedOn', '签收日期', 'date'),
        joint('实到/应到箱数', '{boxesReceived} / {boxesSent} 箱', [
          field('boxesReceived', '实到箱数', 'count'),
          field('boxesSent', '应到箱数', 'count'),
        ]),
      ],
      [
        {
          ...field('packing', '包装情况', 'choice', { options: ['完好', '包装有破损', '包装散', '货运站丢件', '无包装', '包装箱超重'] }),
          span: 2,
        },
        field('tagState', '故障卡情况', 'choice', { options: ['符合要求', '不符合要求', '填写不全', '无故障卡', '粘挂不规范'] }),
      ],
      [field('listState', '清单情况', 'choice', { options: ['好', '清单脏污', '清单破损', '手工清单', '无清单', '纸张大小不符合要求'] })],
    ]),
    table('items', '鉴定明细', 12, 9, [
      column('labelNo', '标签号', 30),
      column('voucherNo', '凭证/单号', 30),
      column('partCode', '零件编号', 26),
      column('partName', '零件名称', 28),
      column('qtySent', '返回数量', 14, 'count', { sum: true }),
      column('qtyReceived', '签收数量', 14, 'count', { sum: true }),
      column('verdict', '鉴定结论', 20, 'text', { max: 10, options: ['合格', '驳回', '部分'] }),
      column('rejectReason', '驳回(扣件)原因', 40),
      column('amountClaimed', '申报金额', 20, 'amount', { sum: true }),
      column('amountApproved', '核定金额', 20, 'amount', { sum: true }),
      column('disposal', '旧件处理', 22, 'text', { max: 20, options: ['留厂', '退回', '就地处理'] }),
    ]),
    sign({ seal: true, shares: [1, 1.1, 1, 1] }),
    note(),
  ],
}))

export const appraisalNoticeSample: FillContent = {
  values: {
    stationName: '济南历下顺达摩托车维修服务站',
    returnNo: 'SD0731-BD31-202611-0001',
    receivedOn: '2026-11-15',
    boxesReceived: 2,
    boxesSent: 2,
    packing: '完好',
    tagState: '符合要求',
    listState: '好',
  },
  tables: {
    items: [
      {
        labelNo: 'SD0731-RP-202611-0012',
        voucherNo: 'SD0731-BD16-202611-0007',
        partCode: '31310-KCW-003',
        partName: '点火线圈总成',
        qtySent: 1,
        qtyReceived: 1,
        verdict: '合格',
        rejectReason: '',
        amountClaimed: 252_90,
        amountApproved: 252_90,
        disposal: '留厂',
      },
      {
        labelNo: 'SD0731-RP-202611-0013',
        voucherNo: 'SD0731-BD16-202611-0009',
        partCode: '52400-KCW-880',
        partName: '左后减震器总成',
        qtySent: 1,
        qtyReceived: 1,
        verdict: '驳回',
        rejectReason: '标识被损坏',
        amountClaimed: 196_00,
        amountApproved: 0,
        disposal: '退回',
      },
      {
        labelNo: 'SD0731-RP-202611-0015',
        voucherNo: 'SD0731-BD16-202611-0014',
        partCode: '23100-GFM-901',
        partName: '驱动皮带',
        qtySent: 2,
        qtyReceived: 1,
        verdict: '部分',
        rejectReason: '配件数量不符',
        amountClaimed: 138_00,
        amountApproved: 69_00,
        disposal: '就地处理',
      },
    ],
  },
}
