import { writeFile } from 'node:fs/promises'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { crc32, deflateSync } from 'node:zlib'

const paletteSize = 256

/** Writes a picture of the screen with at most 256 colours, a third of the size: the repository holds many of them. */
export async function writePalettePng(file: string, png: Buffer): Promise<void> {
  const image = await loadImage(png)
  const { width, height } = image
  const context = createCanvas(width, height).getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, width, height)
  const pixels = Uint32Array.from(
    { length: width * height },
    (_, index) => ((data[index * 4] ?? 0) << 16) | ((data[index * 4 + 1] ?? 0) << 8) | (data[index * 4 + 2] ?? 0),
  )
  const palette = paletteOf(pixels)
  const rows = Buffer.alloc(height * (width + 1))
  const known = new Map(palette.map((colour, index) => [colour, index]))
  for (const [index, colour] of pixels.entries()) {
    let at = known.get(colour)
    if (at === undefined) known.set(colour, (at = nearest(palette, colour)))
    rows[Math.floor(index / width) * (width + 1) + 1 + (index % width)] = at
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  await writeFile(
    file,
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', head),
      chunk('PLTE', Buffer.from(palette.flatMap((colour) => channels(colour)))),
      chunk('IDAT', deflateSync(rows, { level: 9 })),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

const channels = (colour: number): [number, number, number] => [colour >> 16, (colour >> 8) & 255, colour & 255]

const distance = (one: number, other: number): number => {
  const [red, green, blue] = channels(one)
  const [otherRed, otherGreen, otherBlue] = channels(other)
  return (red - otherRed) ** 2 + (green - otherGreen) ** 2 + (blue - otherBlue) ** 2
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0
  for (const [index, each] of palette.entries()) if (distance(each, colour) < distance(palette[best] ?? 0, colour)) best = index
  return best
}

/** The colours of surfaces as they are; of the many half-tones round letters those that stand for most of them. */
function paletteOf(pixels: Uint32Array): number[] {
  const counts = new Map<number, number>()
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const byCount = [...counts].toSorted(([, one], [, other]) => other - one).map(([colour]) => colour)
  const palette: number[] = []
  for (const apart of [0, 12 ** 2 * 3, 0]) {
    const room = apart === 0 && palette.length === 0 ? paletteSize / 4 : paletteSize
    for (const colour of byCount) {
      if (palette.length >= room) break
      if (!palette.includes(colour) && (apart === 0 || palette.every((each) => distance(each, colour) >= apart))) palette.push(colour)
    }
  }
  return palette
}

function chunk(name: string, bytes: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), bytes])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(bytes.length, 0)
  whole.set(body, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}
