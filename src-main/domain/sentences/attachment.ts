export const attachmentSentences = {
  'attachment.kind': '「{name}」不是可以附上的文件，请用照片、PDF 或视频（{kinds}）',
  'attachment.tooLarge': '「{name}」太大，每个文件最多 {limit} MB，请压缩或分开',
  'attachment.unreadable': '「{name}」打不开，不是完好的照片；请重新拍，或另存为 jpg 再附',
  'attachment.twice': '「{name}」就是已经附上的「{kept}」，不用再附',
  'attachment.inBatch': '「{name}」所属的索赔单 {no} 已在批次里，不能删除；请先从批次移出',
  'attachment.empty': '「{name}」是空文件，没有内容可以保存',
  'attachment.notYours': '「{name}」不是您添加的，请添加的人、索赔员或站长删除',
} as const
