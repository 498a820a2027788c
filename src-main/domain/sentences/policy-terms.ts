/** A policy's rates and terms. */
export const policyTermsSentences = {
  'policyTerms.range': '{term}应在 {min} 到 {max} {unit}之间，现在是 {value}',
  'policyTerms.twice': '{day} 起已有一份费用与期限，请改那一份，或换一个起始日',
  'policyTerms.settled': '{day} 起接车的工单已有 {count} 张完工，费用和期限都已算定；新的最早应从 {earliest} 起',
  'policyTerms.settledStart': '最早应从 {earliest} 起：之前接车的工单已完工，费用和期限都已算定',
  'policyTerms.kept': '{day} 起的费用与期限已用在 {count} 张完工的工单上，不能再改或删除；要变就请新建一份，最早从 {earliest} 起',
  'policyTerms.keepsCode':
    '政策「{name}」有 {count} 份按日期的费用与期限，它们跟着代码「{code}」；请先删除那几份再改代码或厂方，或保留原来的',
} as const
