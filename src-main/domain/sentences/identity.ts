/** Findings on frame numbers, engine numbers, plates, phones and tax numbers (domain.md §2.21 V-01…V-07). */
export const identitySentences = {
  'identity.vinForm': '车架号（VIN）应为 17 位字母和数字（没有 I、O、Q），现在是 {length} 位：{value}',
  'identity.vinSigns': '车架号（VIN）里不能有 {signs}，请照钢印核对（没有 I、O、Q）',
  'identity.vinCheckDigit': '车架号（VIN）第 9 位是 {found}，按校验应为 {expected}，多半是抄错了一位，请照钢印核对；确实如此请注明原因',
  'identity.vinSuggestion': '车架号（VIN）是不是 {suggestion}？把 I、O、Q 改成 1、0、0 后校验相符',
  'identity.legacyForm': '旧车架号一般为 6–20 位字母、数字、* 或 -，请核对：{value}',
  'identity.ebikeForm': '电动自行车整车编码一般为 15 位数字，请核对：{value}',
  'identity.serialForm': '机号与该车型（型号）的编码规则不符，请核对：{value}',
  'identity.serialLength': '机号一般为 6–30 位，请核对：{value}',
  'identity.badSerialRule': '编码规则写得不对，程序认不出来，请改正：{rule}',
  'identity.engineForm': '发动机（电动机）号一般为 4–25 位字母、数字、*、- 或 /，请照钢印核对：{value}',
  'identity.phoneForm': '电话应为 11 位手机号、带区号的固定电话或 400/800 电话，现在是：{value}；外籍或其他号码请勾选「其他号码」',
  'identity.plateForm': '车牌应为省份简称加字母加 4–6 位，如 鲁B12345，或填 无牌、临牌；请核对：{value}',
  'identity.taxForm': '统一社会信用代码应为 18 位（不含 I、O、S、V、Z），请核对：{value}',
} as const
