import { type Problem, stop, warn } from './errors.ts'
import type { SentenceKey } from './sentences/index.ts'
import { halfWidth } from './text.ts'
import type { ModelCategory, VinCheck } from './words.ts'

/** What was typed in its normal form, with findings. An empty value has none: whether it is required is the caller's rule. */
export type Reading = { readonly value: string; readonly problems: readonly Problem[] }

/** `suggestion`: the frame number with O, I, Q turned into 0, 1, 0 if its check digit then fits, else null. */
export type FrameReading = Reading & { readonly suggestion: string | null }

/** How a model numbers its frames. `rule` is the model's own pattern, null = the customary form. */
export type FrameRule =
  | { readonly kind: 'vin'; readonly check: VinCheck }
  | { readonly kind: 'legacy' }
  | { readonly kind: 'ebike' | 'serial'; readonly rule: string | null }

type ModelNumbering = { readonly category: ModelCategory; readonly usesVin: boolean; readonly serialRule: string | null }

const vinForm = /^[A-HJ-NPR-Z0-9]{17}$/
const legacyForm = /^[A-Z0-9*-]{6,20}$/
const ebikeForm = /^\d{4}[123]\d{10}$/
const engineForm = /^[A-Z0-9*\-/]{4,25}$/
const mobileForm = /^1[3-9]\d{9}$/
const phoneForms = [mobileForm, /^0\d{2,3}-?\d{7,8}(-\d{1,6})?$/, /^[48]00-?\d{3}-?\d{4}$/]
const plateForm = /^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][A-HJ-NP-Z0-9]{4,6}$/
const taxForm = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/

const vinValues: Readonly<Record<string, number>> = {
  A: 1,
  B: 2,
  C: 3,
  D: 4,
  E: 5,
  F: 6,
  G: 7,
  H: 8,
  J: 1,
  K: 2,
  L: 3,
  M: 4,
  N: 5,
  P: 7,
  R: 9,
  S: 2,
  T: 3,
  U: 4,
  V: 5,
  W: 6,
  X: 7,
  Y: 8,
  Z: 9,
}
const vinWeights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
const vinRepairs: Readonly<Record<string, string>> = { O: '0', I: '1', Q: '0' }

function capitals(text: string): string {
  return halfWidth(text).replace(/\s/g, '').toUpperCase()
}

/** Half width, capitals, without blanks, `-`, `*`, `★` (domain.md V-01). */
export function normaliseVin(text: string): string {
  return capitals(text).replace(/[-*★]/g, '')
}

/** Half width, capitals, without blanks; `-`, `*` and `/` stay as stamped, ★ becomes `*`. */
export function normaliseStamped(text: string): string {
  return capitals(text).replaceAll('★', '*')
}

/** The digit that belongs in position 9 (`X` = 10), or null if `vin` has not the form of a VIN (GB 16735). */
export function vinCheckDigit(vin: string): string | null {
  if (!vinForm.test(vin)) return null
  const sum = [...vin].reduce((total, sign, index) => total + (vinValues[sign] ?? Number(sign)) * (vinWeights[index] ?? 0), 0)
  return sum % 11 === 10 ? 'X' : String(sum % 11)
}

/** The VIN with O, I, Q as 0, 1, 0 if that makes the check digit fit; null if there is nothing to repair or it does not help. */
export function suggestVin(text: string): string | null {
  const typed = normaliseVin(text)
  const repaired = typed.replace(/[OIQ]/g, (letter) => vinRepairs[letter] ?? letter)
  return repaired !== typed && vinCheckDigit(repaired) === repaired.charAt(8) ? repaired : null
}

function vinFormProblems(value: string, field: string): Problem[] {
  const strange = [...new Set(value.replace(/[A-HJ-NPR-Z0-9]/g, ''))]
  const problems = strange.length > 0 ? [stop('identity.vinSigns', field, { signs: strange.join('、') })] : []
  if (Array.from(value).length !== 17) problems.push(stop('identity.vinForm', field, { length: Array.from(value).length, value }))
  return problems
}

function checkDigitProblems(value: string, check: VinCheck, field: string): Problem[] {
  const expected = vinCheckDigit(value)
  const found = value.charAt(8)
  if (check === 'off' || expected === null || expected === found) return []
  return [(check === 'block' ? stop : warn)('identity.vinCheckDigit', field, { found, expected })]
}

/** domain.md V-01: a wrong form stops, a wrong check digit does what the policy says. */
export function readVin(text: string, check: VinCheck = 'warn', field = 'frameNo'): FrameReading {
  const value = normaliseVin(text)
  if (value === '') return { value, problems: [], suggestion: null }
  const suggestion = suggestVin(value)
  const problems = [...vinFormProblems(value, field), ...checkDigitProblems(value, check, field)]
  if (suggestion !== null) problems.push(warn('identity.vinSuggestion', field, { suggestion }))
  return { value, problems, suggestion }
}

