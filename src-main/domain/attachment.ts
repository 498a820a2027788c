import { codesOf, attachmentKind, type AttachmentKind } from './words.ts'

/** Of one file taken into the station's keeping. */
export const mostFileMegabytes = 20

/** Signs no file system and no archive takes in a name. */
const forbidden = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}/\\:*?"<>|]/gu
const longest = 80

/** The name under which a file is kept and stands in the batch file: plain signs, no dots at the ends, at most 80 characters with its ending. */
export function readAttachmentName(given: string): string {
  const base = [...(given.split(/[/\\]/).at(-1) ?? '').normalize('NFC').replace(forbidden, '')].join('').replace(/^[.\s]+|[.\s]+$/gu, '')
  const dot = base.lastIndexOf('.')
  const [stem, ending] = dot > 0 ? [base.slice(0, dot), base.slice(dot)] : [base, '']
  const room = longest - ending.length - 8
  return `${[...stem].slice(0, room).join('').trim() || '附件'}${ending}`
}

/** The kinds a policy asks for, from what it stores; unknown words are left out. */
export function readPhotoKinds(stored: unknown): readonly AttachmentKind[] {
  return Array.isArray(stored) ? codesOf(attachmentKind).filter((kind) => stored.includes(kind)) : []
}

/** Asked for and not there yet, in the order they are asked for (V-15). */
export function missingKinds(wanted: readonly AttachmentKind[], files: readonly { readonly kind: AttachmentKind }[]): AttachmentKind[] {
  return wanted.filter((kind) => files.every((file) => file.kind !== kind))
}
