import type { FillContent } from '#domain/form-fill'
import { uprightPapers } from '../engine/profiles.ts'
import { field, filledFor } from '../filled.ts'
import { plainWords } from '../plain-words.ts'

/** 退换机申请表 (domain.md A12): F14 in the words of the appliance trade. */
export const exchangeRequest = filledFor(({ grid, box, sign, note }) => ({
  id: 'A12',
  version: 1,
  profiles: uprightPapers,
  words: plainWords('退换机申请表', 'A12', ['售后', '商场', '物流仓库'], ['申请人', '鉴定人', '售后经理', '商场', '业务部']),
  parts: [
    grid(3, [
      [
        field('no', '编号', 'number'),
        field('filledOn', '日期', 'date', { required: true }),
        field('kind', '申请', 'choice', { options: ['退机', '换同型机', '换异型机'], required: true }),
      ],
      [
        field('customerName', '用户姓名', 'text', { max: 60, required: true }),
        field('customerPhone', '电话', 'text', { required: true }),
        field('customerAddress', '地址', 'text', { max: 80 }),
      ],
      [field('model', '型号', 'text', { required: true }), field('frameNo', '机号', 'text', { required: true }), field('color', '颜色')],
      [field('purchasedOn', '购机日期', 'date'), field('invoiceNo', '发票号'), field('shop', '购机商场', 'text', { max: 60 })],
      [field('inWarranty', '是否三包期内', 'choice', { options: ['是', '否'] }), field('outlet', '鉴定网点'), field('appraiser', '鉴定人')],
    ]),
    box('故障/鉴定结论', 30, field('finding', '', 'text', { max: 300 })),
    box('处理意见', 25, field('decision', '', 'text', { max: 300 })),
    grid(3, [
      [field('difference', '补差价金额', 'amount', { unit: '元' }), field('wear', '折旧费', 'amount', { unit: '元' })],
      [field('newModel', '新机型号'), field('newSerial', '新机机号'), field('pickupNo', '提货单号')],
      [field('storeNo', '旧机入库单号')],
    ]),
    sign(),
    note(),
  ],
}))

export const exchangeRequestSample: FillContent = {
  values: {
    filledOn: '2026-11-12',
    kind: '换同型机',
    customerName: '钱晓犇',
    customerPhone: '138 5312 4567',
    customerAddress: '济南市历下区山大路 27 号',
    model: 'KFR-35GW',
    frameNo: 'KF35A24083100217',
    color: '白',
    purchasedOn: '2026-11-01',
    invoiceNo: '03712345',
    shop: '泉城电器商场',
    inWarranty: '是',
    outlet: '历下网点',
    appraiser: '张卫东',
    finding: '压缩机机械故障，购机十五日内发生性能故障。',
    decision: '符合换机规定，同意换同型号。',
    difference: 0,
    wear: 0,
    newModel: 'KFR-35GW',
    newSerial: 'KF35A24110200455',
    pickupNo: 'TH110245',
    storeNo: 'RK20261114003',
  },
  tables: {},
}
