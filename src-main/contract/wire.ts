import type { ErrorCode, Problem } from '#domain/errors'
import type { Sentence } from '#domain/sentences/index'

/** The three shapes that cross a transport. Plain JSON only. */
export type Call = { readonly callId: string; readonly name: string; readonly input: unknown }
export type WireError = { readonly code: ErrorCode; readonly sentence: Sentence; readonly problems: readonly Problem[] }
export type Reply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: WireError }
export type Changed = { readonly topics: readonly string[] }
