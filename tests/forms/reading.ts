import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A text as another program reads it from the PDF: mm from the top left corner, y the baseline. */
export type ReadText = { readonly text: string; readonly x: number; readonly y: number; readonly width: number; readonly size: number }

export type ReadPage = { readonly width: number; readonly height: number; readonly texts: readonly ReadText[] }

const mm = 25.4 / 72

export async function readPdf(bytes: Uint8Array): Promise<ReadPage[]> {
  // pdf.js takes the bytes away from the caller, so it gets its own.
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 })
  const document = await task.promise
  const pages: ReadPage[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const [, , width = 0, height = 0] = page.view
    const { items } = await page.getTextContent()
    const texts = items.flatMap((item): ReadText[] => {
      if (!('str' in item) || item.str.trim() === '') return []
      const [size, , , , x, y] = item.transform as [number, number, number, number, number, number] // a PDF matrix has six numbers
      return [{ text: item.str, x: x * mm, y: (height - y) * mm, width: item.width * mm, size }]
    })
    pages.push({ width: width * mm, height: height * mm, texts })
  }
  await task.destroy()
  return pages
}
