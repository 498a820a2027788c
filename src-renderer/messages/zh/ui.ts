/** Words of the common parts: fields, grids, dialogs, preview. */
export const ui = {
  required: '必填', dayShape: '年-月-日', timeShape: '时:分', notADay: '日期应写成 2026-11-21 或 20261121', notATime: '时间应写成 14:05 或 1405', notANumber: '只能填数字', notMoney: '金额应写成 1234.50，最多两位小数',
  tooLong: '最多 {max} 个字，现在 {now} 个', tooMany: '最多 {max}', tooFew: '最少 {min}', tooShort: '至少 {min} 个字', wrongForm: '格式不对', choose: '请选择',
  frozenGroup: '已由 {number} 固定', frozenBy: '已由单据 {number} 固定，不能修改', calendar: '打开日历', clear: '清除', noHit: '没有找到「{text}」', takeAsTyped: '目录外：{text}',
  keepTyping: '输入代码、名称或拼音首字母', yes: '是', no: '否', close: '关闭', cancel: '取消', confirm: '确定', save: '保存', retry: '重试', edit: '修改', back: '返回',
  reason: '原因', reasonHint: '至少 2 个字，会写入记录', loading: '正在读取…', jump: '去填写', stillMissing: '还缺', warnings: '提醒',
  nextStep: '下一步', nothingMissing: '可以进行', rowsOf: '{from}–{to} / {total}', rowsNone: '0 条', total: '合计', chosen: '已选 {count}', columns: '列',
  columnsReset: '恢复默认列', searchRows: '筛选本表', empty: '还没有内容', emptyText: '没有符合「{text}」的内容', emptyTextHint: '换一个词，或清除筛选',
  copied: '已复制', addLine: '添加一行', removeLine: '删除此行', line: '第 {line} 行', noLines: '还没有行，按 Enter 或点「添加一行」', page: '第 {page} 页 共 {pages} 页',
  zoomIn: '放大', zoomOut: '缩小', fitWidth: '适合宽度', print: '打印', download: '下载', copy: '联', preview: '预览', pdfFailed: '预览没有生成：{reason}', chooseFile: '选择文件',
  dropFile: '把文件拖到这里，或点击选择', wrongFile: '只接受 {kinds} 文件', progress: '进度', stopWork: '停止', optional: '选填', more: '更多', person: '人',
  copyNumber: '复制单号', newest: '最新', step: '步', done: '已完成', now: '当前', ahead: '未到', sections: '本页各节', unsaved: '未保存', draftKept: '草稿已保存 {time}',
  timePart: '时刻', problemStop: '不能继续', problemWarn: '提醒', ok: '通过', wait: '等待',
  showMore: '显示了 {shown} / {total}，再显示一些', changedElsewhere: '这份资料刚被别的席位改过，您填的还在。', takeTheirs: '用最新的', keepMine: '保留我填的', draftRestored: '已恢复 {time} 未保存的内容', dropDraft: '不要了',
  dueLate: '逾期 {days} 天', dueToday: '今天到期', dueLeft: '还剩 {days} 天',
  newRow: '新的一行', notHours: '只能填数字，最多两位小数，如 1.5', notAWhole: '只能填整数', recordSaved: '已保存「{name}」', recordRetired: '「{name}」已停用，不再提供选用', undo: '撤销', rowKeys: '↑↓←→ 移动 · F2、Enter 或直接打字修改 · Tab 下一格 · Ctrl+Enter 或离开这一行就保存 · Esc 撤回 · Ctrl+Z 撤销 · Ctrl+Delete 删除', bothSides: '{field}：现在是「{theirs}」，您填的是「{mine}」', saveMine: '存我填的', takeBack: '撤回',
}
