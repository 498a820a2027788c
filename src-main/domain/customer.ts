import { addMonths, type LocalDate } from './dates.ts'
import { stop, stopsOf, type Problem } from './errors.ts'
import { isBlank, stopIf, warnIf } from './guards.ts'
import { frameRuleOf, normaliseVin, readEngineNumber, readFrameNumber, readPhone, readPlate, type FrameRule } from './identity.ts'
import { cleanText, grouped } from './text.ts'
import type { CustomerKind, ModelCategory, Usage, VinCheck } from './words.ts'

export type CustomerText = {
  readonly name: string
  readonly kind: CustomerKind
  readonly phone: string
  readonly phone2: string
  readonly contactName: string
  readonly address: string
  readonly note: string
}

export type UnitText = {
  readonly manufacturerId: number
  readonly modelId: number | null
  readonly modelName: string
  readonly frameNo: string
  readonly engineNo: string
  readonly plateNo: string
  readonly color: string
  readonly manufacturedOn: LocalDate | null
  readonly purchasedOn: LocalDate | null
  readonly deliveredOn: LocalDate | null
  readonly invoiceNo: string
  readonly warrantyCardNo: string
  readonly sellerName: string
  readonly usage: Usage
  readonly tamperFlag: boolean
}

/** A vehicle of which nothing is known yet; its manufacturer is. */
export const unknownUnit: Omit<UnitText, 'manufacturerId'> = {
  modelId: null,
  modelName: '',
  frameNo: '',
  engineNo: '',
  plateNo: '',
  color: '',
  manufacturedOn: null,
  purchasedOn: null,
  deliveredOn: null,
  invoiceNo: '',
  warrantyCardNo: '',
  sellerName: '',
  usage: 'own',
  tamperFlag: false,
}

/** What was typed, cleaned and in its normal form, with findings; `field` is the name of the field. */
export type Read<T> = { readonly value: T; readonly problems: readonly Problem[] }

/** `model` null: not in the catalogue. `legacyFrame`: 旧车架号 is ticked. */
export type UnitRules = {
  readonly model: { readonly category: ModelCategory; readonly usesVin: boolean; readonly serialRule: string } | null
  readonly vinCheck: VinCheck
  readonly legacyFrame: boolean
  readonly today: LocalDate
}

const nameMin = 2
const monthsInStock = 24
const customerLimits = { name: 60, phone: 30, phone2: 30, contactName: 60, address: 80, note: 200 } as const
const unitLimits = {
  modelName: 40,
  frameNo: 30,
  engineNo: 30,
  plateNo: 12,
  color: 20,
  invoiceNo: 40,
  warrantyCardNo: 40,
  sellerName: 60,
} as const

function cleaned<K extends string>(
  fields: Readonly<Record<NoInfer<K>, string>>,
  limits: Readonly<Record<K, number>>,
): Read<Record<K, string>> {
  const names = Object.keys(limits) as K[]
  const results = names.map((field) => [field, cleanText(fields[field], { max: limits[field], field })] as const)
  return {
    // safe: the entries are the keys of `limits`
    value: Object.fromEntries(results.map(([field, { text }]) => [field, text])) as Record<K, string>,
    problems: results.flatMap(([, { problems }]) => problems),
  }
}

/** A customer of domain.md §2.4: name of 2–60 characters, at least one telephone number (V-06). `otherPhone`: 其他号码 is ticked. */
export function readCustomer(fields: CustomerText, otherPhone = false): Read<CustomerText> {
  const { value: texts, problems } = cleaned(fields, customerLimits)
  const phone = readPhone(texts.phone, { isOther: otherPhone })
  const phone2 = readPhone(texts.phone2, { isOther: otherPhone, field: 'phone2' })
  return {
    value: { ...texts, kind: fields.kind, phone: phone.value, phone2: phone2.value },
    problems: [
      ...problems,
      ...phone.problems,
      ...phone2.problems,
      ...stopIf([...texts.name].length < nameMin, 'customer.nameShort', 'name'),
      ...stopIf(phone.value === '' && phone2.value === '', 'customer.phoneMissing', 'phone'),
    ],
  }
}

