import type { FormCode } from './numbering.ts'

/**
 * Every enumeration of the trade: code → the Chinese word that is shown, printed and exported.
 * Source: domain.md §2.20 (E-ids) and §3 (states). Lists that differ by manufacturer are data, not here.
 */
export const repairType = {
  general: '一般维修',
  outing: '外出维修',
  presale: '售前维修',
  firstService: '首次保养',
  periodicService: '定期保养',
  campaign: '服务活动',
  urgent: '急件维修',
  partWarranty: '配件三包',
  pdi: 'PDI',
  rework: '返修',
} as const // E-01
export type RepairType = keyof typeof repairType

export const nature = { warranty: '三包', paid: '收费', mixed: '混合', special: '保外特批' } as const // E-02
export type Nature = keyof typeof nature

export const channel = {
  phone: '电话',
  web: '官网/网络',
  walkIn: '到站',
  sales: '销售转报',
  dealer: '经销商',
  maker: '厂方派单',
} as const // E-03
export type Channel = keyof typeof channel

export const urgency = { urgent: '紧急', important: '重要', normal: '普通' } as const // E-04
export type Urgency = keyof typeof urgency

export const faultMode = {
  broken: '断裂',
  cracked: '开裂',
  deformed: '变形',
  worn: '磨损',
  burnt: '烧蚀',
  leaking: '渗漏',
  noisy: '异响',
  loose: '松脱',
  jammed: '卡滞',
  shorted: '短路',
  openCircuit: '断路',
  aged: '老化',
  rusted: '锈蚀',
  discoloured: '掉漆变色',
  wrongSize: '尺寸不符',
  failed: '功能失效',
  other: '其它',
} as const // E-06
export type FaultMode = keyof typeof faultMode

export const partCategory = {
  main: '主要件(总成)',
  normal: '一般件',
  wear: '易损件',
  consumable: '消耗件',
  trim: '附属(外观)件',
  battery: '蓄电池',
  tractionBattery: '动力电池',
} as const // E-07
export type PartCategory = keyof typeof partCategory

export const claimType = {
  general: '一般维修',
  outing: '外出维修',
  presale: '售前维修',
  freeService: '免费保养',
  campaign: '服务活动',
  partExchange: '零件索赔更换',
  additional: '追加索赔',
  urgent: '急件索赔',
  outOfWarranty: '保外索赔',
  special: '特殊费用',
} as const // E-10
export type ClaimType = keyof typeof claimType

export const shipMethod = { road: '公路物流', rail: '铁路包裹', express: '快递', own: '自送' } as const // E-11
export type ShipMethod = keyof typeof shipMethod

export const payMode = { collect: '到付', prepaid: '现付', monthly: '月结' } as const // F29
export type PayMode = keyof typeof payMode

export const disposal = {
  toMaker: '返厂',
  toSupplier: '返回供应商',
  local: '就地处理',
  exempt: '免回收',
  backToStation: '退回维修站',
} as const // E-13
export type Disposal = keyof typeof disposal

export const supplyMode = { borrowed: '借件(求援)', stock: '储备', bought: '自购', transfer: '厂方调拨', customer: '用户自带' } as const // E-17
export type SupplyMode = keyof typeof supplyMode

export const chargeMode = { warranty: '三包', paid: '收费', awaitingOldPart: '待旧件入库', station: '站担' } as const // domain.md §2.9, §3.4
export type ChargeMode = keyof typeof chargeMode

/** Who bears what is no longer claimed: after 报损 of an old part (§3.3) and 作废 of a claim (§3.4). */
export const bearer = { station: chargeMode.station, paid: chargeMode.paid } as const
export type Bearer = keyof typeof bearer

export const usage = { own: '自用', commercial: '营运', official: '公务', rental: '租赁', stock: '售前(商品车)' } as const // E-20
export type Usage = keyof typeof usage

export const responsibility = {
  maker: '制造厂',
  supplier: '供应商',
  dealer: '经销商',
  station: '维修站',
  transport: '运输',
  user: '用户(人为)',
  pending: '待定',
} as const // E-21
export type Responsibility = keyof typeof responsibility

/** How grave the fault is; whatever is not ordinary is reported on BD—21 and its old part is back within D11. domain.md §2.18 `level`, D11 */
export const severity = { ordinary: '普通', severe: '严重', batch: '批量', safety: '安全隐患' } as const
export type Severity = keyof typeof severity

