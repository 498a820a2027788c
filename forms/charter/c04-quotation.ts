import type { FillContent } from '#domain/form-fill'
import { uprightPapers } from '../engine/profiles.ts'
import { amountInCapitals, column, field, filledFor, shown } from '../filled.ts'
import { plainWords } from '../plain-words.ts'

/** 售后服务报价单 (domain.md C04): agreed before chargeable work begins; 款到发货. */
export const quotation = filledFor(({ grid, box, table, sign, note }) => ({
  id: 'C04',
  version: 1,
  profiles: uprightPapers,
  words: plainWords('售后服务报价单', 'C04', ['客户'], ['报价人', '客户确认'], '款到发货。'),
  parts: [
    grid(3, [
      [field('no', '报价单号', 'number'), field('filledOn', '日期', 'date', { required: true }), field('validTo', '有效期', 'date')],
      [field('customerName', '客户', 'text', { max: 60, required: true }), field('customerPhone', '电话'), field('plateNo', '车牌/编号')],
      [field('model', '型号'), field('mileageKm', '公里数', 'count'), field('statement', '故障', 'text', { max: 100 })],
    ]),
    table(
      'labour',
      '工时',
      4,
      10,
      [
        column('labourName', '修理项目', 110, 'text', { max: 60 }),
        column('hours', '工时', 24, 'tenths', { sum: true }),
        column('amount', '工时费', 36, 'amount', { sum: true }),
      ],
      { heading: true, sumTitle: '工时费合计' },
    ),
    table(
      'parts',
      '配件',
      6,
      10,
      [
        column('partName', '配件名称', 50),
        column('partCode', '配件编号', 34),
        column('qty', '数量', 16, 'count'),
        column('price', '单价', 22, 'amount'),
        column('amount', '金额', 24, 'amount', { product: ['qty', 'price'], sum: true }),
        column('note', '备注', 24),
      ],
      { heading: true, sumTitle: '配件费合计' },
    ),
    grid(3, [
      [
        field('outingFee', '外出费', 'amount', { unit: '元' }),
        field('total', '总计金额', 'amount', { unit: '元' }),
        shown('总计（大写）', amountInCapitals('total')),
      ],
    ]),
    box('说明', 14, field('remark', '', 'text', { max: 200 })),
    sign(),
    note(),
  ],
}))

export const quotationSample: FillContent = {
  values: {
    filledOn: '2026-11-18',
    validTo: '2026-11-25',
    customerName: '赵䶮',
    customerPhone: '139 6402 1188',
    plateNo: '苏M·3F218',
    model: 'FY110',
    mileageKm: 21400,
    statement: '电启动无反应',
    outingFee: 0,
    total: 18800,
    remark: '更换前请客户确认旧电瓶是否带走。',
  },
  tables: {
    labour: [{ labourName: '更换蓄电池', hours: 5, amount: 2000 }],
    parts: [{ partName: '免维护蓄电池 12V7Ah', partCode: 'YTX7A-BS', qty: 1, price: 16800, amount: 16800, note: '' }],
  },
}
