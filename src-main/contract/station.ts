import { z } from 'zod'
import { command, query } from './define.ts'
import { byId, fen, id, line, revision } from './fields.ts'
import { founding, pin, stationFields } from './founding.ts'
import { codesOf, role } from '#domain/words'

export const userRow = z.object({
  id, code: z.string(), name: z.string(), role: z.enum(codesOf(role)), technicianId: id.nullable(), active: z.boolean(), revision,
})

export const station = {
  /** First run, for whoever sits there; refused as soon as there is a station. */
  found: command({ input: founding, output: z.object({}), may: 'anyone', touches: ['session', 'catalogue', 'home'] }),
  get: query({ input: z.object({}), output: stationFields.extend({ revision, demo: z.boolean() }), may: 'signedIn' }),
  save: command({ input: stationFields.omit({ code: true }).extend({ revision }), output: z.object({ revision }), may: 'manageStation' }),
  users: query({ input: z.object({}), output: z.array(userRow), may: 'signedIn' }),
  saveUser: command({
    input: userRow.omit({ id: true }).extend({ id: id.nullable(), pin: pin.nullable() }),
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
  hourRates: query({ input: z.object({}), output: z.array(z.object({ manufacturerId: id, rateFen: fen })), may: 'signedIn' }),
}
