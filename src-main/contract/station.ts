import { z } from 'zod'
import { command, query, task } from './define.ts'
import { byId, id, revision, instant, fen } from './fields.ts'
import { codesOf, role } from '#domain/words'

const line = (max: number) => z.string().trim().max(max)

export const stationFields = z.object({
  code: z.string(), name: line(60), stampName: line(60), contact: line(60), phone: line(30), address: line(80),
  warrantyClerk: line(60), warrantyClerkPhone: line(30), bank: line(60), account: line(40), taxNo: line(18),
})

export const userRow = z.object({
  id, code: z.string(), name: z.string(), role: z.enum(codesOf(role)), technicianId: id.nullable(), active: z.boolean(), revision,
})

export const station = {
  get: query({ input: z.object({}), output: stationFields.extend({ revision, demo: z.boolean() }), may: 'signedIn' }),
  save: command({ input: stationFields.omit({ code: true }).extend({ revision }), output: z.object({ revision }), may: 'manageStation' }),
  users: query({ input: z.object({}), output: z.array(userRow), may: 'signedIn' }),
  saveUser: command({
    input: userRow.omit({ id: true }).extend({ id: id.nullable(), pin: z.string().regex(/^\d{4,8}$/).nullable() }),
    output: byId, may: 'manageStation', touches: ['session'],
  }),
  technicians: query({
    input: z.object({}), may: 'signedIn',
    output: z.array(z.object({ id, code: z.string(), name: z.string(), grade: z.string(), teamName: z.string(), active: z.boolean() })),
  }),
  saveTechnician: command({
    input: z.object({ id: id.nullable(), code: line(20).min(1), name: line(60).min(1), grade: line(20), teamName: line(20), active: z.boolean() }),
    output: byId, may: 'manageStation',
  }),
  numberPatterns: query({
    input: z.object({}), may: 'signedIn',
    output: z.array(z.object({ form: z.string(), pattern: z.string(), locked: z.boolean(), example: z.string(), last: z.number().int() })),
  }),
  saveNumberPattern: command({ input: z.object({ form: z.string(), pattern: z.string().max(60) }), output: z.object({}), may: 'manageStation' }),
  /** Copies the database while the program runs and proves the copy by opening it. */
  backUp: task({ input: z.object({}), output: z.object({ file: z.string(), bytes: z.number().int(), at: instant }), may: 'backUp' }),
  backups: query({
    input: z.object({}), may: 'signedIn',
    output: z.object({ folder: z.string(), items: z.array(z.object({ file: z.string(), bytes: z.number().int(), at: instant, provenAt: instant.nullable() })) }),
  }),
  hourRates: query({ input: z.object({}), output: z.array(z.object({ manufacturerId: id, rateFen: fen })), may: 'signedIn' }),
}
