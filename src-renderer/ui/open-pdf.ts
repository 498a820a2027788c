import type { PDFDocumentProxy } from 'pdfjs-dist'

/** Opens a produced file by its address, or the bytes of a file somebody chose. The library is loaded with the first. */
export async function openPdf(source: { readonly url: string } | { readonly data: Uint8Array }): Promise<PDFDocumentProxy> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  pdfjs.GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/legacy/build/pdf.worker.min.mjs', import.meta.url).href
  return pdfjs.getDocument({ ...source, withCredentials: true, enableXfa: false, useWasm: false }).promise
}
