import { redrawnPicture } from '../../../ui/redrawn-picture.ts'

const side = 240

/** A small JPEG of a picture, the right way up; null for other files and for pictures this browser cannot read. */
export async function thumbnailOf(file: File): Promise<File | null> {
  return file.type.startsWith('image/') ? redrawnPicture(file, 'thumb.jpg', { most: side, quality: 0.8 }) : null
}
