import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { vinChecks } from '#domain/identity'
import { codesOf, faultMode, limitScope, modelCategory, oldPartDuty, origin, partCategory, role, shipMethod, startRule, usage } from '#domain/words'
import { type MakerWords, defaultMakerWords } from '#forms/words'

const text = z.string().min(1)
const textOrNull = text.nullable()
const count = z.int().nonnegative()
const countOrNull = count.nullable()
const day = z.iso.date()

function sample<T extends z.ZodType>(name: string, shape: T): z.output<T> {
  const content = readFileSync(new URL(`../../db/samples/${name}.json`, import.meta.url), 'utf8')
  return shape.parse(JSON.parse(content))
}

const manufacturers = sample('manufacturers', z.array(z.strictObject({
  code: text, name: text, shortName: text, serviceDept: text, phone: text, address: text, returnTemplate: z.enum(['F17', 'F31']),
  hourRate: count, partMarkup: count, note: text,
  words: z.strictObject({
    company: text, product: text, vehicle: text, serviceDept: text, lendingSection: text, voucherDept: text, sectionChief: text, returnsDept: text,
    stationWord: text, importedPart: text, domesticPart: text,
    forms: z.strictObject({
      F30: z.strictObject({ title: z.array(text).min(1) }),
      F31: z.strictObject({ note: text }),
    }),
  }),
  returnReceiver: z.strictObject({ name: text, contact: text, phone: text, address: text }), rejectReasons: z.array(text),
})))

const policies = sample('policies', z.array(z.strictObject({
  code: text, name: text, manufacturerCode: text, category: z.enum(codesOf(modelCategory)), validFrom: day, validTo: day.nullable(), basis: text,
  startRule: z.enum(codesOf(startRule)), deductRepairDays: z.boolean(), deductWaitDays: z.boolean(), holidayShift: z.boolean(),
  commercialUseFactor: count.max(1000), partProductionLimitMonths: countOrNull, repairHierarchy: text, note: text,
  rules: z.record(text, count),
  params: z.looseObject({
    borrowReturnD: z.literal(7), callbackH: z.literal(24), claimMaxD: z.literal(60), appealDays: z.literal(15),
    oldPartDueRule: z.strictObject({ kind: z.literal('dayOfNextMonth'), day: z.int().min(1).max(28) }),
    smallPartLimit: z.literal(5000), kmRate: z.literal(100), mealPerDay: z.literal(3000), lodgingPerNight: z.literal(15000),
    kmBasis: z.enum(['actual', 'oneWay']), vinCheck: z.enum(vinChecks),
  }),
  limits: z.array(z.strictObject({
    scope: z.enum(codesOf(limitScope)), scopeRef: textOrNull, months: countOrNull, km: countOrNull, exclude: z.boolean(), note: text,
  })),
})))

const models = sample('models', z.array(z.strictObject({
  code: text, name: text, category: z.enum(codesOf(modelCategory)), policyCode: text, usesVin: z.boolean(), usesMileage: z.boolean(),
  vinPrefix: z.string().regex(/^[A-HJ-NPR-Z0-9]{8}$/).nullable(), enginePrefix: z.string().regex(/^[A-Z0-9*\-/]{4,18}$/),
  priceFen: count, displacement: text, note: text,
})))

const parts = sample('parts', z.array(z.strictObject({
  code: z.string().regex(/^\d{5}-[A-Z0-9]{3}-\d{4}$/), name: text.max(40), unit: text, spec: textOrNull, supplierName: text, supplierCode: text,
  origin: z.enum(codesOf(origin)), price: count.min(100).max(1_000_000), retailPrice: count, category: z.enum(codesOf(partCategory)),
  warrantyMonths: countOrNull, warrantyKm: countOrNull, assembly: text, serialControlled: z.boolean(), oldPartReturn: z.enum(codesOf(oldPartDuty)),
  isEngine: z.boolean(), modelCodes: z.array(text).min(1).nullable(), note: text,
})))

const labourCodes = sample('labour-codes', z.array(z.strictObject({ code: text, name: text, hours: z.int().min(10).max(9990), system: text, note: text })))

const narrative = z.string().min(4).max(200)
const faultCodes = sample('fault-codes', z.array(z.strictObject({
  code: text, system: text, assembly: text, part: text, mode: z.enum(codesOf(faultMode)), text: narrative, cause: narrative, method: narrative,
  partCodes: z.array(text).min(1), companionPartCodes: z.array(text), labourCodes: z.array(text).min(1), note: text,
})))

const technicians = sample('technicians', z.array(z.strictObject({
  code: text, name: text, title: text, grade: text, teamName: text, certNo: text, certExpiresAt: day, phone: z.string().regex(/^1[3-9]\d{9}$/),
  onDuty: z.boolean(), hiredAt: day, leftAt: day.nullable(), note: text,
})))

