/** One thing a save changed: a field, or (with `line`, counted from 1) one line of a list; null is a line that was not there. */
export type OrderChange = { readonly field: string; readonly line: number | null; readonly before: unknown; readonly after: unknown }

type Fields = Readonly<Record<string, unknown>>
type Line = { readonly id: number | null }

/** The same text for the same values, in whatever order their keys stand. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  )
}

function isLines(value: unknown): value is readonly Line[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null && 'id' in item)
}

/** Lines are the same when their ids are; a new one has none yet. */
function lineChanges(field: string, before: readonly Line[], after: readonly Line[]): OrderChange[] {
  const known = new Map(before.map((line) => [line.id, line]))
  const kept = new Set(after.map(({ id }) => id))
  const changed = after.flatMap((line, index): OrderChange[] => {
    const was = line.id === null ? null : (known.get(line.id) ?? null)
    return was !== null && textOf(was) === textOf(line) ? [] : [{ field, line: index + 1, before: was, after: line }]
  })
  const gone = before.flatMap((line, index): OrderChange[] =>
    kept.has(line.id) ? [] : [{ field, line: index + 1, before: line, after: null }],
  )
  return [...changed, ...gone]
}

/** What one state of an order's content has and the other has not, field by field. */
export function changesBetween(before: Fields, after: Fields): OrderChange[] {
  return Object.entries(after).flatMap(([field, value]): OrderChange[] => {
    const was = before[field] ?? null
    if (textOf(was) === textOf(value)) return []
    const bothLines = isLines(was) && isLines(value) && was.length + value.length > 0
    return bothLines ? lineChanges(field, was, value) : [{ field, line: null, before: was, after: value }]
  })
}
