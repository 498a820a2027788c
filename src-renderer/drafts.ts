import type { Instant } from '#domain/dates'
import { api, queryClient, refusalOf, type ApiOutput } from './api.ts'
import { isLeaving } from './transport.ts'

/** What is being typed, kept on the host. What it cannot take just now (disk full, started anew and nobody has signed in yet) waits here and goes as soon as it can. */
type Waiting = { readonly title: string; readonly content: unknown; readonly by: number | null; readonly kept: (savedAt: Instant) => void }

const waiting = new Map<string, Waiting>()
/** One after the other under each key, so that what was typed before never arrives behind it. */
const sending = new Map<string, Promise<void>>()
const pause = 3000
let timer: ReturnType<typeof setTimeout> | undefined
const whoNow = () => queryClient.getQueryData<ApiOutput<'session', 'state'>>(['session', 'state', {}])?.me?.id ?? null

async function sendAll(key: string): Promise<void> {
  // Never under the name of somebody else who has signed in meanwhile.
  for (let draft = waiting.get(key); draft !== undefined && draft.by === whoNow(); draft = waiting.get(key)) {
    const { savedAt } = await api.drafts.save({ key, title: draft.title, content: draft.content })
    if (waiting.get(key) === draft) waiting.delete(key)
    draft.kept(savedAt)
  }
}

function send(key: string): Promise<void> {
  const present = sending.get(key)
  if (present !== undefined) return present
  const sent = sendAll(key)
    .catch((error: unknown) => {
      if (refusalOf(error).code === 'invalid') waiting.delete(key)
      clearTimeout(timer)
      timer = setTimeout(tryAgain, pause)
    })
    .finally(() => sending.delete(key))
  sending.set(key, sent)
  return sent
}

function tryAgain(): void {
  for (const key of waiting.keys()) void send(key)
  if (waiting.size > 0) timer = setTimeout(tryAgain, pause)
}

/** Resolves when it is on the host, however long that takes; never, where something newer was typed under the same key before. */
export function keepDraft(key: string, title: string, content: unknown): Promise<Instant> {
  return new Promise((kept) => {
    waiting.set(key, { title: title.slice(0, 80), content, by: whoNow(), kept })
    void send(key)
    // A page that goes cannot wait for its turn.
    if (isLeaving()) api.drafts.save({ key, title: title.slice(0, 80), content }).catch(() => undefined)
  })
}

export async function loadDraft(key: string): Promise<ApiOutput<'drafts', 'load'>> {
  if (waiting.has(key)) await send(key)
  return api.drafts.load({ key })
}

/** Nothing more of it goes to the host: the record itself was saved. */
export function forgetDraft(key: string): void {
  waiting.delete(key)
}

export async function discardDraft(key: string): Promise<void> {
  forgetDraft(key)
  await api.drafts.discard({ key }).catch(() => undefined)
}
