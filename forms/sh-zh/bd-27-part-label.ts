import type { LocalDate } from '#domain/dates'
import type { Origin } from '#domain/words'
import { labelFor, type PaperBase } from '../define.ts'
import { count, day } from './print-words.ts'

/** F27, one for each returned part. `origin` null: nothing is ringed, the clerk rings by pen. */
export type PartLabelPaper = PaperBase & {
  readonly labelNo: string
  readonly model: string
  readonly purchasedOn: LocalDate | null
  readonly engineNo: string
  readonly repairedOn: LocalDate | null
  readonly frameNo: string
  readonly mileageKm: number | null
  readonly partName: string
  readonly partCode: string
  readonly preliminary: string
  readonly origin: Origin | null
}

function km(mileage: number | null): string {
  return mileage === null ? '' : `${count(mileage)} km`
}

const caption = 16
const half = { width: 47, height: 6, captionMm: caption }
/** The first three rows leave 20 mm free at the right for the code (settled.md 23). */
const besideCode = 74

/** SH-ZH/BD—27 保修零部件鉴别标签 (domain.md F27, settled.md 23). 检查结果 is the manufacturer's. */
export const partLabel = labelFor<PartLabelPaper>({
  id: 'F27',
  version: 1,
  bodyNames: ['company'],
  profiles: ['LBL100x80', 'A4L-4up', 'A4P-6up', 'LBL150x100', 'LBL76x130', 'grid'],
  words: {
    title: ['保修零部件鉴别标签'],
    code: 'SH-ZH/BD—27',
    numberCode: 'BD27',
    note: '注：请在上面画圈标明所使用零部件的产地',
    copies: [{ key: 'label', label: '', stripe: 'white' }],
    signatories: [],
  },
  qr: { x: 75, y: 1, size: 18, payload: (paper) => paper.labelNo },
  cells: [
    {
      x: 0,
      y: 0,
      width: besideCode,
      height: 8,
      value: (_, place) => place.words.title.join(' '),
      printed: true,
      size: 13,
      bold: true,
      align: 'centre',
    },
    { x: besideCode, y: 0, width: 20, height: 20 },
    { x: 0, y: 8, width: besideCode, height: 6, caption: '来件单位', captionMm: caption, value: (paper) => paper.station.name },
    { x: 0, y: 14, width: 37, height: 6, caption: '型号', captionMm: 9, value: (paper) => paper.model },
    { x: 37, y: 14, width: 37, height: 6, caption: '购买日期', captionMm: 15, value: (paper) => day(paper.purchasedOn) },
    { x: 0, y: 20, ...half, caption: '发动机号', value: (paper) => paper.engineNo },
    { x: 47, y: 20, ...half, caption: '修理日期', value: (paper) => day(paper.repairedOn) },
    { x: 0, y: 26, ...half, caption: '车架号码', value: (paper) => paper.frameNo },
    { x: 47, y: 26, ...half, caption: '行驶里程', value: (paper) => km(paper.mileageKm) },
    { x: 0, y: 32, width: 94, height: 6, caption: '零部件名称', captionMm: caption, value: (paper) => paper.partName },
    { x: 0, y: 38, width: 94, height: 6, caption: '零部件编号', captionMm: caption, value: (paper) => paper.partCode, bold: true },
    { x: 0, y: 44, width: 94, height: 8, caption: '初步确认', captionMm: caption, value: (paper) => paper.preliminary },
    { x: 0, y: 52, width: 94, height: 7, caption: '检查结果', captionMm: caption },
    {
      x: 0,
      y: 59,
      width: 47,
      height: 6,
      value: (paper) => paper.words.importedPart,
      printed: true,
      align: 'centre',
      ringed: (paper) => paper.origin === 'imported',
    },
    {
      x: 47,
      y: 59,
      width: 47,
      height: 6,
      value: (paper) => paper.words.domesticPart,
      printed: true,
      align: 'centre',
      ringed: (paper) => paper.origin === 'domestic',
    },
    { x: 0, y: 65, width: 62, height: 4, value: (_, place) => place.words.note, printed: true, size: 7, open: true },
    { x: 62, y: 65, width: 32, height: 4, value: (_, place) => place.words.code, printed: true, size: 7, align: 'right', open: true },
    {
      x: 0,
      y: 69,
      width: 54,
      height: 5,
      caption: '公司名称',
      captionMm: 14,
      value: (paper) => paper.words.company,
      printed: true,
      open: true,
    },
    { x: 54, y: 69, width: 40, height: 5, value: (paper) => paper.labelNo, align: 'right', open: true },
  ],
})
