import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { batchDocument, batchManifest } from '#contract/batch-document'

/** The published JSON Schemas of the claim batch file, by their name under docs/. */
export function batchSchemas(): Map<string, string> {
  const published = [['batch.schema.json', batchDocument], ['batch-manifest.schema.json', batchManifest]] as const
  return new Map(published.map(([name, schema]) => [name, `${JSON.stringify(z.toJSONSchema(schema, { target: 'draft-2020-12', reused: 'inline' }), null, 2)}\n`]))
}

// `node build/batch-schema.ts` writes them anew after a change of src-main/contract/batch-document.ts.
if (import.meta.filename === process.argv[1]) {
  for (const [name, text] of batchSchemas()) {
    const path = fileURLToPath(new URL(`../docs/${name}`, import.meta.url))
    writeFileSync(path, text)
    process.stdout.write(`wrote ${path}\n`)
  }
}
