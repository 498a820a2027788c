import { z } from 'zod'
import { codesOf, role } from '#domain/words'
import { command, query, task } from './define.ts'
import { id } from './fields.ts'

export const person = z.object({ id, code: z.string(), name: z.string(), role: z.enum(codesOf(role)), technicianId: id.nullable() })

export const session = {
  /** What stands before sign-in: whether there is a station yet, who may sign in, who has. `pin` only in a demo station. */
  state: query({
    input: z.object({}), may: 'anyone',
    output: z.object({
      ready: z.boolean(), demo: z.boolean(), stationName: z.string(), stationCode: z.string(),
      people: z.array(z.object({ id, name: z.string(), role: z.enum(codesOf(role)), pin: z.string().nullable() })),
      me: person.nullable(), today: z.string(), version: z.string(),
    }),
  }),
  signIn: task({ input: z.object({ userId: id, pin: z.string().regex(/^\d{4,8}$/, '口令是 4 到 8 位数字') }), output: person, may: 'anyone' }),
  signOut: task({ input: z.object({}), output: z.object({}), may: 'signedIn' }),
  /** First run: an empty station with its chief, or the demo station. */
  setUp: task({
    input: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('empty'), stationCode: z.string().regex(/^[A-Z0-9]{2,12}$/, '站代码为 2 到 12 位大写字母或数字'),
        stationName: z.string().trim().min(2).max(60), chiefName: z.string().trim().min(2).max(60), pin: z.string().regex(/^\d{4,8}$/),
      }),
      z.object({ kind: z.literal('demo'), orders: z.number().int().min(0).max(5000) }),
    ]),
    output: z.object({}), may: 'anyone',
  }),
  preference: command({ input: z.object({ key: z.string().max(80), value: z.string().max(20_000) }), output: z.object({}), may: 'signedIn' }),
  preferences: query({ input: z.object({}), output: z.record(z.string(), z.string()), may: 'signedIn' }),
}
