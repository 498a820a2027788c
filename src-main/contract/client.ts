import { AppError } from '#domain/errors'
import type { Client, Contract } from './define.ts'
import type { Call, Reply } from './wire.ts'

/**
 * The typed client over any transport. A refusal arrives as an envelope and is rethrown here, on the caller's side, as
 * AppError. Callers that may repeat a command after a lost answer pass the same `callId`.
 */
export function createClient<C extends Contract>(contract: C, send: (call: Call) => Promise<Reply>, newId: () => string): Client<C> {
  const client: Record<string, Record<string, unknown>> = {}
  for (const [feature, endpoints] of Object.entries(contract)) {
    const methods: Record<string, unknown> = {}
    for (const method of Object.keys(endpoints)) {
      methods[method] = async (input: unknown, options?: { callId?: string }) => {
        const reply = await send({ callId: options?.callId ?? newId(), name: `${feature}.${method}`, input })
        if (reply.ok) return reply.value
        throw new AppError(reply.error.code, reply.error.sentence.key, reply.error.sentence.params, reply.error.problems)
      }
    }
    client[feature] = methods
  }
  return client as Client<C>
}
