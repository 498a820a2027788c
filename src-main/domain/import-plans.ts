import {
  codeColumn,
  dateColumn,
  hoursColumn,
  integerColumn,
  momentColumn,
  moneyColumn,
  phoneColumn,
  required,
  textColumn,
  wordColumn,
  type Columns,
  type SheetPlan,
} from './import-columns.ts'
import { recordPlans } from './import-record-plans.ts'
import type { ImportKind } from './import-result.ts'
import { customerKindWords, faultModeWords, natureWords, repairTypeWords, supplyModeWords } from './import-words.ts'

/* The headings are those of settled.md 1; the lengths those of settled.md 22. */

const ledgerNo = required(codeColumn('台账号', 30, { about: '本站台账里这张工单的编号，全站不重复；各表靠它相连', example: 'T2026-0158' }))
const makerCode = codeColumn('厂方代码', 20, { about: '只登记了一个厂方时可空', example: 'DEMO' })
const frameNoTold = { about: '车架号（VIN）17 位；老车照钢印填写', example: 'LAAPCJLA5R0001234' }
const engineNo = codeColumn('发动机号', 25, { about: '电动车填电动机号', example: '1P52FMI*24A01234' })
const plateNo = codeColumn('车牌号', 15, { about: '没有牌照填 无牌', example: '湘A12345' })
const purchasedOn = dateColumn('购车日期', { about: '发票日期，三包从这天算起', example: '2025-06-18' })
const invoiceNo = codeColumn('发票号', 30, { about: '购车发票的号码', example: '04300251' })
const technician = textColumn('修理工', 30, { about: '姓名或工号', example: '张海涛' })
const note = textColumn('备注', 200, { about: '', example: '' })
const customerName = required(textColumn('用户姓名', 60, { about: '个人姓名或单位名称', example: '周志强' }))
const phone = required(phoneColumn('用户电话', { about: '手机 11 位，座机带区号', example: '13807310001' }))
const address = textColumn('用户地址', 80, { about: '', example: '湖南省长沙市望城区金山桥街道 12 号' })

export const workOrderPlan = {
  name: '工单',
  columns: {
    ledgerNo,
    makerCode,
    repairType: wordColumn('维修类别', repairTypeWords, { about: '空白按 一般维修，有外出的按 外出维修', example: '一般维修' }),
    nature: wordColumn('性质', natureWords, { about: '空白按 三包', example: '三包' }),
    reportedOn: required(dateColumn('报修日期', { about: '用户报修的日子', example: '2026-03-02' })),
    receivedAt: momentColumn('送修时间', { about: '车到站的时间，从这时起算修理占用', example: '2026-03-02 09:10' }),
    startedAt: momentColumn('维修开始', { about: '', example: '2026-03-02 10:00' }),
    finishedAt: momentColumn('维修结束', { about: '填了就要写故障原因和维修措施', example: '2026-03-02 15:30' }),
    deliveredAt: momentColumn('交车时间', { about: '', example: '2026-03-02 17:00' }),
    customerName,
    phone,
    address,
    senderName: textColumn('送修人', 60, { about: '与用户不同才填', example: '' }),
    senderPhone: phoneColumn('送修人电话', { about: '与用户不同才填', example: '' }),
    model: required(textColumn('车型', 60, { about: '车型代码或名称；目录里没有的照样收下', example: 'CG125' })),
    frameNo: required(codeColumn('车架号', 30, frameNoTold)),
    engineNo,
    plateNo,
    purchasedOn,
    invoiceNo,
    mileage: required(integerColumn('行驶里程', [0, 999_999], { about: '公里，整数', example: '5320' })),
    symptom: required(textColumn('故障现象', 200, { about: '用户说的情况', example: '行驶中发动机异响，动力不足' })),
    cause: textColumn('故障原因', 200, { about: '检查后的判断', example: '凸轮轴磨损' }),
    measure: textColumn('维修措施', 200, { about: '做了什么', example: '更换凸轮轴，调整气门间隙' }),
    technician,
    note,
  },
} satisfies SheetPlan<Columns>

