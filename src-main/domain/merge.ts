import type { CustomerText, UnitText } from './customer.ts'
import { stop, warn, type Problem } from './errors.ts'
import { stopIf, warnIf } from './guards.ts'
import { vinCheckDigit } from './identity.ts'
import { readingStory, type MeterChange, type Reading } from './odometer.ts'
import { printedOfCustomer, printedOfUnit, printedProblems, type PrintedValues } from './printed.ts'
import { grouped } from './text.ts'

/** Two records of one person or one vehicle become one: what each says about a field, and what will stand there. */
export type MergedField<V> = {
  readonly name: string
  readonly one: V
  readonly other: V
  readonly result: V
  readonly from: 'one' | 'other' | 'both'
}

type Value = string | number | boolean | null
const isBlank = (value: Value) => value === '' || value === null

/** Field by field: the first record speaks unless it says nothing or the field is named in `take`. */
function choose<K extends string, V extends Value>(
  names: readonly K[],
  one: Readonly<Record<K, V>>,
  other: Readonly<Record<K, V>>,
  take: ReadonlySet<string>,
): MergedField<V>[] {
  return names.map((name) => {
    const mine = one[name]
    const theirs = other[name]
    const from = mine === theirs ? ('both' as const) : take.has(name) ? ('other' as const) : ('one' as const)
    return { name, one: mine, other: theirs, result: from === 'other' ? theirs : mine, from }
  })
}

/** What is proposed to come from the other record: whatever the first does not say. */
export function proposedTake<K extends string>(
  names: readonly K[],
  one: Readonly<Record<K, Value>>,
  other: Readonly<Record<K, Value>>,
): K[] {
  return names.filter((name) => isBlank(one[name]) && !isBlank(other[name]))
}

export const customerMergeFields = ['name', 'kind', 'phone', 'phone2', 'contactName', 'address', 'note'] as const
export const unitMergeFields = [
  'frameNo',
  'engineNo',
  'plateNo',
  'modelName',
  'color',
  'manufacturedOn',
  'purchasedOn',
  'deliveredOn',
  'invoiceNo',
  'warrantyCardNo',
  'sellerName',
  'usage',
  'ownerName',
  'tamperFlag',
] as const

const noteMax = 200

/** A second telephone number goes where there is room, and two notes become one: neither is thrown away without need. */
export function mergeCustomers(one: CustomerText, other: CustomerText, take: ReadonlySet<string>): MergedField<string>[] {
  const fields = choose<(typeof customerMergeFields)[number], string>(customerMergeFields, one, other, take)
  const phones = [one.phone, other.phone, one.phone2, other.phone2].filter((phone) => phone !== '')
  const kept = fields.filter(({ name }) => name === 'phone' || name === 'phone2').map(({ result }) => result)
  const spare = phones.find((phone) => !kept.includes(phone))
  const notes = [...new Set([one.note, other.note].filter((note) => note !== ''))].join('；')
  return fields.map((field) => {
    if (field.name === 'phone2' && field.result === '' && spare !== undefined) return { ...field, result: spare, from: 'both' }
    return field.name === 'note' && one.note !== other.note && notes.length <= noteMax ? { ...field, result: notes, from: 'both' } : field
  })
}

export type UnitToMerge = Omit<UnitText, 'manufacturerId' | 'modelId'> & { readonly ownerName: string }

/** A meter once tampered with stays so, whichever record knew it. */
export function mergeUnits(one: UnitToMerge, other: UnitToMerge, take: ReadonlySet<string>): MergedField<Value>[] {
  return choose<(typeof unitMergeFields)[number], Value>(unitMergeFields, one, other, take).map((field) =>
    field.name === 'tamperFlag' && field.one !== field.other ? { ...field, result: true, from: 'both' } : field,
  )
}

/** A record with its valid voucher whose claim has not gone yet: the batch will say what the record says, and must agree with the paper. */
export type Printed<T> = T & { readonly voucher: string | null }

