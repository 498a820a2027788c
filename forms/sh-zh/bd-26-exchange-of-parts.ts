import type { FillContent } from '#domain/form-fill'
import { wideTablePapers } from '../engine/profiles.ts'
import { column, field, filledFor } from '../filled.ts'

/** SH-ZH/BD—26 三包件兑换申请单 (domain.md F26, proposed): old part in, new part out; rests on a sent F25. */
export const partsExchange = filledFor(({ grid, table, sign, note }) => ({
  id: 'F26',
  version: 1,
  profiles: wideTablePapers,
  words: {
    title: ['{company}', '三包件兑换申请单'],
    code: 'SH-ZH/BD—26',
    numberCode: 'BD26',
    note: '',
    copies: [
      { key: 'store', label: '第一联 配件仓库', stripe: 'white' },
      { key: 'service', label: '第二联 售后服务部', stripe: 'pink' },
      { key: 'station', label: '第三联 维修站', stripe: 'yellow' },
    ],
    signatories: ['申请人', '站长', '厂方审核', '配件发货', '收货'],
  },
  parts: [
    grid(4, [
      [
        { ...field('stationName', '维修站', 'text', { max: 60, required: true }), span: 2 },
        field('no', '兑换单号', 'number'),
        field('filledOn', '日期', 'date', { required: true }),
      ],
      [
        { ...field('feedbackNo', '依据反馈表期次', 'text', { required: true, max: 60 }), span: 2 },
        field('returnNo', '返回单号', 'text', { required: true }),
      ],
    ]),
    table('items', '兑换明细', 12, 10, [
      column('voucherNo', '凭证号', 34),
      column('partCode', '零件编号', 36),
      column('partName', '零件名称', 42),
      column('qtyOld', '旧件数量', 18, 'count', { sum: true }),
      column('labelNo', '标签号', 38),
      column('qtyNew', '兑换数量', 18, 'count', { sum: true }),
      column('qtySent', '发货数量', 18, 'count', { sum: true }),
      column('qtyOwed', '欠发数量', 18, 'count', { sum: true, computed: { by: 'difference', from: ['qtyNew', 'qtySent'] } }),
      column('note', '备注', 41),
    ]),
    sign(),
    note(),
  ],
}))

export const partsExchangeSample: FillContent = {
  values: {
    stationName: '济南历下顺达摩托车维修服务站',
    filledOn: '2026-11-17',
    feedbackNo: '2026年11月 第一次（上半月） SD0731-BD25-202611-0001',
    returnNo: 'SD0731-BD31-202611-0001',
  },
  tables: {
    items: [
      {
        voucherNo: 'SD0731-BD16-202611-0007',
        partCode: '31310-KCW-003',
        partName: '点火线圈总成',
        qtyOld: 1,
        labelNo: 'SD0731-RP-202611-0012',
        qtyNew: 1,
        qtySent: 1,
        qtyOwed: 0,
        note: '',
      },
      {
        voucherNo: 'SD0731-BD16-202611-0009',
        partCode: '52400-KCW-880',
        partName: '左后减震器总成',
        qtyOld: 1,
        labelNo: 'SD0731-RP-202611-0013',
        qtyNew: 1,
        qtySent: 0,
        qtyOwed: 1,
        note: '缺件，下批补发',
      },
      {
        voucherNo: 'SD0731-BD16-202611-0014',
        partCode: '23100-GFM-901',
        partName: '驱动皮带',
        qtyOld: 2,
        labelNo: 'SD0731-RP-202611-0015',
        qtyNew: 2,
        qtySent: null,
        qtyOwed: null,
        note: '',
      },
    ],
  },
}
