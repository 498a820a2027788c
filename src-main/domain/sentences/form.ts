/** A form being filled in. */
export const formSentences = {
  'form.issued': '已开具为 {number}，不能再改；要更正请先作废该单据',
  'form.off': '{title} 没有启用：请站长先在表单中心启用',
  'form.incomplete': '还有 {count} 处要改，改好后再开具',
  'form.noTitle': '标题不能空着：至少写一行',
  'form.otherCopies': '联数和签字栏由表单决定，不能增减；请重新打开这一页',
  'form.required': '{label} 必填：请填写后再开具',
  'form.tooLong': '{label} 太长：最多 {max} 个字',
  'form.tooManyRows': '{title} 行数太多：最多 {max} 行，请分成两张填写',
  'form.wrong.text': '{label} 应为文字',
  'form.wrong.date': '{label} 应为日期，如 2026-11-21',
  'form.wrong.minute': '{label} 应为日期和时间，如 2026-11-21 14:05',
  'form.wrong.count': '{label} 应为整数',
  'form.wrong.tenths': '{label} 应为数字，最多一位小数',
  'form.wrong.amount': '{label} 应为金额（元），最多两位小数',
  'form.wrong.choice': '{label} 应从给出的各项中选一项',
  'form.wrong.choices': '{label} 应从给出的各项中选择',
} as const
