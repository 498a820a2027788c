import { z } from 'zod'
import { canonicalPieces } from '#contract/batch-document'
import { stop, type Problem } from '#domain/errors'

/** What the file calls itself, and the versions this program knows. */
type Named = { readonly name: string; readonly format: string; readonly versions: readonly number[] }
/** All but one long list, whose items are looked at one by one: the copies zod makes would be in memory together. */
type ListedIn<T, Key extends keyof T> = T[Key] extends readonly (infer Item)[]
  ? {
      readonly schema: z.ZodType<Omit<T, Key> & Record<Key, unknown[]>>
      readonly list: { readonly key: Key; readonly item: z.ZodType<Item> }
    }
  : never
export type JsonKind<T> = Named &
  ({ readonly schema: z.ZodType<T>; readonly list?: never } | { [Key in keyof T]: ListedIn<T, Key> }[keyof T])

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
function versionProblem({ name, format, versions }: Named, value: unknown): Problem[] {
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== format) return []
  if (!('version' in value) || typeof value.version !== 'number' || versions.includes(value.version)) return []
  return [stop('batchFile.version', 'version', { name, version: value.version, known: versions.join('、') })]
}

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string }

function issuesOf<T>({ schema, list }: JsonKind<T>, value: unknown): readonly Issue[] {
  const found = schema.safeParse(value, inChinese).error?.issues ?? []
  const items: unknown =
    list === undefined || typeof value !== 'object' || value === null ? [] : Object.entries(value).find(([key]) => key === list.key)?.[1]
  if (list === undefined || !Array.isArray(items)) return found
  return [
    ...found,
    ...items.flatMap((item, nth) =>
      (list.item.safeParse(item, inChinese).error?.issues ?? []).map(({ path, message }): Issue => ({
        path: [list.key, nth, ...path],
        message,
      })),
    ),
  ]
}

/** What zod found, with the field and a Chinese reason. */
function formatProblems(name: string, issues: readonly Issue[]): Problem[] {
  return issues
    .slice(0, 50)
    .map((issue) =>
      stop('batchFile.format', issue.path.join('.') || null, { name, path: issue.path.join('.') || name, detail: issue.message }),
    )
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
export function readJson<T>(kind: JsonKind<T>, bytes: Uint8Array): ReadJson<T> {
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
