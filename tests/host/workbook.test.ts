import { writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { instant } from '#domain/dates'
import { AppError } from '#domain/errors'
import { unpackForeignZip } from '#host/batch-file/unpack'
import { writeZip } from '#host/batch-file/zip'
import { guardText, readWorkbook, workbookLimits, writeWorkbook, type WorkbookSheet } from '#host/workbook'

const at = instant('2026-11-22T06:05:09.000Z')

async function reasonOf(bytes: Uint8Array): Promise<string> {
  try {
    await readWorkbook(bytes)
  } catch (error) {
    if (error instanceof AppError) return error.message
    throw error
  }
  return ''
}

function written(...sheets: WorkbookSheet[]): Promise<Uint8Array> {
  return writeWorkbook({ title: '标题', author: '站', at, sheets })
}

/** The parts of a workbook as text. */
function partsOf(bytes: Uint8Array): Map<string, string> {
  const unpacked = unpackForeignZip(bytes, { entries: 100, bytes: 1e8 })
  if (!unpacked.ok) throw new Error(unpacked.why)
  return new Map(unpacked.entries.map(({ name, bytes: part }) => [name, new TextDecoder().decode(part)]))
}

/** A workbook as Excel would write it: dates by format, shared strings with formatting, formulas with their last value. */
async function excelLike(sheetData: string, change: (parts: Map<string, string>) => void = () => undefined): Promise<Uint8Array> {
  const parts = partsOf(await written({ name: '工单', columns: [{ heading: '甲', width: 10, kind: 'text' }], rows: [] }))
  parts.set(
    'xl/worksheets/sheet1.xml',
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheetData}</sheetData></worksheet>`,
  )
  parts.set(
    'xl/sharedStrings.xml',
    '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>张</t></r><r><rPr><b/></rPr><t xml:space="preserve">三 </t></r><rPh sb="0" eb="1"><t>zhang</t></rPh></si></sst>',
  )
  parts.set(
    'xl/styles.xml',
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>',
  )
  change(parts)
  return writeZip(
    [...parts].map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) })),
    at,
  )
}

describe('writing', () => {
  test('keeps codes as text, money in yuan with two decimals, hours in hours, and headings bold and frozen', async () => {
    const bytes = await written({
      name: '零件',
      blankRows: 1,
      rows: [
        ['000123', 2, 12_840, 75],
        [null, null, null, null],
        ['900719925474099312', 0, 5, 10],
      ],
      columns: [
        { heading: '编号', width: 12, kind: 'text' },
        { heading: '数量', width: 8, kind: 'count' },
        { heading: '金额', width: 10, kind: 'money' },
        { heading: '工时', width: 8, kind: 'hundredths' },
      ],
    })
    const parts = partsOf(bytes)
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? ''
    expect([
      await readWorkbook(bytes),
      sheet.includes('state="frozen"'),
      /<c r="C2"[^>]*><v>128\.4<\/v>/.test(sheet),
      /<c r="A5" s="\d+"\/>/.test(sheet),
      sheet.includes('<f>'),
      parts.get('xl/styles.xml')?.includes('formatCode="0.00"') ?? false,
    ]).toEqual([
      [
        {
          name: '零件',
          rows: [
            ['编号', '数量', '金额', '工时'],
            ['000123', 2, 128.4, 0.75],
            [null, null, null, null],
            ['900719925474099312', 0, 0.05, 0.1],
            [null, null, null, null],
          ],
        },
      ],
      true,
      true,
      true,
      false,
      true,
    ])
  })

  test('writes rows and texts as the library writes them', async () => {
    const rows = [
      ['甲', 3, 12_840, '2026-11-21 14:05'],
      ['', null, 5, null],
      [' 乙 ', 0, -7, '1999-12-31'],
      ['甲', 1, 0, null],
      ['<&>\r\u0002', 2, 1, null],
    ]
    const ours = partsOf(
      await written({
        name: '单',
        rows,
        columns: [
          { heading: '甲', width: 8, kind: 'text' },
          { heading: '乙', width: 8, kind: 'count' },
          { heading: '丙', width: 8, kind: 'money' },
          { heading: '丁', width: 8, kind: 'instant' },
        ],
      }),
    )
    const values = rows.map(([text = null, count = null, fen, moment]) => [
      text,
      count,
      Number(fen) / 100,
      typeof moment === 'string' ? new Date(`${moment.slice(0, 10)}T${moment.slice(11) || '00:00'}:00.000Z`) : null,
    ])
    const library = partsOf(
      await writeXlsx({
        sheets: [
          {
            name: '单',
            rows: [['甲', '乙', '丙', '丁'], ...values],
            columns: ['@', '0', '0.00', 'yyyy-mm-dd hh:mm'].map((numFmt) => ({ width: 8, style: { numFmt } })),
            cells: new Map([0, 1, 2, 3].map((index) => [`0,${index}`, { style: { font: { bold: true } } }])),
            freezePane: { rows: 1 },
          },
        ],
      }),
    )
    const compared = ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml']
    expect(compared.map((name) => ours.get(name))).toEqual(compared.map((name) => library.get(name)))
  })

  test('gives the same bytes for the same content', async () => {
    const sheet: WorkbookSheet = { name: '甲', columns: [{ heading: '列', width: 8, kind: 'text', choices: ['是', '否'] }], rows: [['值']] }
    const [one, two] = [await written(sheet), await written(sheet)]
    expect(Buffer.compare(one, two)).toBe(0)
  })

  test('lets no text become a formula, an error or another character, and keeps it readable', async () => {
    const texts = [
      '=1+1',
      '+86 138',
      '-5',
      '@SUM(A1)',
      '\tx',
      '＝1',
      '#N/A',
      '#REF!',
      '#DIV/0!',
      '#1 汽缸',
      'a=b',
      '_x0041_',
      ' 两端有空格 ',
      '一\n二',
      '<b>&"',
      '𬭎😀',
    ]
    const rows = await readWorkbook(
      await written({ name: '甲', columns: [{ heading: '列', width: 8, kind: 'text' }], rows: texts.map((text) => [text]) }),
    )
    expect([rows[0]?.rows.slice(1).map(([cell]) => cell), guardText('=1')]).toEqual([
      [
        "'=1+1",
        "'+86 138",
        "'-5",
        "'@SUM(A1)",
        "'\tx",
        "'＝1",
        "'#N/A",
        "'#REF!",
        "'#DIV/0!",
        '#1 汽缸',
        'a=b',
        '_x0041_',
        ' 两端有空格 ',
        '一\n二',
        '<b>&"',
        '𬭎😀',
      ],
      "'=1",
    ])
  })
})

describe('reading', () => {
  test('takes dates, times, formatted text, formulas, errors and blanks as what a person sees', async () => {
    const row =
      '<row r="2"><c r="A2" s="1"><v>46347</v></c><c r="B2" s="2"><v>46347.604166666664</v></c><c r="C2" s="3"><v>46347</v></c><c r="D2" s="2"><v>0.354166666666667</v></c>' +
      '<c r="E2" t="s"><v>0</v></c><c r="F2"><f>1+1</f><v>2</v></c><c r="G2" t="str"><f>A1</f><v>文</v></c><c r="H2" t="b"><v>1</v></c><c r="I2" t="e"><v>#N/A</v></c><c r="J2" t="inlineStr"><is><t>  </t></is></c><c r="L2"><v>13800000000</v></c></row>'
    const [sheet] = await readWorkbook(await excelLike(row))
    expect(sheet).toEqual({
      name: '工单',
      rows: [
        Array.from({ length: 12 }, () => null),
        [
          { date: '2026-11-21' },
          { date: '2026-11-21 14:30' },
          { date: '2026-11-21' },
          '08:30',
          '张三 ',
          2,
          '文',
          true,
          '#N/A',
          null,
          null,
          13_800_000_000,
        ],
      ],
    })
  })

  test('leaves hidden sheets alone', async () => {
    const bytes = await excelLike('', (parts) =>
      parts.set('xl/workbook.xml', (parts.get('xl/workbook.xml') ?? '').replace('<sheet name="工单"', '<sheet state="hidden" name="工单"')),
    )
    expect(await reasonOf(bytes)).toMatch(/^这个文件不是 Excel 工作簿/)
  })

  test('refuses in words what is no workbook, is locked, is old, is a bomb or is too long', async () => {
    const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(1000)])
    const locked = Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')])
    const cut = (await excelLike('')).slice(0, 900)
    const entities = await excelLike('', (parts) =>
      parts.set('xl/sharedStrings.xml', `<!DOCTYPE a [<!ENTITY b "c">]>${parts.get('xl/sharedStrings.xml') ?? ''}`),
    )
    const long = await excelLike(`<row r="${workbookLimits.rows + 2}"><c r="A${workbookLimits.rows + 2}"><v>1</v></c></row>`)
    const broken = await excelLike('', (parts) => parts.set('xl/workbook.xml', '<workbook'))
    expect(
      await Promise.all(
        [
          new TextEncoder().encode('台账号,车型'),
          new Uint8Array(),
          cut,
          broken,
          entities,
          old,
          locked,
          long,
          new Uint8Array(workbookLimits.fileBytes + 1),
        ].map(reasonOf),
      ),
    ).toEqual([
      ...Array.from(
        { length: 5 },
        () => '这个文件不是 Excel 工作簿（.xlsx），或已损坏。请在 Excel / WPS 中打开后另存为“Excel 工作簿（.xlsx）”再试',
      ),
      '这是旧格式（.xls 或其他旧版 Office 文件）。请在 Excel / WPS 中另存为“Excel 工作簿（.xlsx）”再试',
      '这个工作簿设有打开密码。请在 Excel / WPS 中取消密码、保存后再试',
      '工作表「工单」超过 50000 行。请拆成几个文件再试',
      '工作簿太大（最多 20 MB）。请拆成几个文件再试',
    ])
  })

  test('reads 10,000 rows of 26 columns', async () => {
    const columns = Array.from({ length: 26 }, (_, index) => ({
      heading: `列${index}`,
      width: 10,
      kind: index % 3 === 0 ? ('count' as const) : ('text' as const),
    }))
    const rows = Array.from({ length: 10_000 }, (_, row) =>
      columns.map(({ kind }, index) => (kind === 'count' ? row + index : `第${row}行第${index}列`)),
    )
    const [sheet] = await readWorkbook(await written({ name: '工单', columns, rows }))
    expect([sheet?.rows.length, sheet?.rows.at(-1)]).toEqual([10_001, rows.at(-1)])
  })
})
