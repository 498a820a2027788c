import type { BatchDocument } from '#contract/batch-document'
import { canonicalText } from '#contract/batch-document'
import type { BatchManifest, VoucherPlace } from '#contract/batch-manifest'
import { stop, type Problem } from '#domain/errors'
import { manifestOf } from './build.ts'
import { batchHash } from './canonical.ts'
import { attachmentsFolder, manifestName, volumeName } from './names.ts'
import { pageCountOf } from './page-count.ts'
import type { ZipEntry } from './zip.ts'

const paperForm = /^forms\/F\d\d-[^/]+\.pdf$/u
const summaryForm = /^forms\/F19-/u
const voucherForm = /^forms\/F16-/u

/** Every file listed, present, of the right size and hash. */
export function checkListed(manifest: BatchManifest, entries: readonly ZipEntry[]): Problem[] {
  const listed = new Map(manifest.entries.map((entry) => [entry.name, entry]))
  const present = new Set(entries.map(({ name }) => name))
  const missing = manifest.entries.filter(({ name }) => !present.has(name)).map(({ name }) => stop('batchFile.missing', null, { name }))
  const others = entries.filter(({ name }) => name !== manifestName)
  const wrong = others.flatMap(({ name, bytes }) => {
    const entry = listed.get(name)
    if (entry === undefined) return [stop('batchFile.extra', null, { name })]
    const found = batchHash(bytes)
    return entry.sha256 === found && entry.bytes === bytes.byteLength
      ? []
      : [stop('batchFile.hash', null, { name, expected: entry.sha256.slice(0, 8), found: found.slice(0, 8) })]
  })
  return [...missing, ...wrong]
}

/** What manifest.json repeats of batch.json. */
export function checkManifest(manifest: BatchManifest, document: BatchDocument): Problem[] {
  const expected = manifestOf(document, null, [], null)
  const words = {
    manufacturerCode: '厂方代码',
    stationCode: '站代码',
    number: '批次号',
    sealedAt: '封批时刻',
    totals: '件数与金额',
  } as const
  // Object.entries forgets the keys that the line above names.
  return (Object.entries(words) as [keyof typeof words, string][]).flatMap(([key, label]) => {
    const found = canonicalText(expected[key])
    const listed = canonicalText(manifest[key])
    return listed === found ? [] : [stop('batchFile.manifest', key, { label, expected: listed, found })]
  })
}

export function checkPapers(papers: readonly ZipEntry[]): Problem[] {
  const summaries = papers.filter(({ name }) => summaryForm.test(name)).length
  return [
    ...(summaries === 0
      ? [stop('batchFile.noSummary')]
      : summaries > 1
        ? [stop('batchFile.twoSummaries', null, { count: summaries })]
        : []),
    ...papers.filter(({ name }) => !paperForm.test(name)).map(({ name }) => stop('batchFile.paperName', null, { name })),
    ...papers
      .filter(({ bytes }) => Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== '%PDF-')
      .map(({ name }) => stop('batchFile.notPdf', null, { name })),
  ]
}

export function checkAttachments(document: BatchDocument, attachments: readonly ZipEntry[]): Problem[] {
  const given = new Map(attachments.map(({ name, bytes }) => [name, bytes]))
  const listed = document.claims.flatMap((claim) => claim.attachments)
  const names = new Set(listed.map(({ name }) => name))
  const problems = listed.flatMap((attachment) => {
    const content = given.get(attachment.name)
    return content === undefined
      ? [stop('batchFile.missing', null, { name: `${attachmentsFolder}${attachment.name}` })]
      : checkAttachment(attachment, content)
  })
  return [
    ...problems,
    ...attachments
      .filter(({ name }) => !names.has(name))
      .map(({ name }) => stop('batchFile.extra', null, { name: `${attachmentsFolder}${name}` })),
  ]
}

/** Whether these are the bytes that were listed at 封批. */
export function checkAttachment(
  { name, sha256, bytes }: BatchDocument['claims'][number]['attachments'][number],
  content: Uint8Array,
): Problem[] {
  const found = batchHash(content)
  return found === sha256 && content.byteLength === bytes
    ? []
    : [stop('batchFile.hash', null, { name: `${attachmentsFolder}${name}`, expected: sha256.slice(0, 8), found: found.slice(0, 8) })]
}

/** Each voucher is that of its claim; they stand in the order of the claims, one after the other, in volumes counted from 1, and every volume holds some. */
function checkVoucherPlaces({ claims }: BatchDocument, papers: readonly ZipEntry[], places: readonly VoucherPlace[]): Problem[] {
  const rankOf = new Map(claims.map(({ no }, rank) => [no, rank]))
  const volumes = papers.filter(({ name }) => voucherForm.test(name)).map(({ name }) => name)
  const used = new Set(places.map(({ file }) => file))
  let rank = -1
  let end = { volume: 0, page: 1 }
  const strays = places.flatMap(({ claimNo, voucherNo, file, page, pages }): Problem[] => {
    const here = rankOf.get(claimNo) ?? -1
    const expectedNo = claims[here]?.voucherNo ?? '—'
    if (expectedNo !== voucherNo)
      return [stop('batchFile.voucherOfOther', null, { claim: claimNo, voucher: voucherNo, expected: expectedNo })]
    if (here <= rank) return [stop('batchFile.voucherOrder', null, { claim: claimNo })]
    rank = here
    const begins = end.volume === 0 || file !== volumeName(end.volume)
    const expected = begins ? { volume: end.volume + 1, page: 1 } : end
    end = { volume: expected.volume, page: expected.page + pages }
    const right = volumeName(expected.volume)
    return file === right && page === expected.page
      ? []
      : [stop('batchFile.voucherPlace', null, { voucher: voucherNo, file, page, expected: right, expectedPage: expected.page })]
  })
  return [
    ...strays.slice(0, 1),
    ...[...used].filter((name) => !volumes.includes(name)).map((name) => stop('batchFile.missing', null, { name })),
    ...volumes.filter((name) => !used.has(name)).map((name) => stop('batchFile.volumeUnused', null, { name })),
  ]
}

/** Every volume has just the pages its vouchers are said to take. */
function checkVoucherPages(papers: readonly ZipEntry[], places: readonly VoucherPlace[]): Problem[] {
  const listedOf = new Map<string, number>()
  for (const { file, pages } of places) listedOf.set(file, (listedOf.get(file) ?? 0) + pages)
  return papers.flatMap(({ name, bytes }) => {
    const listed = listedOf.get(name)
    if (listed === undefined) return []
    const found = pageCountOf(bytes)
    if (found === null) return [stop('batchFile.pagesUnread', null, { name })]
    return found === listed ? [] : [stop('batchFile.voucherPages', null, { name, listed, found })]
  })
}

/** Where the vouchers stand, and whether their volumes have those pages. */
export function checkVouchers(document: BatchDocument, papers: readonly ZipEntry[], places: readonly VoucherPlace[]): Problem[] {
  const misplaced = checkVoucherPlaces(document, papers, places)
  return misplaced.length > 0 ? misplaced : checkVoucherPages(papers, places)
}
