/** The register of issued papers. */
export const papers = {
  title: '单据', register: '已开具的单据', form: '单据种类', allForms: '所有种类', month: '开具月份', allMonths: '所有月份', allStatuses: '全部', issued: '已开具', voided: '已作废', search: '编号 · 事由', number: '编号', name: '名称', subject: '事由', status: '状态', issuedAt: '开具时间', issuedBy: '开具人', printCount: '打印次数', voidReason: '作废原因', hash: '校验码',
  empty: '还没有开具过单据', emptyHint: '工单、求援、旧件、索赔里开具的单据都登记在这里', emptyFiltered: '没有符合条件的单据', emptyFilteredHint: '换一个种类、月份或状态', pick: '选一份单据，这里显示原样', pickHint: '上下键移动，空格勾选多份一起打印', tooMany: '已选 {count} 份，一次最多打印 {most} 份', tooManyHint: '请先筛选再选，或按期间打印（Ctrl+Shift+P）；导出不限',
  void: '作废', voidTitle: '作废 {number}', voidHint: '编号不再使用；可以用新编号重新开具。已打出的各联应收回。', copiesBack: '已打出的各联都已收回', voidSaid: '{at} 作废：{reason}',
  printLog: '打印记录', printedAt: '时间', printedBy: '打印人', printedTimes: '第几次', printedReason: '原因', neverPrinted: '还没有打印过', times: '第 {times} 次', first: '正式', byForm: '按单据', chosen: '已选 {count} 份', onePaper: '原样', log: '打印记录 {count}',
  period: '按期间打印', periodTitle: '按期间批量打印', periodFrom: '开具日期从', periodTo: '到', thisMonth: '本月', lastMonth: '上月', unprinted: '未打印过', allPrints: '全部', periodPapers: '份数', periodAgain: '其中打印过', periodNone: '这段时间没有符合的单据', into: '输出', intoPrinter: '打印', intoPdf: '一个 PDF', intoZip: '每种表单一个 PDF（zip）', periodPrint: '打印', periodSave: '导出', periodCount: '{word} {count} 份', periodReason: '其中 {count} 份打印过，补打原因', periodDrawing: '正在排版', periodStopped: '已停止，没有打印，也没有记入打印记录', periodStoppedRest: '已停止：其余的没有打印，也没有记入打印记录', periodStoppedFile: '已停止，没有导出文件', periodPrinted: '{papers} 份、{pages} 页已送打印，并记入打印记录', periodSaved: '{papers} 份、{pages} 页已导出',
  copies: '各联', fromBlank: '补录自空白备用单：手填的原件另存，打印件注明「补录」。',
}
