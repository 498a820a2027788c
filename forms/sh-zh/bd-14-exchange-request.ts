import type { FillContent } from '#domain/form-fill'
import { uprightPapers } from '../engine/profiles.ts'
import { column, field, filledFor, joint } from '../filled.ts'

const opinionMm = 15
const signedFor = '签字：　　　　　　　　　　年　　月　　日'

function opinion(key: string, label: string) {
  return [label, opinionMm, signedFor, field(key, label, 'text', { max: 200 })] as const
}

/** SH-ZH/BD—14 三包整机退换申请审批表 (domain.md F14, proposed): the repairs that entitle to an exchange, its money, and who agreed. */
export const exchangeRequest = filledFor(({ grid, box, signedBox, table, sign, note }) => ({
  id: 'F14',
  version: 1,
  profiles: uprightPapers,
  words: {
    title: ['{company}', '三包整机退换申请审批表'],
    code: 'SH-ZH/BD—14',
    numberCode: 'BD14',
    note: '',
    copies: [
      { key: 'service', label: '第一联 服务部', stripe: 'white' },
      { key: 'dealer', label: '第二联 经销商', stripe: 'pink' },
      { key: 'station', label: '第三联 维修站', stripe: 'yellow' },
    ],
    signatories: ['申请单位经办人', '盖章', '日期'],
  },
  parts: [
    grid(3, [
      [
        field('dealerCode', '经销/服务商编码', 'text', { max: 20 }),
        field('dealerName', '简称', 'text', { required: true }),
        field('no', '申请单号', 'number'),
      ],
      [
        field('applicant', '申请人', 'text', { required: true }),
        field('filledOn', '申请时间', 'date', { required: true }),
        field('wanted', '用户要求', 'choice', { options: ['退车', '换车'], required: true }),
      ],
      [
        field('customerName', '用户姓名', 'text', { max: 60, required: true }),
        field('customerPhone', '联系方式', 'text', { max: 20 }),
        field('invoicedOn', '发票日期', 'date'),
      ],
      [
        field('frameNo', '车架号', 'text', { required: true }),
        field('engineNo', '发动机号'),
        joint('车型/颜色', '{model} / {color}', [field('model', '车型', 'text', { max: 20 }), field('color', '颜色', 'text', { max: 10 })]),
      ],
      [
        field('purchasedOn', '购车日期', 'date'),
        field('mileageKm', '行驶里程', 'count', { unit: 'km' }),
        field('amountAsked', '申请金额', 'amount', { unit: '元' }),
      ],
    ]),
    box('退换依据', 12, field('basis', '退换依据', 'text', { max: 200, required: true })),
    table('repairs', '计入的修理', 5, 10, [
      column('receivedOn', '送修日期', 24, 'date'),
      column('deliveredOn', '交车日期', 24, 'date'),
      column('repairDays', '修理天数', 16, 'count', { sum: true }),
      column('orderNo', '单号', 34),
      column('mileageKm', '里程', 16, 'count'),
      column('work', '故障及处理', 56, 'text', { max: 200 }),
    ]),
    box('退（换）车原因及维修记录', 18, field('reason', '退（换）车原因及维修记录', 'text', { max: 400 })),
    grid(
      3,
      [
        [
          field('priceVehicle', '原车价格', 'amount'),
          field('priceRegistration', '上牌相关费用', 'amount'),
          field('priceInsurance', '保险', 'amount'),
        ],
        [
          field('priceOther', '其他费用', 'amount'),
          field('priceWear', '折旧费（损耗/政策）', 'amount'),
          field('priceOldVehicle', '旧车作价', 'amount'),
        ],
      ],
      { title: '购车费用（元）' },
    ),
    grid(2, [
      [
        field('oldVehicleTo', '旧车处理方式', 'choice', { options: ['商品车', '折扣车', '二手车', '不可销售'] }),
        field('oldVehicleAt', '旧车接收单位'),
      ],
    ]),
    signedBox(...opinion('opinionService', '服务经理意见')),
    signedBox(...opinion('opinionRegion', '区域经理意见')),
    signedBox(...opinion('opinionTechnical', '技术部意见')),
    signedBox(...opinion('opinionClaims', '索赔管理部意见')),
    signedBox(...opinion('opinionGeneral', '总经理意见')),
    sign({ seal: true }),
    note(),
  ],
}))

export const exchangeRequestSample: FillContent = {
  values: {
    dealerCode: 'SD0731',
    dealerName: '济南顺达',
    applicant: '张卫东',
    filledOn: '2026-11-18',
    wanted: '换车',
    customerName: '刘志强',
    customerPhone: '139 6401 2288',
    invoicedOn: '2026-08-20',
    frameNo: 'LAELJ1506R2A11842',
    engineNo: '162FMJ24A11842',
    model: 'QM150-3A',
    color: '红',
    purchasedOn: '2026-08-20',
    mileageKm: 1960,
    amountAsked: 6_880_00,
    basis: '三包期内同一主要故障（发动机异响、烧机油）修理两次仍不能正常使用，按三包规定第三次可换车。',
    reason: '交车一个月起机油每 500 km 消耗约 0.3 L，先后更换活塞环、气缸体后仍冒蓝烟，排气有敲击声；用户不同意再修，要求换同型号车。',
    priceVehicle: 6_880_00,
    priceRegistration: 260_00,
    priceInsurance: 120_00,
    priceOther: 0,
    priceWear: 0,
    priceOldVehicle: null,
    oldVehicleTo: '不可销售',
    oldVehicleAt: '厂方三包件仓库',
    opinionService: '情况属实，修理记录齐全，同意换车。',
    opinionRegion: '',
    opinionTechnical: '',
    opinionClaims: '',
    opinionGeneral: '',
  },
  tables: {
    repairs: [
      {
        receivedOn: '2026-09-24',
        deliveredOn: '2026-09-29',
        repairDays: 6,
        orderNo: 'SD0731-WO-202609-0041',
        mileageKm: 820,
        work: '烧机油，排气冒蓝烟；更换活塞环组，清洗气缸。',
      },
      {
        receivedOn: '2026-10-19',
        deliveredOn: '2026-10-28',
        repairDays: 10,
        orderNo: 'SD0731-WO-202610-0028',
        mileageKm: 1380,
        work: '再次冒蓝烟，气缸壁拉伤；更换气缸体、活塞总成。',
      },
      {
        receivedOn: '2026-11-16',
        deliveredOn: null,
        repairDays: 3,
        orderNo: 'SD0731-WO-202611-0031',
        mileageKm: 1960,
        work: '冒蓝烟、发动机敲击异响，拆检曲轴连杆间隙超差，待批。',
      },
    ],
  },
}
