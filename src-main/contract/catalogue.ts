import { z } from 'zod'
import { faultRow, gridLists, labourRow, modelRow, partRow } from './catalogue-lists.ts'
import { policyEndpoints } from './catalogue-policies.ts'
import { command, query } from './define.ts'
import { fen, id, line, localDate, revision } from './fields.ts'

const find = z.object({ text: z.string().max(60), manufacturerId: id.nullable(), limit: z.number().int().min(1).max(50) })

/** Find: by code, name or pinyin initials, best first. */
export const catalogue = {
  manufacturers: query({
    input: z.object({}),
    may: 'signedIn',
    output: z.array(
      z.object({
        id,
        code: z.string(),
        name: z.string(),
        shortName: z.string(),
        serviceDept: z.string(),
        phone: z.string(),
        address: z.string(),
        returnTemplate: z.enum(['F17', 'F31']),
        hourRateFen: fen,
        words: z.record(z.string(), z.unknown()),
        active: z.boolean(),
        revision,
      }),
    ),
  }),
  saveManufacturer: command({
    input: z.object({
      id,
      revision,
      name: z.string().trim().min(1).max(60),
      shortName: z.string().trim().max(30),
      serviceDept: z.string().trim().max(60),
      phone: z.string().trim().max(30),
      address: z.string().trim().max(80),
      returnTemplate: z.enum(['F17', 'F31']),
      hourRateFen: fen,
      words: z.record(z.string(), z.unknown()),
      active: z.boolean().default(true),
    }),
    output: z.object({ revision }),
    may: 'manageStation',
    touches: ['forms', 'workOrders'],
  }),
  /** Its code stands in numbers and file names: it is chosen once. */
  newManufacturer: command({
    input: z.object({ code: line(20), name: line(60), shortName: line(30) }),
    output: z.object({ id }),
    may: 'manageStation',
  }),
  /** The names forms print where a manufacturer says none, by what they name; forms write them as `{places}`. */
  makerNames: query({ input: z.object({}), output: z.record(z.string(), z.string()), may: 'signedIn' }),
  models: query({ input: find, output: z.array(modelRow), may: 'signedIn' }),
  /** `on`: the day whose prices are given, null = today */
  parts: query({ input: find.extend({ on: localDate.nullable().default(null) }), output: z.array(partRow), may: 'signedIn' }),
  labourCodes: query({ input: find, output: z.array(labourRow), may: 'signedIn' }),
  faultCodes: query({ input: find, output: z.array(faultRow), may: 'signedIn' }),
  ...policyEndpoints,
  ...gridLists,
}
