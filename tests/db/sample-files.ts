import { readFileSync } from 'node:fs'
import { z } from 'zod'
import {
  codesOf,
  faultMode,
  limitScope,
  modelCategory,
  oldPartDuty,
  origin,
  partCategory,
  role,
  shipMethod,
  startRule,
  usage,
  vinCheck,
} from '#domain/words'

/** The sample catalogues of db/samples, each in the shape it must have. */
const text = z.string().min(1)
const textOrNull = text.nullable()
const count = z.int().nonnegative()
const countOrNull = count.nullable()
const day = z.iso.date()

function sample<T extends z.ZodType>(name: string, shape: T): z.output<T> {
  const content = readFileSync(new URL(`../../db/samples/${name}.json`, import.meta.url), 'utf8')
  return shape.parse(JSON.parse(content))
}

export const manufacturers = sample(
  'manufacturers',
  z.array(
    z.strictObject({
      code: text,
      name: text,
      shortName: text,
      serviceDept: text,
      phone: text,
      address: text,
      returnTemplate: z.enum(['F17', 'F31']),
      hourRate: count,
      partMarkup: count,
      note: text,
      words: z.strictObject({
        company: text,
        product: text,
        vehicle: text,
        serviceDept: text,
        lendingSection: text,
        voucherDept: text,
        sectionChief: text,
        returnsDept: text,
        stationWord: text,
        importedPart: text,
        domesticPart: text,
        forms: z.strictObject({
          F30: z.strictObject({ title: z.array(text).min(1) }),
          F31: z.strictObject({ note: text }),
        }),
      }),
      returnReceiver: z.strictObject({ name: text, contact: text, phone: text, address: text }),
      rejectReasons: z.array(text),
    }),
  ),
)

export const policies = sample(
  'policies',
  z.array(
    z.strictObject({
      code: text,
      name: text,
      manufacturerCode: text,
      category: z.enum(codesOf(modelCategory)),
      validFrom: day,
      validTo: day.nullable(),
      basis: text,
      startRule: z.enum(codesOf(startRule)),
      deductRepairDays: z.boolean(),
      deductWaitDays: z.boolean(),
      holidayShift: z.boolean(),
      commercialUseFactor: count.max(1000),
      partProductionLimitMonths: countOrNull,
      repairHierarchy: text,
      note: text,
      rules: z.record(text, count),
      params: z.looseObject({
        borrowReturnD: z.literal(7),
        callbackH: z.literal(24),
        claimMaxD: z.literal(60),
        appealDays: z.literal(15),
        oldPartDueRule: z.strictObject({ kind: z.literal('dayOfNextMonth'), day: z.int().min(1).max(28) }),
        smallPartLimit: z.literal(5000),
        kmRate: z.literal(100),
        mealPerDay: z.literal(3000),
        lodgingPerNight: z.literal(15000),
        kmBasis: z.enum(['actual', 'oneWay']),
        vinCheck: z.enum(codesOf(vinCheck)),
      }),
      limits: z.array(
        z.strictObject({
          scope: z.enum(codesOf(limitScope)),
          scopeRef: textOrNull,
          months: countOrNull,
          km: countOrNull,
          exclude: z.boolean(),
          note: text,
        }),
      ),
    }),
  ),
)

export const models = sample(
  'models',
  z.array(
    z.strictObject({
      code: text,
      name: text,
      category: z.enum(codesOf(modelCategory)),
      policyCode: text,
      usesVin: z.boolean(),
      usesMileage: z.boolean(),
      vinPrefix: z
        .string()
        .regex(/^[A-HJ-NPR-Z0-9]{8}$/)
        .nullable(),
      enginePrefix: z.string().regex(/^[A-Z0-9*\-/]{4,18}$/),
      priceFen: count,
      displacement: text,
      note: text,
    }),
  ),
)

