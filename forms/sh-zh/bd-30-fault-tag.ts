import type { LocalDate } from '#domain/dates'
import { labelFor, type PaperBase } from '../define.ts'
import { count, day } from './print-words.ts'

/** F30, tied to the replaced part. `voucherNo` is '' while there is no voucher; then the order's number is printed (settled.md 15). */
export type FaultTagPaper = PaperBase & {
  readonly labelNo: string
  readonly orderNo: string
  readonly voucherNo: string
  readonly model: string
  readonly mileageKm: number | null
  readonly frameNo: string
  readonly engineNo: string
  readonly purchasedOn: LocalDate | null
  readonly repairedOn: LocalDate | null
  readonly customerName: string
  readonly partName: string
  readonly partCode: string
  /** null only on a blank */
  readonly qty: number | null
  readonly supplier: string
  readonly faultDesc: string
  /** 故障原因及处理结果. */
  readonly reasonAndResult: string
  readonly technician: string
}

function voucherOrOrder({ voucherNo, orderNo }: FaultTagPaper): string {
  return voucherNo === '' ? orderNo : voucherNo
}

/** What a scanner reads: `RP|labelNo|voucherNo|partCode|qty|frameNo|stationCode` (domain.md F30). */
function payload(paper: FaultTagPaper): string {
  return ['RP', paper.labelNo, paper.voucherNo, paper.partCode, paper.qty ?? '', paper.frameNo, paper.station.code].join('|')
}

const size = 7
const row = { height: 4.6, size }
const half = { ...row, width: 47, captionMm: 14 }
const tall = { width: 94, height: 7, size, captionMm: 21 }
const besideCode = 74

/** SH-ZH/BD—30 三包换件件上的故障标签 (domain.md F30, settled.md 23). 鉴定意见 is the manufacturer's. */
export const faultTag = labelFor<FaultTagPaper>({
  id: 'F30',
  version: 1,
  profiles: ['LBL100x80', 'A4L-4up', 'A4P-6up', 'LBL150x100', 'LBL76x130', 'grid'],
  words: {
    title: ['{company} 三包换件故障标签'],
    code: 'SH-ZH/BD—30',
    numberCode: 'BD30',
    note: '（服务站公章盖背面）',
    copies: [{ key: 'label', label: '', stripe: 'white' }],
    signatories: [],
  },
  qr: { x: 75, y: 1.9, size: 18, payload },
  cells: [
    {
      x: 0,
      y: 0,
      width: besideCode,
      height: 8,
      value: (_, place) => place.words.title.join(' '),
      printed: true,
      size: 12,
      bold: true,
      align: 'centre',
    },
    { x: besideCode, y: 0, width: 20, height: 21.8 },
    { ...row, x: 0, y: 8, width: 52, caption: '凭证/服务单号', captionMm: 18, value: voucherOrOrder },
    { ...row, x: 52, y: 8, width: 22, caption: '站代码', captionMm: 9.5, value: (paper) => paper.station.code },
    { ...row, x: 0, y: 12.6, width: besideCode, caption: '维修站名称', captionMm: 14, value: (paper) => paper.station.name },
    { ...row, x: 0, y: 17.2, width: 40, caption: '车型', captionMm: 14, value: (paper) => paper.model },
    {
      ...row,
      x: 40,
      y: 17.2,
      width: 34,
      caption: '行驶里程',
      captionMm: 12,
      value: (paper) => (paper.mileageKm === null ? '' : `${count(paper.mileageKm)} km`),
    },
    { ...row, x: 0, y: 21.8, width: 94, caption: '车架号', captionMm: 14, value: (paper) => paper.frameNo },
    { ...half, x: 0, y: 26.4, caption: '发动机号', value: (paper) => paper.engineNo },
    { ...half, x: 47, y: 26.4, caption: '购车日期', value: (paper) => day(paper.purchasedOn) },
    { ...half, x: 0, y: 31, caption: '维修日期', value: (paper) => day(paper.repairedOn) },
    { ...half, x: 47, y: 31, caption: '用户姓名', value: (paper) => paper.customerName },
    { ...row, x: 0, y: 35.6, width: 72, caption: '零件名称', captionMm: 14, value: (paper) => paper.partName },
    { ...row, x: 72, y: 35.6, width: 22, caption: '数量', captionMm: 8, value: (paper) => count(paper.qty) },
    { ...half, x: 0, y: 40.2, caption: '零件编号', value: (paper) => paper.partCode, bold: true },
    { ...half, x: 47, y: 40.2, caption: '配套厂家（代码）', captionMm: 20, value: (paper) => paper.supplier },
    { ...tall, x: 0, y: 44.8, caption: '故障描述', value: (paper) => paper.faultDesc },
    { ...tall, x: 0, y: 51.8, caption: '故障原因及处理结果', value: (paper) => paper.reasonAndResult },
    { ...tall, x: 0, y: 58.8, height: 5.4, caption: '鉴定意见' },
    { ...half, x: 0, y: 64.2, caption: '修理工', value: (paper) => paper.technician },
    { ...half, x: 47, y: 64.2, caption: '标签号', value: (paper) => paper.labelNo },
    { x: 0, y: 68.8, width: 60, height: 5.2, size, value: (_, place) => place.words.note, printed: true, open: true },
    { x: 60, y: 68.8, width: 34, height: 5.2, size, value: (_, place) => place.words.code, printed: true, align: 'right', open: true },
  ],
})
