/** A manufacturer's own sheet (A14): its picture and its fields. */
export const makerSheets = {
  title: '厂方表格', open: '底图与栏位', look: '看底图与栏位', standard: '这家厂方还没有放自己的表格，现在印通用的样式。', noVersion: '还没有保存', version: '第 {version} 版 · {by} {at}',
  hint: '方向键移 1 毫米，Shift 移 0.1 毫米，Ctrl 改宽高，Del 删除，Enter 改内容', save: '保存新版', add: '添加栏位', undo: '撤销', redo: '重做', test: '试打', testTitle: '用样例数据试打',
  fields: '栏位', none: '还没有栏位：按「添加栏位」放第一个', fieldOf: '第 {place} 个栏位', remove: '删除', source: '印什么', free: '每次填写', fixed: '固定文字', question: '填写时叫什么', words: '文字',
  x: '离左边', y: '离上边', width: '宽', height: '高', size: '字号', align: '对齐', 'align.left': '靠左', 'align.centre': '居中', 'align.right': '靠右', moveHint: '拖动，或用方向键移动',
  background: '底图', noBackground: '去掉底图', pick: '选底图：PDF、PNG 或 JPEG', reading: '正在读…', page: '用哪一页（共 {pages} 页）', paperWidth: '纸宽', paperHeight: '纸高', paperOf: '纸 {width}×{height} 毫米',
  versions: '各版', versionsHint: '上下键逐版看印出来的样子；取用的一版放到编辑里，保存后成为新的一版。已开具的单据仍按当时那一版。', versionNo: '版次', savedAt: '保存时间', savedBy: '保存人', takeVersion: '取用第 {version} 版',
  leaveTitle: '离开而不保存？', leave: '离开', leaveHint: '改动还没有保存为新版，离开后不再保留。',
}
