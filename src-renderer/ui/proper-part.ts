import type { z } from 'zod'

type Path = readonly PropertyKey[]

const isBox = (value: unknown): value is Record<PropertyKey, unknown> => typeof value === 'object' && value !== null

function valueAt(from: unknown, path: Path): unknown {
  return path.reduce<unknown>((box, name) => (isBox(box) ? box[name] : undefined), from)
}

function putAt(into: unknown, path: Path, value: unknown): void {
  const box = valueAt(into, path.slice(0, -1))
  const name = path.at(-1)
  if (isBox(box) && name !== undefined) box[name] = value
}

/**
 * What is typed, with each value the schema refuses as it was `before`: one impossible mileage must neither keep the
 * rest from being drafted nor the findings from being looked at anew. Null where that does not make it proper either.
 */
export function properPart<T>(schema: z.ZodType<T>, typed: unknown, before: unknown): T | null {
  const first = schema.safeParse(typed)
  if (first.success) return first.data
  const mended: unknown = structuredClone(typed)
  for (const { path } of first.error.issues) putAt(mended, path, valueAt(before, path))
  return schema.safeParse(mended).data ?? null
}