/** A unit of domain.md §2.6 under the rules of its model and policy (V-01…V-05, V-07, V-08). */
export function readUnit(fields: UnitText, rules: UnitRules): Read<UnitText> {
  const { value: texts, problems } = cleaned(fields, unitLimits)
  const frame = readFrameNumber(texts.frameNo, ruleFor(texts.frameNo, rules))
  const engine = readEngineNumber(texts.engineNo)
  const plate = readPlate(texts.plateNo, rules.model?.category ?? null)
  return {
    value: { ...fields, ...texts, frameNo: frame.value, engineNo: engine.value, plateNo: plate.value },
    problems: [
      ...problems,
      ...frame.problems,
      ...engine.problems,
      ...plate.problems,
      ...dateProblems(fields, rules.today),
      ...stopIf(frame.value === '', 'unit.frameMissing', 'frameNo'),
      ...stopIf(isBlank(texts.modelName), 'unit.modelMissing', 'modelName'),
    ],
  }
}

/** Whether 其他号码 was ticked when this was taken: without it the telephone would be refused (V-06). */
export function isOtherPhone(fields: CustomerText): boolean {
  const stops = (ticked: boolean) => stopsOf(readCustomer(fields, ticked).problems).length
  return stops(false) > stops(true)
}

/** Whether 旧车架号 was ticked when this was taken: without it the frame number would be refused (V-02). */
export function isLegacyFrame(fields: UnitText, rules: Omit<UnitRules, 'legacyFrame'>): boolean {
  const stops = (legacyFrame: boolean) => stopsOf(readUnit(fields, { ...rules, legacyFrame }).problems).length
  return stops(false) > stops(true)
}

/** A model that is not on file says nothing about its frame numbers: 17 characters are read as a VIN. */
function ruleFor(frameNo: string, { model, vinCheck, legacyFrame }: UnitRules): FrameRule {
  if (model !== null) return frameRuleOf(model, legacyFrame, vinCheck)
  return !legacyFrame && normaliseVin(frameNo).length === 17 ? { kind: 'vin', check: vinCheck } : { kind: 'legacy' }
}

/** V-08 as far as the unit alone goes: 出厂 ≤ 购买 ≤ 交付, none in the future; a long time in stock warns. */
function dateProblems({ manufacturedOn: made, purchasedOn: purchase, deliveredOn: delivery }: UnitText, today: LocalDate): Problem[] {
  const labels = [
    ['manufacturedOn', '出厂日期', made],
    ['purchasedOn', '购车日期', purchase],
    ['deliveredOn', '交付日期', delivery],
  ] as const
  const future = labels.flatMap(([field, label, date]) =>
    date !== null && date > today ? [stop('unit.inFuture', field, { label, date })] : [],
  )
  if (made !== null && purchase !== null) {
    future.push(...stopIf(purchase < made, 'unit.purchaseBeforeMade', 'purchasedOn', { purchase, made }))
    future.push(
      ...warnIf(addMonths(made, monthsInStock) < purchase, 'unit.longInStock', 'purchasedOn', { purchase, made, months: monthsInStock }),
    )
  }
  if (purchase !== null && delivery !== null)
    future.push(...stopIf(delivery < purchase, 'unit.deliveryBeforePurchase', 'deliveredOn', { delivery, purchase }))
  return future
}

export type OdometerFacts = {
  readonly oldReading: number
  readonly newReading: number
  readonly on: LocalDate
  readonly lastMileage: number | null
  readonly lastMileageOn: LocalDate | null
  readonly today: LocalDate
}

/** 换表 (V-10): the old meter cannot show less than it did before, and nothing is recorded ahead of its day. */
export function odometerProblems({ oldReading, on, lastMileage, lastMileageOn, today }: OdometerFacts): Problem[] {
  return [
    ...stopIf(on > today, 'unit.inFuture', 'on', { label: '换表日期', date: on }),
    ...stopIf(lastMileageOn !== null && on < lastMileageOn, 'unit.odometerBeforeLast', 'on', { on, lastOn: lastMileageOn ?? '' }),
    ...stopIf(lastMileage !== null && oldReading < lastMileage, 'unit.odometerBackwards', 'oldReading', {
      km: grouped(oldReading),
      lastKm: grouped(lastMileage ?? 0),
    }),
  ]
}
