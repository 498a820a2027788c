/** Programs that may lie on the machine (settled.md 31): used when found, named when absent, never installed. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JobVoucherPaper } from '#forms/sh-zh/bd-16-job-voucher'
import { plainFen } from '#domain/money'
import { resources } from '#host/resources'

function found(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore', timeout: 20_000 }).status === 0
}

/** A Python that can import this package: the system's, where Debian puts it, or the first on the path. */
export function pythonWith(name: string): string | null {
  return ['/usr/bin/python3', 'python3'].find((python) => found(python, ['-c', `import ${name}`])) ?? null
}

const javaLibraries = ['itext5', 'gson'].map((name) => `/usr/share/java/${name}.jar`)

/** The class path of iText and of the reader of our pages, with DrawPages.java compiled into `folder`; null where Java or one of them is missing. */
export function itextIn(folder: string): string | null {
  if (!javaLibraries.every((jar) => existsSync(jar)) || !found('javac', ['-version'])) return null
  const classPath = [folder, ...javaLibraries].join(':')
  execFileSync('javac', ['-cp', classPath, '-d', folder, join(import.meta.dirname, 'DrawPages.java')])
  return classPath
}

/** Peers of performance.md that would be measured if they were here. */
export function absentPrinters(): string[] {
  const looked: [string, boolean][] = [
    ['typst', found('typst', ['--version'])],
    ['reportlab', pythonWith('reportlab') !== null],
    ['cairo (pycairo)', pythonWith('cairo') !== null],
    ['WeasyPrint', found('python3', ['-c', 'import weasyprint'])],
    ['wkhtmltopdf', found('wkhtmltopdf', ['--version'])],
    ['XeLaTeX', found('xelatex', ['--version'])],
    ['LibreOffice', found('soffice', ['--version'])],
    ['iText (Java)', javaLibraries.every((jar) => existsSync(jar)) && found('javac', ['-version'])],
  ]
  return looked.filter(([, here]) => !here).map(([name]) => name)
}

export function absentSheetWriters(): string[] {
  const looked: [string, boolean][] = [
    ['openpyxl', found('python3', ['-c', 'import openpyxl'])],
    ['xlsxwriter', found('python3', ['-c', 'import xlsxwriter'])],
  ]
  return looked.filter(([, here]) => !here).map(([name]) => name)
}

export function hasChromium(): boolean {
  return found('chromium', ['--version'])
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function page(paper: JobVoucherPaper, number: string, copy: string): string {
  const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`
  const { customer, unit, totals } = paper
  return `<section><h1>摩托车保修作业凭证</h1><p>${copy} ${number}</p><table>${[
    ['名称', paper.station.name, '站代码', paper.station.code, '编号', number],
    ['用户姓名', customer.name, '用户电话', customer.phone, '用户地址', customer.address],
    ['车型', unit.model, '车架号', unit.frameNo, '发动机号', unit.engineNo],
    ['车牌号', unit.plateNo, '出厂日期', unit.producedOn ?? '', '发票号', unit.invoiceNo],
  ]
    .map(row)
    .join('')}</table><table>${[[paper.statement], [paper.finding], [paper.measure]].map(row).join('')}</table><table>${paper.parts
    .map((part, nth) =>
      row([
        String(nth + 1),
        part.oldPartCode,
        part.name,
        part.partCode,
        String(part.qty),
        plainFen(part.amount ?? totals.other),
        '磨损',
        '储备',
        '是',
      ]),
    )
    .join('')}</table><table>${paper.labour
    .map((line, nth) =>
      row([String(nth + 1), line.code, line.name, String(line.hours / 100), plainFen(line.amount ?? totals.other), line.technician]),
    )
    .join('')}</table><p>合计 ${plainFen(totals.total)}</p></section>`
}

/** Whole process: Chromium prints the vouchers as HTML tables. Milliseconds and bytes come from the caller's clock and file. */
export function printByChromium(folder: string, papers: readonly JobVoucherPaper[], numberOf: (nth: number) => string): string {
  const html = join(folder, 'vouchers.html')
  const pdf = join(folder, 'chromium.pdf')
  const font = join(resources().fonts, 'NotoSansSC-Regular.ttf')
  const style = `<style>@font-face{font-family:P;src:url(file://${font})}body{font:8pt P}table{border-collapse:collapse;width:100%}td{border:.3mm solid}section{break-after:page}</style>`
  writeFileSync(
    html,
    `<meta charset="utf-8">${style}${papers.map((paper, nth) => ['第一联', '第二联', '第三联'].map((copy) => page(paper, numberOf(nth), copy)).join('')).join('')}`,
  )
  rmSync(pdf, { force: true })
  execFileSync(
    'chromium',
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--allow-file-access-from-files',
      '--no-pdf-header-footer',
      `--print-to-pdf=${pdf}`,
      `file://${html}`,
    ],
    { stdio: 'ignore', timeout: 300_000 },
  )
  return pdf
}
