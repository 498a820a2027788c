/** Lists: filter, views, columns, export. */
export const grid = {
  tools: '列表工具', filter: '筛选', addFilter: '添加条件', changeFilter: '修改条件', field: '列', pickField: '选择要筛选的列', comparison: '比较', value: '内容', apply: '应用', removeFilter: '去掉条件「{condition}」', clearFilters: '全部去掉',
  mine: '我的', from: '从', to: '到', condition: '{field} {rest}', wrongRange: '两端至少填一个，且前面的不大于后面的', chooseOne: '至少选一项',
  'op.contains': '含', 'op.equals': '等于', 'op.starts': '开头是', 'op.empty': '为空', 'op.filled': '不为空', 'op.between': '介于', 'op.days': '日期', 'op.during': '在', 'op.in': '是', 'op.ids': '属于', 'op.is': '是',
  'period.today': '今天', 'period.yesterday': '昨天', 'period.last7': '近 7 天', 'period.last30': '近 30 天', 'period.thisWeek': '本周', 'period.thisMonth': '本月', 'period.lastMonth': '上月', 'period.thisYear': '今年',
  or: '、', quoted: '「{text}」', not: '不是', views: '视图', viewsOf: '{name} 视图', noViews: '还没有自己的视图。排好列、排序和筛选后，在这里存下来，换席位也在。', saveView: '存为新视图', viewName: '视图名称', saveChanges: '更新', rename: '改名', deleteView: '删除', makeDefault: '设为默认', isDefault: '默认', noDefault: '取消默认',
  builtIn: '恢复原样', columnsHint: 'Alt+↑↓ 换位置，Alt+←→ 改列宽', columnsTitle: '列', exportAll: '导出', exportChosen: '导出所选 {count} 行', exporting: '正在导出 {title}', exported: '已导出 {rows} 行', noSum: '行数太多，缩小筛选后合计',
  chooseAll: '全选 {count}', chooseNone: '清除所选', copiedRows: '已复制 {rows} 行', copyTooMany: '一次最多复制 {most} 行；更多请用「导出」',
  sortsNot: '这一列不能排序：内容取自别的记录，或由程序当场算出', sortHint: '点击排序，按住 Shift 再点另一列可按多列排序；键盘：在列头按 Enter，Shift+Enter 追加', emptyFiltered: '没有符合条件的内容', emptyFilteredHint: '去掉上面的一个或几个条件再看',
}
