const side = 240

/** A small JPEG of a picture, the right way up; null for other files and for pictures this browser cannot read. */
export async function thumbnailOf(file: File): Promise<File | null> {
  if (!file.type.startsWith('image/')) return null
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (picture === null) return null
  const scale = Math.min(1, side / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const bytes = await new Promise<Blob | null>((answer) => { canvas.toBlob(answer, 'image/jpeg', 0.8) })
  return bytes === null ? null : new File([bytes], 'thumb.jpg', { type: 'image/jpeg' })
}
