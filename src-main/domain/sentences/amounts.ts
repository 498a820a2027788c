/** How an outing is reckoned (domain.md M06–M11) and findings on amounts (V-11, V-12). */
export const amountsSentences = {
  'amounts.outingKmActual': '里程费：实际行驶 {km} km × {rate} 元/km = {amount} 元',
  'amounts.outingKmOneWay': '里程费：单程 {km} km × {rate} 元/km = {amount} 元',
  'amounts.outingMeal': '伙食费：{people} 人 × {days} 天 × {rate} 元 = {amount} 元',
  'amounts.outingMealGiven': '伙食费：按填写 {amount} 元（标准 {standard} 元）',
  'amounts.outingLodging': '住宿费：{rooms} 间 × {nights} 晚 × {rate} 元 = {amount} 元（{people} 人，两人一间）',
  'amounts.outingLodgingGiven': '住宿费：按填写 {amount} 元（标准 {standard} 元）',
  'amounts.outingFares': '交通费：{amount} 元',
  'amounts.outingTotal': '外出费合计：{amount} 元',
  'amounts.mealOverStandard': '伙食费 {amount} 元超过标准 {standard} 元，需领导批准',
  'amounts.lodgingOverStandard': '住宿费 {amount} 元超过标准 {standard} 元，需领导批准',
  'amounts.drivenLessThanOneWay': '实际行驶 {driven} km 少于单程 {oneWay} km，请核对',
  'amounts.quantity': '数量应为不小于 1 的整数，现在是 {qty}',
  'amounts.negative': '金额不能是负数，现在是 {amount} 元，请改成 0 或正数',
  'amounts.notProduct': '金额 {amount} 元与 数量 {qty} × 单价 {price} 元 = {product} 元 不符，请核对数量和单价',
  'amounts.hours': '工时应在 0.1 到 99.9 之间，现在是 {hours}',
  'amounts.notHourProduct': '工时费 {amount} 元与 工时 {hours} × 单价 {rate} 元 = {product} 元 不符，请核对工时和单价',
} as const
