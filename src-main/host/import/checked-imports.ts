import { createHash } from 'node:crypto'
import type { ImportResult } from '#domain/import-check'
import type { CheckedImport, UploadedFile } from '#handlers/services'

const keptForMs = 30 * 60_000

/** Checked workbooks between preview and apply. The bytes are gone; what is kept is the typed rows. */
export function createCheckedImports(clock: () => number) {
  const kept = new Map<string, CheckedImport & { readonly until: number }>()
  return {
    keep({ name, bytes }: UploadedFile, result: ImportResult): string {
      for (const [id, { until }] of kept) if (until < clock()) kept.delete(id)
      const id = crypto.randomUUID()
      kept.set(id, { result, file: name, sha256: createHash('sha256').update(bytes).digest('hex'), until: clock() + keptForMs })
      return id
    },
    find(id: string): CheckedImport | undefined {
      const found = kept.get(id)
      return found !== undefined && found.until >= clock() ? found : undefined
    },
  }
}

export type CheckedImports = ReturnType<typeof createCheckedImports>
