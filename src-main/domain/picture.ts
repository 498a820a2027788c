/**
 * What a picture file says of itself: its size in dots and how its bytes are to be read. Only what can go into a paper:
 * JPEG in grey or RGB, PNG with eight bits a channel, not interlaced.
 */
export type PictureHead =
  | { readonly kind: 'jpeg'; readonly width: number; readonly height: number; readonly channels: 1 | 3 }
  | { readonly kind: 'png'; readonly width: number; readonly height: number; readonly colour: PngColour }

/** A picture in the station's keeping, under the hash of its bytes; its size in dots. */
export type KeptPicture = { readonly sha256: string; readonly width: number; readonly height: number }

/** Of one printed in a form: a third of a millimetre a dot would be seen, a tenth is sharp on every printer. */
export const mostFormDots = 1600

/** Colour types of PNG: grey, RGB, palette, grey with alpha, RGB with alpha. */
export type PngColour = 0 | 2 | 3 | 4 | 6

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const pngColours: readonly PngColour[] = [0, 2, 3, 4, 6]

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

function pngHead(view: DataView): PictureHead | null {
  if (view.byteLength < 33) return null
  const colour = pngColours.find((known) => known === view.getUint8(25))
  const isPlain = view.getUint8(24) === 8 && view.getUint8(28) === 0
  return colour === undefined || !isPlain ? null : { kind: 'png', width: view.getUint32(16), height: view.getUint32(20), colour }
}

/** Start-of-frame markers whose picture every reader of PDF can draw: baseline, extended, progressive. */
const frames = [0xc0, 0xc1, 0xc2]

function jpegHead(view: DataView): PictureHead | null {
  let at = 2
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (frames.includes(marker)) {
      const channels = view.getUint8(at + 9)
      const size = { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
      return view.getUint8(at + 4) === 8 && (channels === 1 || channels === 3) ? { kind: 'jpeg', ...size, channels } : null
    }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

/** null when it is no picture that can go into a paper. */
export function readPictureHead(bytes: Uint8Array): PictureHead | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = begins(bytes, pngSignature) ? pngHead(view) : begins(bytes, [0xff, 0xd8, 0xff]) ? jpegHead(view) : null
  return head === null || head.width === 0 || head.height === 0 ? null : head
}
