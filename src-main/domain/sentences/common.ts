/** Sentences any feature may need. `{name}` stands for a parameter. */
export const commonSentences = {
  'common.notFound': '找不到{what}，可能已被别的座席改动，请刷新后再试',
  'common.noSuch': '没有{what}',
  'common.conflict': '这条记录刚被别的座席修改过，请核对最新内容后再保存',
  'common.callReused': '这次操作的编号已用在另一次操作上，内容没有保存；请刷新页面后再办一次',
  'common.forbidden': '{role}没有「{action}」的权限，请由有权限的人员登录后操作',
  'common.notSignedIn': '尚未登录，请先选择人员并输入口令',
  'common.unknownCall': '程序版本不一致：没有名为 {name} 的操作，请刷新页面',
  'common.invalid': '填写的内容有误：{detail}',
  'common.required': '必填：{label}',
  'common.wrongState': '当前状态是「{status}」，不能「{event}」；可能刚被别的座席办过，请看最新内容',
  'common.internal': '程序出错了，数据没有改动。请把编号 {reference} 告诉维护人员',
  'common.reasonRequired': '请填写原因（至少 2 个字）',
} as const
