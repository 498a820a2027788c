import * as words from './words.ts'

/** The words a column may hold: code → the Chinese word, and other spellings met in practice → code. */
export type WordTable<Code extends string> = {
  readonly words: Readonly<Record<Code, string>>
  readonly alike: Readonly<Record<string, Code>>
}

/** Compared without blanks, brackets, slashes and case: 借件（求援） = 借件(求援) = 借件求援. */
function bare(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()[\]【】·・/、,.。\-_]/g, '')
}

/** The finder of a table: word, word without its bracket (主要件), code or a known variant → code; null = unknown. */
export function wordFinder<Code extends string>({ words: table, alike }: WordTable<Code>): (text: string) => Code | null {
  const known = new Map<string, Code>()
  const learn = (word: string, code: Code): void => {
    if (!known.has(bare(word))) known.set(bare(word), code)
  }
  // Object.entries forgets the key type; the table has no other keys than Code.
  const entries = Object.entries(table) as [Code, string][]
  for (const [code, word] of entries) learn(word, code)
  for (const [code, word] of entries) {
    learn(word.replace(/[(（].*$/, ''), code)
    learn(code, code)
  }
  for (const [word, code] of Object.entries(alike)) learn(word, code)
  return (text) => known.get(bare(text)) ?? null
}

export const repairTypeWords: WordTable<words.RepairType> = {
  words: words.repairType,
  alike: {
    一般: 'general',
    普通维修: 'general',
    维修: 'general',
    修理: 'general',
    外出: 'outing',
    上门: 'outing',
    上门维修: 'outing',
    外出服务: 'outing',
    售前: 'presale',
    首保: 'firstService',
    定保: 'periodicService',
    保养: 'periodicService',
    活动: 'campaign',
    召回: 'campaign',
    急件: 'urgent',
    配件索赔: 'partWarranty',
    返工: 'rework',
  },
}

export const natureWords: WordTable<words.Nature> = {
  words: words.nature,
  alike: {
    保修: 'warranty',
    保内: 'warranty',
    质保: 'warranty',
    索赔: 'warranty',
    三包内: 'warranty',
    自费: 'paid',
    保外: 'paid',
    三包外: 'paid',
    付费: 'paid',
    部分三包: 'mixed',
    特批: 'special',
    善意索赔: 'special',
  },
}

export const faultModeWords: WordTable<words.FaultMode> = {
  words: words.faultMode,
  alike: {
    其他: 'other',
    断: 'broken',
    裂纹: 'cracked',
    裂: 'cracked',
    变型: 'deformed',
    磨耗: 'worn',
    烧坏: 'burnt',
    烧损: 'burnt',
    漏油: 'leaking',
    泄漏: 'leaking',
    渗油: 'leaking',
    松动: 'loose',
    卡死: 'jammed',
    卡阻: 'jammed',
    开路: 'openCircuit',
    生锈: 'rusted',
    老化变质: 'aged',
    掉漆: 'discoloured',
    变色: 'discoloured',
    尺寸不对: 'wrongSize',
    失效: 'failed',
    不工作: 'failed',
    'short circuit': 'shorted',
    'paint loss or discoloured': 'discoloured',
    'no function': 'failed',
  },
}

export const supplyModeWords: WordTable<words.SupplyMode> = {
  words: words.supplyMode,
  alike: {
    求援: 'borrowed',
    借用: 'borrowed',
    库存: 'stock',
    备件: 'stock',
    外购: 'bought',
    调拨: 'transfer',
    厂供: 'transfer',
    自带: 'customer',
    客户自带: 'customer',
  },
}

export const customerKindWords: WordTable<words.CustomerKind> = {
  words: words.customerKind,
  alike: {
    私人: 'person',
    个体: 'person',
    用户: 'person',
    公司: 'company',
    企业: 'company',
    机关: 'company',
    售前库存: 'dealer',
    商家: 'dealer',
    网点: 'dealer',
  },
}

export const partCategoryWords: WordTable<words.PartCategory> = {
  words: words.partCategory,
  alike: {
    总成: 'main',
    主要总成: 'main',
    普通件: 'normal',
    易损: 'wear',
    消耗品: 'consumable',
    消耗: 'consumable',
    附属件: 'trim',
    外观件: 'trim',
    'main part (assembly)': 'main',
    'normal part': 'normal',
    'wear part': 'wear',
    'trim part': 'trim',
    电池: 'battery',
    电瓶: 'battery',
    动力蓄电池: 'tractionBattery',
  },
}

export const oldPartDutyWords: WordTable<words.OldPartDuty> = {
  words: words.oldPartDuty,
  alike: {
    是: 'mustReturn',
    需要: 'mustReturn',
    回收: 'mustReturn',
    返厂: 'mustReturn',
    y: 'mustReturn',
    yes: 'mustReturn',
    true: 'mustReturn',
    否: 'exempt',
    不回收: 'exempt',
    不需要: 'exempt',
    n: 'exempt',
    no: 'exempt',
    false: 'exempt',
    就地: 'local',
    'must be returned': 'mustReturn',
    'dispose locally': 'local',
    'by price': 'priced',
  },
}

export const originWords: WordTable<words.Origin> = {
  words: words.origin,
  alike: { 国内: 'domestic', 中国: 'domestic', 日产: 'imported', 进口件: 'imported', 国产件: 'domestic' },
}

export const yesNoWords: WordTable<'yes' | 'no'> = {
  words: { yes: '是', no: '否' },
  alike: { y: 'yes', true: 'yes', 有: 'yes', '√': 'yes', n: 'no', false: 'no', 无: 'no', '×': 'no' },
}

export const modelCategoryWords: WordTable<words.ModelCategory> = {
  words: words.modelCategory,
  alike: {
    摩托车: 'motorcycle',
    两轮: 'motorcycle',
    三轮: 'tricycle',
    三轮车: 'tricycle',
    电摩: 'electricMotorcycle',
    轿车: 'car',
    家电: 'appliance',
    'motor tricycle': 'tricycle',
    'household appliance': 'appliance',
    'electromechanical product': 'machinery',
  },
}

/** Whether a record is still offered. */
export const activeWords: WordTable<'yes' | 'no'> = {
  words: { yes: '在用', no: '停用' },
  alike: { 'in use': 'yes', retired: 'no', 启用: 'yes', 作废: 'no', ...yesNoWords.alike, 是: 'yes', 否: 'no' },
}

export const workingDayWords: WordTable<'yes' | 'no'> = {
  words: { yes: '上班', no: '放假' },
  alike: { working: 'yes', 'day off': 'no', 调休上班: 'yes', 补班: 'yes', 休息: 'no', 节假日: 'no' },
}
