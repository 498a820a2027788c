/** Taking over workbooks. */
export const imports = {
  title: '导入', kind: '导入什么', workOrders: '工单', customers: '客户与车辆', parts: '零件价格表', workOrdersHint: '历史工单，带零件、工时、外出明细，用台账号对应', customersHint: '用户和他们的车辆、购车日期、三包凭证', partsHint: '零件编号、名称、价格、三包期、是否回收', step1: '1 选种类、下载模板', step2: '2 选择填好的工作簿', step3: '3 核对', template: '下载模板', templateHint: '模板里有每一列的说明；已有自己的表格，把标题改成模板的也行。', drop: '把 .xlsx 工作簿拖到这里，或按 Ctrl+O 选择', checking: '正在读取和检查，数据还没有改动…',
  read: '读取', accepted: '可以导入', unchanged: '没有变化', rejected: '不能导入', warnings: '提醒', rows: '{count} 行', sample: '样例', sampleHint: '将要写入的前 {count} 行', rejectedNone: '没有不能导入的行', warningsNone: '没有提醒', sampleNone: '没有可以导入的行', sheet: '工作表', row: '行', column: '列', value: '内容', reason: '原因', remedy: '怎么改', copyRows: '复制成表格', copied: '已复制，可粘贴到 Excel', wholeSheet: '整表',
  apply: '导入 {count} 行', applySkip: '跳过 {rejected} 行，导入其余', applyBlocked: '有 {rejected} 行不能导入。改好工作簿再选一次最稳妥；也可以只导入通过的 {accepted} 行。', skipTitle: '跳过不能导入的行', skipHint: '{rejected} 行不会导入，其余 {accepted} 行一次写入。之后可以把这些行改好，单独再导入。', pauseNotice: '超过 2000 行：写入约需几秒，期间所有席位的保存会稍等，请选择空闲时导入。', applying: '正在写入…', nothing: '没有可以导入的行。', again: '导入另一个文件', discard: '不导入', done: '导入完成：新增 {created}，更新 {updated}，没有变化 {unchanged}。', goTo: '去看',
  history: '导入记录', historyNone: '还没有导入过', at: '时间', by: '经办', file: '文件', created: '新增', updated: '更新', mayNot: '您的角色不能导入，请站长或索赔员操作。',
}
