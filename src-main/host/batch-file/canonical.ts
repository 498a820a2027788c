import { createHash } from 'node:crypto'
import { canonicalText, type BatchDocument } from '#contract/batch-document'
import type { BatchManifest } from '#contract/batch-manifest'

/** The bytes that are frozen, hashed and put in the archive; see docs/batch-format.md. */
export function canonicalJson(document: BatchDocument | BatchManifest): Uint8Array {
  return new TextEncoder().encode(canonicalText(document))
}

/** SHA-256 in lower-case hex; F19 prints the first 8 characters of that of batch.json (settled.md 19). */
export function batchHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
