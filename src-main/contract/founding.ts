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
  startRule,
  stationKind,
} from '#domain/words'
import { fen, hours, line, localDate } from './fields.ts'

export const stationFields = z.object({
  code: z.string(),
  name: line(60),
  stampName: line(60),
  contact: line(60),
  phone: line(30),
  address: line(80),
  warrantyClerk: line(60),
  warrantyClerkPhone: line(30),
  bank: line(60),
  account: line(40),
  taxNo: line(18),
  kind: z.enum(codesOf(stationKind)).default('authorised'),
})

export const stationCode = z.string().regex(/^[A-Z0-9]{2,12}$/, '站代码为 2 到 12 位大写字母或数字')
export const pin = z.string().regex(/^\d{4,8}$/, '口令是 4 到 8 位数字')
const code = line(40).min(1)
const months = z.number().int().min(0).max(600).nullable()
const kilometres = z.number().int().min(0).max(999_999).nullable()

const limit = z.object({
  scope: z.enum(codesOf(limitScope)),
  scopeRef: z.string().max(40),
  months,
  km: kilometres,
  exclude: z.boolean(),
  note: line(100),
})

const policy = z.object({
  code,
  name: line(60).min(1),
  manufacturerCode: code,
  validFrom: localDate,
  validTo: localDate.nullable(),
  basis: line(200),
  startRule: z.enum(codesOf(startRule)),
  deductRepairDays: z.boolean(),
  deductWaitDays: z.boolean(),
  holidayShift: z.boolean(),
  /** in thousandths: 500 = half the months for 营运 */
  commercialUseFactor: z.number().int().min(0).max(1000),
  partProductionLimitMonths: months,
  rules: z.record(z.string(), z.unknown()),
  params: z.record(z.string(), z.unknown()),
  limits: z.array(limit),
})

const part = z.object({
  code,
  name: line(40).min(1),
  unit: line(10),
  spec: line(60),
  manufacturerCode: code,
  supplierName: line(60),
  supplierCode: line(40),
  origin: z.enum(codesOf(origin)),
  priceFen: fen,
  retailPriceFen: fen,
  category: z.enum(codesOf(partCategory)),
  warrantyMonths: months,
  warrantyKm: kilometres,
  assembly: line(40),
  isEngine: z.boolean(),
  serialControlled: z.boolean(),
  oldPartReturn: z.enum(codesOf(oldPartDuty)),
})

/** Everything a station begins with. Records refer to one another by code. */
export const founding = z.object({
  /** the steps of the first run follow: its chief is led through them */
  setUp: z.boolean().default(false),
  station: stationFields.extend({ code: stationCode, name: line(60).min(2), demo: z.boolean() }),
  technicians: z.array(
    z.object({
      code,
      name: line(60).min(1),
      grade: line(20),
      teamName: line(20),
      certNo: line(40),
      certExpiresOn: localDate.nullable(),
      phone: line(30),
      active: z.boolean(),
    }),
  ),
  people: z.array(z.object({ code, name: line(60).min(2), role: z.enum(codesOf(role)), pin, technicianCode: code.nullable() })).min(1),
  manufacturers: z
    .array(
      z.object({
        code,
        name: line(60).min(1),
        shortName: line(30),
        serviceDept: line(60),
        phone: line(30),
        address: line(80),
        returnTemplate: z.enum(['F17', 'F31']),
        hourRateFen: fen,
        /** percent; 100 = no mark-up */
        partMarkup: z.number().int().min(100).max(1000),
        words: z.record(z.string(), z.unknown()),
      }),
    )
    .min(1),
  policies: z.array(policy),
  models: z.array(
    z.object({
      code,
      name: line(40).min(1),
      category: z.enum(codesOf(modelCategory)),
      manufacturerCode: code,
      policyCode: code.nullable(),
      usesVin: z.boolean(),
      usesMileage: z.boolean(),
    }),
  ),
  parts: z.array(part),
  labourCodes: z.array(z.object({ code, name: line(60).min(1), manufacturerCode: code, hours, system: line(40) })),
  faultCodes: z.array(
    z.object({
      code,
      manufacturerCode: code,
      system: line(40),
      assembly: line(40),
      part: line(40),
      mode: z.enum(codesOf(faultMode)),
      text: line(200),
      cause: line(200),
      method: line(200),
    }),
  ),
  /** public holidays, and (`working`) weekends that are worked */
  holidays: z.array(z.object({ day: localDate, working: z.boolean(), note: line(60) })),
})

export type Founding = z.output<typeof founding>