const users = sample('users', z.array(z.strictObject({
  code: text, name: text, role: z.enum(codesOf(role)), pin: z.string().regex(/^\d{4}$/), technicianCode: textOrNull, note: text,
})))

const station = sample('station', z.strictObject({
  code: z.literal('SD0731'), name: text, kind: text, stampName: text, contact: text, phone: text, address: text, warrantyClerk: text,
  warrantyClerkPhone: text, receiver: text, receiverPhone: text, bank: text, account: text,
  taxNo: z.string().regex(/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/), manufacturerCode: text, hourRate: count, note: text,
}))

const holidays = sample('holidays', z.strictObject({
  note: text, years: z.array(z.strictObject({ year: z.int(), confirmed: z.boolean(), note: text })), holidays: z.array(day), workdays: z.array(day),
}))

const weighted = z.array(z.strictObject({ text, weight: z.int().positive() }))
const names = sample('names', z.strictObject({
  note: text, surnames: weighted, givenMale: z.array(text), givenFemale: z.array(text), givenRare: z.array(text), rareWeight: z.int().positive(),
  cities: z.array(z.strictObject({
    province: text, city: text, platePrefix: z.string().regex(/^[\u4e00-\u9fff][A-Z]$/), areaCode: text,
    districts: z.array(z.strictObject({ name: text, streets: z.array(text).min(1), villages: z.array(text).min(1) })).min(1),
  })),
  mobilePrefixes: z.array(z.string().regex(/^1[3-9]\d$/)), colours: weighted,
  dealers: z.array(z.strictObject({ name: text, city: text })),
  companies: z.array(z.strictObject({ name: text, usage: z.enum(codesOf(usage)) })),
  carriers: z.array(z.strictObject({ name: text, shipMethod: z.enum(codesOf(shipMethod)), waybillPrefix: text })),
  invoicePrefixes: z.array(text), packings: z.array(text), storageBins: z.array(text), outingPlaces: z.array(text),
  seasons: z.array(z.strictObject({ system: text, weights: z.array(z.int().positive()).length(12) })),
}))

const codes = (records: readonly { code: string }[]): string[] => records.map((record) => record.code)
const missing = (wanted: readonly string[], known: readonly string[]): string[] => {
  const set = new Set(known)
  return [...new Set(wanted)].filter((code) => !set.has(code))
}
const repeated = (values: readonly string[]): string[] => values.filter((value, index) => values.indexOf(value) !== index)

describe('the sample catalogues', () => {
  it('are large enough to work with', () => {
    expect({
      manufacturers: manufacturers.length, policies: policies.length, models: models.length >= 12, parts: parts.length >= 180,
      labourCodes: labourCodes.length >= 80, faultCodes: faultCodes.length >= 100, technicians: technicians.length, cities: names.cities.length,
    }).toEqual({ manufacturers: 1, policies: 2, models: true, parts: true, labourCodes: true, faultCodes: true, technicians: 8, cities: 12 })
  })

  it('use every code once', () => {
    const lists = { manufacturers, policies, models, parts, labourCodes, faultCodes, technicians, users }
    const duplicates = Object.entries(lists).flatMap(([name, list]) => repeated(codes(list)).map((code) => `${name} ${code}`))
    expect(duplicates).toEqual([])
  })

  it('say of every record that it is a sample', () => {
    const records = [...manufacturers, ...policies, ...models, ...parts, ...labourCodes, ...faultCodes, ...technicians, ...users, station, holidays, names]
    expect(records.filter((record) => !record.note.includes('示例'))).toEqual([])
  })

  it('refer only to records that exist', () => {
    const systems = names.seasons.map((season) => season.system)
    expect({
      modelPolicies: missing(models.map((model) => model.policyCode), codes(policies)),
      policyMakers: missing([station.manufacturerCode, ...policies.map((policy) => policy.manufacturerCode)], codes(manufacturers)),
      partModels: missing(parts.flatMap((part) => part.modelCodes ?? []), codes(models)),
      partSystems: missing(parts.map((part) => part.assembly), systems),
      labourSystems: missing(labourCodes.map((labour) => labour.system), systems),
      faultSystems: missing(faultCodes.map((fault) => fault.system), systems),
      faultParts: missing(faultCodes.flatMap((fault) => [...fault.partCodes, ...fault.companionPartCodes]), codes(parts)),
      faultLabour: missing(faultCodes.flatMap((fault) => fault.labourCodes), codes(labourCodes)),
      userTechnicians: missing(users.flatMap((user) => user.technicianCode ?? []), codes(technicians)),
      dealerCities: missing(names.dealers.map((dealer) => dealer.city), names.cities.map((city) => city.city)),
    }).toEqual({
      modelPolicies: [], policyMakers: [], partModels: [], partSystems: [], labourSystems: [], faultSystems: [], faultParts: [], faultLabour: [],
      userTechnicians: [], dealerCities: [],
    })
  })
})

