import type { FillContent } from '#domain/form-fill'
import { uprightPapers } from '../engine/profiles.ts'
import { field, filledFor } from '../filled.ts'
import { plainWords } from '../plain-words.ts'

/** 拆装作业单 (domain.md A11): taken back for repair, returned, or exchanged. */
export const exchangeOrder = filledFor(({ grid, box, sign, note }) => ({
  id: 'A11',
  version: 1,
  profiles: uprightPapers,
  words: plainWords(
    '拆装作业单',
    'A11',
    ['电脑输入员输入后转监管员保存', '作业人员', '用户'],
    ['派工员', '作业人员', '用户', '仓管员', '监管员'],
  ),
  parts: [
    grid(3, [
      [
        field('no', '编号', 'number'),
        field('receivedAt', '受理时间', 'minute', { required: true }),
        field('filledBy', '受理人', 'text', { required: true }),
      ],
      [field('workKind', '作业类别', 'choice', { options: ['拆回修理', '退机', '换同型机', '换异型机'], required: true })],
      [field('outlet', '派工网点'), field('expectedAt', '要求时间')],
      [
        field('customerName', '用户姓名', 'text', { max: 60, required: true }),
        field('customerPhone', '电话', 'text', { required: true }),
        field('customerAddress', '地址', 'text', { max: 80 }),
      ],
      [
        field('model', '产品名称/型号', 'text', { required: true }),
        field('frameNo', '机号(内/外)'),
        field('purchasedOn', '购买日期', 'date'),
      ],
      [field('invoiceNo', '发票号'), field('orderNo', '关联维修单'), field('requestNo', '退换机申请单号')],
      [field('loanNo', '借机单号'), field('statement', '故障现象', 'text', { max: 200 })],
    ]),
    box('拆机检查', 18, field('checkLook', '外观', 'text', { max: 100 }), field('checkParts', '附件', 'text', { max: 100 })),
    box('返回机去向', 8, field('goesTo', '', 'choice', { options: ['内修组', '物流中心仓库'] })),
    grid(3, [
      [field('storeNo', '入库单号'), field('storedOn', '入库日期', 'date'), field('storeKeeper', '仓管员')],
      [field('newModel', '新机型号'), field('newSerial', '新机机号'), field('pickupNo', '提货联号')],
      [
        field('difference', '补差价', 'amount', { unit: '元' }),
        field('workFee', '拆装费', 'amount', { unit: '元' }),
        field('materialFee', '材料费', 'amount', { unit: '元' }),
      ],
      [field('finishedAt', '完工时间', 'minute')],
    ]),
    box('用户意见及签字', 20, field('opinion', '', 'text', { max: 200 })),
    sign(),
    note(),
  ],
}))

export const exchangeOrderSample: FillContent = {
  values: {
    receivedAt: '2026-11-12 09:10',
    filledBy: '李雯',
    workKind: '换同型机',
    outlet: '历下网点',
    expectedAt: '14 日上午',
    customerName: '钱晓犇',
    customerPhone: '138 5312 4567',
    customerAddress: '济南市历下区山大路 27 号',
    model: 'KFR-35GW',
    frameNo: 'KF35A24083100217',
    purchasedOn: '2026-11-01',
    invoiceNo: '03712345',
    orderNo: 'SD0731-WO-202611-0009',
    requestNo: 'SD0731-A12-202611-0002',
    loanNo: '',
    statement: '制冷效果差，压缩机异响。',
    checkLook: '外壳完好，无划伤。',
    checkParts: '遥控器、说明书齐全。',
    goesTo: '物流中心仓库',
    storeNo: 'RK20261114003',
    storedOn: '2026-11-14',
    storeKeeper: '周䶮',
    newModel: 'KFR-35GW',
    newSerial: 'KF35A24110200455',
    pickupNo: 'TH110245',
    difference: 0,
    workFee: 0,
    materialFee: 3500,
    finishedAt: '2026-11-14 10:40',
    opinion: '满意',
  },
  tables: {},
}
