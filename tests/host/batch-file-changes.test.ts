import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { canonicalText, type BatchDocument } from '#contract/batch-document'
import { batchManifest, type BatchManifest, type VoucherPlace } from '#contract/batch-manifest'
import { instant } from '#domain/dates'
import { say } from '#domain/sentences/index'
import { batchHash } from '#host/batch-file/canonical'
import { verifyBatchFile } from '#host/batch-file/verify'
import { readZip } from '#host/batch-file/zip-read'
import { writeZip, type ZipEntry } from '#host/batch-file/zip'
import { writeWorkbook } from '#host/workbook'
import { blankPdf, goodFile, sampleDocument, sampleHeader } from './batch-file-sample.ts'

const { sealedAt } = sampleHeader
const utf8 = new TextEncoder()
let good = new Uint8Array()
let entries: readonly ZipEntry[] = []

beforeAll(async () => {
  good = Uint8Array.from((await goodFile()).bytes)
  entries = readZip(good).entries
})

/** The reasons in Chinese; an empty list means the file was accepted. */
async function reasons(bytes: Uint8Array): Promise<string[]> {
  const verified = await verifyBatchFile(bytes)
  return verified.ok ? [] : verified.problems.map(say)
}

/** Refused, in Chinese, with no place left to fill in. */
async function isRefused(bytes: Uint8Array): Promise<boolean> {
  const said = await reasons(bytes)
  return said.length > 0 && said.every((text) => /[\u4e00-\u9fff]{2}/.test(text) && !/\{\w+\}/.test(text))
}

function changed(name: string, bytes: Uint8Array): ZipEntry[] {
  return entries.map((entry) => (entry.name === name ? { name, bytes } : entry))
}

/** A forger who also writes a fitting manifest. */
function withManifest(files: readonly ZipEntry[], change: (manifest: BatchManifest) => object = (manifest) => manifest): Uint8Array {
  const json = JSON.parse(new TextDecoder().decode(files.find(({ name }) => name === 'manifest.json')?.bytes))
  const rest = files.filter(({ name }) => name !== 'manifest.json')
  const manifest = batchManifest.parse({
    ...json,
    entries: rest.map(({ name, bytes }) => ({ name, bytes: bytes.byteLength, sha256: batchHash(bytes) })),
  })
  return writeZip([...rest, { name: 'manifest.json', bytes: utf8.encode(canonicalText(change(manifest))) }], sealedAt)
}

function withDocument(change: (document: BatchDocument) => unknown): Uint8Array {
  return withManifest(changed('batch.json', utf8.encode(canonicalText(change(sampleDocument)))))
}

/** The places that belong to no file's content: headers and the directory. */
function framePlaces(): number[] {
  const inContent = new Uint8Array(good.byteLength)
  for (const { bytes } of entries)
    inContent.fill(1, bytes.byteOffset - good.byteOffset, bytes.byteOffset - good.byteOffset + bytes.byteLength)
  return [...inContent.keys()].filter((place) => inContent[place] === 0)
}

function flipped(place: number, mask: number): Uint8Array {
  const copy = Uint8Array.from(good)
  copy[place] = (copy[place] ?? 0) ^ mask
  return copy
}

describe('a changed batch file is refused', () => {
  test('whatever byte of its frame is changed', async () => {
    const accepted: number[] = []
    for (const place of framePlaces()) {
      if (!(await isRefused(flipped(place, 1))) || !(await isRefused(flipped(place, 0x80)))) accepted.push(place)
    }
    expect(accepted).toEqual([])
  })

  test('whatever byte of its content is changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(good.byteLength - 1), fc.integer({ min: 1, max: 255 }), async (place, mask) =>
        isRefused(flipped(place, mask)),
      ),
      { numRuns: 1500 },
    )
  })

  test('wherever it is cut, lengthened, or two bytes change places', async () => {
    const place = fc.nat(good.byteLength - 1)
    await fc.assert(
      fc.asyncProperty(place, place, async (one, two) => {
        const cut = good.slice(0, one)
        const longer = Buffer.concat([good.subarray(0, one), Buffer.from([65]), good.subarray(one)])
        const swapped = Uint8Array.from(good)
        swapped[one] = good[two] ?? 0
        swapped[two] = good[one] ?? 0
        return (await isRefused(cut)) && (await isRefused(longer)) && (good[one] === good[two] || (await isRefused(swapped)))
      }),
      { numRuns: 300 },
    )
  })

  test('when two of its files change places, though the archive is sound', async () => {
    const place = fc.nat(entries.length - 1)
    await fc.assert(
      fc.asyncProperty(place, place, async (one, two) => {
        const files = [...entries]
        const [a, b] = [files[one], files[two]]
        if (a === undefined || b === undefined || one === two) return true
        files[one] = b
        files[two] = a
        const contentsSwapped = entries.map((entry, index) =>
          index === one ? { ...a, bytes: b.bytes } : index === two ? { ...b, bytes: a.bytes } : entry,
        )
        return (await isRefused(writeZip(files, sealedAt))) && (await isRefused(writeZip(contentsSwapped, sealedAt)))
      }),
      { numRuns: 60 },
    )
  })
})

