import type { grid as zh } from '../zh/grid.ts'

export const grid = {
  tools: 'List tools', filter: 'Filter', addFilter: 'Add condition', changeFilter: 'Change condition', field: 'Column', pickField: 'Choose a column', comparison: 'Comparison', value: 'Value', apply: 'Apply', removeFilter: 'Remove condition “{condition}”', clearFilters: 'Remove all',
  mine: 'Mine', from: 'From', to: 'To', condition: '{field} {rest}', wrongRange: 'Fill in at least one end, the first not above the second', chooseOne: 'Choose at least one',
  'op.contains': 'contains', 'op.equals': 'equals', 'op.starts': 'starts with', 'op.empty': 'is empty', 'op.filled': 'is filled', 'op.between': 'between', 'op.days': 'dates', 'op.during': 'in', 'op.in': 'is', 'op.ids': 'belongs to', 'op.is': 'is',
  'period.today': 'Today', 'period.yesterday': 'Yesterday', 'period.last7': 'Last 7 days', 'period.last30': 'Last 30 days', 'period.thisWeek': 'This week', 'period.thisMonth': 'This month', 'period.lastMonth': 'Last month', 'period.thisYear': 'This year',
  or: ', ', quoted: '“{text}”', not: 'not', views: 'Views', viewsOf: 'View {name}', noViews: 'No views of your own yet. Arrange columns, sorting and filter, then keep them here; they follow you to any seat.', saveView: 'Save as new view', viewName: 'Name of the view', saveChanges: 'Update', rename: 'Rename', deleteView: 'Delete', makeDefault: 'Make default', isDefault: 'default', noDefault: 'No default',
  builtIn: 'As built', columnsHint: 'Alt+↑↓ moves, Alt+←→ changes the width', columnsTitle: 'Columns', exportAll: 'Export', exportChosen: 'Export {count} chosen', exporting: 'Exporting {title}', exported: '{rows} [row|rows] exported', noSum: 'Too many rows; narrow the filter for a total',
  chooseAll: 'Choose all {count}', chooseNone: 'Clear choice', copiedRows: '{rows} [row|rows] copied', copyTooMany: 'At most {most} rows are copied at once; use Export for more',
  sortsNot: 'This column does not sort: what it shows is taken from other records or reckoned on the spot', sortHint: 'Click sorts; Shift+click on another column sorts by both. Keys: Enter on the heading, Shift+Enter adds', emptyFiltered: 'Nothing meets the conditions', emptyFilteredHint: 'Remove one or more of the conditions above',
} satisfies Record<keyof typeof zh, string>
