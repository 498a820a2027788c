import { writeXlsx } from 'hucre'
import { readWorkbook } from '#host/workbook'

type Cell = string | number | boolean | Date | { readonly date: string } | null | undefined
export type TemplateRow = Readonly<Record<string, Cell>>

/** A fetched template with rows written below its headings, as a person fills it. */
export async function filledTemplate(template: Uint8Array, rows: readonly TemplateRow[]): Promise<Buffer> {
  const [first, ...others] = await readWorkbook(template)
  const [headings = []] = first?.rows ?? []
  const written = rows.map((row) =>
    headings.map((heading) => {
      const cell = row[String(heading).replace('*', '')]
      return typeof cell === 'object' && cell !== null && 'date' in cell ? cell.date : (cell ?? null)
    }),
  )
  const plain = others.map(({ name, rows: lines }) => ({
    name,
    rows: lines.map((cells) => cells.map((cell) => (typeof cell === 'object' ? null : cell))),
  }))
  return Buffer.from(await writeXlsx({ sheets: [{ name: first?.name ?? '', rows: [headings.map(String), ...written] }, ...plain] }))
}