/** domain.md §2.4 */
export function customerMergeProblems(one: Printed<CustomerText>, other: Printed<CustomerText>, result: CustomerText): Problem[] {
  const phones = (customer: CustomerText) => [customer.phone, customer.phone2].filter((phone) => phone !== '')
  return [
    ...[one, other].flatMap((side) => printedProblems(side.voucher, printedOfCustomer, side, result)),
    ...warnIf(one.name !== other.name, 'merge.names', 'name', { one: one.name, other: other.name }),
    ...warnIf(one.kind !== other.kind, 'merge.kinds', 'kind'),
    ...warnIf(!phones(one).some((phone) => phones(other).includes(phone)), 'merge.phones', 'phone'),
  ]
}

type PrintedUnit = PrintedValues<keyof typeof printedOfUnit>

/** One of the two records of a vehicle with what papers and meters say about it; `paper`: the first valid paper that prints its frame number. */
export type UnitSide = Printed<PrintedUnit> & {
  readonly manufacturerId: number
  readonly frameNo: string
  readonly engineNo: string
  readonly plateNo: string
  readonly paper: string | null
  readonly readings: readonly Reading[]
  readonly changes: readonly MeterChange[]
  /** spans in the shop, ISO instants; `to` null = still there */
  readonly visits: readonly { readonly no: string; readonly from: string; readonly to: string | null }[]
}

/** domain.md §2.6, V-01, V-03, V-09, V-10: what is printed for the maker stays true, and one vehicle has one distance. */
export function unitMergeProblems(one: UnitSide, other: UnitSide, result: PrintedUnit & { readonly frameNo: string }): Problem[] {
  const printed = [one, other].find((side) => side.paper !== null && side.frameNo !== result.frameNo)
  return [
    ...stopIf(one.manufacturerId !== other.manufacturerId, 'merge.makers', null),
    ...stopIf(areTwoVehicles(one.frameNo, other.frameNo), 'merge.twoFrames', 'frameNo', { one: one.frameNo, other: other.frameNo }),
    ...(printed
      ? [stop('merge.framePrinted', 'frameNo', { number: printed.paper ?? '', frameNo: printed.frameNo, result: result.frameNo })]
      : []),
    ...[one, other]
      .flatMap((side) => printedProblems(side.voucher, printedOfUnit, side, result))
      .filter(({ field }) => !printed || field !== 'frameNo'),
    ...readingProblems(one, other),
    ...overlapProblems(one, other),
    ...warnIf(one.engineNo !== '' && other.engineNo !== '' && one.engineNo !== other.engineNo, 'merge.engines', 'engineNo', {
      one: one.engineNo,
      other: other.engineNo,
    }),
    ...warnIf(one.plateNo !== '' && other.plateNo !== '' && one.plateNo !== other.plateNo, 'merge.plates', 'plateNo', {
      one: one.plateNo,
      other: other.plateNo,
    }),
  ]
}

/** Two whole VINs whose check digits both fit were both read off a frame. */
export function areTwoVehicles(one: string, other: string): boolean {
  const isSound = (frameNo: string) => vinCheckDigit(frameNo) === frameNo.charAt(8)
  return one !== other && isSound(one) && isSound(other)
}

/** Changes both records know count once. */
export function mergedChanges<C extends MeterChange>(one: readonly C[], other: readonly C[]): C[] {
  const isKnown = (change: C) =>
    one.some(({ on, oldReading, newReading }) => on === change.on && oldReading === change.oldReading && newReading === change.newReading)
  return [...one, ...other.filter((change) => !isKnown(change))].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function readingProblems(one: UnitSide, other: UnitSide): Problem[] {
  const mine = new Set(one.readings.map(({ no }) => no))
  const story = readingStory([...one.readings, ...other.readings], mergedChanges(one.changes, other.changes))
  for (const [index, { no, on, total, found }] of story.entries()) {
    const before = story[index - 1]
    if (before === undefined || found === null || mine.has(before.no) === mine.has(no)) continue
    const said = { no, on, km: grouped(total), before: before.no, beforeOn: before.on, beforeKm: grouped(before.total) }
    return [found === 'back' ? stop('merge.readings', 'mileage', said) : warn('merge.jump', 'mileage', said)]
  }
  return []
}

function overlapProblems(one: UnitSide, other: UnitSide): Problem[] {
  for (const mine of one.visits) {
    const theirs = other.visits.find(({ from, to }) => from < (mine.to ?? '9999') && mine.from < (to ?? '9999'))
    if (theirs) return [warn('merge.overlap', null, { one: mine.no, other: theirs.no })]
  }
  return []
}
