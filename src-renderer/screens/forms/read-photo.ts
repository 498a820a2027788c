import { mostFileMegabytes } from '#domain/attachment'
import { AppError } from '#domain/errors'
import { mostFormDots, type KeptPicture } from '#domain/picture'
import { api, type ApiOutput } from '../../api.ts'
import { fileAddress, upload } from '../../transport.ts'
import { redrawnPicture } from '../../ui/redrawn-picture.ts'

export const photoKinds = ['.jpg', '.jpeg', '.png', '.webp']
const quality = 0.88

/** No larger than paper shows: a photo of 12 megapixels becomes some 300 kilobytes. @throws AppError in words when it is too large or no picture. */
export async function keepPhoto(picture: Blob, name: string, turns = 0): Promise<KeptPicture> {
  if (picture.size > mostFileMegabytes * 1024 * 1024)
    throw new AppError('invalid', 'attachment.tooLarge', { name, limit: mostFileMegabytes })
  const file = await redrawnPicture(picture, `${name}.jpg`, { most: mostFormDots, turns, quality })
  if (file === null) throw new AppError('invalid', 'form.pictureKind', { name })
  return api.forms.addPicture({ uploadId: await upload(file) })
}

/** A photo attached to an order, as it was turned there. */
export async function keepAttached({ id, name, turns }: ApiOutput<'attachments', 'list'>[number]): Promise<KeptPicture> {
  const { fileId } = await api.attachments.open({ id })
  const answer = await fetch(fileAddress(fileId), { credentials: 'same-origin' })
  return keepPhoto(await answer.blob(), name, turns)
}
