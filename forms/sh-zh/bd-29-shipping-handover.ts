import type { FillContent } from '#domain/form-fill'
import { slipPapers } from '../engine/profiles.ts'
import { column, field, filledFor } from '../filled.ts'

/** SH-ZH/BD—29 三包旧件发运交接单 (domain.md F29, proposed): boxes handed to the carrier. */
export const shippingHandover = filledFor(({ grid, table, sign, note }) => ({
  id: 'F29',
  version: 1,
  profiles: slipPapers,
  words: {
    title: ['三包旧件发运交接单'],
    code: 'SH-ZH/BD—29',
    numberCode: 'BD29',
    note: '',
    copies: [
      { key: 'station', label: '第一联 维修站', stripe: 'white' },
      { key: 'carrier', label: '第二联 承运人', stripe: 'pink' },
      { key: 'goods', label: '第三联 随货', stripe: 'yellow' },
    ],
    signatories: ['发货人', '承运人', '收货人', '日期'],
  },
  parts: [
    grid(3, [
      [
        field('returnNo', '返回单号', 'text', { required: true }),
        field('stationName', '发货单位', 'text', { max: 60, required: true }),
        field('receiverName', '收货单位', 'text', { max: 60, required: true }),
      ],
      [
        field('shipMethod', '货运方式', 'text', { max: 20, options: ['公路物流', '铁路包裹', '快递', '自送'] }),
        field('carrier', '承运单位'),
        field('waybillNo', '货运单号'),
      ],
      [
        field('boxes', '总箱数', 'count', { unit: '箱' }),
        field('pieces', '总件数', 'count', { unit: '件' }),
        field('weightKg', '总重量', 'tenths', { unit: 'kg' }),
      ],
      [
        field('freight', '运费', 'amount', { unit: '元' }),
        field('payment', '付款方式', 'choice', { options: ['到付', '现付', '月结'] }),
        field('expectedOn', '预计到达', 'date'),
      ],
    ]),
    table('boxList', '装箱', 5, 0, [
      column('boxNo', '箱号', 20, 'text', { max: 12, align: 'centre' }),
      column('pieces', '件数', 24, 'count', { sum: true }),
      column('grossKg', '毛重kg', 24, 'tenths', { sum: true }),
      column('size', '尺寸cm', 34, 'text', { max: 20 }),
      column('packing', '包装', 30, 'text', { max: 20, options: ['纸箱', '木箱', '编织袋', '托盘'] }),
      column('note', '备注', 58),
    ]),
    sign(),
    note(),
  ],
}))

export const shippingHandoverSample: FillContent = {
  values: {
    returnNo: 'SD0731-BD31-202611-0001',
    stationName: '济南历下顺达摩托车维修服务站',
    receiverName: '某厂三包件仓库',
    shipMethod: '公路物流',
    carrier: '济南佳吉快运',
    waybillNo: 'JJ8826041177',
    boxes: 2,
    pieces: 31,
    weightKg: 465,
    freight: null,
    payment: '到付',
    expectedOn: '2026-11-14',
  },
  tables: {
    boxList: [
      { boxNo: '1', pieces: 19, grossKg: 282, size: '60×40×40', packing: '纸箱', note: '减震器 4 根单独捆扎' },
      { boxNo: '2', pieces: 12, grossKg: 183, size: '50×40×35', packing: '木箱', note: '' },
    ],
  },
}
