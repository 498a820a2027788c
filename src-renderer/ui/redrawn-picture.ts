/** Its longer side at most `most` dots, turned `turns` quarters clockwise; `quality` as of JPEG. */
type Wish = { readonly kind?: 'jpeg' | 'png'; readonly most: number; readonly turns?: number; readonly quality: number }

/**
 * A picture drawn anew: upright as its camera meant, on white, no larger than wished. null for what this browser cannot read as a picture.
 */
export async function redrawnPicture(picture: Blob, name: string, { kind = 'jpeg', most, turns = 0, quality }: Wish): Promise<File | null> {
  const bitmap = await createImageBitmap(picture, { imageOrientation: 'from-image' }).catch(() => null)
  if (bitmap === null) return null
  const scale = Math.min(1, most / Math.max(bitmap.width, bitmap.height))
  const [width, height] = [bitmap.width, bitmap.height].map((side) => Math.max(1, Math.round(side * scale))) as [number, number] // two in, two out
  const canvas = document.createElement('canvas')
  const isAcross = turns % 2 === 1
  canvas.width = isAcross ? height : width
  canvas.height = isAcross ? width : height
  const pen = canvas.getContext('2d', { alpha: false })
  if (pen === null) return null
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.translate(canvas.width / 2, canvas.height / 2)
  pen.rotate((turns * Math.PI) / 2)
  pen.drawImage(bitmap, -width / 2, -height / 2, width, height)
  bitmap.close()
  const bytes = await new Promise<Blob | null>((answer) => {
    canvas.toBlob(answer, `image/${kind}`, quality)
  })
  return bytes === null ? null : new File([bytes], name, { type: bytes.type })
}
