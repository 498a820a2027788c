/** Files kept in memory for a short while: produced ones wait for their download, uploaded ones for the task that reads them. */
export type KeptFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }

const keptForMs = 15 * 60_000
const keptBytes = 512 * 1024 * 1024

export function createFileShelf(clock: () => number) {
  const files = new Map<string, KeptFile & { readonly until: number }>()
  let total = 0

  function drop(id: string): void {
    total -= files.get(id)?.bytes.byteLength ?? 0
    files.delete(id)
  }

  return {
    put(file: KeptFile): string {
      for (const [id, kept] of files) if (kept.until < clock() || total + file.bytes.byteLength > keptBytes) drop(id)
      const id = crypto.randomUUID()
      files.set(id, { ...file, until: clock() + keptForMs })
      total += file.bytes.byteLength
      return id
    },
    get(id: string): KeptFile | undefined {
      const kept = files.get(id)
      return kept && kept.until >= clock() ? kept : undefined
    },
  }
}

export type FileShelf = ReturnType<typeof createFileShelf>
