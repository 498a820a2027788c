import type { AppContract } from '#contract/index'
import { AppError } from '#domain/errors'
import { mostFormDots, readPictureHead } from '#domain/picture'
import { missing, type Handler } from './define.ts'

type Feature = AppContract['forms']

/** What is printed in a frame goes into every print of the paper: a photo as the camera made it would be megabytes each time. */
export const addPicture: Handler<Feature['addPicture']> = async ({ services }, { uploadId }) => {
  const { name, bytes } = services.uploaded(uploadId) ?? missing('上传的照片')
  const head = readPictureHead(bytes)
  if (head === null) throw new AppError('invalid', 'form.pictureKind', { name })
  const { width, height } = head
  if (Math.max(width, height) > mostFormDots)
    throw new AppError('invalid', 'form.pictureTooLarge', { name, width, height, most: mostFormDots })
  return { sha256: await services.keep('attachments', bytes), width, height }
}

export const picture: Handler<Feature['picture']> = async ({ services }, { sha256 }) => {
  const bytes = await services.stored(`attachments/${sha256}`)
  const head = bytes === undefined ? null : readPictureHead(bytes)
  if (bytes === undefined || head === null) throw new AppError('not-found', 'paper.pictureLost', { hash: sha256.slice(0, 8) })
  return services.produce(`${sha256.slice(0, 8)}.${head.kind}`, `image/${head.kind}`, bytes)
}
