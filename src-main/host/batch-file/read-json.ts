import { z } from 'zod'
import { canonicalPieces } from '#contract/batch-document'
import { stop, type Problem } from '#domain/errors'

/** `format`, `versions`: what the file calls itself, and those this program knows. `list`: its long list, whose items `schema` leaves to `item`. */
export type JsonKind = { readonly name: string; readonly schema: z.ZodType; readonly format: string; readonly versions: readonly number[]; readonly list?: { readonly key: string; readonly item: z.ZodType } }

export type ReadJson<T> = { readonly value: T } | { readonly problems: readonly Problem[] }

const inChinese = { error: z.locales.zhCN().localeError }

function parse(name: string, bytes: Uint8Array): { readonly text: string; readonly value: unknown } | Problem {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return { text, value: JSON.parse(text) }
  } catch {
    return stop('batchFile.notJson', null, { name })
  }
}

/** A newer version is named as such instead of as a hundred strange fields. */
function versionProblem({ name, format, versions }: JsonKind, value: unknown): Problem[] {
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== format) return []
  if (!('version' in value) || typeof value.version !== 'number' || versions.includes(value.version)) return []
  return [stop('batchFile.version', 'version', { name, version: value.version, known: versions.join('、') })]
}

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string }

function issuesOf({ schema, list }: JsonKind, value: unknown): readonly Issue[] {
  const found = schema.safeParse(value, inChinese).error?.issues ?? []
  const items: unknown = list === undefined || typeof value !== 'object' || value === null ? [] : Object.entries(value).find(([key]) => key === list.key)?.[1]
  if (list === undefined || !Array.isArray(items)) return found
  return [...found, ...items.flatMap((item, nth) => (list.item.safeParse(item, inChinese).error?.issues ?? []).map(({ path, message }): Issue => ({ path: [list.key, nth, ...path], message })))]
}

/** What zod found, with the field and a Chinese reason. */
function formatProblems(name: string, issues: readonly Issue[]): Problem[] {
  return issues.slice(0, 50).map((issue) => stop('batchFile.format', issue.path.join('.') || null, { name, path: issue.path.join('.') || name, detail: issue.message }))
}

/** Looked at piece by piece: written anew as a whole, it would be in memory twice. */
function isCanonical(text: string, value: unknown): boolean {
  let at = 0
  for (const piece of canonicalPieces(value)) {
    if (!text.startsWith(piece, at)) return false
    at += piece.length
  }
  return at === text.length
}

/** A JSON file of the archive: UTF-8, of a known version, after its schema, written the one canonical way. */
export function readJson<T>(kind: JsonKind, bytes: Uint8Array): ReadJson<T> {
  const { name } = kind
  const parsed = parse(name, bytes)
  if ('level' in parsed) return { problems: [parsed] }
  const version = versionProblem(kind, parsed.value)
  if (version.length > 0) return { problems: version }
  const issues = issuesOf(kind, parsed.value)
  if (issues.length > 0) return { problems: formatProblems(name, issues) }
  if (!isCanonical(parsed.text, parsed.value)) return { problems: [stop('batchFile.notCanonical', null, { name })] }
  // What was parsed is what was checked: the schemas are strict and change nothing.
  return { value: parsed.value as T }
}
