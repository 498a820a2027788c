/** The same voucher as anyone would write it with pdfmake: tables with headings and borders, one document, copies one after the other. */
import { join } from 'node:path'
import pdfmake from 'pdfmake'
import type { Content, ContentTable, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { amountInWords, plainFen, type Fen } from '#domain/money'
import type { JobVoucherPaper } from '#forms/sh-zh/bd-16-job-voucher'
import type { PartLabelPaper } from '#forms/sh-zh/bd-27-part-label'
import { resources } from '#host/resources'

const fonts = resources().fonts
pdfmake.setFonts({ Paper: { normal: join(fonts, 'NotoSansSC-Regular.ttf'), bold: join(fonts, 'NotoSansSC-Bold.ttf') } })

const money = (value: Fen | null): string => (value === null ? '' : plainFen(value))

function grid(rows: readonly (readonly string[])[]): ContentTable {
  return { table: { widths: ['auto', '*', 'auto', '*', 'auto', '*'], body: rows.map((row) => [...row]) } }
}

function lines(
  headings: readonly string[],
  widths: readonly (number | '*')[],
  rows: readonly (readonly string[])[],
  least: number,
): ContentTable {
  const blank = Array.from({ length: Math.max(0, least - rows.length) }, () => headings.map(() => ' '))
  return {
    table: {
      headerRows: 1,
      widths: [...widths],
      body: [headings.map((text) => ({ text, bold: true })), ...[...rows, ...blank].map((row) => [...row])],
    },
  }
}

function voucher(paper: JobVoucherPaper, number: string, copy: string): Content[] {
  const { unit, totals } = paper
  return [
    {
      columns: [
        { text: '摩托车保修作业凭证', fontSize: 16, bold: true, alignment: 'center' },
        { text: copy, width: 130, alignment: 'right' },
      ],
    },
    { columns: ['SH-ZH/BD—16', { qr: number, fit: 48, alignment: 'right' }] },
    grid([
      ['服务中心（站）名称', paper.station.name, '站代码', paper.station.code, '编号', number],
      ['用户姓名', paper.customer.name, '用户电话', paper.customer.phone, '用户地址', paper.customer.address],
      ['送修人', paper.sender.name, '送修人电话', paper.sender.phone, '维修类别', '□一般 ☑外出 □售前 □急件'],
      ['车型', unit.model, '车架号(VIN)', unit.frameNo, '发动机号', unit.engineNo],
      ['车牌号', unit.plateNo, '出厂日期', unit.producedOn ?? '', '购车日期/发票号', `${unit.purchasedOn ?? ''}/${unit.invoiceNo}`],
      ['行驶里程(km)', String(paper.mileageKm ?? ''), '送修时间', paper.receivedAt ?? '', '交车时间', ''],
      ['三包凭证号', unit.warrantyCertNo, '第几次维修', String(paper.repairOrdinal ?? ''), '是否三包期内', '☑是 □否（特批号      ）'],
    ]),
    {
      table: {
        widths: ['*'],
        body: [[`用户陈述故障现象：${paper.statement}`], [`检查结果及故障原因：${paper.finding}`], [`维修措施：${paper.measure}`]],
      },
    },
    lines(
      ['序号', '旧件编号', '更换零件名称', '新件编号', '数量', '单价', '金额', '故障模式', '供货方式', '旧件回收'],
      [20, '*', '*', '*', 24, 36, 40, 36, 30, 24],
      paper.parts.map((part, nth) => [
        String(nth + 1),
        part.oldPartCode,
        part.name,
        part.partCode,
        String(part.qty),
        money(part.price),
        money(part.amount),
        '磨损',
        '储备',
        '是',
      ]),
      6,
    ),
    lines(
      ['序号', '工时代码', '维修项目', '工时定额', '工时单价', '工时费', '主修工'],
      [20, 60, '*', 44, 44, 44, 44],
      paper.labour.map((line, nth) => [
        String(nth + 1),
        line.code,
        line.name,
        (line.hours / 100).toFixed(2),
        money(line.rate),
        money(line.amount),
        line.technician,
      ]),
      4,
    ),
    grid([
      ['材料费', money(totals.parts), '工时费', money(totals.labour), '外出费', money(totals.outing)],
      ['合计（大写）', amountInWords(totals.total), '其他费用', money(totals.other), '合计（小写）', `¥${money(totals.total)}`],
    ]),
    { columns: ['修理工', '检验', '站长（盖章）', '用户签字', '日期'], margin: [0, 12, 0, 12] },
    '注：本表一式两联，第一联报售后服务部，第二联维修站存档。',
  ]
}

export async function drawPlainly(papers: readonly JobVoucherPaper[], numberOf: (nth: number) => string): Promise<Uint8Array> {
  const copies = papers.flatMap((paper, nth) =>
    ['第一联 报售后服务部', '第二联 维修站存档', '第三联 用户留存'].map((copy) => voucher(paper, numberOf(nth), copy)),
  )
  const document: TDocumentDefinitions = {
    pageSize: 'A4',
    pageMargins: [28, 28, 28, 28],
    defaultStyle: { font: 'Paper', fontSize: 8 },
    content: copies.map((stack, nth): Content => ({ stack, ...(nth === 0 ? {} : { pageBreak: 'before' as const }) })),
  }
  return new Uint8Array(await pdfmake.createPdf(document).getBuffer())
}

export async function drawLabelsPlainly(papers: readonly PartLabelPaper[]): Promise<Uint8Array> {
  const document: TDocumentDefinitions = {
    pageSize: { width: 283.46, height: 226.77 },
    pageMargins: 8,
    defaultStyle: { font: 'Paper', fontSize: 8 },
    content: papers.map((paper, nth): Content => ({
      ...(nth === 0 ? {} : { pageBreak: 'before' as const }),
      stack: [
        {
          columns: [
            { text: '保修零部件鉴别标签', bold: true, fontSize: 12 },
            { qr: paper.labelNo, fit: 52, alignment: 'right' },
          ],
        },
        {
          table: {
            widths: ['auto', '*', 'auto', '*'],
            body: [
              ['标签号', paper.labelNo, '车型', paper.model],
              ['车架号', paper.frameNo, '发动机号', paper.engineNo],
              ['购车日期', paper.purchasedOn ?? '', '维修日期', paper.repairedOn ?? ''],
              ['行驶里程', String(paper.mileageKm ?? ''), '零件编号', paper.partCode],
              ['零件名称', paper.partName, '产地', ''],
            ],
          },
        },
        { table: { widths: ['*'], body: [[`初步确认：${paper.preliminary}`], ['检查结果：']] } },
      ],
    })),
  }
  return new Uint8Array(await pdfmake.createPdf(document).getBuffer())
}
