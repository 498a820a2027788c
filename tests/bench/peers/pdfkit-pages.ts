/** Our positioned pages drawn with pdfkit, which pdfmake brings along: what remains when only the writer is another. */
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { type Item, itemsOf, type Page } from '#forms/engine/page'
import { resources } from '#host/resources'

const perMm = 72 / 25.4
const fonts = { regular: 'NotoSansSC-Regular.ttf', bold: 'NotoSansSC-Bold.ttf', rare: 'HanaMinB.ttf' } as const

function drawItem(document: PDFKit.PDFDocument, item: Item): void {
  switch (item.kind) {
    case 'text':
      document.font(item.font).fontSize(item.size).fillColor(item.colour)
      document.text(item.text, item.x * perMm, item.y * perMm, { lineBreak: false, baseline: 'alphabetic', features: [] })
      break
    case 'rule':
      document.lineWidth(item.weight * perMm).strokeColor(item.colour)
      document
        .moveTo(item.x1 * perMm, item.y1 * perMm)
        .lineTo(item.x2 * perMm, item.y2 * perMm)
        .stroke()
      break
    case 'fill':
      document.rect(item.x * perMm, item.y * perMm, item.width * perMm, item.height * perMm).fill(item.colour)
      break
    case 'ring':
      document
        .lineWidth(item.weight * perMm)
        .ellipse((item.x + item.width / 2) * perMm, (item.y + item.height / 2) * perMm, (item.width / 2) * perMm, (item.height / 2) * perMm)
        .stroke()
      break
    case 'picture':
      throw new Error('no paper of the benchmark has a picture')
    case 'qr': {
      const module = (item.size / item.rows.length) * perMm
      for (const [row, modules] of item.rows.entries()) {
        for (const run of modules.matchAll(/1+/g))
          document.rect(item.x * perMm + run.index * module, item.y * perMm + row * module, run[0].length * module, module)
      }
      document.fill('#000000')
      break
    }
  }
}

export function drawWithPdfkit(pages: readonly Page[]): Promise<Uint8Array> {
  const document = new PDFDocument({ autoFirstPage: false })
  for (const [name, file] of Object.entries(fonts)) document.registerFont(name, join(resources().fonts, file))
  const chunks: Buffer[] = []
  const done = new Promise<Uint8Array>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    document.on('error', reject)
  })
  for (const page of pages) {
    document.addPage({ size: [page.width * perMm, page.height * perMm], margin: 0 })
    for (const item of itemsOf(page)) drawItem(document, item)
  }
  document.end()
  return done
}
