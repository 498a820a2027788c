import type { attachmentSentences } from '#domain/sentences/attachment'

export const attachmentEn = {
  'attachment.kind': '“{name}” cannot be attached; use pictures, PDF or video ({kinds})',
  'attachment.tooLarge': '“{name}” is too large; at most {limit} MB a file. Compress or split it',
  'attachment.unreadable': '“{name}” cannot be opened as a picture; take it again, or save it as jpg and attach that',
  'attachment.twice': '“{name}” is attached already as “{kept}”; there is no need to attach it again',
  'attachment.inBatch': '“{name}” belongs to claim {no}, which is in a batch; take it out of the batch before removing the file',
  'attachment.empty': '“{name}” is empty; there is nothing to keep',
  'attachment.notYours': '“{name}” was added by someone else; they, the claim clerk or the chief may remove it',
} satisfies Record<keyof typeof attachmentSentences, string>
