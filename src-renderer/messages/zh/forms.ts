/** 表单中心: the catalogue of forms, and filling one in. */
export const forms = {
  presetRow: '这一行是表上固定的，不能删除；不用就空着。',
  title: '表单中心', search: '名称 · 编号 · 拼音首字母', group: '分组', all: '全部', favourites: '常用', maker: '厂方', appliance: '家电', charter: '章程', further: '其他', manufacturer: '厂方名称', list: '表单', code: '编号', name: '名称', copies: '联数', copiesOf: '{count} 联', state: '状态',
  isOff: '未启用', isFed: '由业务开具', isFilledIn: '填写', proposed: '推断', proposedHint: '原件没有这张表，按空缺推断而来；确认厂方使用后再启用', addFavourite: '设为常用', dropFavourite: '取消常用', switchOn: '启用', switchOff: '停用', offHint: '这张表单没有启用，不能开具。', offAsk: '请站长启用。', none: '没有符合条件的表单', noFavourites: '还没有常用的表单：选一张，点「设为常用」',
  pick: '选一张表单，这里显示样张', sample: '样张', open: '打开', papers: '已开具的单据',
  'from.F15': '在求援单里开具，内容取自工单。', 'from.F16': '在已检验的工单里开具。', 'from.F17': '旧件装箱后，在返厂清单里开具。', 'from.F19': '封批时开具，内容取自已入批的索赔单。', 'from.F27': '旧件入库时在旧件里打印。', 'from.F30': '旧件入库时在旧件里打印。', 'from.F31': '旧件装箱后，在返厂清单里开具。', goThere: '前往{place}',
  fillNew: '新填一张', fromOrder: '从工单开始', fromOrderHint: '工单号、车牌、用户', filledList: '填过的', subject: '事由', number: '编号', updatedAt: '修改时间', by: '修改人', draft: '未开具', issued: '已开具', noneFilled: '还没有填过这张表', openPaper: '看单据', unknown: '没有这张表单',
  fillFor: '填写表单…', issue: '开具', discard: '删除', discardTitle: '删除这张未开具的表单？', discardHint: '填写的内容不再保留；还没有取号，不影响编号。', copyAsNew: '照此新填',
  gather: '从数据汇总', gatherNow: '汇总', gatherHint: '选好期间，点「汇总」：系统里有记录的数自动填入，可以再改。', period: '期间', periodFrom: '自', periodTo: '至', 'period.month': '{year} 年 {nth} 月', 'period.quarter': '{year} 年第 {nth} 季度', 'period.year': '{year} 年全年', technician: '技师', model: '车型', allModels: '全部车型', batch: '索赔批次', reach: '范围', allMakers: '全部厂方', gatheredOf: '已汇总 {from} 至 {to}（{at}）', corrections: '改过 {count} 处', backToGathered: '改回汇总数', gatheredNothing: '这段时间没有记录', unfed: '没有记录，请手填：{labels}。', and: '、', gatheredCell: '来自记录', gatheredSays: '记录为 {value}',
  photoFile: '选照片文件…', photoAttached: '从工单附件选…', photoNone: '不要这张', photoReading: '正在读取照片…', photosNone: '这张工单还没有照片：可先在工单的「附件」里添加，或直接选照片文件',
  saving: '正在保存…', saved: '{time} 已保存', unsaved: '未保存', notYet: '填写后自动保存', missing: '还差 {count} 处', complete: '已填齐', numberLater: '开具时取号', timeOf: '{label} 时间',
  issuedAs: '已开具为 {number}，内容不能再改；要更正请先作废该单据。', voidedNote: '{number} 已作废。改正后可以重新开具，取下一个编号。', issuedTitle: '{title} {number}', begunFrom: '工单 {no}',
  conflict: '这张表单已在别的席位改动。你填的还在这里。', takeTheirs: '用对方的', keepMine: '保留我的', previewOf: '预览', editWords: '改抬头与各联', wordsTitle: '抬头与各联', wordsHint: '只写与原表不同的地方；{place} 等代表资料里的厂方名称。已开具的单据不变。', wordsTexts: '标题与附注', titleLine: '标题第 {line} 行', wordsCode: '表号', wordsNote: '附注', wordsCopies: '各联', copyLabel: '第 {copy} 联的名称与收件方', copyStripe: '颜色', copyHides: '这一联不印', wordsSign: '签字栏', signPlace: '第 {place} 栏', saveWords: '保存', toStandard: '恢复原表', 'hide.money': '金额', 'hide.parts': '零件', 'hide.labour': '工时', 'hide.outing': '外出', 'hide.counts': '单据统计', 'stripe.white': '白', 'stripe.pink': '红', 'stripe.yellow': '黄', 'stripe.blue': '蓝', 'stripe.green': '绿',
}