export const parts = sample(
  'parts',
  z.array(
    z.strictObject({
      code: z.string().regex(/^\d{5}-[A-Z0-9]{3}-\d{4}$/),
      name: text.max(40),
      unit: text,
      spec: textOrNull,
      supplierName: text,
      supplierCode: text,
      origin: z.enum(codesOf(origin)),
      price: count.min(100).max(1_000_000),
      retailPrice: count,
      category: z.enum(codesOf(partCategory)),
      warrantyMonths: countOrNull,
      warrantyKm: countOrNull,
      assembly: text,
      serialControlled: z.boolean(),
      oldPartReturn: z.enum(codesOf(oldPartDuty)),
      isEngine: z.boolean(),
      modelCodes: z.array(text).min(1).nullable(),
      note: text,
    }),
  ),
)

export const labourCodes = sample(
  'labour-codes',
  z.array(z.strictObject({ code: text, name: text, hours: z.int().min(10).max(9990), system: text, note: text })),
)

const narrative = z.string().min(4).max(200)
export const faultCodes = sample(
  'fault-codes',
  z.array(
    z.strictObject({
      code: text,
      system: text,
      assembly: text,
      part: text,
      mode: z.enum(codesOf(faultMode)),
      text: narrative,
      cause: narrative,
      method: narrative,
      partCodes: z.array(text).min(1),
      companionPartCodes: z.array(text),
      labourCodes: z.array(text).min(1),
      note: text,
    }),
  ),
)

export const technicians = sample(
  'technicians',
  z.array(
    z.strictObject({
      code: text,
      name: text,
      title: text,
      grade: text,
      teamName: text,
      certNo: text,
      certExpiresAt: day,
      phone: z.string().regex(/^1[3-9]\d{9}$/),
      onDuty: z.boolean(),
      hiredAt: day,
      leftAt: day.nullable(),
      note: text,
    }),
  ),
)

export const users = sample(
  'users',
  z.array(
    z.strictObject({
      code: text,
      name: text,
      role: z.enum(codesOf(role)),
      pin: z.string().regex(/^\d{4}$/),
      technicianCode: textOrNull,
      note: text,
    }),
  ),
)

export const station = sample(
  'station',
  z.strictObject({
    code: z.literal('SD0731'),
    name: text,
    kind: text,
    stampName: text,
    contact: text,
    phone: text,
    address: text,
    warrantyClerk: text,
    warrantyClerkPhone: text,
    receiver: text,
    receiverPhone: text,
    bank: text,
    account: text,
    taxNo: z.string().regex(/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/),
    manufacturerCode: text,
    hourRate: count,
    note: text,
  }),
)

export const holidays = sample(
  'holidays',
  z.strictObject({
    note: text,
    years: z.array(z.strictObject({ year: z.int(), confirmed: z.boolean(), note: text })),
    holidays: z.array(day),
    workdays: z.array(day),
  }),
)

const weighted = z.array(z.strictObject({ text, weight: z.int().positive() }))
export const names = sample(
  'names',
  z.strictObject({
    note: text,
    surnames: weighted,
    givenMale: z.array(text),
    givenFemale: z.array(text),
    givenRare: z.array(text),
    rareWeight: z.int().positive(),
    cities: z.array(
      z.strictObject({
        province: text,
        city: text,
        platePrefix: z.string().regex(/^[\u4e00-\u9fff][A-Z]$/),
        areaCode: text,
        districts: z.array(z.strictObject({ name: text, streets: z.array(text).min(1), villages: z.array(text).min(1) })).min(1),
      }),
    ),
    mobilePrefixes: z.array(z.string().regex(/^1[3-9]\d$/)),
    colours: weighted,
    dealers: z.array(z.strictObject({ name: text, city: text })),
    companies: z.array(z.strictObject({ name: text, usage: z.enum(codesOf(usage)) })),
    carriers: z.array(z.strictObject({ name: text, shipMethod: z.enum(codesOf(shipMethod)), waybillPrefix: text })),
    invoicePrefixes: z.array(text),
    packings: z.array(text),
    storageBins: z.array(text),
    outingPlaces: z.array(text),
    seasons: z.array(z.strictObject({ system: text, weights: z.array(z.int().positive()).length(12) })),
  }),
)
