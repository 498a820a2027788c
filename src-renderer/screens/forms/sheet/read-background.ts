import type { PDFDocumentProxy } from 'pdfjs-dist'
import { mostFileMegabytes } from '#domain/attachment'
import { AppError } from '#domain/errors'
import { tenthsPerMm, usualSheet } from '#domain/maker-sheet'
import { openPdf } from '../../../ui/open-pdf.ts'

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

type Surface = { readonly canvas: HTMLCanvasElement; readonly context: CanvasRenderingContext2D }

function surfaceOf(width: number, height: number): Surface {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width)
  canvas.height = Math.round(height)
  const context = canvas.getContext('2d', { alpha: false })
  if (context === null) throw new Error('no canvas')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  return { canvas, context }
}

async function fileOf(canvas: HTMLCanvasElement, name: string, kind: 'jpeg' | 'png'): Promise<File> {
  const blob = await new Promise<Blob | null>((resolve) => { canvas.toBlob(resolve, `image/${kind}`, jpegQuality) })
  if (blob === null) throw new AppError('invalid', 'sheet.notReadable', { name })
  return new File([blob], `${name}.${kind}`, { type: blob.type })
}

async function readPage(pdf: PDFDocumentProxy, number: number, name: string): Promise<ReadBackground> {
  const page = await pdf.getPage(number)
  const plain = page.getViewport({ scale: 1 })
  const scale = Math.min(dotsPerInch / pointsPerInch, mostDots / Math.max(plain.width, plain.height))
  const viewport = page.getViewport({ scale })
  const { canvas } = surfaceOf(viewport.width, viewport.height)
  await page.render({ canvas, viewport }).promise
  const tenths = (points: number) => Math.round((points * mmPerInch * tenthsPerMm) / pointsPerInch)
  return { picture: await fileOf(canvas, name, 'png'), width: tenths(plain.width), height: tenths(plain.height) }
}

async function choosePdf(file: File): Promise<ChosenFile> {
  const pdf = await openPdf({ data: new Uint8Array(await file.arrayBuffer()) }).catch((error: unknown) => {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw new AppError('invalid', isLocked ? 'sheet.encrypted' : 'sheet.notReadable', { name: file.name })
  })
  const read = (page: number) => readPage(pdf, page, file.name).catch(() => { throw new AppError('invalid', 'sheet.notReadable', { name: file.name }) })
  return { name: file.name, pages: pdf.numPages, read }
}

/** Drawn anew, so that it stands upright as its camera meant and no larger than paper shows. */
async function choosePicture(file: File): Promise<ChosenFile> {
  const bitmap = await createImageBitmap(file).catch(() => { throw new AppError('invalid', 'sheet.notAPicture', { name: file.name }) })
  const scale = Math.min(1, mostDots / Math.max(bitmap.width, bitmap.height))
  const { canvas, context } = surfaceOf(bitmap.width * scale, bitmap.height * scale)
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  const isUpright = canvas.height >= canvas.width
  const sheet = isUpright ? usualSheet : { width: usualSheet.height, height: usualSheet.width }
  return { name: file.name, pages: 1, read: async () => ({ picture: await fileOf(canvas, file.name, file.type === 'image/jpeg' ? 'jpeg' : 'png'), ...sheet }) }
}

/** @throws AppError in words when it is too large, no picture, damaged or locked by a password. */
export async function chooseBackground(file: File): Promise<ChosenFile> {
  if (file.size > mostFileMegabytes * 1024 * 1024) throw new AppError('invalid', 'sheet.tooLarge', { name: file.name, limit: mostFileMegabytes })
  return file.name.toLowerCase().endsWith('.pdf') ? choosePdf(file) : choosePicture(file)
}
