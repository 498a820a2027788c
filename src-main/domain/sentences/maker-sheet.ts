/** A manufacturer's own sheet (A14). */
export const makerSheetSentences = {
  'sheet.noFields': '表上还没有栏位：请至少放一个栏位再保存',
  'sheet.outside': '第 {place} 个栏位超出纸边：请放在 {width}×{height} 毫米的纸内',
  'sheet.noQuestion': '第 {place} 个栏位没有名称：请写明每次要填什么',
  'sheet.noText': '第 {place} 个栏位没有文字：请写上要印的字，或删掉这个栏位',
  'sheet.tooLarge': '「{name}」太大，底图最多 {limit} MB；请压缩或换一个文件',
  'sheet.notAPicture': '「{name}」不是可用的底图，应为 JPEG 或 PNG 图片（灰度或彩色），或 PDF 文件',
  'sheet.notReadable': '「{name}」打不开，文件可能已损坏；请换一个完好的 PDF',
  'sheet.encrypted': '「{name}」加了密码；请向厂方要不加密的文件，或另存为不加密的 PDF',
} as const
