import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { itemsOf, type Page, type QrCode } from '#forms/engine/page'

/** A page as grey pixels, row by row: 0 black, 255 white. */
export type Picture = { readonly width: number; readonly height: number; readonly pixels: Uint8Array }

/** What pdf.js makes of a page where there is no browser; its types leave it open. */
type Canvas = {
  canvas: { width: number; height: number }
  context: { fillStyle: string; fillRect: (...frame: number[]) => void; getImageData: (...frame: number[]) => { data: Uint8ClampedArray } }
}
type CanvasFactory = { create: (width: number, height: number) => Canvas }

function greyOf({ data }: { data: Uint8ClampedArray }): Uint8Array {
  const pixels = new Uint8Array(data.length / 4)
  for (let index = 0; index < pixels.length; index += 1) {
    const at = 4 * index
    pixels[index] = Math.round(0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0))
  }
  return pixels
}

/** Pages of a PDF (all, or those `wanted` by number from 1) as another program sees them. */
export async function picturesOf(bytes: Uint8Array, dotsPerInch: number, wanted?: readonly number[]): Promise<Picture[]> {
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, disableFontFace: true, verbosity: 0 })
  const document = await task.promise
  const factory = document.canvasFactory as CanvasFactory
  const pictures: Picture[] = []
  for (const number of wanted ?? Array.from({ length: document.numPages }, (_, index) => index + 1)) {
    const page = await document.getPage(number)
    const viewport = page.getViewport({ scale: dotsPerInch / 72 })
    const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)]
    const { canvas, context } = factory.create(width, height)
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, width, height)
    await page.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise // the canvas pdf.js itself made
    pictures.push({ width, height, pixels: greyOf(context.getImageData(0, 0, width, height)) })
    page.cleanup()
  }
  await task.destroy()
  return pictures
}

/** How far two greys may lie apart and still look alike: edges fall between pixels. */
const alike = 64

/** The part of the pixels that look different; 1 when the sizes differ. */
export function difference(one: Picture, other: Picture): number {
  if (one.width !== other.width || one.height !== other.height) return 1
  let different = 0
  for (const [index, grey] of one.pixels.entries()) if (Math.abs(grey - (other.pixels[index] ?? 0)) > alike) different += 1
  return different / one.pixels.length
}

/** Darker than this is ink; a neighbour may be paler, for edges fall between pixels. */
const [ink, paleInk] = [96, 160]

function isNear({ width, pixels }: Picture, x: number, y: number): boolean {
  for (let row = y - 1; row <= y + 1; row += 1) {
    for (let column = x - 1; column <= x + 1; column += 1) if ((pixels[row * width + column] ?? 255) < paleInk) return true
  }
  return false
}

/** The part of the ink of each that has none of the other's within a pixel. Programs that draw strokes of the same place a shade apart agree; sizes may differ by the last row and column. */
export function strayInk(one: Picture, other: Picture): number {
  const [width, height] = [Math.min(one.width, other.width), Math.min(one.height, other.height)]
  if (Math.max(one.width, other.width) > width + 1 || Math.max(one.height, other.height) > height + 1) return 1
  let [all, stray] = [0, 0]
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    for (let y = 1; y < height - 1; y += 1) {
      for (let x = 1; x < width - 1; x += 1) {
        if ((from.pixels[y * from.width + x] ?? 255) >= ink) continue
        all += 1
        if (!isNear(to, x, y)) stray += 1
      }
    }
  }
  return all === 0 ? 0 : stray / all
}

export function codesOf(page: Page): QrCode[] {
  return itemsOf(page).filter((item) => item.kind === 'qr')
}

/** White where the codes are: drawn as bits and as rectangles their edges fall on other pixels; `modulesIn` reads them instead. */
export function withoutCodes(picture: Picture, page: Page): Picture {
  const pixels = picture.pixels.slice()
  const perMm = picture.width / page.width
  for (const { x, y, size } of codesOf(page)) {
    const [left, right] = [Math.floor(x * perMm) - 1, Math.ceil((x + size) * perMm) + 1]
    for (let row = Math.floor(y * perMm) - 1; row <= Math.ceil((y + size) * perMm); row += 1)
      pixels.fill(255, row * picture.width + left, row * picture.width + right)
  }
  return { ...picture, pixels }
}

/** The modules of a code as they look in the middle, row by row. */
export function modulesIn({ pixels, width }: Picture, page: Page, { x, y, size, rows }: QrCode): string[] {
  const perMm = width / page.width
  const at = (place: number, nth: number): number => Math.floor((place + ((nth + 0.5) * size) / rows.length) * perMm)
  return rows.map((_, row) => rows.map((__, column) => ((pixels[at(y, row) * width + at(x, column)] ?? 255) < 128 ? '1' : '0')).join(''))
}
