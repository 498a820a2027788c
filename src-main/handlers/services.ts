import type { Instant } from '#domain/dates'

export type ProducedFile = { readonly fileId: string; readonly name: string; readonly bytes: number }
export type UploadedFile = { readonly name: string; readonly bytes: Uint8Array }
export type BackupCopy = { readonly file: string; readonly bytes: number; readonly at: Instant; readonly provenAt: Instant | null }

/**
 * What tasks may use besides the database: the host's slow or outside work. Plain data in, plain data out, so that the
 * handlers know neither files nor workers.
 */
export type Services = {
  /** keeps bytes for download by id for a short while */
  readonly produce: (name: string, mediaType: string, bytes: Uint8Array) => ProducedFile
  /** bytes a seat has sent up; undefined when the id is unknown or expired */
  readonly uploaded: (uploadId: string) => UploadedFile | undefined
  /** signs the calling seat in or (null) out */
  readonly signIn: (userId: number | null) => void
  /** durable file of the data folder, e.g. `batches/<sha256>.zip` */
  readonly store: (path: string, bytes: Uint8Array) => void
  readonly stored: (path: string) => Uint8Array | undefined
  readonly backUp: () => Promise<BackupCopy>
  readonly backups: () => { readonly folder: string; readonly items: readonly BackupCopy[] }
  /** builds the demo station beside the empty one and puts it in its place */
  readonly installDemo: (orders: number) => Promise<void>
}
