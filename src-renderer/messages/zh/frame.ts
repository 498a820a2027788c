/** The frame: navigation, top line, foot line, finder, keys. */
export const frame = {
  product: '三包站', navigation: '主导航', home: '工作台', workOrders: '工单', requests: '求援', oldParts: '旧件', claims: '索赔', customers: '客户', papers: '单据', catalogue: '资料',
  settings: '设置', import: '导入', find: '查找', findHint: '车牌、车架号、姓名、单号、拼音', findNothing: '没有找到「{text}」', findStart: '输入车牌、车架号或手机号后几位、姓名、拼音首字母、单号、零件编号',
  goTo: '前往', command: '操作', newOrder: '新工单', signOut: '退出登录', switchUser: '换人', language: '语言', chinese: '中文', english: 'English', appearance: '配色', light: '浅色', dark: '深色', system: '跟随系统',
  density: '行距', comfortable: '舒适', dense: '紧凑', size: '字号', keys: '快捷键', keysTitle: '现在可用的快捷键', demo: '演示站', backedUp: '已备份 {time} ✓ 可恢复', notBackedUp: '尚未备份', backUpNow: '立即备份', backingUp: '正在备份…',
  noDrafts: '无未保存', drafts: '{count} 份草稿未提交', lost: '与主机的连接中断，正在重试；已填内容不会丢失', unpaired: '此浏览器尚未与本站配对', pairHint: '请在主机上打开程序显示的地址，或输入主机上的一次性配对码', pairCode: '配对码', pair: '配对',
  pairRefused: '配对码不对或已失效', crashed: '此页出错了，数据没有受影响', reload: '重新打开', notFound: '没有这一页', openMenu: '{name} 的菜单', skip: '跳到内容', version: '版本 {version}', missingScreen: '此页没有读到，请刷新', seat: '席位', desktop: '主机', browser: '浏览器席', kindWorkOrder: '工单', kindPartsRequest: '求援单', kindCustomer: '客户', kindUnit: '车辆', kindPart: '零件', kindPaper: '单据', kindClaim: '索赔', kindBatch: '批次', kindManifest: '返厂清单', kindReturnedPart: '旧件', overdueSign: '有逾期',
  kindSetting: '设置', kindForm: '表单', newCustomer: '新客户', findDoubles: '疑似重复的客户和车辆', toLight: '切换主题：浅色', toDark: '切换主题：深色', toEnglish: '切换语言：English', toChinese: '切换语言：中文', toDense: '切换行距：紧凑', toComfortable: '切换行距：舒适', help: '帮助', switchUserAsks: '退出后由下一位登录，已填内容留作草稿。', takeIn: '接车', printIt: '打印', openOrder: '打开工单', nextStep: '下一步', nextStepAsks: '工单 {no}（{status}）走到下一步？会记入工单，不能撤回。', copyNumber: '复制单号', confirmIt: '确认', notNow: '先不', walk: '选择', openIt: '打开', closeIt: '关闭', keysFoot: '快捷键',
}
