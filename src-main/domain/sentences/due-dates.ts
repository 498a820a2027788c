/** What a running clock asks for (domain.md §4.1). `{limit}` is the policy parameter. */
export const dueDatesSentences = {
  'due.D01': '销售接到报修后 {limit} 小时内转报客服',
  'due.D02': '接到报修后 {limit} 小时内转交售后',
  'due.D03': '接到转交后 {limit} 小时内联系用户并填报修单',
  'due.D04': '联系用户后 {limit} 小时内给出解决方案',
  'due.D05': '派工接车后 {limit} 小时内处理完',
  'due.D06': '首次联系后 {limit} 小时内完成初步评估',
  'due.D07': '完工后 {limit} 小时内回访用户',
  'due.D10': '借件：修理后 {limit} 天内把旧件连同质量报表返回厂方',
  'due.D11': '严重（批量、安全隐患）故障件：{limit} 天内返回厂方',
  'due.D32': '旧件：在 {date} 前返回厂方',
  'due.D34': '修理后 {limit} 天内提交索赔',
  'due.D35': '驳回后 {limit} 天内可以申诉',
} as const
