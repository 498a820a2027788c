/** Lists: saved views and exports. */
export const listsSentences = {
  'views.nameTaken': '已有名为「{name}」的视图，请换一个名称，或打开它再更新',
  'views.tooMany': '一个列表最多保存 {most} 个视图，请先删除不用的',
  'lists.exportStopped': '导出已停止：没有写出文件，需要时请再点导出',
  'lists.exportEmpty': '没有可导出的行，请先放宽筛选',
  'lists.exportTooLong': '符合条件的有 {rows} 行，一个工作表最多 {most} 行，请先缩小筛选范围',
  'lists.chooseTooMany': '符合条件的有 {rows} 行，一次最多选 {most} 行，请先缩小筛选范围',
  'lists.unknownList': '没有名为「{name}」的列表',
} as const
