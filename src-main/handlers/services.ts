import type { BatchDocument } from '#contract/batch-document'
import type { BatchConfirmation } from '#contract/batch-manifest'
import type { Founding } from '#contract/founding'
import type { BackupSchedule } from '#domain/backup-plan'
import type { Instant } from '#domain/dates'
import type { Problem } from '#domain/errors'
import type { ImportResult } from '#domain/import-check'
import type { ImportKind, KnownThings } from '#domain/import-result'
import type { BackupReason, BackupState } from '#domain/words'
import type { Page } from '#forms/engine/page'
import type { Stack } from '#forms/index'

export type ProducedFile = { readonly fileId: string; readonly name: string; readonly bytes: number }
export type UploadedFile = { readonly name: string; readonly bytes: Uint8Array }
export type CopyContent = { readonly workOrders: number; readonly customers: number; readonly papers: number }
/** A copy in the folder of backups; `at`: when it was made. */
export type BackupCopy = {
  readonly name: string
  readonly bytes: number
  readonly at: Instant
  readonly reason: BackupReason
  readonly state: BackupState
  readonly checkedAt: Instant | null
  readonly content: CopyContent | null
}
export type BackupsView = {
  readonly folder: string
  readonly freeBytes: number | null
  readonly trouble: { readonly at: Instant; readonly reason: string } | null
  readonly items: readonly BackupCopy[]
}
export type NamedBytes = { readonly name: string; readonly bytes: Uint8Array }

export type SeatView = {
  readonly id: string
  readonly kind: 'desk' | 'browser'
  readonly name: string
  readonly userId: number | null
  readonly since: Instant
  readonly lastAt: Instant
}
export type ProgramFacts = {
  readonly runtime: string
  readonly system: string
  readonly dbFile: string
  readonly dbBytes: number
  readonly logFolder: string
  readonly freeBytes: number | null
}

/** What the program knows of itself; queries may look at it. */
export type Program = {
  readonly version: string
  readonly backups: () => BackupsView
  /** @throws AppError when copies cannot be written there */
  readonly requireFolder: (folder: string) => void
  /** a folder that is not there yet, beside the data folder */
  readonly restorePlace: (copy: string) => string
  readonly seats: () => {
    readonly url: string | null
    /** browsers are let in as the settings say */ readonly isSwitched: boolean
    /** an address is out that nobody has used yet */ readonly isInviting: boolean
    readonly items: readonly SeatView[]
  }
  readonly facts: () => ProgramFacts
  /** wrong PINs of a person, and the wait they cost */
  readonly pinTries: { readonly delay: (userId: number) => number; readonly tried: (userId: number, right: boolean) => number }
  /** the sample station as a founding */
  readonly samples: () => Founding
  /** of a list on its way into a workbook, or papers on theirs into a file; null when it is not running */
  readonly exportProgress: (exportId: string) => { readonly done: number; readonly of: number } | null
  /** what a preview has checked, for half an hour; undefined when the id is unknown or expired */
  readonly checkedImport: (importId: string) => CheckedImport | undefined
}

export type SheetColumn = {
  readonly heading: string
  readonly width: number
  readonly kind: 'text' | 'count' | 'money' | 'hundredths' | 'date' | 'instant'
}
/** A short sheet behind the list in the same workbook. */
export type SheetBehind = {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}
/** `block`: the cells of some rows; called again and again until all `of` are there, other calls in between. */
export type ListSheet = {
  readonly name: string
  readonly title: string
  readonly author: string
  readonly at: Instant
  readonly columns: readonly SheetColumn[]
  readonly of: number
  readonly behind?: SheetBehind
  readonly block: (from: number, to: number) => readonly (readonly (string | number | null)[])[]
}

/** A checked workbook that waits to be applied. */
export type CheckedImport = { readonly result: ImportResult; readonly file: string; readonly sha256: string }

/** A 保修作业凭证 of the batch. */
export type BatchVoucher = { readonly claimNo: string; readonly voucherNo: string }
/** Papers drawn into one PDF. */
export type PaperFile = { readonly stacks: readonly Stack[]; readonly meta: PaperMeta }

/** `document`: batch.json as frozen. `vouchers`: in the order of its claims; some at a time are asked for and drawn together. */
export type BatchOrder = {
  readonly document: Uint8Array
  readonly confirmation: BatchConfirmation | null
  readonly summary: PaperFile & { readonly number: string }
  readonly vouchers: readonly BatchVoucher[]
  readonly volumeOf: (vouchers: readonly BatchVoucher[]) => PaperFile
}
/** `sha256`: of the whole file, `path` in the data folder. */
export type BatchFile = { readonly fileName: string; readonly path: string; readonly bytes: number; readonly sha256: string }
export type BatchVerification =
  | {
      readonly ok: true
      readonly summary: {
        readonly fileName: string
        readonly hash: string
        readonly batch: BatchDocument['batch']
        readonly totals: BatchDocument['totals']
        readonly warnings: readonly Problem[]
      }
    }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** What an empty station is founded with. */
export type FirstStation = { readonly stationCode: string; readonly stationName: string; readonly chiefName: string; readonly pin: string }

