/** Findings on a number pattern (domain.md §0.5). */
export const numberingSentences = {
  'numbering.unknownWord': '编号规则里的 {word} 不认识，请改用 {station}、{form}、{yyyyMM}、{yyMM}、{yyyy}、{yy}、{MM}、{n4}',
  'numbering.oneCounter': '编号规则必须正好有一个流水号，如 {n4}；现在有 {count} 个',
  'numbering.monthWithoutYear': '编号规则有月份但没有年份，明年会重号，请加上 {yyyy} 或 {yy}',
  'numbering.badSign': '编号规则只能用汉字、字母、数字和 - — _ . 括号，不能有空格和 / \\ : * ? 等符号（编号会用作文件名）',
  'numbering.noStation': '编号规则里没有站代码 {station}，厂方收到几个站的单据时可能重号',
} as const
