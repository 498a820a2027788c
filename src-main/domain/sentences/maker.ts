/** Sentences about what papers print for the manufacturer. */
export const makerSentences = {
  'maker.unnamed': '还不能开具 {form}：请先在「资料 › 厂方」填写厂方在单据上的称呼，否则会印成示例字样；编号还没有占用',
  'maker.name.whole': '厂方全称还没有填写，请补上',
  'maker.name.company': '单据上的「厂名」还没有填写，会印成「{seed}」',
  'maker.name.product': '单据上的「产品」还没有填写，会印成「{seed}」',
  'maker.name.vehicle': '单据上的「凭证抬头的车」还没有填写，会印成「{seed}」',
  'maker.name.serviceDept': '单据上的「求援与索赔的收件部门」还没有填写，会印成「{seed}」',
  'maker.name.lendingSection': '单据上的「借件部门」还没有填写，会印成「{seed}」',
  'maker.name.voucherDept': '单据上的「凭证第一联收件」还没有填写，会印成「{seed}」',
  'maker.name.sectionChief': '单据上的「旧件表签字人」还没有填写，会印成「{seed}」',
} as const