export const partLinePlan = {
  name: '零件',
  columns: {
    ledgerNo,
    partCode: required(codeColumn('零件编号', 40, { about: '图号', example: '14101-KRM-8400' })),
    partName: textColumn('零件名称', 40, { about: '目录里有的可空', example: '凸轮轴' }),
    quantity: required(integerColumn('数量', [1, 9999], { about: '整数', example: '1' })),
    unitPrice: moneyColumn('单价', { about: '元；空白按零件目录的三包价', example: '86.50' }),
    faultMode: wordColumn('故障模式', faultModeWords, { about: '', example: '磨损' }),
    oldPartNo: codeColumn('旧件编号', 40, { about: '拆下的那一件上的编号', example: '' }),
    supplyMode: wordColumn('供货方式', supplyModeWords, { about: '空白按 储备', example: '储备' }),
    note,
  },
} satisfies SheetPlan<Columns>

export const labourPlan = {
  name: '工时',
  columns: {
    ledgerNo,
    code: required(codeColumn('工时代码', 30, { about: '', example: 'E0105' })),
    name: textColumn('维修项目', 60, { about: '目录里有的可空', example: '更换凸轮轴' }),
    hours: hoursColumn('工时', { about: '小时，0.1–99.9；空白按工时目录', example: '1.5' }),
    rate: moneyColumn('工时单价', { about: '元／小时；空白按厂方的工时单价', example: '40.00' }),
    technician,
  },
} satisfies SheetPlan<Columns>

export const outingPlan = {
  name: '外出',
  columns: {
    ledgerNo,
    place: textColumn('外出地点', 80, { about: '', example: '宁乡市花明楼镇' }),
    oneWayKm: integerColumn('单程里程', [0, 9999], { about: '公里，整数；空白按 0', example: '38' }),
    people: integerColumn('人数', [1, 50], { about: '空白按 1', example: '1' }),
    days: integerColumn('天数', [1, 365], { about: '空白按 1', example: '1' }),
    transport: moneyColumn('交通费', { about: '元；空白按 0', example: '60.00' }),
    lodging: moneyColumn('住宿费', { about: '元；空白按 0', example: '0.00' }),
    meals: moneyColumn('伙食费', { about: '元；空白按 0', example: '30.00' }),
  },
} satisfies SheetPlan<Columns>

export const customerPlan = {
  name: '用户与车辆',
  columns: {
    name: customerName,
    kind: wordColumn('用户类型', customerKindWords, { about: '空白按 个人', example: '个人' }),
    phone,
    phone2: phoneColumn('第二电话', { about: '', example: '' }),
    contactName: textColumn('联系人', 60, { about: '单位用户填写', example: '' }),
    address,
    model: textColumn('车型', 60, { about: '车型代码或名称；有车架号就要填', example: 'CG125' }),
    frameNo: codeColumn('车架号', 30, { ...frameNoTold, about: `${frameNoTold.about}。没有车辆的用户，车辆各列留空；有两辆车写两行` }),
    engineNo,
    plateNo,
    manufacturedOn: dateColumn('生产日期', { about: '出厂日期', example: '2025-03-10' }),
    purchasedOn,
    invoiceNo,
    warrantyCardNo: codeColumn('三包凭证号', 30, { about: '', example: 'SB20250618001' }),
    sellerName: textColumn('销售单位', 60, { about: '', example: '长沙宏达摩托车行' }),
  },
} satisfies SheetPlan<Columns>

/** The sheet with the explanations; import never reads it. */
export const explanationSheet = '填写说明'

/** The sheets of each kind; the first is the main one. */
export const importPlans: Readonly<Record<ImportKind, readonly [SheetPlan<Columns>, ...SheetPlan<Columns>[]]>> = {
  'work-orders': [workOrderPlan, partLinePlan, labourPlan, outingPlan],
  customers: [customerPlan],
  parts: [recordPlans.parts],
  prices: [recordPlans.prices],
  labour: [recordPlans.labour],
  faults: [recordPlans.faults],
  models: [recordPlans.models],
  technicians: [recordPlans.technicians],
  outlets: [recordPlans.outlets],
  holidays: [recordPlans.holidays],
}
