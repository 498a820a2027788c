import { z } from 'zod'
import { command, query } from './define.ts'
import { byId, fen, id, instant, line, revision } from './fields.ts'
import { founding, pin, stationCode, stationFields } from './founding.ts'
import { codesOf, role } from '#domain/words'

export const userRow = z.object({
  id,
  code: z.string(),
  name: z.string(),
  role: z.enum(codesOf(role)),
  technicianId: id.nullable(),
  active: z.boolean(),
  revision,
})

const sampleCounts = z.object({
  models: z.number().int(),
  parts: z.number().int(),
  labourCodes: z.number().int(),
  faultCodes: z.number().int(),
})

export const station = {
  /** First run, for whoever sits there; refused as soon as there is a station. */
  found: command({ input: founding, output: z.object({}), may: 'anyone', touches: ['session', 'catalogue', 'home'] }),
  get: query({
    input: z.object({}),
    may: 'signedIn',
    /** `codeLocked`: a number was taken, and every number bears the code */
    output: stationFields.extend({ revision, demo: z.boolean(), codeLocked: z.boolean() }),
  }),
  save: command({
    input: stationFields.extend({ code: stationCode, revision }),
    output: z.object({ revision }),
    may: 'manageStation',
    touches: ['session'],
  }),
  users: query({ input: z.object({}), output: z.array(userRow), may: 'signedIn' }),
  saveUser: command({
    input: userRow.omit({ id: true }).extend({ id: id.nullable(), code: line(20).min(1), name: line(60).min(1), pin: pin.nullable() }),
    output: byId,
    may: 'manageStation',
    touches: ['session'],
  }),
  /** First run: a person by name, role and PIN; the codes are given, and a technician gets his record among the technicians. */
  addPerson: command({
    input: z.object({ name: line(60).min(2), role: z.enum(codesOf(role)), pin }),
    output: byId,
    may: 'manageStation',
    touches: ['session'],
  }),
  /** The open maker of a new station becomes the one it has; its code stays once there is a work order. */
  nameMaker: command({
    input: z.object({
      id,
      revision,
      code: line(12).regex(/^[A-Z0-9-]+$/, '厂方代码为大写字母、数字或短横'),
      name: line(60).min(1),
      shortName: line(30),
      serviceDept: line(60),
      phone: line(30),
      address: line(80),
      returnTemplate: z.enum(['F17', 'F31']),
      hourRateFen: fen,
    }),
    output: z.object({ revision }),
    may: 'manageStation',
    touches: ['catalogue'],
  }),
  technicians: query({
    input: z.object({}),
    may: 'signedIn',
    output: z.array(z.object({ id, code: z.string(), name: z.string(), grade: z.string(), teamName: z.string(), active: z.boolean() })),
  }),
  saveTechnician: command({
    input: z.object({
      id: id.nullable(),
      code: line(20).min(1),
      name: line(60).min(1),
      grade: line(20),
      teamName: line(20),
      active: z.boolean(),
    }),
    output: byId,
    may: 'manageStation',
  }),
  numberPatterns: query({
    input: z.object({}),
    may: 'signedIn',
    /** `last`: used in this period; `opening`: of these, given before the program was */
    output: z.array(
      z.object({
        form: z.string(),
        pattern: z.string(),
        lockedAt: instant.nullable(),
        example: z.string(),
        last: z.number().int(),
        opening: z.number().int(),
      }),
    ),
  }),
  /** Until the first number is taken. `opening`: the last number given on paper in this period, 0 = begin at 1. */
  saveNumberPattern: command({
    input: z.object({ form: z.string(), pattern: z.string().max(60), opening: z.number().int().min(0).max(999_999) }),
    output: z.object({}),
    may: 'manageStation',
  }),
  /** What is left of the sample catalogue at this station. */
  samples: query({
    input: z.object({}),
    output: z.object({ loaded: z.boolean(), maker: z.string(), counts: sampleCounts, policies: z.array(z.string()) }),
    may: 'signedIn',
  }),
  loadSamples: command({ input: z.object({}), output: z.object({}), may: 'manageStation', touches: ['catalogue'] }),
  /** Takes the sample catalogue out: what nothing refers to is deleted, the rest retired. */
  dropSamples: command({
    input: z.object({}),
    output: z.object({ deleted: z.number().int(), retired: z.number().int() }),
    may: 'manageStation',
    touches: ['catalogue'],
  }),
  hourRates: query({ input: z.object({}), output: z.array(z.object({ manufacturerId: id, rateFen: fen })), may: 'signedIn' }),
}
