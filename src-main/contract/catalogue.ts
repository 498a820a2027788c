import { z } from 'zod'
import { partFields } from '#domain/list-fields'
import { codesOf, faultMode, modelCategory, oldPartDuty, origin, partCategory } from '#domain/words'
import { command, query } from './define.ts'
import { byId, fen, hours, id, revision } from './fields.ts'
import { list } from './list.ts'

export const modelRow = z.object({
  id, code: z.string(), name: z.string(), category: z.enum(codesOf(modelCategory)), manufacturerId: id, policyId: id.nullable(),
  usesVin: z.boolean(), usesMileage: z.boolean(),
})

export const partRow = z.object({
  id, code: z.string(), name: z.string(), unit: z.string(), spec: z.string(), manufacturerId: id, supplierName: z.string(), supplierCode: z.string(),
  origin: z.enum(codesOf(origin)), priceFen: fen, retailPriceFen: fen, category: z.enum(codesOf(partCategory)),
  warrantyMonths: z.number().int().nullable(), warrantyKm: z.number().int().nullable(), assembly: z.string(), isEngine: z.boolean(),
  serialControlled: z.boolean(), oldPartReturn: z.enum(codesOf(oldPartDuty)), active: z.boolean(), revision,
})

export const labourRow = z.object({ id, code: z.string(), name: z.string(), manufacturerId: id, hours, system: z.string(), active: z.boolean() })

export const faultRow = z.object({
  id, code: z.string(), system: z.string(), assembly: z.string(), part: z.string(), mode: z.enum(codesOf(faultMode)),
  text: z.string(), cause: z.string(), method: z.string(),
})

const find = z.object({ text: z.string().max(60), manufacturerId: id.nullable(), limit: z.number().int().min(1).max(50) })

/** Find: by code, name or pinyin initials, best first. */
export const catalogue = {
  manufacturers: query({
    input: z.object({}), may: 'signedIn',
    output: z.array(z.object({
      id, code: z.string(), name: z.string(), shortName: z.string(), serviceDept: z.string(), phone: z.string(), address: z.string(),
      returnTemplate: z.enum(['F17', 'F31']), hourRateFen: fen, words: z.record(z.string(), z.unknown()), revision,
    })),
  }),
  saveManufacturer: command({
    input: z.object({
      id, revision, name: z.string().trim().min(1).max(60), shortName: z.string().trim().max(30), serviceDept: z.string().trim().max(60),
      phone: z.string().trim().max(30), address: z.string().trim().max(80), returnTemplate: z.enum(['F17', 'F31']), hourRateFen: fen,
      words: z.record(z.string(), z.unknown()),
    }),
    output: z.object({ revision }), may: 'manageStation',
  }),
  /** What the forms print where a manufacturer says nothing else; `{places}` stand for the names. */
  formWords: query({
    input: z.object({}), may: 'signedIn',
    output: z.object({
      names: z.record(z.string(), z.string()),
      forms: z.array(z.object({
        id: z.string(), title: z.array(z.string()), code: z.string(), note: z.string(), signatories: z.array(z.string()),
        copies: z.array(z.object({ key: z.string(), label: z.string(), stripe: z.string(), hides: z.array(z.string()) })),
      })),
    }),
  }),
  policies: query({
    input: z.object({}), may: 'signedIn',
    output: z.array(z.object({
      id, code: z.string(), name: z.string(), manufacturerId: id, basis: z.string(), validFrom: z.string(), validTo: z.string().nullable(),
      limits: z.array(z.object({ scope: z.string(), scopeRef: z.string(), months: z.number().nullable(), km: z.number().nullable(), exclude: z.boolean(), note: z.string() })),
    })),
  }),
  models: query({ input: find, output: z.array(modelRow), may: 'signedIn' }),
  parts: query({ input: find, output: z.array(partRow), may: 'signedIn' }),
  part: query({ input: byId, output: partRow, may: 'signedIn' }),
  labourCodes: query({ input: find, output: z.array(labourRow), may: 'signedIn' }),
  faultCodes: query({ input: find, output: z.array(faultRow), may: 'signedIn' }),
  listParts: list({
    fields: partFields,
    filter: z.object({ category: z.enum(codesOf(partCategory)).nullable(), activeOnly: z.boolean() }),
    row: partRow,
  }),
  savePart: command({
    input: partRow.omit({ id: true }).extend({ id: id.nullable() }), output: byId, may: 'editCatalogue',
  }),
}
