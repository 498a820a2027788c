import type { PDFDocumentProxy } from 'pdfjs-dist'
import { mostFileMegabytes } from '#domain/attachment'
import { AppError } from '#domain/errors'
import { tenthsPerMm, usualSheet } from '#domain/maker-sheet'
import { readPictureHead } from '#domain/picture'
import { openPdf } from '../../../ui/open-pdf.ts'
import { redrawnPicture } from '../../../ui/redrawn-picture.ts'

export const backgroundKinds = ['.pdf', '.png', '.jpg', '.jpeg']

/** Sharp enough for small print, and some hundred kilobytes a sheet. */
const dotsPerInch = 200
/** A4 at 300 dots an inch; a photo may have more than paper shows. */
const mostDots = 3508
const pointsPerInch = 72
const mmPerInch = 25.4
const jpegQuality = 0.92

/** A picture to lay under the fields, and the size of the sheet it was, in tenths of a millimetre. */
export type ReadBackground = { readonly picture: File; readonly width: number; readonly height: number }

/** A file somebody chose: of a PDF the page to be used is still to be said. */
export type ChosenFile = { readonly name: string; readonly pages: number; readonly read: (page: number) => Promise<ReadBackground> }

async function readPage(pdf: PDFDocumentProxy, number: number, name: string): Promise<ReadBackground> {
  const page = await pdf.getPage(number)
  const plain = page.getViewport({ scale: 1 })
  const scale = Math.min(dotsPerInch / pointsPerInch, mostDots / Math.max(plain.width, plain.height))
  const viewport = page.getViewport({ scale })
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(viewport.width)
  canvas.height = Math.round(viewport.height)
  await page.render({ canvas, viewport, background: '#ffffff' }).promise
  const tenths = (points: number) => Math.round((points * mmPerInch * tenthsPerMm) / pointsPerInch)
  const bytes = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png')
  })
  if (bytes === null) throw new Error('no picture of the page')
  return { picture: new File([bytes], `${name}.png`, { type: bytes.type }), width: tenths(plain.width), height: tenths(plain.height) }
}

async function choosePdf(file: File): Promise<ChosenFile> {
  const pdf = await openPdf({ data: new Uint8Array(await file.arrayBuffer()) }).catch((error: unknown) => {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw new AppError('invalid', isLocked ? 'sheet.encrypted' : 'sheet.notReadable', { name: file.name })
  })
  const read = (page: number) =>
    readPage(pdf, page, file.name).catch(() => {
      throw new AppError('invalid', 'sheet.notReadable', { name: file.name })
    })
  return { name: file.name, pages: pdf.numPages, read }
}

/** Drawn anew, so that it stands upright as its camera meant and no larger than paper shows. */
async function choosePicture(file: File): Promise<ChosenFile> {
  const kind = file.type === 'image/jpeg' ? 'jpeg' : 'png'
  const picture = await redrawnPicture(file, `${file.name}.${kind}`, { kind, most: mostDots, quality: jpegQuality })
  const head = picture === null ? null : readPictureHead(new Uint8Array(await picture.arrayBuffer()))
  if (picture === null || head === null) throw new AppError('invalid', 'sheet.notAPicture', { name: file.name })
  const sheet = head.height >= head.width ? usualSheet : { width: usualSheet.height, height: usualSheet.width }
  return { name: file.name, pages: 1, read: () => Promise.resolve({ picture, ...sheet }) }
}

/** @throws AppError in words when it is too large, no picture, damaged or locked by a password. */
export async function chooseBackground(file: File): Promise<ChosenFile> {
  if (file.size > mostFileMegabytes * 1024 * 1024)
    throw new AppError('invalid', 'sheet.tooLarge', { name: file.name, limit: mostFileMegabytes })
  return file.name.toLowerCase().endsWith('.pdf') ? choosePdf(file) : choosePicture(file)
}