describe('a forged batch file is refused with its reason', () => {
  const json = () => entries[0]?.bytes ?? new Uint8Array()

  test('whoever packs it again', async () => {
    expect({
      notZip: await reasons(utf8.encode('batch')),
      empty: await reasons(new Uint8Array()),
      otherDate: await reasons(writeZip(entries, instant('2026-11-22T06:05:10.000Z'))),
      without: await reasons(writeZip(entries.slice(0, -1), sealedAt)),
      noPhoto: await reasons(
        writeZip(
          entries.filter(({ name }) => !name.startsWith('attachments/')),
          sealedAt,
        ),
      ),
      more: await reasons(writeZip([...entries, { name: 'virus.exe', bytes: new Uint8Array([1]) }], sealedAt)),
      untouched: await reasons(writeZip(entries, sealedAt)),
    }).toEqual({
      notZip: ['文件不完整，或末尾多出内容：不是三包站写出的批次文件'],
      empty: ['文件不完整，或末尾多出内容：不是三包站写出的批次文件'],
      otherDate: [expect.stringMatching(/^文件第 10 字节与按内容重新生成的批次文件不同/)],
      without: ['批次文件缺少「manifest.json」'],
      noPhoto: ['批次文件缺少「attachments/照片 1.jpg」'],
      more: ['批次文件里多出「virus.exe」：清单上没有它'],
      untouched: [],
    })
  })

  test('whatever he writes in batch.json, with or without a fitting manifest', async () => {
    const raised = (document: BatchDocument) => ({
      ...document,
      claims: document.claims.map((claim) => ({ ...claim, amounts: { ...claim.amounts, totalFen: claim.amounts.totalFen + 1 } })),
    })
    const text = new TextDecoder().decode(json())
    expect({
      noManifest: await reasons(writeZip(changed('batch.json', utf8.encode(canonicalText(raised(sampleDocument)))), sealedAt)),
      sums: await reasons(withDocument(raised)),
      name: await reasons(withDocument((document) => ({ ...document, batch: { ...document.batch, stationName: '别的站' } }))),
      number: await reasons(withDocument((document) => ({ ...document, batch: { ...document.batch, number: 'X-1' } }))),
      newer: await reasons(withDocument((document) => ({ ...document, version: 2 }))),
      blanks: await reasons(withManifest(changed('batch.json', utf8.encode(`${text} `)))),
      repeated: await reasons(withManifest(changed('batch.json', utf8.encode(text.replace('{"batch"', '{"version":1,"batch"'))))),
      notJson: await reasons(withManifest(changed('batch.json', new Uint8Array([0xff])))),
    }).toEqual({
      noManifest: [
        '「batch.json」的 SHA-256 与清单不符：清单上是 c3face23…，实际是 ' +
          batchHash(utf8.encode(canonicalText(raised(sampleDocument)))).slice(0, 8) +
          '…',
      ],
      sums: [
        '索赔单 SD0731-CLAIM-202611-0001 的合计应为 466.93 元（明细之和），写的是 466.94 元',
        '索赔单 SD0731-CLAIM-202611-0002 的合计应为 30.00 元（明细之和），写的是 30.01 元',
        '批次的合计应为 496.95 元（各索赔单之和），写的是 496.93 元',
      ],
      name: ['batch.xlsx 与由 batch.json 重新生成的工作簿不同：表格被改动过'],
      number: ['manifest.json 的批次号与 batch.json 不符：清单上是 "SD0731-BATCH-202611-0001"，应为 "X-1"'],
      newer: ['「batch.json」的格式版本是 2，本程序只认得 1。请用新版三包站验证'],
      blanks: ['「batch.json」的写法与规定不同（键的次序、空白或重复的键）：文件被改动过'],
      repeated: ['「batch.json」的写法与规定不同（键的次序、空白或重复的键）：文件被改动过'],
      notJson: ['「batch.json」不是 UTF-8 的 JSON 文本'],
    })
  })

  test('whatever he does to the workbook, the papers, the order and the manifest', async () => {
    const workbook = await writeWorkbook({
      title: '索赔批次',
      author: '站',
      at: sealedAt,
      sheets: [{ name: '批次', columns: [{ heading: '合计', width: 10, kind: 'money' }], rows: [[1]] }],
    })
    const paper = (entry: ZipEntry) => entry.name.startsWith('forms/')
    const reversed = [...entries.slice(0, 1), ...entries.filter(paper).reverse(), ...entries.slice(4)]
    const manifest = entries.at(-1)
    const other: ZipEntry = { name: 'attachments/别的.jpg', bytes: new Uint8Array([1]) }
    expect({
      workbook: await reasons(withManifest(changed('batch.xlsx', workbook))),
      order: await reasons(withManifest(reversed)),
      noSummary: await reasons(withManifest(entries.filter(({ name }) => !name.includes('F19')))),
      notPdf: await reasons(withManifest(changed('forms/F19-SD0731-BD19-202611-0001.pdf', utf8.encode('纸')))),
      paperName: await reasons(withManifest([...entries, { name: 'forms/x.pdf', bytes: utf8.encode('%PDF-') }])),
      photo: await reasons(withManifest(changed('attachments/照片 1.jpg', new Uint8Array([1])))),
      otherPhoto: await reasons(withManifest([...entries.slice(0, 5), other, ...entries.slice(5)])),
      strayFile: await reasons(withManifest([...entries, { name: 'notes.txt', bytes: utf8.encode('x') }])),
      totals: await reasons(withManifest(entries, (old) => ({ ...old, totals: { ...old.totals, claims: 3 } }))),
      listOrder: await reasons(withManifest(entries, (old) => ({ ...old, entries: [...old.entries].reverse() }))),
      manifestFirst: await reasons(writeZip([...(manifest === undefined ? [] : [manifest]), ...entries.slice(0, -1)], sealedAt)),
    }).toEqual({
      workbook: ['batch.xlsx 与由 batch.json 重新生成的工作簿不同：表格被改动过'],
      order: ['压缩包内文件的次序不对：第 2 个应是「forms/F19-SD0731-BD19-202611-0001.pdf」，实际是「forms/F16-0002.pdf」'],
      noSummary: ['缺少索赔汇总表（forms/F19-….pdf）'],
      notPdf: ['单据「forms/F19-SD0731-BD19-202611-0001.pdf」不是 PDF 文件'],
      paperName: ['单据「forms/x.pdf」的名称不对，应为 forms/F16-编号.pdf 的样子'],
      photo: ['「attachments/照片 1.jpg」的 SHA-256 与清单不符：清单上是 487b13cf…，实际是 4bf5122f…'],
      otherPhoto: ['批次文件里多出「attachments/别的.jpg」：清单上没有它'],
      strayFile: ['压缩包内文件的次序不对：第 7 个应是「manifest.json」，实际是「notes.txt」'],
      totals: [expect.stringMatching(/^manifest.json 的件数与金额与 batch.json 不符/)],
      listOrder: [expect.stringMatching(/^文件第 \d+ 字节与按内容重新生成的批次文件不同/)],
      manifestFirst: ['压缩包内文件的次序不对：第 1 个应是「batch.json」，实际是「manifest.json」'],
    })
  })

  test('wherever he says a voucher stands', async () => {
    const moved = (change: (vouchers: readonly VoucherPlace[]) => readonly object[]) =>
      reasons(withManifest(entries, (manifest) => ({ ...manifest, vouchers: change(manifest.version === 2 ? manifest.vouchers : []) })))
    expect({
      page: await moved((vouchers) => vouchers.map((place) => ({ ...place, page: 2 }))),
      file: await moved((vouchers) => vouchers.map((place) => ({ ...place, file: 'forms/F16-0003.pdf' }))),
      together: await moved((vouchers) => vouchers.map((place) => ({ ...place, file: 'forms/F16-0001.pdf' }))),
      claim: await moved((vouchers) => vouchers.map((place) => ({ ...place, claimNo: 'SD0731-CLAIM-202611-0001' }))),
      stranger: await moved((vouchers) => vouchers.map((place) => ({ ...place, claimNo: 'X' })).slice(0, 1)),
      twice: await moved(([one]) => (one === undefined ? [] : [one, { ...one, page: 3 }])),
      pages: await moved((vouchers) => vouchers.map((place) => ({ ...place, pages: 9 }))),
      version: await reasons(withManifest(entries, ({ format, version, ...rest }) => ({ format, version: version + 1, ...rest }))),
      older: await reasons(withManifest(entries, (manifest) => ({ ...manifest, version: 1 }))),
    }).toEqual({
      page: ['manifest.json 说凭证 SD0731-BD16-202611-0001 在「forms/F16-0001.pdf」第 2 页，应在「forms/F16-0001.pdf」第 1 页'],
      file: [
        'manifest.json 说凭证 SD0731-BD16-202611-0001 在「forms/F16-0003.pdf」第 1 页，应在「forms/F16-0001.pdf」第 1 页',
        '批次文件缺少「forms/F16-0003.pdf」',
        'manifest.json 没有列出「forms/F16-0001.pdf」里的凭证：每个凭证文件都应列出其中的凭证',
        'manifest.json 没有列出「forms/F16-0002.pdf」里的凭证：每个凭证文件都应列出其中的凭证',
      ],
      together: [
        'manifest.json 说凭证 SD0731-BD16-202611-0002 在「forms/F16-0001.pdf」第 1 页，应在「forms/F16-0001.pdf」第 3 页',
        'manifest.json 没有列出「forms/F16-0002.pdf」里的凭证：每个凭证文件都应列出其中的凭证',
      ],
      claim: [
        'manifest.json 把凭证 SD0731-BD16-202611-0002 列在索赔单 SD0731-CLAIM-202611-0001 名下，它的凭证应是 SD0731-BD16-202611-0001',
      ],
      stranger: [
        'manifest.json 把凭证 SD0731-BD16-202611-0001 列在索赔单 X 名下，它的凭证应是 —',
        'manifest.json 没有列出「forms/F16-0002.pdf」里的凭证：每个凭证文件都应列出其中的凭证',
      ],
      twice: [
        'manifest.json 里索赔单 SD0731-CLAIM-202611-0001 的凭证次序不对：应各列一次，次序同 batch.json',
        'manifest.json 没有列出「forms/F16-0002.pdf」里的凭证：每个凭证文件都应列出其中的凭证',
      ],
      pages: ['forms/F16-0001.pdf', 'forms/F16-0002.pdf'].map(
        (name) => `manifest.json 列出「${name}」里的凭证共 9 页，文件里应有这么多页，实际有 2 页：清单或 PDF 被改动过`,
      ),
      version: ['「manifest.json」的格式版本是 3，本程序只认得 1、2。请用新版三包站验证'],
      older: [expect.stringMatching(/^「manifest.json」的 manifest.json 不符合格式/)],
    })
  })

  test('a voucher taken out of its volume, and a volume of another program', async () => {
    const second = 'forms/F16-0002.pdf'
    expect({
      shorter: await reasons(withManifest(changed(second, blankPdf(second, 1)))),
      longer: await reasons(withManifest(changed(second, blankPdf(second, 3)))),
      foreign: await reasons(
        withManifest(changed(second, utf8.encode('%PDF-1.7\n1 0 obj\n<</Type/Pages/Count 2/Kids[]>>\nendobj\n%%EOF\n'))),
      ),
      same: await reasons(withManifest(changed(second, blankPdf('other', 2)))),
    }).toEqual({
      shorter: [expect.stringMatching(/「forms\/F16-0002.pdf」里的凭证共 2 页.*实际有 1 页/)],
      longer: [expect.stringMatching(/实际有 3 页/)],
      foreign: ['「forms/F16-0002.pdf」读不出页数，应为三包站写出的 PDF：文件被换过或改动过'],
      same: [],
    })
  })
})