export const exclusion = {
  overTime: '超期',
  overKm: '超里程',
  noProof: '无三包凭证及有效发票',
  proofMismatch: '凭证与实物不符或涂改',
  noMaintenance: '未按说明书使用维护保养',
  modified: '自行改装拆动',
  repairedElsewhere: '非承担三包者拆修',
  manMade: '人为损坏',
  accident: '交通事故',
  forceMajeure: '不可抗力',
  foreignPart: '非原厂配件',
  consumable: '消耗/易损件正常磨损',
  odometerTampered: '里程表被调整',
  racing: '用于竞赛/超载',
} as const // E-24
export type Exclusion = keyof typeof exclusion

export const eligibility = { pending: '待判', covered: '三包内', notCovered: '三包外', special: '特批' } as const
export type Eligibility = keyof typeof eligibility

export const solution = { sendParts: '发件自换', byPhone: '电话指导', onSite: '上门/到站维修' } as const // S3
export type Solution = keyof typeof solution

/** What an attached picture or paper shows; makers ask for some of them (V-15, R:CLAIM48 asks for five). */
export const attachmentKind = {
  odometer: '里程表',
  namePlate: '铭牌',
  wholeUnit: '整车',
  faultPart: '故障部位',
  oldPart: '旧件',
  repaired: '修复后',
  document: '票据凭证',
  other: '其他',
} as const
export type AttachmentKind = keyof typeof attachmentKind

export const customerKind = { person: '个人', company: '单位', dealer: '经销商(售前库存)' } as const
export type CustomerKind = keyof typeof customerKind

export const modelCategory = {
  motorcycle: '两轮摩托车',
  tricycle: '三轮摩托车',
  electricMotorcycle: '电动摩托车',
  electricMoped: '电动轻便摩托车',
  ebike: '电动自行车',
  car: '汽车',
  appliance: '家用电器',
  machinery: '机电产品',
} as const
export type ModelCategory = keyof typeof modelCategory

export const origin = { domestic: '国产', imported: '进口' } as const // BD—27 日产/国产, generalised
export type Origin = keyof typeof origin

export const oldPartDuty = { mustReturn: '必须返厂', exempt: '免回收', local: '就地处理', priced: '按价' } as const
export type OldPartDuty = keyof typeof oldPartDuty

export const limitScope = { category: '零件类别', part: '零件', assembly: '总成', engine: '发动机', whole: '整机' } as const
export type LimitScope = keyof typeof limitScope

export const startRule = { invoice: '发票日期', delivery: '交付日期', later: '两者较晚' } as const
export type StartRule = keyof typeof startRule

export const requestKind = { borrow: '求援(借件)', exchange: '兑换', order: '订购' } as const
export type RequestKind = keyof typeof requestKind

export const agreedVia = { phone: '电话', wechat: '微信', letter: '书面', visit: '当面' } as const
export type AgreedVia = keyof typeof agreedVia

export const returnExempt = { no: '否', smallPart: '小件免回收', approved: '无价值财务批准' } as const // S3
export type ReturnExempt = keyof typeof returnExempt

export const verdict = { pending: '未鉴定', accepted: '合格', rejected: '驳回', partial: '部分' } as const
export type Verdict = keyof typeof verdict

export const role = {
  reception: '前台接待',
  technician: '维修技师',
  partsKeeper: '配件员',
  claimClerk: '索赔员',
  chief: '站长',
} as const // settled.md 18
export type Role = keyof typeof role

/** States of the five machines, domain.md §3.1–3.5, in the order of the work. */
export const workOrderStatus = {
  reported: '报修',
  toDispatch: '待派工',
  waiting: '待修',
  repairing: '修理中',
  awaitingParts: '待件',
  finished: '已完工',
  inspected: '已检验',
  delivered: '已交车',
  calledBack: '已回访',
  closed: '已关闭',
  cancelled: '已取消',
  toExchange: '转退换',
  toComplaint: '转投诉',
} as const
export type WorkOrderStatus = keyof typeof workOrderStatus

export const requestStatus = {
  draft: '草稿',
  agreed: '已征得同意',
  sent: '已发出',
  shipped: '厂方已发',
  arrived: '已到货',
  fitted: '已装车',
  oldPartDue: '旧件待返',
  oldPartSent: '旧件已返',
  settled: '已核销',
  overdue: '逾期',
  billed: '已计费',
  refused: '被拒绝',
  withdrawn: '已撤回',
  sentBack: '已退回新件',
} as const
export type RequestStatus = keyof typeof requestStatus

