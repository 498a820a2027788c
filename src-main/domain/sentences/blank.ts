/** Numbers set aside: blank sheets, and numbers that went out on paper. */
export const blankSentences = {
  'blank.dueBefore': '归还日期不能早于今天（{today}）',
  'blank.entered': '{number} 已经补录，不能再用',
  'blank.returned': '{number} 已经退回作废，不能再用',
  'blank.otherKind': '{number} 不是这种单据的编号；请核对编号，或到这种单据里补录',
  'blank.subjectIssued': '这条记录已开具为 {issued}，不能再补录到 {number}；要补录请先作废 {issued}',
  'blank.subjectKept': '这条记录已经留用 {kept}，不能再用 {number}；请先取消留用',
  'blank.notASheet': '{number} 是补回的编号，纸上已经用过，不再打印空白单；请按纸上的内容直接补录',
  'blank.onePack': '请一次只打印同一批领用的空白单',
} as const
