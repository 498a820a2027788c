import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { batchDocument } from '#contract/batch-document'
import { batchManifest } from '#contract/batch-manifest'

/**
 * Unicode classes are known to few validators outside JavaScript, so the published patterns do without: control characters
 * by their ranges, any letter from À on. Half characters are left to `verify`, which is the stricter judge.
 */
const elsewhere = [
  ['\\p{Cc}', '\\u0000-\\u001F\\u007F-\\u009F'],
  ['\\p{Cs}', ''],
  ['\\p{Zl}\\p{Zp}', '\\u2028\\u2029'],
  ['\\p{L}\\p{N}', '0-9A-Za-z\\u00C0-\\uFFFF'],
] as const

function portable(pattern: string): string {
  return elsewhere.reduce((text, [unicode, ranges]) => text.replaceAll(unicode, ranges), pattern)
}

/** The published JSON Schemas of the claim batch file, by their name under docs/. */
export function batchSchemas(): Map<string, string> {
  const published = [
    ['batch.schema.json', batchDocument],
    ['batch-manifest.schema.json', batchManifest],
  ] as const
  return new Map(
    published.map(([name, schema]) => [
      name,
      `${JSON.stringify(z.toJSONSchema(schema, { target: 'draft-2020-12', reused: 'inline', override }), null, 2)}\n`,
    ]),
  )
}

function override({ jsonSchema }: { readonly jsonSchema: { pattern?: string; allOf?: { pattern?: string }[] } }): void {
  for (const each of [jsonSchema, ...(jsonSchema.allOf ?? [])]) if (each.pattern !== undefined) each.pattern = portable(each.pattern)
}

// `node build/batch-schema.ts` writes them anew after a change of src-main/contract/batch-document.ts.
if (import.meta.filename === process.argv[1]) {
  for (const [name, text] of batchSchemas()) {
    const path = fileURLToPath(new URL(`../docs/${name}`, import.meta.url))
    writeFileSync(path, text)
    process.stdout.write(`wrote ${path}\n`)
  }
}
