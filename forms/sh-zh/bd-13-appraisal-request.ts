import type { FillContent } from '#domain/form-fill'
import { uprightPapers } from '../engine/profiles.ts'
import { column, field, filledFor } from '../filled.ts'

/** SH-ZH/BD—13 产品质量《三包(验货)鉴定更新申请单》 (domain.md F13). */
export const appraisalRequest = filledFor(({ grid, box, table, sign, note }) => ({
  id: 'F13',
  version: 1,
  profiles: uprightPapers,
  words: {
    title: ['{company}', '产品质量《三包（验货）鉴定更新申请单》'],
    code: 'SH-ZH/BD—13',
    numberCode: 'BD13',
    note: '此单一式三联，第一联经销单位存，第二联售后服务部存，第三联三包件仓库留底。',
    copies: [
      { key: 'dealer', label: '第一联 经销单位存', stripe: 'white' },
      { key: 'service', label: '第二联 售后服务部存', stripe: 'pink' },
      { key: 'store', label: '第三联 三包件仓库留底', stripe: 'yellow' },
    ],
    signatories: ['申请单位经办人（盖章）', '鉴定员', '审核', '三包件仓库收件人', '日期'],
  },
  parts: [
    grid(3, [
      [
        field('appraisalKind', '申请类别', 'choice', { options: ['三包', '验货'], required: true }),
        field('no', '编号', 'number'),
        field('filledOn', '申请日期', 'date', { required: true }),
      ],
      [field('dealerName', '经销单位', 'text', { required: true }), field('contactName', '联系人'), field('contactPhone', '电话')],
      [
        field('customerName', '用户姓名', 'text', { max: 60 }),
        field('customerPhone', '用户电话'),
        field('customerAddress', '用户地址', 'text', { max: 80 }),
      ],
      [
        field('model', '产品名称/型号', 'text', { required: true }),
        field('frameNo', '车架号/机号', 'text', { required: true }),
        field('engineNo', '发动机号'),
      ],
      [field('manufacturedOn', '出厂日期', 'date'), field('purchasedOn', '购买日期', 'date'), field('invoiceNo', '发票号')],
      [
        field('mileage', '行驶里程(km)/使用时间'),
        field('inWarranty', '三包期内', 'choice', { options: ['是', '否'] }),
        field('repairTimes', '维修次数', 'count'),
      ],
    ]),
    box(
      '故障现象',
      20,
      field('lookPart', '外观故障部件'),
      field('lookFaults', '外观故障', 'choices', { options: ['划伤', '凹凸', '开裂', '变形', '掉漆', '变色', '其它'] }),
      field('statement', '性能故障', 'text', { max: 200 }),
    ),
    table('parts', '申请更新零件', 4, 10, [
      column('partCode', '零件编号', 32),
      column('partName', '零件名称', 38),
      column('qty', '数量', 14, 'count'),
      column('faultMode', '故障模式', 32),
      column('supplier', '配套厂家', 30),
      column('action', '处理方式', 24, 'text', { max: 20 }),
    ]),
    box(
      '鉴定意见',
      25,
      field('appraisal', '', 'choices', { options: ['属质量问题，同意更新', '非质量问题', '人为损坏', '超三包期', '其它'] }),
      field('liability', '责任划分', 'choices', { options: ['制造厂', '供应商', '经销商', '用户', '运输'] }),
      field('appraisalNote', '说明', 'text', { max: 200 }),
    ),
    box(
      '处理结果',
      14,
      field('result', '', 'choices', { options: ['更换零件', '更换整机', '维修', '退货', '不予更新'] }),
      field('oldPartTo', '旧件去向', 'choices', { options: ['三包件仓库', '返厂', '就地处理'] }),
    ),
    sign({ seal: true, shares: [1.75, 0.9, 0.8, 1.4, 0.9] }),
    note(),
  ],
}))

export const appraisalRequestSample: FillContent = {
  values: {
    appraisalKind: '三包',
    filledOn: '2026-11-12',
    dealerName: '济南顺达摩托车销售有限公司',
    contactName: '张卫东',
    contactPhone: '0531-8612 3456',
    customerName: '王建国',
    customerPhone: '138 5312 4567',
    customerAddress: '济南市历下区解放路 112 号',
    model: 'QM150-3A',
    frameNo: 'LAELJ1509R2A10376',
    engineNo: '162FMJ24A10376',
    manufacturedOn: '2026-02-10',
    purchasedOn: '2026-04-18',
    invoiceNo: '03712345',
    mileage: '4,830',
    inWarranty: '是',
    repairTimes: 2,
    lookPart: '',
    lookFaults: [],
    statement: '热车后突然熄火，冷却二十分钟后可以起动；点火线圈壳体开裂。',
    appraisal: ['属质量问题，同意更新'],
    liability: ['供应商'],
    appraisalNote: '',
    result: ['更换零件'],
    oldPartTo: ['三包件仓库'],
  },
  tables: {
    parts: [{ partCode: '31310-KCW-003', partName: '点火线圈总成', qty: 1, faultMode: '断路', supplier: '宁波华升电器', action: '更换' }],
  },
}
