/** Sentences about the paper a form is printed on. */
export const stockSentences = {
  'stock.unfit': '「{title}」放不进{paper}。它可以用：{papers}',
  'stock.noGrid': '「{title}」选了自定标签页，请先在设置的打印与纸张里填标签页的尺寸',
  'stock.gridTooWide': '{columns} 列标签要 {needed} 毫米宽，纸只有 {sheet} 毫米；请减少列数，或核对左边距、标签宽和列间距',
  'stock.gridTooHigh': '{rows} 行标签要 {needed} 毫米高，纸只有 {sheet} 毫米；请减少行数，或核对上边距、标签高和行间距',
  'stock.labelTooSmall': '「{title}」至少要 {width}×{height} 毫米的标签，再小就看不清了；请换一种标签纸',
  'stock.pliesHide': '「{title}」的{copy}有不印的内容，而连续纸各联一次打成、内容相同；请改用 A4 打印，或在厂方的表单设置里让各联印得一样',
  'stock.moreRowsThan':
    '「{title}」有 {rows} 行，{paper}的套打纸上只印了 {printed} 行的格子；请换行数够的套打纸（{papers}），或去掉套打，整张打印',
  'stock.moreRows': '「{title}」有 {rows} 行，套打纸上只印了 {printed} 行的格子；请去掉套打，整张打印',
} as const
