/** Signing in and the first run. */
export const sessionSentences = {
  'session.wrongPin': '口令不对，请重新输入（{name}）',
  'session.wrongOldPin': '现在的口令不对，请重新输入；忘了请站长在「用户与角色」里重设',
  'session.slowDown': '口令连续输错，请等 {seconds} 秒再试',
  'session.unknownPerson': '没有这位在用人员，请刷新后重新选择',
  'session.notReady': '还没有建站，请先完成首次设置',
  'session.alreadyFounded': '本站「{name}」已经建立，不能重复建站；要另建请换一个数据文件',
} as const
