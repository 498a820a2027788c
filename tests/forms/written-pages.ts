import type { Page } from '#forms/engine/page'
import type { PdfMeta } from '#host/pdf/document-info'
import type { PictureBytes } from '#host/pdf/embed-picture'
import type { PaperFonts } from '#host/pdf/paper-fonts'
import { joined } from '#host/pdf/pdf-maker'
import { createPageWriter } from '#host/pdf/write-pages'

/** A document written in this thread, all its pieces put together. */
export function writtenPages(fonts: PaperFonts, meta: PdfMeta, pages: readonly Page[], pictures?: PictureBytes): Uint8Array {
  const pieces: Uint8Array[] = []
  const writer = createPageWriter(fonts, meta, (piece) => pieces.push(piece), pictures)
  writer.add(pages)
  writer.finish()
  return joined(pieces)
}