/** `pages`: in order. */
export type DrawnPapers = { readonly bytes: Uint8Array; readonly pages: readonly Pick<Page, 'copy' | 'width' | 'height'>[] }

export type ProducedPapers = ProducedFile & Pick<DrawnPapers, 'pages'>

/** What a PDF says about itself; '' where there is none. */
export type PaperMeta = { readonly title: string; readonly number: string; readonly station: string; readonly createdAt: Instant }

/** `papers`: how many, for the progress; of the register its lines. */
export type PapersToDraw = { readonly papers: number; readonly stacks: readonly Stack[]; readonly meta: PaperMeta }

/**
 * What tasks may use besides the database: the host's slow or outside work. Plain data in, plain data out, so that the
 * handlers know neither files nor workers.
 */
export type Services = {
  /** keeps bytes for download by id for a short while */
  readonly produce: (name: string, mediaType: string, bytes: Uint8Array) => ProducedFile
  /** the same for a file of the data folder, which is read when it is fetched; undefined when it is not there */
  readonly produceStored: (name: string, mediaType: string, path: string) => Promise<ProducedFile | undefined>
  /** bytes a seat has sent up; undefined when the id is unknown or expired */
  readonly uploaded: (uploadId: string) => UploadedFile | undefined
  /** signs the calling seat in or (null) out */
  readonly signIn: (userId: number | null) => void
  /** milliseconds to wait before the next PIN of this person is looked at; grows with every wrong one */
  readonly signInDelay: (userId: number) => number
  /** a PIN was right (forgets the wrong ones) or wrong; how many were wrong in a row */
  readonly signInTried: (userId: number, right: boolean) => number
  /** durable file of the data folder, e.g. `batches/<sha256>.zip` */
  readonly store: (path: string, bytes: Uint8Array) => Promise<void>
  /** durable file under the sha256 of its bytes, which is answered */
  readonly keep: (folder: string, bytes: Uint8Array) => Promise<string>
  readonly stored: (path: string) => Promise<Uint8Array | undefined>
  readonly backUp: (schedule: BackupSchedule) => Promise<BackupCopy>
  /** opens a copy again and reads it whole; `detail` says what is wrong with it. @throws AppError when there is no such copy */
  readonly verifyBackup: (name: string) => Promise<{ readonly copy: BackupCopy; readonly detail: string }>
  /** @throws AppError when the folder is not new or the copy is not whole */
  readonly restoreBackup: (
    name: string,
    folder: string,
  ) => Promise<{ readonly folder: string; readonly content: CopyContent; readonly openWith: string }>
  /** null when no browsers are served */
  readonly newSeatAddress: () => string | null
  readonly renameSeat: (id: string, name: string) => void
  /** false when there is no such browser seat */
  readonly closeSeat: (id: string) => boolean
  /** the log of this and earlier runs, as far as it is kept */
  readonly logText: () => string
  /** what an empty station begins with: one open manufacturer, sample policies, public holidays */
  readonly emptyFounding: (first: FirstStation) => Founding
  /** builds the demo station beside the empty one and puts it in its place */
  readonly installDemo: (orders: number) => Promise<void>
  /** one sheet, and what stands behind it, written beside the main thread; @throws AppError `lists.exportStopped` after stopExport */
  readonly writeList: (exportId: string, sheet: ListSheet) => Promise<Uint8Array>
  readonly stopExport: (exportId: string) => void
  /** pages already laid out → PDF */
  readonly drawPages: (pages: readonly Page[], meta: PaperMeta) => Promise<DrawnPapers>
  /**
   * papers → a PDF, laid out and drawn beside the main thread. `exportId`: under which it is watched, its `papers` are what progress counts; null: by nobody.
   * @throws AppError `lists.exportStopped` after stopExport
   */
  readonly drawPapers: (papers: PapersToDraw, exportId: string | null) => Promise<DrawnPapers>
  /** as `drawPapers`, but written to the disk while it is drawn, and kept there for download: a long period is more than memory should hold */
  readonly producePapers: (papers: PapersToDraw, exportId: string) => Promise<ProducedPapers>
  /** as `producePapers`: a zip of PDFs named after their titles; `at` is the time of its entries */
  readonly produceZip: (
    zip: { readonly title: string; readonly at: Instant; readonly files: readonly PapersToDraw[] },
    exportId: string,
  ) => Promise<ProducedPapers>
  /** writes the claim batch file durably while its vouchers are drawn; vouchers are what progress counts. @throws AppError with the problems of a batch that may not leave, `lists.exportStopped` after stopExport */
  readonly writeBatch: (exportId: string, order: BatchOrder) => Promise<BatchFile>
  readonly verifyBatch: (bytes: Uint8Array) => Promise<BatchVerification>
  /** reads and checks a workbook beside the main thread */
  readonly checkImport: (kind: ImportKind, bytes: Uint8Array, known: KnownThings) => Promise<ImportResult>
  /** keeps a checked workbook for `Program.checkedImport`; its id */
  readonly keepImport: (file: UploadedFile, result: ImportResult) => string
  readonly templateWorkbook: (kind: ImportKind) => Promise<NamedBytes>
}
