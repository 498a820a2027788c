import type { attachments as zh } from '../zh/attachments.ts'

export const attachments = {
  title: 'Attachments', none: 'No attachments yet. Drop pictures, PDF or video here; they go to the manufacturer with the claim batch', open: 'Open', remove: 'Remove', removeTitle: 'Remove attachment {name}', removeHint: 'The order and the claim batch will no longer have this file, and it cannot be brought back; add it again when it is needed.', addedBy: 'Added by', adding: 'Keeping the attachment',
} satisfies Record<keyof typeof zh, string>