describe('faults, parts and models', () => {
  it('give every model at least 25 faults with a part that fits', () => {
    const fits = new Map(parts.map((part) => [part.code, part.modelCodes]))
    const faultsOf = (model: string): number =>
      faultCodes.filter((fault) => fault.partCodes.some((code) => fits.get(code)?.includes(model) ?? true)).length
    expect(models.filter((model) => faultsOf(model.code) < 25).map((model) => model.code)).toEqual([])
  })

  it('offer one part per model for a fault, never two to choose from', () => {
    const byCode = new Map(parts.map((part) => [part.code, part]))
    const doubled = faultCodes.flatMap((fault) => {
      const fitting = fault.partCodes.flatMap((code) => byCode.get(code)?.modelCodes ?? codes(models))
      return repeated(fitting).map((model) => `${fault.code} ${model}`)
    })
    expect(doubled).toEqual([])
  })

  it('tell symptom and cause in different words (V-16)', () => {
    expect(faultCodes.filter((fault) => fault.text === fault.cause)).toEqual([])
  })

  it('sell no part below its warranty price and give a VIN prefix exactly where the model uses a VIN', () => {
    expect({
      cheap: parts.filter((part) => part.retailPrice < part.price).map((part) => part.code),
      prefix: models.filter((model) => model.usesVin !== (model.vinPrefix !== null)).map((model) => model.code),
    }).toEqual({ cheap: [], prefix: [] })
  })
})

describe('the sample manufacturer', () => {
  it('names itself in every word that papers print', () => {
    const unnamed = manufacturers.flatMap((manufacturer) => {
      const words: MakerWords = manufacturer.words
      return [...missing(Object.keys(defaultMakerWords), Object.keys(words)), ...(JSON.stringify(words).match(/某某/g) ?? [])]
    })
    expect(unnamed).toEqual([])
  })
})

describe('the sample policies', () => {
  it('limit each subject once, by a category or part that exists', () => {
    const partCodes = codes(parts)
    const problems = policies.flatMap((policy) => {
      const subjects = policy.limits.map((limit) => `${limit.scope} ${limit.scopeRef ?? ''}`)
      const categories = policy.limits.filter((limit) => limit.scope === 'category').map((limit) => limit.scopeRef ?? '')
      const limitedParts = policy.limits.filter((limit) => limit.scope === 'part').map((limit) => limit.scopeRef ?? '')
      return [...repeated(subjects), ...missing(categories, codesOf(partCategory)), ...missing(limitedParts, partCodes)]
    })
    expect(problems).toEqual([])
  })

  it('cover the whole vehicle and the engine by time and distance, and exclude consumables', () => {
    const summary = policies.map((policy) =>
      policy.limits.filter((limit) => ['whole', 'engine'].includes(limit.scope) || limit.scopeRef === 'consumable')
        .map((limit) => [limit.scope, limit.months, limit.km, limit.exclude]))
    expect(summary).toEqual([
      [['whole', 12, 6000, false], ['engine', 12, 6000, false], ['category', null, null, true]],
      [['whole', 24, 20000, false], ['engine', 24, 30000, false], ['category', null, null, true]],
    ])
  })

  it('know the same parameters', () => {
    expect(policies.map((policy) => Object.keys(policy.params))).toEqual(policies.map(() => Object.keys(policies[0]?.params ?? {})))
  })
})

describe('people, calendar and names', () => {
  it('staff every role and let a second clerk confirm', () => {
    const perRole = (wanted: string): number => users.filter((user) => user.role === wanted).length
    expect(codesOf(role).filter((code) => perRole(code) === 0)).toEqual([])
    expect(perRole('claimClerk')).toBeGreaterThanOrEqual(2)
  })

  it('carry a tax number with a true check character (GB 32100)', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
    const sum = Array.from(station.taxNo.slice(0, 17)).reduce((total, sign, index) => total + alphabet.indexOf(sign) * (3 ** index % 31), 0)
    expect(station.taxNo.at(17)).toBe(alphabet[(31 - (sum % 31)) % 31])
  })

  it('shift work only to weekends and never onto a holiday', () => {
    const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay()
    expect({
      weekdays: holidays.workdays.filter((date) => ![0, 6].includes(weekday(date))),
      both: holidays.workdays.filter((date) => holidays.holidays.includes(date)),
      twice: repeated([...holidays.holidays, ...holidays.workdays]),
      unconfirmed: holidays.years.filter((year) => !year.confirmed).map((year) => year.year),
    }).toEqual({ weekdays: [], both: [], twice: [], unconfirmed: [2027] })
  })

  it('include rare characters beyond the basic plane and seasons for every system once', () => {
    expect(missing(['喆', '犇', '赟', '䶮', '𬭎', '堃', '㛃'], names.givenRare)).toEqual([])
    expect(repeated(names.seasons.map((season) => season.system))).toEqual([])
  })
})
