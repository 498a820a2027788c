import type { attachments as zh } from '../zh/attachments.ts'

export const attachments = {
  title: 'Attachments', remove: 'Remove', adding: 'Keeping the attachment', pick: 'Choose files', drop: 'Drop pictures, PDF or video anywhere on this page, or paste a picture with Ctrl+V (at most {limit} MB each)', dropNow: 'Let go to add it to this order', asKind: 'New ones show', shows: 'Shows',
  wanted: 'The manufacturer wants', wantedCount: '{count} of {of} in all', missing: 'missing', camera: 'Camera', shoot: 'Take it', cameraHint: 'Aim and press Ctrl+Enter, as often as needed; the full picture is kept', cameraTaken: '{count} taken; take more or close', cameraRefused: 'There is no camera, or it was not allowed. “Choose files” opens the camera of a telephone.', photoName: 'photo',
  before: 'Previous', after: 'Next', turn: 'Turn', download: 'Download', noPreview: 'This kind of file cannot be shown here; download and open it', tileHint: '{name} ({by})', removeTitle: 'Remove “{name}”?', removeAsk: 'It will no longer go to the manufacturer with the claim, and cannot be brought back; the record says who removed it.',
} satisfies Record<keyof typeof zh, string>
