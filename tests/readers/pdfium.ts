import { PDFiumLibrary } from '@hyzyla/pdfium'
import type { Picture } from '#tests/forms/pictures'

/** A page as PDFium, the reader inside Chrome and Edge, takes it: its size in points, and its text in the order of the file. */
export type PdfiumPage = { readonly width: number; readonly height: number; readonly text: string }

/** Sizes of the pictures in dots, page by page: PDFium stretches a page to whole dots, so the caller says how many. */
type Dots = readonly { readonly width: number; readonly height: number }[]

/** PDFium gives a hyphen before a new line as a character of its own. */
const hyphenAtLineEnd = '\ufffe'

const library = PDFiumLibrary.init()

/** @throws Error when PDFium does not open the file. */
async function withDocument<T>(
  bytes: Uint8Array,
  use: (document: Awaited<ReturnType<PDFiumLibrary['loadDocument']>>) => Promise<T>,
): Promise<T> {
  const document = await (await library).loadDocument(bytes)
  try {
    return await use(document)
  } finally {
    document.destroy()
  }
}

export function readWithPdfium(bytes: Uint8Array): Promise<PdfiumPage[]> {
  return withDocument(bytes, async (document) =>
    [...document.pages()].map((page) => {
      const { originalWidth, originalHeight } = page.getOriginalSize()
      return { width: originalWidth, height: originalHeight, text: page.getText().replaceAll(hyphenAtLineEnd, '-') }
    }),
  )
}

export function picturesByPdfium(bytes: Uint8Array, dots: Dots): Promise<Picture[]> {
  return withDocument(bytes, async (document) => {
    const pictures: Picture[] = []
    for (const [index, page] of [...document.pages()].entries()) {
      // the pixels belong to the library's memory, so they are copied
      const { width, height, data } = await page.render({
        ...dots[index],
        colorSpace: 'Gray',
        render: ({ data: pixels }) => Promise.resolve(Uint8Array.from(pixels)),
      })
      pictures.push({ width, height, pixels: data })
    }
    return pictures
  })
}