function unlessForm(value: string, form: RegExp, key: SentenceKey, field: string): Reading {
  return { value, problems: value === '' || form.test(value) ? [] : [warn(key, field, { value })] }
}

/** The model's rule as a pattern for the whole number, or null if it cannot be read. */
function serialPattern(rule: string): RegExp | null {
  try {
    return new RegExp(`^(?:${rule})$`, 'u')
  } catch {
    return null
  }
}

/** Finding on a rule someone typed into the model's settings. */
export function checkSerialRule(rule: string, field = 'serialRule'): Problem[] {
  return serialPattern(rule) === null ? [stop('identity.badSerialRule', field, { rule })] : []
}

/** Which rule applies to a frame number: the model's, unless 旧车架号 is ticked (domain.md V-01, V-02, V-04, V-05). */
export function frameRuleOf(model: ModelNumbering, isLegacy: boolean, check: VinCheck): FrameRule {
  if (model.usesVin) return isLegacy ? { kind: 'legacy' } : { kind: 'vin', check }
  const rule = model.serialRule === '' ? null : model.serialRule
  if (model.category === 'ebike') return { kind: 'ebike', rule }
  if (rule !== null || model.category === 'appliance' || model.category === 'machinery') return { kind: 'serial', rule }
  return { kind: 'legacy' }
}

function readSerial(text: string, kind: 'ebike' | 'serial', rule: string | null, field: string): Reading {
  const value = normaliseStamped(text)
  const own = rule === null ? null : serialPattern(rule)
  if (own !== null) return unlessForm(value, own, 'identity.serialForm', field)
  return kind === 'ebike'
    ? unlessForm(value, ebikeForm, 'identity.ebikeForm', field)
    : unlessForm(value, /^.{6,30}$/u, 'identity.serialLength', field)
}

/** A frame number (车架号, 机号, 整车编码) under the rule of its model. Only a VIN of wrong form stops. */
export function readFrameNumber(text: string, frameRule: FrameRule, field = 'frameNo'): FrameReading {
  switch (frameRule.kind) {
    case 'vin':
      return readVin(text, frameRule.check, field)
    case 'legacy':
      return { ...unlessForm(normaliseStamped(text), legacyForm, 'identity.legacyForm', field), suggestion: null }
    case 'ebike':
    case 'serial':
      return { ...readSerial(text, frameRule.kind, frameRule.rule, field), suggestion: null }
  }
}

/** domain.md V-03; printed as stamped. */
export function readEngineNumber(text: string, field = 'engineNo'): Reading {
  return unlessForm(normaliseStamped(text), engineForm, 'identity.engineForm', field)
}

/** Half width, without blanks; +86 before and dashes inside a mobile number dropped; `(0532)` becomes `0532-`. */
export function normalisePhone(text: string): string {
  const plain = halfWidth(text)
    .replace(/\s/g, '')
    .replace(/[‐-―−]/g, '-')
    .replace(/^\((0\d{2,3})\)-?/, '$1-')
  const digits = plain.replaceAll('-', '').replace(/^(?:\+|00)?86(?=1\d{10}$)/, '')
  return mobileForm.test(digits) ? digits : plain
}

/** domain.md V-06: mobile, fixed with area code, or 400/800; else stops unless `isOther` (外籍或其他号码) is ticked. */
export function readPhone(text: string, { isOther = false, field = 'phone' }: { isOther?: boolean; field?: string } = {}): Reading {
  const value = normalisePhone(text)
  const fits = value === '' || isOther || phoneForms.some((form) => form.test(value))
  return { value, problems: fits ? [] : [stop('identity.phoneForm', field, { value })] }
}

/** What stands for a plate where there is none: not a number two vehicles could share. */
export const noPlates: readonly string[] = ['无牌', '临牌']

/** domain.md V-07. 无牌 and 临牌 pass; plates of electric bicycles are free text. */
export function readPlate(text: string, category: ModelCategory | null = null, field = 'plateNo'): Reading {
  const value = capitals(text).replace(/[·•・.-]/g, '')
  if (category === 'ebike' || noPlates.includes(value)) return { value, problems: [] }
  return unlessForm(value, plateForm, 'identity.plateForm', field)
}

/** 统一社会信用代码 (domain.md §2.2). */
export function readTaxNumber(text: string, field = 'taxNo'): Reading {
  return unlessForm(capitals(text).replaceAll('-', ''), taxForm, 'identity.taxForm', field)
}
