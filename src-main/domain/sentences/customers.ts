/** Findings on customers and units (domain.md §2.4, §2.6; V-03, V-08, V-10). */
export const customersSentences = {
  'customer.nameShort': '姓名或单位至少要 2 个字，请写全名',
  'customer.phoneMissing': '请填写至少一个电话，方便回访和通知取车',
  'customer.twin': '已有同名同电话的用户「{name}」（{phone}，{units} 台车），请核对是不是同一人',
  'unit.frameMissing': '请填写车架号（机号）',
  'unit.modelMissing': '请选择车型，目录里没有的请直接写车型名称',
  'unit.frameTaken': '车架号 {frameNo} 已登记在「{owner}」（{phone}）名下，请直接选用那台车；如已过户请用「变更车主」',
  'unit.engineTaken': '发动机号 {engineNo} 已登记在车架号 {frameNo}（{owner}）上，请照钢印核对',
  'unit.inFuture': '{label} {date} 在今天之后，请核对',
  'unit.purchaseBeforeMade': '购车日期 {purchase} 早于出厂日期 {made}，请核对发票和铭牌',
  'unit.longInStock': '出厂 {made} 到购车 {purchase} 超过 {months} 个月，请核对是否为库存车',
  'unit.deliveryBeforePurchase': '交付日期 {delivery} 早于购车日期 {purchase}，请核对',
  'unit.wrongMaker': '车型「{model}」不属于所选厂方，请重新选择车型或厂方',
  'unit.sameOwner': '「{name}」已经是这台车的车主，无需变更',
  'unit.ownerBeforeLast': '变更日期 {on} 早于现车主的起始日期 {since}，请核对',
  'unit.odometerBackwards': '旧表读数 {km} km 小于最近一次记录的 {lastKm} km，请核对；里程表被调整过的请勾选「里程表被调整」',
  'unit.odometerBeforeLast': '换表日期 {on} 早于最近一次里程记录的日期 {lastOn}，请核对',
} as const
