/** Station, people, number patterns, founding. */
export const stationSentences = {
  'station.lastChief': '至少要保留一位在用的站长，请先指定另一位站长',
  'station.codeTaken': '{what}代码「{code}」已被「{name}」使用，请换一个',
  'station.staffCodeTaken': '工号「{code}」已是「{name}」的，请换一个',
  'station.newUserNeedsPin': '新人员请设置 4 到 8 位数字口令',
  'station.patternLocked': '「{form}」已经取过号，编号规则不能再改，否则会与已印的单据对不上',
  'station.unknownForm': '没有名为「{form}」的编号项目，请从列表中选择',
  'station.unknownRef': '建站数据有误：{what}「{code}」在清单里找不到',
  'station.nameTaken': '已经有叫「{name}」的使用者（{code}），同名的请加上区别，例如「{name}（二）」',
  'station.codeInUse': '站代码「{code}」已写进取过的编号，不能再改',
  'station.samplesThere': '示例资料已经在本站了，不用再装',
  'station.samplesGone': '本站没有示例资料，不用撤掉',
  'station.makerInUse': '厂方「{name}」已有单据，代码不能再改',
} as const