export const returnedPartStatus = {
  toCollect: '待回收',
  collected: '拆下入库',
  labelled: '已贴标签',
  packed: '已装箱',
  shipped: '已发运',
  received: '厂方签收',
  accepted: '鉴定合格',
  rejected: '鉴定驳回',
  partial: '部分合格',
  appealed: '申诉中',
  disposed: '已处置',
  exempt: '免回收',
  lost: '丢失/损坏',
  overdue: '逾期',
} as const
export type ReturnedPartStatus = keyof typeof returnedPartStatus

export const manifestStatus = {
  draft: '草稿',
  sealed: '已封箱',
  shipped: '已发运',
  received: '厂方签收',
  judged: '已鉴定',
  closed: '已关闭',
  withdrawn: '撤回',
} as const
export type ManifestStatus = keyof typeof manifestStatus

export const claimStatus = {
  draft: '草稿',
  ready: '待提交',
  submitted: '已提交',
  accepted: '已受理',
  approved: '审核通过',
  partlyApproved: '部分通过',
  rejected: '驳回',
  sentBack: '退回补正',
  appealed: '申诉中',
  toSettle: '待结算',
  settled: '已结算',
  reconciled: '已对账',
  voided: '作废',
} as const
export type ClaimStatus = keyof typeof claimStatus

export const batchStatus = {
  draft: '草稿',
  sealed: '已封批',
  submitted: '已提交',
  accepted: '已受理',
  reviewing: '审核中',
  reviewed: '审核完成',
  toInvoice: '待开票',
  invoiced: '已开票',
  settled: '已结算',
  reconciled: '已对账',
  withdrawn: '撤回',
  voided: '作废',
} as const
export type BatchStatus = keyof typeof batchStatus

export const paperStatus = { issued: '已开具', voided: '作废' } as const
export type PaperStatus = keyof typeof paperStatus

/** The papers forms are printed on, with what they are called in shops. */
export const paperStock = {
  A4P: 'A4 竖',
  A4L: 'A4 横',
  A5L: 'A5 横',
  NCR241x280: '连续纸 241×280',
  NCR241x140: '连续纸 241×140（二等分）',
  NCR241x93: '连续纸 241×93（三等分）',
  LBL100x80: '标签 100×80',
  LBL150x100: '标签 150×100',
  LBL76x130: '标签 76×130',
  'A4L-4up': 'A4 一页四张',
  'A4P-6up': 'A4 一页六张',
  grid: '自定标签页',
} as const
export type PaperStock = keyof typeof paperStock

/** What can stand on a manufacturer's own sheet (A14), by the keys of forms/README.md. */
export const sheetDatum = {
  number: '本站编号',
  filledOn: '填表日期',
  filledBy: '填表人',
  stationName: '维修站',
  stationCode: '站代码',
  stationPhone: '站电话',
  stationAddress: '站地址',
  customerName: '用户姓名',
  customerPhone: '用户电话',
  customerAddress: '用户地址',
  model: '车型',
  frameNo: '车架号',
  engineNo: '发动机号',
  plateNo: '车牌号',
  color: '颜色',
  manufacturedOn: '出厂日期',
  purchasedOn: '购车日期',
  invoiceNo: '发票号',
  mileageKm: '行驶里程',
  orderNo: '工单号',
  voucherNo: '凭证号',
  claimNo: '索赔单号',
  receivedAt: '接车时间',
  finishedAt: '完工时间',
  statement: '用户陈述',
  finding: '故障原因',
  measure: '处理措施',
  partNames: '更换配件',
  technician: '维修技师',
  inWarranty: '三包期内',
  kind: '退换要求',
  decision: '处理意见',
  newModel: '换新型号',
  newSerial: '换新机号',
  difference: '补差价',
  wear: '折旧费',
} as const
export type SheetDatum = keyof typeof sheetDatum

/** What became of a number that was taken (单据登记簿). `recovering`: used on paper, known to the station only by its number. */
export const registerState = {
  issued: '已开具',
  entered: '已补录',
  voided: '已作废',
  blank: '空白备用',
  recovering: '待补录',
  returned: '空白作废',
} as const
export type RegisterState = keyof typeof registerState

/** Why numbers are set aside: sheets for days without the program, or numbers that went out on paper and are not on file. */
export const blankPurpose = { reserve: '印空白备用单', recover: '补回纸上已用的编号' } as const
export type BlankPurpose = keyof typeof blankPurpose

export const taskState = { normal: '正常', dueSoon: '临期', overdue: '逾期' } as const
export type TaskState = keyof typeof taskState

