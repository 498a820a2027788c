import type { AppContract } from '#contract/index'
import { deleteAttachment, findAttachment, findAttachmentNamed, insertAttachment, listAttachments } from '#db/queries/attachments'
import { findClaimOfOrder } from '#db/queries/claims'
import { findWorkOrder } from '#db/queries/work-orders'
import { readAttachmentName } from '#domain/attachment'
import { AppError } from '#domain/errors'
import { missing, type HandlersOf } from './define.ts'

const mostBytes = 20 * 1024 * 1024
const mediaTypes: Readonly<Record<string, string>> = { jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', pdf: 'application/pdf', mp4: 'video/mp4' }

function pathOf(sha256: string): string {
  return `attachments/${sha256}`
}

function endingOf(name: string): string {
  return name.split('.').at(-1)?.toLowerCase() ?? ''
}

export const attachmentsHandlers: HandlersOf<AppContract['attachments']> = {
  list({ db }, { workOrderId }) {
    return listAttachments(db, workOrderId)
  },

  async add(context, { workOrderId, uploadId }) {
    const file = context.services.uploaded(uploadId) ?? missing('上传的文件')
    const name = readAttachmentName(file.name)
    if (!Object.hasOwn(mediaTypes, endingOf(name))) throw new AppError('invalid', 'attachment.kind', { name, kinds: Object.keys(mediaTypes).join('、') })
    if (file.bytes.byteLength > mostBytes) throw new AppError('invalid', 'attachment.tooLarge', { name, limit: mostBytes / 1024 / 1024 })
    const sha256 = await context.services.keep('attachments', file.bytes)
    return context.run('attachments', 'record', { workOrderId, name, bytes: file.bytes.byteLength, sha256 })
  },

  record({ db, now, actor }, { workOrderId, name, bytes, sha256 }) {
    if (!findWorkOrder(db, workOrderId)) missing('工单')
    const twin = listAttachments(db, workOrderId).find((kept) => kept.sha256 === sha256)
    if (twin) throw new AppError('rule', 'attachment.twice', { name: twin.name })
    return { id: insertAttachment(db, { workOrderId, name: freeName(name), bytes, sha256, addedAt: now, addedBy: actor.userId }) }

    function freeName(wished: string): string {
      const dot = wished.lastIndexOf('.')
      for (let nth = 2, tried = wished; ; nth += 1) {
        if (!findAttachmentNamed(db, workOrderId, tried)) return tried
        tried = `${wished.slice(0, dot)}(${nth})${wished.slice(dot)}`
      }
    }
  },

  async open({ db, services }, { id }) {
    const attachment = findAttachment(db, id) ?? missing('附件')
    const bytes = await services.stored(pathOf(attachment.sha256))
    return services.produce(attachment.name, mediaTypes[endingOf(attachment.name)] ?? 'application/octet-stream', bytes ?? missing(`附件 ${attachment.name}`))
  },

  remove({ db }, { id }) {
    const attachment = findAttachment(db, id) ?? missing('附件')
    const claim = findClaimOfOrder(db, attachment.workOrderId)
    if (claim && claim.batchId !== null) throw new AppError('rule', 'attachment.inBatch', { name: attachment.name, no: claim.no })
    deleteAttachment(db, id)
    return {}
  },
}
