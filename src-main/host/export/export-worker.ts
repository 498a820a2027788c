/** Writes one workbook in a worker thread: rows come in blocks, the file goes back. Opens no file and no database. */
import { parentPort } from 'node:worker_threads'
import type { Instant } from '#domain/dates'
import { writeWorkbook, type WorkbookColumn, type WorkbookSheet } from '../workbook.ts'

export type SheetCells = readonly (readonly (string | number | null)[])[]
export type SheetHead = {
  readonly name: string
  readonly title: string
  readonly author: string
  readonly at: Instant
  readonly columns: readonly WorkbookColumn[]
  readonly behind?: WorkbookSheet
}
export type ExportPart = { readonly rows: SheetCells } | { readonly head: SheetHead }
export type ExportAnswer = { readonly bytes: Uint8Array } | { readonly failed: string }

const port = parentPort
if (port === null) throw new Error('export-worker runs only as a worker thread')

const rows: (readonly (string | number | null)[])[] = []

port.on('message', (part: ExportPart) => {
  if ('rows' in part) {
    for (const row of part.rows) rows.push(row)
    return
  }
  const { name, title, author, at, columns, behind } = part.head
  writeWorkbook({ title, author, at, sheets: [{ name, columns, rows, filtered: true }, ...(behind === undefined ? [] : [behind])] }).then(
    (bytes) => port.postMessage({ bytes } satisfies ExportAnswer),
    (error: unknown) =>
      port.postMessage({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) } satisfies ExportAnswer),
  )
})