/** What a right allows, by the names of domain/permissions.ts. */
export const right = {
  view: '查看全部内容',
  saveDraft: '存草稿',
  editCustomer: '登记、修改客户与车辆',
  openWorkOrder: '接车开单',
  dispatchWork: '派工',
  diagnose: '填故障原因与措施',
  editWorkLines: '填零件与工时',
  finishWork: '开工、完工',
  inspectWork: '检验',
  issueVoucher: '开具保修凭证',
  deliver: '交车',
  closeWorkOrder: '结单',
  cancelWorkOrder: '取消工单',
  overrideEligibility: '改三包判定',
  requestExchange: '申请退换',
  editRequest: '填配件求援单',
  sendRequest: '发出求援单',
  receiveParts: '收货',
  collectOldPart: '收旧件',
  exemptOldPart: '免交旧件',
  labelOldPart: '贴旧件标签',
  packOldParts: '旧件装箱',
  shipOldParts: '封箱发运',
  editClaim: '改索赔单',
  voidClaim: '作废索赔单',
  sealBatch: '建批、封批',
  confirmBatch: '第二人确认',
  printPaper: '打印、补打',
  fillForm: '填写并开具表单',
  voidPaper: '作废单据',
  reserveNumbers: '留空白单据',
  importData: '导入 Excel',
  editParts: '改零件与价格表',
  editCatalogue: '改工时、故障代码、车型',
  manageStation: '改本站、人员、厂方、政策等设置',
  backUp: '备份与验证',
} as const

export const stationKind = { authorised: '特约维修站', serviceCentre: '服务中心', outlet: '网点（二级站）', dealer: '经销商' } as const
export type StationKind = keyof typeof stationKind

/** Why a copy of the database was made; stands in its file name. */
export const backupReason = { manual: '手动', automatic: '自动', beforeUpgrade: '升级前' } as const
export type BackupReason = keyof typeof backupReason

/** `unproven`: found in the folder, but never opened and checked by this program. */
export const backupState = { proven: '可恢复', damaged: '已损坏', unproven: '未验证' } as const
export type BackupState = keyof typeof backupState

/** V-01: what a wrong check digit of a VIN does */
export const vinCheck = { off: '不检查', warn: '提醒', block: '不放行' } as const
export type VinCheck = keyof typeof vinCheck

/** M06: which kilometres are paid */
export const kmBasis = { actual: '实际行驶里程', oneWay: '单程里程' } as const

/** D32 */
export const oldPartDueKind = { dayOfNextMonth: '次月某日前', days: '拆下后若干天' } as const

/** A policy's rates and terms under their keys of domain.md §4.1, §4.2 */
export const policyTerm = {
  kmRate: '里程费',
  kmBasis: '里程算法',
  mealPerDay: '餐费标准',
  lodgingPerNight: '住宿标准',
  billUnreturned: '旧件入库前先收费',
  smallPartLimit: '小件免回收限额',
  oldPartDueRule: '旧件返厂期限',
  borrowReturnD: '求援件的旧件返回',
  urgentReturnD: '严重故障的旧件返回',
  claimMaxD: '索赔期限',
  appealDays: '申诉期限',
  photosRequired: '索赔照片至少',
  vinCheck: 'VIN 校验位不符',
  salesForwardH: '销售转报客服',
  csForwardH: '客服转交售后',
  techContactH: '联系用户',
  solutionH: '制定方案',
  orderHandleH: '处理完工',
  assessH: '初步评估',
  callbackH: '完工后回访',
  feedbackPerMonth: '维修信息反馈',
  monthlyReportDay: '业务月报表',
  statDay: '售后服务统计表',
  unreturnedListDay: '未入库旧件明细',
  reconcileDay: '与财务对账',
} as const
export type PolicyTerm = keyof typeof policyTerm

export const termUnit = { yuan: '元', days: '天', hours: '小时', photos: '张', times: '次', dayOfMonth: '日' } as const
export type TermUnit = keyof typeof termUnit

/** What has numbers of its own (numbering.ts formCode), as the settings and refusals call it. */
export const numbered = {
  WO: '工单',
  BD15: '配件求援单',
  BD16: '保修作业凭证',
  BD17: '旧件明细表',
  BD31: '返厂清单',
  BD19: '索赔批次与汇总表',
  CL: '索赔单',
  LB: '旧件标签',
} as const satisfies Record<FormCode, string>

/** The keys of a word table, in order. */
export function codesOf<T extends object>(words: T): [keyof T & string, ...(keyof T & string)[]] {
  return Object.keys(words) as [keyof T & string, ...(keyof T & string)[]]
}
