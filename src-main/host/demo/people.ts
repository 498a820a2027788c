import type { InputOf } from '#contract/define'
import type { AppContract } from '#contract/index'
import { addDays, addMonths, monthOf, type LocalDate } from '#domain/dates'
import { vinCheckDigit } from '#domain/identity'
import type { Usage } from '#domain/words'
import type { Random } from './random.ts'
import type { DemoModel, DemoSamples } from './samples.ts'

type Create = InputOf<AppContract['workOrders']['create']>
export type NewCustomer = Extract<Create['customer'], { create: unknown }>['create']
export type NewUnit = Extract<Create['unit'], { create: unknown }>['create']

const villageShare = 0.55
const plateSigns = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

export type Owner = { readonly fields: NewCustomer; readonly platePrefix: string; readonly city: string; readonly usage: Usage }

/** Someone who might come: mostly people of the villages around, some firms. Every fortieth name has a rare character. */
export function inventOwner(random: Random, { names }: DemoSamples): Owner {
  const place = random.pickWeighted(names.cities.map((city, index) => [city, index === 0 ? 60 : 6] as const))
  const district = random.pick(place.districts)
  const street = random.chance(villageShare)
    ? `${random.pick(district.villages)}${random.between(1, 18)}组`
    : `${random.pick(district.streets)}${random.between(1, 268)}号`
  const address = `${place.province}${place.city}${district.name}${street}`
  const person = inventName(random, names)
  const common = { phone: inventMobile(random, names), phone2: random.chance(0.12) ? inventMobile(random, names) : '', address, note: '' }
  const home = { platePrefix: place.platePrefix, city: place.city }
  if (!random.chance(0.07))
    return {
      fields: { ...common, name: person, kind: 'person', contactName: '' },
      usage: random.chance(0.05) ? 'commercial' : 'own',
      ...home,
    }
  const company = random.pick(names.companies)
  return { fields: { ...common, name: company.name, kind: 'company', contactName: person }, usage: company.usage, ...home }
}

export function inventName(random: Random, names: DemoSamples['names']): string {
  const surname = random.pickWeighted(names.surnames.map(({ text, weight }) => [text, weight] as const))
  const given = random.chance(0.72) ? names.givenMale : names.givenFemale
  if (random.chance(names.rareWeight / 1000)) return surname + random.pick(names.givenRare) + (random.chance(0.4) ? random.pick(given) : '')
  return surname + random.pick(given) + (random.chance(0.62) ? random.pick(given) : '')
}

function inventMobile(random: Random, names: DemoSamples['names']): string {
  return random.pick(names.mobilePrefixes) + random.digits(8)
}

export type CatalogueModel = { readonly id: number; readonly name: string; readonly manufacturerId: number }
/** months since purchase: most come while 三包 runs, some after it */
const ages = [
  [0, 9],
  [1, 12],
  [2, 13],
  [4, 18],
  [7, 16],
  [9, 11],
  [13, 9],
  [18, 6],
  [25, 4],
  [36, 2],
] as const

/** A vehicle bought some months before `today`. */
export function inventUnit(
  random: Random,
  samples: DemoSamples,
  {
    model,
    onFile,
    owner,
    today,
    serial,
  }: {
    readonly model: DemoModel
    readonly onFile: CatalogueModel
    readonly owner: Owner
    readonly today: LocalDate
    readonly serial: number
  },
): NewUnit {
  const { names } = samples
  const purchasedOn = addDays(addMonths(today, -random.pickWeighted(ages)), -random.between(3, 28))
  const manufacturedOn = addDays(purchasedOn, -random.between(20, 210))
  const dealer = names.dealers.find(({ city }) => city === owner.city) ?? random.pick(names.dealers)
  const isPlated = random.chance(0.86)
  return {
    manufacturerId: onFile.manufacturerId,
    modelId: onFile.id,
    modelName: onFile.name,
    frameNo: frameNumber(random, model, manufacturedOn, serial),
    engineNo: `${model.enginePrefix}${monthOf(manufacturedOn).slice(2).replace('-', '')}${String(serial % 100_000).padStart(5, '0')}`,
    plateNo: isPlated ? owner.platePrefix + random.digits(3) + random.pick([...plateSigns]) + random.digits(1) : '无牌',
    color: random.pickWeighted(names.colours.map(({ text, weight }) => [text, weight] as const)),
    manufacturedOn,
    purchasedOn,
    deliveredOn: null,
    invoiceNo: random.chance(0.97) ? random.pick(names.invoicePrefixes) + random.digits(4) : '',
    warrantyCardNo: `SB${purchasedOn.slice(2).replaceAll('-', '')}${random.digits(3)}`,
    sellerName: dealer.name,
    usage: owner.usage,
    tamperFlag: false,
  }
}

const yearSigns = 'ABCDEFGHJKLMNPRSTVWXY123456789'

/** A VIN with its right check digit, or the stamped number of a model without one. */
function frameNumber(random: Random, { code, usesVin, vinPrefix }: DemoModel, manufacturedOn: LocalDate, serial: number): string {
  const counter = String(serial).padStart(6, '0')
  if (!usesVin || vinPrefix === null) return `${code.replace(/[^A-Z0-9]/g, '')}*${manufacturedOn.slice(2, 4)}${counter}`
  const year = yearSigns[(Number(manufacturedOn.slice(0, 4)) - 2010) % 30] ?? 'A'
  const raw = `${vinPrefix}0${year}${random.pick(['A', 'B', 'C'])}${counter}`
  return raw.slice(0, 8) + (vinCheckDigit(raw) ?? '0') + raw.slice(9)
}
