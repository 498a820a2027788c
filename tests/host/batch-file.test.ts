import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { batchDocument, batchDocumentOf, canonicalPieces, canonicalText } from '#contract/batch-document'
import { checkBatchDocument } from '#contract/batch-document-check'
import { instant, localDate } from '#domain/dates'
import { say } from '#domain/sentences/index'
import { batchHash, canonicalJson } from '#host/batch-file/canonical'
import { batchFileName } from '#host/batch-file/names'
import { verifyBatchFile } from '#host/batch-file/verify'
import { readZip } from '#host/batch-file/zip-read'
import { readWorkbook } from '#host/workbook'
import { batchSchemas } from '../../build/batch-schema.ts'
import { bareClaim, builtFile, fullClaim, goodFile, sampleDocument, sampleHeader, sampleInput, type Given } from './batch-file-sample.ts'

const utf8 = new TextEncoder()

async function refusal(given: Given): Promise<string[]> {
  const built = await builtFile(given)
  return 'problems' in built ? built.problems.map(say) : []
}

describe('batch.json', () => {
  test('is written in one way only, whatever the order of the keys in memory', () => {
    const shuffled = batchDocument.parse(JSON.parse(JSON.stringify(sampleDocument)))
    const backwards = Object.fromEntries(Object.entries(shuffled).reverse())
    expect([
      canonicalText(backwards),
      [...canonicalPieces(backwards)].join(''),
      new TextDecoder().decode(canonicalJson(sampleDocument)).slice(0, 60),
    ]).toEqual([
      canonicalText(sampleDocument),
      canonicalText(sampleDocument),
      '{"batch":{"handler":"赟姐","manufacturerCode":"DEMO","manufact',
    ])
  })

  test('has the schema that docs publish', () => {
    const published = [...batchSchemas().keys()].map((name) => [
      name,
      readFileSync(fileURLToPath(new URL(`../../docs/${name}`, import.meta.url)), 'utf8'),
    ])
    expect(published).toEqual([...batchSchemas()])
  })

  test('publishes patterns that validators outside JavaScript understand', () => {
    expect([...batchSchemas().values()].filter((text) => text.includes('\\p{'))).toEqual([])
  })

  test('refuses half characters, control characters, fractions and names that leave the folder', () => {
    const claim = (changes: object) => batchDocument.safeParse({ ...sampleDocument, claims: [{ ...bareClaim, ...changes }] }).success
    const file = (name: string) => claim({ attachments: [{ ...fullClaim.attachments[0], name }] })
    expect([
      claim({}),
      claim({ note: '好\uD83D' }),
      claim({ note: '好\u0000' }),
      claim({ note: '' }),
      claim({ mileageKm: 1.5 }),
      claim({ reportedOn: '2026-13-01' }),
      claim({ reportedOn: '2026-02-31' }),
      claim({ repairFinishedAt: '2026-02-31T00:00:00.000Z' }),
      claim({ more: 1 }),
      file('照片.jpg'),
      file('../照片.jpg'),
      file('a/b.jpg'),
      file('.hidden'),
      file('end.'),
      file('C:x'),
    ]).toEqual([true, false, false, false, false, false, false, false, false, true, false, false, false, false, false])
  })

  test('says of every sum that does not add up what it should be', () => {
    const [part] = fullClaim.partLines
    const [label] = fullClaim.oldParts
    if (part === undefined || label === undefined) throw new Error('the sample has both')
    const wrong = {
      ...fullClaim,
      amounts: { ...fullClaim.amounts, totalFen: 46_694 },
      partLines: [{ ...part, quantity: 1 }],
      labourLines: fullClaim.labourLines.map((line) => ({ ...line, line: 2 })),
      outings: fullClaim.outings.map((outing) => ({ ...outing, miscFen: 1 })),
      oldParts: [...fullClaim.oldParts, { ...label, partLine: 7 }],
    }
    const document = {
      ...sampleDocument,
      batch: { ...sampleHeader, secondHandler: sampleHeader.handler, periodFrom: localDate('2026-12-01') },
      claims: [wrong, fullClaim],
    }
    expect(checkBatchDocument(document).map((problem) => `${problem.field ?? ''}: ${say(problem)}`)).toEqual([
      'batch.periodFrom: 索赔期间的开始 2026-12-01 晚于结束 2026-11-30',
      'batch.secondHandler: 第二经办人与经办人同是「赟姐」：须由两人经办，或注明单人站',
      ': 索赔单 SD0731-CLAIM-202611-0001 在批次里出现了两次',
      ': 凭证号 SD0731-BD16-202611-0001 用在了两张索赔单上',
      ': 旧件标签 SD0731261100001 出现了两次',
      ': 旧件标签 SD0731261100001 出现了两次',
      ': 附件「照片 1.jpg」出现了两次',
      'claims.0.labourLines.0.line: 索赔单 SD0731-CLAIM-202611-0001 的工时行号应从 1 起连续，第 1 行写的是 2',
      'claims.0.partLines.0.amountFen: 索赔单 SD0731-CLAIM-202611-0001 零件第 1 行：1 × 128.40 应为 128.40 元，写的是 256.80 元',
      'claims.0.outings.0.amountFen: 索赔单 SD0731-CLAIM-202611-0001 外出第 1 行：各项费用之和应为 150.01 元，写的是 150.00 元',
      'claims.0.amounts.totalFen: 索赔单 SD0731-CLAIM-202611-0001 的合计应为 466.93 元（明细之和），写的是 466.94 元',
      'claims.0.oldParts.2.partLine: 索赔单 SD0731-CLAIM-202611-0001 的旧件「SD0731261100001」指向零件第 7 行，但没有这一行',
      'claims.0.partLines.0.quantity: 索赔单 SD0731-CLAIM-202611-0001 零件第 1 行换下 1 件，旧件却有 2 件',
      'totals.partLines: 批次的零件行数应为 2，写的是 1',
      'totals.outings: 批次的外出行数应为 2，写的是 1',
      'totals.oldParts: 批次的旧件数应为 5，写的是 2',
      'totals.attachments: 批次的附件数应为 2，写的是 1',
      'totals.amounts.partsFen: 批次的材料费应为 513.60 元（各索赔单之和），写的是 256.80 元',
      'totals.amounts.labourFen: 批次的工时费应为 80.26 元（各索赔单之和），写的是 70.13 元',
      'totals.amounts.outingFen: 批次的外出费应为 300.00 元（各索赔单之和），写的是 150.00 元',
      'totals.amounts.otherFen: 批次的其他费应为 40.00 元（各索赔单之和），写的是 20.00 元',
      'totals.amounts.totalFen: 批次的合计应为 933.87 元（各索赔单之和），写的是 496.93 元',
    ])
  })
})

