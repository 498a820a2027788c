import type { AppContract } from '#contract/index'
import {
  deleteAttachment,
  findAttachment,
  findAttachmentNamed,
  insertAttachment,
  listAttachments,
  updateAttachment,
  type Attachment,
} from '#db/queries/attachments'
import { findClaimOfOrder } from '#db/queries/claims'
import { findWorkOrder } from '#db/queries/work-orders'
import type { Reader } from '#db/types'
import { missingKinds, mostFileMegabytes, readAttachmentName } from '#domain/attachment'
import { AppError } from '#domain/errors'
import { mayDo } from '#domain/permissions'
import { missing, type Actor, type CommandContext, type HandlersOf } from './define.ts'
import { recordStep } from './history.ts'
import { photoKindsRequiredBy } from './policy-parameters.ts'
import { pictureOf } from './work-orders-picture.ts'

/** a picture of some hundred pixels */
const mostThumbBytes = 100 * 1024
const mediaTypes: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
  mp4: 'video/mp4',
}

function pathOf(sha256: string): string {
  return `attachments/${sha256}`
}

function endingOf(name: string): string {
  return name.split('.').at(-1)?.toLowerCase() ?? ''
}

/** What a browser shows by itself. */
function isPicture(name: string): boolean {
  return mediaTypes[endingOf(name)]?.startsWith('image/') ?? false
}

/** A file in a batch stands as it is; else who added it, or who answers for the claim, may take it away. */
function refuseRemoval(db: Reader, actor: Actor, attachment: Attachment): void {
  const claim = findClaimOfOrder(db, attachment.workOrderId)
  if (claim && claim.batchId !== null) throw new AppError('rule', 'attachment.inBatch', { name: attachment.name, no: claim.no })
  if (attachment.addedBy !== actor.userId && (actor.role === null || !mayDo(actor.role, 'editClaim')))
    throw new AppError('forbidden', 'attachment.notYours', { name: attachment.name })
}

/** A second file of the same name is kept under 名(2). */
function freeName(db: Reader, workOrderId: number, wished: string): string {
  const dot = wished.lastIndexOf('.')
  for (let nth = 2, tried = wished; ; nth += 1) {
    if (!findAttachmentNamed(db, workOrderId, tried)) return tried
    tried = `${wished.slice(0, dot)}(${nth})${wished.slice(dot)}`
  }
}

function recordFile(
  context: CommandContext,
  event: 'attach' | 'detach',
  { workOrderId, name }: Pick<Attachment, 'workOrderId' | 'name'>,
): void {
  recordStep(context, 'workOrder', workOrderId, { event, from: '', to: '', note: name })
}

export const attachmentsHandlers: HandlersOf<AppContract['attachments']> = {
  list({ db }, { workOrderId }) {
    return listAttachments(db, workOrderId).map(({ thumb, ...file }) => ({
      ...file,
      isPicture: isPicture(file.name),
      hasThumb: thumb !== '',
    }))
  },

  wanted({ db }, { workOrderId }) {
    const { policy, terms } = pictureOf(db, findWorkOrder(db, workOrderId) ?? missing('工单'))
    const kinds = photoKindsRequiredBy(policy)
    return { count: terms.photosRequired, kinds: [...kinds], missing: missingKinds(kinds, listAttachments(db, workOrderId)) }
  },

  async thumbs({ db, services }, { workOrderId }) {
    const files = listAttachments(db, workOrderId).filter(({ thumb }) => thumb !== '')
    const read = await Promise.all(files.map(async ({ id, thumb }) => ({ id, bytes: await services.stored(pathOf(thumb)) })))
    return read.flatMap(({ id, bytes }) =>
      bytes === undefined ? [] : [{ id, data: `data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}` }],
    )
  },

  async add(context, { workOrderId, uploadId, kind, thumbUploadId }) {
    const { services } = context
    const file = services.uploaded(uploadId) ?? missing('上传的文件')
    const name = readAttachmentName(file.name)
    if (!Object.hasOwn(mediaTypes, endingOf(name)))
      throw new AppError('invalid', 'attachment.kind', { name, kinds: Object.keys(mediaTypes).join('、') })
    if (file.bytes.byteLength === 0) throw new AppError('invalid', 'attachment.empty', { name })
    if (file.bytes.byteLength > mostFileMegabytes * 1024 * 1024)
      throw new AppError('invalid', 'attachment.tooLarge', { name, limit: mostFileMegabytes })
    const small = thumbUploadId === null ? undefined : services.uploaded(thumbUploadId)?.bytes
    const thumb = small !== undefined && small.byteLength <= mostThumbBytes ? await services.keep('attachments', small) : ''
    const sha256 = await services.keep('attachments', file.bytes)
    return context.run('attachments', 'record', { workOrderId, name, bytes: file.bytes.byteLength, sha256, kind, thumb })
  },

  record(context, { workOrderId, name: wished, ...file }) {
    const { db, now, actor } = context
    if (!findWorkOrder(db, workOrderId)) missing('工单')
    const twin = listAttachments(db, workOrderId).find((kept) => kept.sha256 === file.sha256)
    if (twin) throw new AppError('rule', 'attachment.twice', { name: wished, kept: twin.name })
    const name = freeName(db, workOrderId, wished)
    const id = insertAttachment(db, { ...file, workOrderId, name, addedAt: now, addedBy: actor.userId })
    recordFile(context, 'attach', { workOrderId, name })
    return { id }
  },

  change({ db }, { id, kind, turns }) {
    if (!updateAttachment(db, id, { kind, turns })) missing('附件')
    return {}
  },

  async open({ db, services }, { id }) {
    const attachment = findAttachment(db, id) ?? missing('附件')
    return (
      (await services.produceStored(
        attachment.name,
        mediaTypes[endingOf(attachment.name)] ?? 'application/octet-stream',
        pathOf(attachment.sha256),
      )) ?? missing(`附件 ${attachment.name}`)
    )
  },

  remove(context, { id }) {
    const { db, actor } = context
    const attachment = findAttachment(db, id) ?? missing('附件')
    refuseRemoval(db, actor, attachment)
    deleteAttachment(db, id)
    recordFile(context, 'detach', attachment)
    return {}
  },
}
