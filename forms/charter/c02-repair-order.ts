import type { FillContent } from '#domain/form-fill'
import { uprightPapers } from '../engine/profiles.ts'
import { column, field, filledFor } from '../filled.ts'
import { plainWords } from '../plain-words.ts'

function signedFor(who: string): string {
  return `${who}签字：　　　　　　　　　　年　　月　　日`
}

/** 报修单 (domain.md C02): finance signs before a part leaves the store. */
export const repairOrder = filledFor(({ grid, box, signedBox, heading, table, sign, note }) => ({
  id: 'C02',
  version: 1,
  profiles: uprightPapers,
  words: plainWords('{company}报修单', 'C02', ['售后存'], ['售后人员', '财务', '仓库', '客户']),
  parts: [
    grid(3, [
      [
        field('no', '报修单号', 'number'),
        field('reportedAt', '报修日期', 'minute', { required: true }),
        field('channel', '报修方式', 'choice', { options: ['电话', '官网', '转报'] }),
      ],
      [
        field('customerName', '客户名称', 'text', { max: 60, required: true }),
        field('contactName', '联系人'),
        field('customerPhone', '电话', 'text', { required: true }),
      ],
      [field('customerAddress', '地址', 'text', { max: 80 })],
      [
        field('model', '产品名称/型号', 'text', { required: true }),
        field('frameNo', '车架号/编号'),
        field('purchasedOn', '出厂/购买日期', 'date'),
      ],
      [
        field('mileage', '行驶里程/使用时间'),
        field('inWarranty', '是否三包期', 'choice', { options: ['是', '否'] }),
        field('expectedAt', '期望时间'),
      ],
    ]),
    box('客户故障描述', 20, field('statement', '', 'text', { max: 300, required: true })),
    box('配件编号信息', 8, field('partInfo', '编号', 'text', { max: 60 }), field('hasPhotos', '照片', 'choices', { options: ['有'] })),
    box('初步判断故障原因', 20, field('finding', '', 'text', { max: 300 })),
    box(
      '解决方案',
      16,
      field('solution', '', 'choice', { options: ['a、发配件客户自换', 'b、电话指导', 'c、预约上门'] }),
      field('told', '已告知装配要点及责任', 'choices', { options: ['是'] }),
      field('visitAt', '上门时间', 'minute'),
      field('decidedAt', '24 h 内制定，时间', 'minute'),
    ),
    table('parts', '配件', 4, 8, [
      column('partCode', '配件编号', 26),
      column('partName', '配件名称', 34),
      column('qty', '数量', 12, 'count'),
      column('price', '单价', 18, 'amount'),
      column('amount', '金额', 20, 'amount', { product: ['qty', 'price'], sum: true }),
      column('chargeMode', '计费方式', 20, 'text', { max: 10 }),
      column('oldPart', '旧件回收', 16, 'text', { max: 8 }),
      column('serial', '识别码', 26, 'text', { max: 24 }),
    ]),
    heading('领取配件'),
    signedBox(
      '财务意见',
      13,
      signedFor('财务'),
      field('finance', '财务意见', 'choices', { options: ['三包件', '已收款', '未付款', '旧件免回收'] }),
    ),
    signedBox('仓库', 15, signedFor('仓库'), field('storeNo', '出库单号'), field('loanNo', '出借单号')),
    grid(2, [[field('oldPartOn', '旧件签收日期', 'date'), field('oldPartBy', '旧件签收人')]]),
    grid(2, [[field('finishedAt', '完成时间', 'minute'), field('customerSign', '客户签字')]], { title: '完成情况' }),
    sign(),
    note(),
  ],
}))

export const repairOrderSample: FillContent = {
  values: {
    reportedAt: '2026-11-18 09:05',
    channel: '电话',
    customerName: '泰州顺达商贸有限公司',
    contactName: '钱晓犇',
    customerPhone: '138 5312 4567',
    customerAddress: '江苏省泰州市海陵区东风北路 58 号',
    model: 'FY150ZH',
    frameNo: 'LAELJ1509R2A10376',
    purchasedOn: '2026-04-18',
    mileage: '4,830 km',
    inWarranty: '是',
    expectedAt: '三天内',
    statement: '满载爬坡无力，水温高，怠速不稳。',
    partInfo: '',
    hasPhotos: ['有'],
    finding: '冷却水泵叶轮脱落，循环不良。',
    solution: 'c、预约上门',
    told: [],
    visitAt: '2026-11-19 14:00',
    decidedAt: '2026-11-18 16:30',
    finance: ['三包件'],
    storeNo: 'CK20261118002',
    loanNo: '',
    oldPartOn: '2026-11-20',
    oldPartBy: '周䶮',
    finishedAt: '2026-11-19 16:20',
    customerSign: '',
  },
  tables: {
    parts: [
      {
        partCode: '19200-KRP-980',
        partName: '水泵总成',
        qty: 1,
        price: 16800,
        amount: 16800,
        chargeMode: '三包',
        oldPart: '回收',
        serial: '',
      },
    ],
  },
}
