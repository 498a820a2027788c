/** Sentences about issuing, printing and voiding numbered papers. */
export const paperSentences = {
  'paper.missingCharacters': '「{title}」里有打印字体没有的字：{characters}。请改用别的字后再开具，编号还没有占用',
  'paper.missingCharacter': '「{character}」（{name}）打印不出来，出现在「{text}」，请换一个字',
  'paper.reprintReason': '其中 {count} 份已经打印过，补打请填写原因（至少 2 个字）',
  'paper.alreadyVoid': '{number} 已经作废，不用再作废',
  'paper.labelPacked': '标签 {number} 的旧件已装箱或发运，请先拆箱再作废标签',
  'paper.voidByRequest': '求援单 {number} 已发给厂方；要作废请在配件求援里「撤回」',
  'paper.requestAnswered': '求援单 {number} 已是「{status}」，单据须留作凭据；只有厂方还没答复的才能在配件求援里「撤回」',
  'paper.labelInBatch': '标签 {number} 已列在封好的批次 {no} 里，不能作废；标签破损请补打，要换号请先拆批',
  'paper.voidByBatch': '汇总表 {number} 属于已封的批次；要作废请在索赔里「拆批」',
  'paper.voidByManifest': '清单 {number} 还在使用；要作废请先在旧件返厂里「撤回」',
  'paper.voucherClaimed': '凭证 {number} 的索赔单 {no} 是「{status}」，不能作废；请先把索赔单移出批次或等厂方退回',
  'paper.pictureLost': '图片文件不在数据文件夹里（{hash}）；请从备份恢复 attachments 文件夹；厂方表格也可选「套打」只印内容',
  'paper.noneInPeriod': '这段时间里没有要打印的单据；请改日期、单据种类或状态',
  'paper.tooManyToPrint': '共有 {count} 份，一次最多打印 {limit} 份，请按期间或编号分次打印',
} as const