describe('the batch file', () => {
  test('bears the name of manufacturer, station and batch and holds its files in a fixed order', async () => {
    const { entries, at } = readZip((await goodFile()).bytes)
    expect({ fileName: batchFileName(sampleHeader), at, names: entries.map(({ name }) => name) }).toEqual({
      fileName: 'DEMO_SD0731_SD0731-BATCH-202611-0001.zip',
      at: '2026-11-22T06:05:08.000Z',
      names: [
        'batch.json',
        'forms/F19-SD0731-BD19-202611-0001.pdf',
        'forms/F16-0001.pdf',
        'forms/F16-0002.pdf',
        'attachments/照片 1.jpg',
        'batch.xlsx',
        'manifest.json',
      ],
    })
  })

  test('tells of each claim in which file and from which page on its voucher stands, in the manifest and in the workbook', async () => {
    const { entries } = readZip((await goodFile(sampleInput(sampleDocument, 2))).bytes)
    const bytesOf = (wanted: string) => entries.find(({ name }) => name === wanted)?.bytes ?? new Uint8Array()
    const sheet = (await readWorkbook(bytesOf('batch.xlsx'))).find(({ name }) => name === '索赔单')
    const [headings = [], ...rows] = sheet?.rows ?? []
    const shown = rows.map((row) => ['凭证号', '凭证文件', '凭证首页'].map((heading) => row[headings.indexOf(heading)]))
    expect({ vouchers: JSON.parse(new TextDecoder().decode(bytesOf('manifest.json'))).vouchers, shown }).toEqual({
      vouchers: [
        { claimNo: 'SD0731-CLAIM-202611-0001', voucherNo: 'SD0731-BD16-202611-0001', file: 'forms/F16-0001.pdf', page: 1, pages: 2 },
        { claimNo: 'SD0731-CLAIM-202611-0002', voucherNo: 'SD0731-BD16-202611-0002', file: 'forms/F16-0001.pdf', page: 3, pages: 2 },
      ],
      shown: [
        ['SD0731-BD16-202611-0001', 'forms/F16-0001.pdf', 1],
        ['SD0731-BD16-202611-0002', 'forms/F16-0001.pdf', 3],
      ],
    })
  })

  test('is the same to the byte in another process, another zone and another year', async () => {
    const { sha256, hash } = await goodFile()
    const later =
      'const Now = Date; globalThis.Date = class extends Now { constructor(...given) { super(...(given.length === 0 ? [Now.now() + 1e11] : given)) } static now() { return Now.now() + 1e11 } }'
    const elsewhere = execFileSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(later)}`, fileURLToPath(new URL('batch-file-print.ts', import.meta.url))],
      {
        encoding: 'utf8',
        env: { ...process.env, TZ: 'America/New_York', LANG: 'de_DE.UTF-8', NODE_OPTIONS: '' },
      },
    )
    const { year, ...printed }: { sha256: string; hash: string; year: number } = JSON.parse(elsewhere)
    expect({ printed, later: year > new Date().getFullYear() }).toEqual({ printed: { sha256, hash }, later: true })
  })

  test('keeps its bytes for ever: a spreadsheet library that writes otherwise needs a new version of the format', async () => {
    const { entries } = readZip((await goodFile()).bytes)
    expect(entries.filter(({ name }) => name.startsWith('batch.')).map(({ name, bytes }) => [name, batchHash(bytes)])).toEqual([
      ['batch.json', 'c3face232638d5df78695ee3c4ccde0962fb28b607f0b3982d64d19bdfaa49d1'],
      ['batch.xlsx', '8b23e2aa4bdb2f93953f1720059b450f9c4c1bf53d8b57e65ecf1bb426375cdd'],
    ])
  })

  test('of version 1, with a PDF for each voucher, is accepted as before, and refused when a byte of it is changed', async () => {
    const old = readFileSync(new URL('batch-file-version-1.zip', import.meta.url))
    const verified = await verifyBatchFile(old)
    const changed = Uint8Array.from(old)
    changed.set(utf8.encode('y'), old.indexOf('%PDF-') + 12)
    expect([
      readZip(old).entries.map(({ name }) => name),
      verified.ok && verified.summary.papers,
      verified.ok && verified.summary.warnings,
      (await verifyBatchFile(changed)).ok,
    ]).toEqual([
      [
        'batch.json',
        'batch.xlsx',
        'forms/F19-SD0731-BD19-202611-0001.pdf',
        'forms/F16-SD0731-BD16-202611-0001.pdf',
        'forms/F16-SD0731-BD16-202611-0002.pdf',
        'attachments/照片 1.jpg',
        'manifest.json',
      ],
      3,
      [],
      false,
    ])
  })

  test('is accepted by verify, which tells what is inside and which vouchers are not enclosed', async () => {
    const given = sampleInput()
    const { bytes, hash } = await goodFile({ ...given, papers: given.papers.slice(0, 2) })
    const verified = await verifyBatchFile(bytes)
    if (!verified.ok) throw new Error(verified.problems.map(say).join())
    const { warnings, ...summary } = verified.summary
    expect({ ...summary, warnings: warnings.map(say) }).toEqual({
      fileName: batchFileName(sampleHeader),
      hash,
      batch: sampleHeader,
      secondHandler: '李犇',
      totals: sampleDocument.totals,
      papers: 2,
      warnings: ['没有附上 1 份保修作业凭证（F16），例如 SD0731-BD16-202611-0002'],
    })
  })

  test('tells the second handler who confirmed after sealing, in the manifest and in the workbook', async () => {
    const document = batchDocumentOf({ ...sampleHeader, secondHandler: null }, [fullClaim, bareClaim])
    const { bytes } = await goodFile({
      ...sampleInput(document),
      confirmation: { secondHandler: '李犇', confirmedAt: instant('2026-11-22T07:00:00.000Z') },
    })
    const verified = await verifyBatchFile(bytes)
    const sheets = await readWorkbook(readZip(bytes).entries.find(({ name }) => name === 'batch.xlsx')?.bytes ?? new Uint8Array())
    expect([verified.ok && verified.summary.secondHandler, sheets[0]?.rows[1]?.[9]]).toEqual(['李犇', '李犇'])
  })

  test('is not built without two handlers, or from a document that does not fit its schema or has no claims', async () => {
    const alone = batchDocumentOf({ ...sampleHeader, secondHandler: null }, [bareClaim])
    const single = batchDocumentOf({ ...sampleHeader, secondHandler: null, singlePersonStation: true }, [bareClaim])
    expect({
      alone: await refusal(sampleInput(alone)),
      sameTwice: await refusal({
        ...sampleInput(alone),
        confirmation: { secondHandler: '赟姐', confirmedAt: instant('2026-11-22T07:00:00.000Z') },
      }),
      single: await refusal(sampleInput(single)),
      empty: await refusal(sampleInput(batchDocumentOf(sampleHeader, []))),
      shape: await refusal(sampleInput({ ...sampleDocument, claims: [{ ...bareClaim, frameNo: '' }] })),
    }).toEqual({
      alone: ['没有第二经办人的确认，也没有注明单人站'],
      sameTwice: ['第二经办人与经办人同是「赟姐」：须由两人经办，或注明单人站'],
      single: [],
      empty: ['批次里没有索赔单'],
      shape: [
        '「batch.json」的 claims.0.frameNo 不符合格式：不能为空',
        '「batch.json」的 claims.0.frameNo 不符合格式：不能为空，也不能有控制字符或半个字符',
      ],
    })
  })
})
