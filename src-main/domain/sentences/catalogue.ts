/** Keeping the catalogues. */
export const catalogueSentences = {
  'catalogue.needed': '{label}是空的，请填上',
  'catalogue.validity': '失效日 {to} 早于生效日 {from}，应是同一天或以后；一直有效就空着',
  'catalogue.certNo': '填了上岗证有效期 {day}，请把上岗证号也填上；没有证就删掉有效期',
  'catalogue.priceTwice': '零件「{code}」已有从 {day} 生效的价格，请改那一行，或换一个生效日',
  'catalogue.dayTwice': '{day} 已在表里，请直接改那一行',
  'catalogue.inUse': '「{name}」已用在{where}，不能删除；请改为停用，旧单据照样显示',
  'catalogue.policyInUse': '「{name}」已用在{where}，不能删除；不再给新车用就填「购车日到」，已判定的不变',
  'catalogue.priceBegun': '「{name}」{day} 起的价格已经生效，可能已有单据按它计价，不能删除；请填失效日',
  'catalogue.dayPassed': '{day} 已经过去，三包判定可能已按它顺延，不能删除；可以改成放假或上班',
  'catalogue.retired': '{what}「{name}」已停用，请选在用的',
  'catalogue.otherMaker': '{what}「{name}」是另一厂方的，请选同一厂方的',
  'catalogue.policyDecided':
    '政策「{name}」已用于判定（{count} 台车有单据），它的规则不能再改，否则旧判定对不上；请建新版本，从某个购车日起执行',
  'catalogue.versionFrom': '新版本的起始日 {day} 应晚于上一版的起始日 {before}',
  'catalogue.limitRef': '第 {row} 行限期：范围是{scope}，请写明对象',
  'catalogue.limitTwice': '第 {row} 行限期与第 {earlier} 行的范围和对象相同，请合并成一行',
  'catalogue.limitEmpty': '第 {row} 行限期：请填月数或里程，至少一个；不在三包内就勾「不保」',
} as const
