import type { BatchDocument } from '#contract/batch-document'
import { manifestFormat, type BatchConfirmation, type BatchManifest, type VoucherPlace } from '#contract/batch-manifest'
import { batchHash, canonicalJson } from './canonical.ts'
import { attachmentsFolder, documentName, manifestName, workbookName } from './names.ts'
import { createZip, type ZipEntry } from './zip.ts'

/** A PDF under its name in the archive, 正式 and without a reprint mark (settled.md 21). `vouchers`: those it holds, in order. */
export type Paper = ZipEntry & { readonly vouchers: readonly VoucherPlace[] }

type Coming<T> = Iterable<T> | AsyncIterable<T>

/**
 * `json`: batch.json, of which `document` tells the head. `workbook`: asked for when all vouchers have their
 * places. `papers`: F19, then the volumes. `attachments`: in the order of the claims, under the names they are
 * listed by. `confirmation`: 第二经办人 when he confirmed after 封批.
 */
export type BatchFileParts = {
  readonly document: Pick<BatchDocument, 'batch' | 'totals'>
  readonly json: Uint8Array
  readonly workbook: (vouchers: readonly VoucherPlace[]) => Promise<Uint8Array>
  readonly papers: Coming<Paper>
  readonly attachments: Coming<ZipEntry>
  readonly confirmation: BatchConfirmation | null
}

export function manifestOf(
  { batch, totals }: Pick<BatchDocument, 'batch' | 'totals'>,
  confirmation: BatchConfirmation | null,
  entries: BatchManifest['entries'],
  vouchers: readonly VoucherPlace[] | null,
): BatchManifest {
  const { manufacturerCode, stationCode, number, sealedAt } = batch
  const common = { format: manifestFormat, manufacturerCode, stationCode, number, sealedAt, confirmation, totals, entries } as const
  return vouchers === null ? { ...common, version: 1 } : { ...common, version: 2, vouchers: [...vouchers] }
}

/**
 * The claim batch file (domain.md §2.22, settled.md 19–20), piece by piece: each paper is asked for when the one before it
 * has been taken, so that a batch of any size needs little memory. The workbook tells where the vouchers stand, so it comes
 * after them; in version 1 they had a PDF each, and it came before. The same parts give the same bytes on any day.
 * @throws AppError invalid when names meet twice or the archive is full.
 */
export async function* batchFilePieces(
  { document, json, workbook, papers, attachments, confirmation }: BatchFileParts,
  version: BatchManifest['version'] = 2,
): AsyncGenerator<Uint8Array> {
  const zip = createZip(document.batch.sealedAt)
  const entries: BatchManifest['entries'] = []
  const vouchers: VoucherPlace[] = []
  const put = ({ name, bytes }: ZipEntry): readonly Uint8Array[] => {
    entries.push({ name, bytes: bytes.byteLength, sha256: batchHash(bytes) })
    return zip.add({ name, bytes })
  }
  yield* put({ name: documentName, bytes: json })
  if (version === 1) yield* put({ name: workbookName, bytes: await workbook([]) })
  for await (const paper of papers) {
    vouchers.push(...paper.vouchers)
    yield* put(paper)
  }
  for await (const { name, bytes } of attachments) yield* put({ name: `${attachmentsFolder}${name}`, bytes })
  if (version === 2) yield* put({ name: workbookName, bytes: await workbook(vouchers) })
  yield* zip.add({ name: manifestName, bytes: canonicalJson(manifestOf(document, confirmation, entries, version === 1 ? null : vouchers)) })
  yield* zip.end()
}
