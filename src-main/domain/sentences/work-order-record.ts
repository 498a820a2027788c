/** Sentences about keeping the record of a work order: saving, freezing, stepping, issuing. */
export const workOrderRecordSentences = {
  'order.subjectMissing': '请先查找用户或车辆；没有登记过的当场新建',
  'order.stepRefused': '还不能「{event}」，请先处理列出的 {count} 项',
  'order.notSavable': '有 {count} 处须先改正，工单没有保存',
  'order.unknownStep': '没有名为 {event} 的步骤',
  'order.ended': '工单{status}，不能再改；车辆再来时请新开工单',
  'order.frozen': '凭证 {number} 已开具，印在上面的内容不能再改。如需更正，请先作废该凭证，改好后重新开具',
  'order.fieldFrozen': '「{label}」已印在凭证 {number} 上，不能修改',
  'order.otherMaker': '工单的厂方与车辆的厂方不同，请改选同一厂方',
  'order.unknownLine': '零件第 {row} 行（{part}）已被别的座席删除，请刷新后再保存',
  'order.oldPartHandledGone': '{part}的旧件已贴标签或已离站，不能删除这一行；请先在「单据」里作废标签（已装箱的先拆箱），或保留这一行',
  'order.lineRequested': '{part}已列在求援单 {no} 上，不能删除这一行；请先撤回求援单',
  'order.codeUnknown': '{what}不在资料中，请重新选择',
  'order.voucherExists': '本单已有有效凭证 {number}，如需重开请先作废',
  'order.notInspected': '检验合格后才能开具保修作业凭证，当前状态是「{status}」',
  'order.paidHasNoVoucher': '收费单不开保修作业凭证，请核对性质',
  'order.overrideNotNeeded': '三包判定已是「{eligibility}」，不需要特批',
} as const
