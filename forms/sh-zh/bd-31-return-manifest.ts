import type { LocalDate } from '#domain/dates'
import { shipMethod, type ShipMethod } from '#domain/words'
import { numberRoom, type PaperBase, sheetFor } from '../define.ts'
import { wideTablePapers } from '../engine/profiles.ts'
import { count, day, serial } from './print-words.ts'

export type ManifestLine = {
  readonly voucherNo: string
  readonly model: string
  readonly frameNo: string
  readonly partCode: string
  readonly partName: string
  readonly supplier: string
  readonly faultDesc: string
  readonly qtySent: number
  /** null: filled in by the manufacturer. */
  readonly qtyReceived: number | null
  readonly boxNo: string
  readonly labelNo: string
}

/** F31, the other makers' list of returned parts. `piecesReceived`, `packing` and `listState` are the manufacturer's to fill. */
export type ReturnManifestPaper = PaperBase & {
  readonly manifestNo: string
  readonly date: LocalDate | null
  readonly packedBy: string
  readonly waybillNo: string
  readonly shipMethod: ShipMethod | null
  readonly piecesDue: number | null
  readonly piecesReceived: number | null
  readonly packing: string
  readonly listState: string
  readonly lines: readonly ManifestLine[]
}

/** SH-ZH/BD—31 三包索赔件返厂清单 (domain.md F31). */
export const returnManifest = sheetFor<ReturnManifestPaper>(({ grid, lines, sign, note }) => ({
  id: 'F31',
  version: 1,
  profiles: wideTablePapers,
  words: {
    title: ['{company}售后服务中心', '三包索赔件返厂清单'],
    code: 'SH-ZH/BD—31',
    numberCode: 'BD31',
    note: '注：如与清单数量不符者，请及时与本中心联系。',
    copies: [
      { key: 'parts', label: '第一联 随件', stripe: 'white' },
      { key: 'signed', label: '第二联 {returnsDept}签回', stripe: 'pink' },
      { key: 'kept', label: '第三联 留底', stripe: 'yellow' },
    ],
    signatories: ['{returnsDept}经办人', '稽查人', '制表', '主管经理', '盖章'],
  },
  blocks: [
    grid(4, [
      [
        { label: '单位名称', value: (paper) => paper.station.name },
        { label: '时间', value: (paper) => day(paper.date) },
        { label: '编号', value: (paper) => paper.manifestNo },
        { label: '装箱人', value: (paper) => paper.packedBy },
      ],
      [
        { label: '货运单号', value: (paper) => paper.waybillNo },
        { label: '发运方式', value: (paper) => (paper.shipMethod === null ? '' : shipMethod[paper.shipMethod]) },
        { label: '应到件数', value: (paper) => count(paper.piecesDue) },
        { label: '实到件数', value: (paper) => count(paper.piecesReceived) },
      ],
      [
        { label: '包装情况', value: (paper) => paper.packing, span: 2 },
        { label: '清单情况', value: (paper) => paper.listState },
      ],
    ]),
    lines(
      (paper) => paper.lines,
      15,
      [
        { title: '序号', mm: 9, align: 'centre', value: serial },
        { title: '索赔凭证号', mm: 32, whole: numberRoom, value: (line) => line.voucherNo },
        { title: '车型', mm: 22, value: (line) => line.model },
        { title: '车架号', mm: 36, whole: 17, value: (line) => line.frameNo },
        { title: '零件编号', mm: 28, value: (line) => line.partCode },
        { title: '零件名称', mm: 28, value: (line) => line.partName },
        { title: '配套厂家', mm: 22, value: (line) => line.supplier },
        { title: '故障描述', mm: 34, value: (line) => line.faultDesc },
        { title: '返厂数量', mm: 13, align: 'centre', value: (line) => count(line.qtySent) },
        { title: '验收数量', mm: 13, align: 'centre', value: (line) => count(line.qtyReceived) },
        { title: '箱号', mm: 11, align: 'centre', value: (line) => line.boxNo },
        { title: '标签号', mm: 25, whole: 15, value: (line) => line.labelNo },
      ],
      { rowsPerPage: 15 },
    ),
    sign({ seal: true, shares: [1.6, 1, 0.9, 1.1, 0.9] }),
    note(),
  ],
}))
