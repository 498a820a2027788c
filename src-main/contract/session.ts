import { z } from 'zod'
import { codesOf, role } from '#domain/words'
import { command, query, task } from './define.ts'
import { id } from './fields.ts'
import { pin, stationCode } from './founding.ts'

export const person = z.object({ id, code: z.string(), name: z.string(), role: z.enum(codesOf(role)), technicianId: id.nullable() })

/** The first run after the station was founded; each step is saved as it is done. */
export const setUpStep = z.enum(['station', 'maker', 'people', 'numbers', 'data'])

export const session = {
  /** Everyone his own PIN, knowing the present one. */
  changePin: command({ input: z.object({ old: pin, pin }), output: z.object({}), may: 'signedIn' }),
  /** Where the first run stands; null ends it. */
  setUpStep: command({ input: z.object({ step: setUpStep.nullable() }), output: z.object({}), may: 'manageStation' }),
  /** What stands before sign-in: whether there is a station yet, who may sign in, who has. `pin` only in a demo station. */
  state: query({
    input: z.object({}),
    may: 'anyone',
    output: z.object({
      ready: z.boolean(),
      demo: z.boolean(),
      stationName: z.string(),
      stationCode: z.string(),
      people: z.array(z.object({ id, name: z.string(), role: z.enum(codesOf(role)), pin: z.string().nullable() })),
      setUp: setUpStep.nullable(),
      me: person.nullable(),
      today: z.string(),
      version: z.string(),
    }),
  }),
  signIn: task({ input: z.object({ userId: id, pin }), output: person, may: 'anyone', touches: ['session', 'seats'] }),
  signOut: task({ input: z.object({}), output: z.object({}), may: 'signedIn', touches: ['session', 'seats'] }),
  /** First run: an empty station with its chief, who is signed in, or the demo station. */
  setUp: task({
    input: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('empty'),
        stationCode,
        stationName: z.string().trim().min(2).max(60),
        chiefName: z.string().trim().min(2).max(60),
        pin,
      }),
      z.object({ kind: z.literal('demo'), orders: z.number().int().min(0).max(5000) }),
    ]),
    output: z.object({}),
    may: 'anyone',
    touches: ['session', 'station', 'home'],
  }),
  preference: command({
    input: z.object({ key: z.string().max(80), value: z.string().max(20_000) }),
    output: z.object({}),
    may: 'signedIn',
  }),
  preferences: query({ input: z.object({}), output: z.record(z.string(), z.string()), may: 'signedIn' }),
}
