import type { LocalDate } from '#domain/dates'
import { amountInWords, type Fen } from '#domain/money'
import { claimType, type ClaimType } from '#domain/words'
import { numberRoom, type PaperBase, sheetFor, type TotalRow } from '../define.ts'
import { wideTablePapers } from '../engine/profiles.ts'
import { entered } from '../engine/entries.ts'
import { count, money, serial } from './print-words.ts'

export type SummaryLine = {
  readonly voucherNo: string
  readonly customerName: string
  readonly model: string
  readonly frameNo: string
  readonly claimType: ClaimType
  readonly mainPart: string
  readonly qty: number
  readonly parts: Fen
  readonly labour: Fen
  readonly outing: Fen
  readonly other: Fen
  readonly total: Fen
  /** null until headquarters answers. */
  readonly approved: Fen | null
}

/** F19, the claim batch. `batchHash`: hex of the frozen batch, of which the first eight characters are printed (settled.md 19). */
export type ClaimSummaryPaper = PaperBase & {
  readonly batchNo: string
  readonly batchHash: string
  /** null, like the sums and the counts, only on a blank */
  readonly period: { readonly from: LocalDate; readonly to: LocalDate } | null
  readonly products: string
  readonly lines: readonly SummaryLine[]
  readonly sums: {
    readonly qty: number
    readonly parts: Fen
    readonly labour: Fen
    readonly outing: Fen
    readonly other: Fen
    readonly total: Fen
    readonly approved: Fen | null
  } | null
  readonly counts: {
    readonly general: number
    readonly outing: number
    readonly presale: number
    readonly freeService: number
    readonly total: number
  } | null
}

function totals({ sums }: ClaimSummaryPaper): TotalRow[] {
  return [
    [
      { columns: 7, text: '合计', align: 'centre', bold: true, printed: true },
      { columns: 1, text: count(sums?.qty ?? null), align: 'centre' },
      { columns: 1, text: money(sums?.parts ?? null), name: 'money' },
      { columns: 1, text: money(sums?.labour ?? null), name: 'money' },
      { columns: 1, text: money(sums?.outing ?? null), name: 'money' },
      { columns: 1, text: money(sums?.other ?? null), name: 'money' },
      { columns: 1, text: money(sums?.total ?? null), name: 'money', bold: true },
      { columns: 1, text: money(sums?.approved ?? null), name: 'money' },
    ],
    [
      { columns: 4, text: '合计金额（大写）', align: 'centre', bold: true, printed: true },
      { columns: 10, text: sums === null ? '' : amountInWords(sums.total), align: 'left', name: 'money' },
    ],
  ]
}

/** Room for a date written by hand. */
const gap = '　　　　　　'
const dateBlank = '年      月      日'

/** SH-ZH/BD—19 市场质量索赔汇总表 (domain.md F19). */
export const claimSummary = sheetFor<ClaimSummaryPaper>(({ grid, lines, heading, sign, note }) => ({
  id: 'F19',
  version: 1,
  profiles: wideTablePapers,
  words: {
    title: ['市场质量索赔汇总表'],
    code: 'SH-ZH/BD—19',
    numberCode: 'BD19',
    note: '注：本表一式三联，第一联寄{serviceDept}，第二联由{serviceDept}确认后返回特约维修网点存档，第三联特约维修网点留存。',
    copies: [
      { key: 'maker', label: '第一联 寄{serviceDept}', stripe: 'white' },
      { key: 'confirmed', label: '第二联 {serviceDept}确认后返回特约维修网点存档', stripe: 'pink' },
      { key: 'station', label: '第三联 特约维修网点留存', stripe: 'yellow' },
    ],
    signatories: ['经办人', '第二经办人', '日期', '盖章', '反馈日期'],
  },
  blocks: [
    grid(4, [
      [
        { label: '维修网点', value: (paper) => paper.station.name },
        { label: '站代码', value: (paper) => paper.station.code },
        { label: '批次号', value: (paper) => paper.batchNo },
        { label: '批次校验码', value: (paper) => paper.batchHash.slice(0, 8) },
      ],
      [
        {
          label: '索赔期间',
          value: ({ period }, { dataOnly }) => {
            const on = (day = '') => (dataOnly ? entered(day, gap) : day === '' ? gap : day)
            return `自 ${on(period?.from)} 至 ${on(period?.to)}`
          },
          span: 2,
        },
        { label: '产品/车系', value: (paper) => paper.products },
      ],
    ]),
    lines(
      (paper) => paper.lines,
      12,
      [
        { title: '序号', mm: 9, align: 'centre', value: serial },
        { title: '凭证号', mm: 30, whole: numberRoom, value: (line) => line.voucherNo },
        { title: '用户姓名', mm: 18, value: (line) => line.customerName },
        { title: '车型', mm: 20, value: (line) => line.model },
        { title: '车架号', mm: 36, whole: 17, value: (line) => line.frameNo },
        { title: '索赔类型', mm: 18, align: 'centre', value: (line) => claimType[line.claimType] },
        { title: '故障件名称', mm: 28, value: (line) => line.mainPart },
        { title: '数量', mm: 10, align: 'centre', value: (line) => count(line.qty) },
        { title: '材料费', mm: 18, align: 'right', name: 'money', value: (line) => money(line.parts) },
        { title: '工时费', mm: 18, align: 'right', name: 'money', value: (line) => money(line.labour) },
        { title: '外出费', mm: 16, align: 'right', name: 'money', value: (line) => money(line.outing) },
        { title: '其他', mm: 14, align: 'right', name: 'money', value: (line) => money(line.other) },
        { title: '合计', mm: 20, align: 'right', name: 'money', value: (line) => money(line.total) },
        { title: '厂方核定', mm: 18, align: 'right', name: 'money', value: (line) => money(line.approved) },
      ],
      { totals },
    ),
    heading('单据统计', { name: 'counts', together: true }),
    grid(
      5,
      [
        [
          { label: '一般维修数', value: (paper) => count(paper.counts?.general ?? null), align: 'centre' },
          { label: '外出维修数', value: (paper) => count(paper.counts?.outing ?? null), align: 'centre' },
          { label: '售前维修数', value: (paper) => count(paper.counts?.presale ?? null), align: 'centre' },
          { label: '免费保养数', value: (paper) => count(paper.counts?.freeService ?? null), align: 'centre' },
          { label: '总单据数', value: (paper) => count(paper.counts?.total ?? null), align: 'centre' },
        ],
      ],
      { name: 'counts', together: true, labelMm: 24 },
    ),
    sign({ seal: true, printed: ['', '', dateBlank, '', dateBlank] }),
    note(),
  ],
}))
