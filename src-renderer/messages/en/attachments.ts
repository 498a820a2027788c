import type { attachments as zh } from '../zh/attachments.ts'

export const attachments = {
  title: 'Attachments', none: 'No attachments yet. Drop pictures, PDF or video here; they go to the manufacturer with the claim batch', open: 'Open', remove: 'Remove', addedBy: 'Added by', adding: 'Keeping the attachment',
} satisfies Record<keyof typeof zh, string>
