import type { trouble as zh } from '../zh/trouble.ts'

export const trouble = {
  stopped: 'The station cannot be opened now. Nothing has been changed.', dataFolder: 'Data folder: {folder}', retry: 'Try again', tried: 'Tried {count} [time|times] more, still not',
  inUse: 'The database is used by another program', inUse1: 'Look at the task bar: the program may be open already; use that window.', inUse2: 'If the command line or a backup program uses it, wait until it is done.', inUse3: 'Tried again every 4 seconds; this page opens by itself.',
  newer: 'The data were written by a newer program', newer1: 'Install the new version, then open this folder again.', newer2: 'The old version leaves these data alone, or it might spoil them.',
  diskFull: 'The disk is full', diskFull1: 'Empty the bin and delete what is not needed, 2 GB at least.', diskFull2: 'Do not delete anything in the data folder.', diskFull3: 'Then press “Try again”.',
  damaged: 'The database cannot be read', damaged1: 'Choose a backup below, the newer the better, and press “Open this one”.', damaged2: 'The unreadable file is moved aside as it is, not a byte is deleted; it may still be rescued later.', damaged3: 'What was entered after that backup must be entered again; printed papers are there on paper.',
  other: 'The database cannot be opened', other1: 'Do what is said above, then press “Try again”.', other2: 'If that does not help, send a photo of this page to support.',
  copies: 'Backups', at: 'When', content: 'Holds', contentOf: '{orders} [order|orders], {papers} [paper|papers]', size: 'Size', state: 'Proof', openThis: 'Open this one', restoring: 'Checking the backup and opening…', dismiss: 'Understood',
} satisfies Record<keyof typeof zh, string>
