import type { LocalDate } from '#domain/dates'
import { dateRoom, numberRoom, type PaperBase, sheetFor } from '../define.ts'
import { wideTablePapers } from '../engine/profiles.ts'
import { count, day, serial } from './print-words.ts'

export type ReturnLine = {
  readonly voucherNo: string
  readonly customerName: string
  readonly model: string
  readonly frameNo: string
  readonly engineNo: string
  readonly purchasedOn: LocalDate | null
  readonly repairedOn: LocalDate | null
  readonly mileageKm: number | null
  readonly partCode: string
  readonly partName: string
  readonly qty: number
  readonly faultDesc: string
}

/** F17, the list that travels with returned parts; one line for each label. */
export type ReturnListPaper = PaperBase & {
  readonly manifestNo: string
  readonly returnedOn: LocalDate | null
  readonly repairedFrom: LocalDate | null
  readonly repairedTo: LocalDate | null
  readonly boxes: number | null
  readonly waybillNo: string
  readonly filledBy: string
  readonly lines: readonly ReturnLine[]
}

function repairPeriod({ repairedFrom, repairedTo }: ReturnListPaper): string {
  return repairedFrom === null && repairedTo === null ? '' : `${day(repairedFrom)} 至 ${day(repairedTo)}`
}

/** SH-ZH/BD—17 某某产品返回“三包”旧件明细表 (domain.md F17): the same sheet three times, not three addressed copies. */
export const returnList = sheetFor<ReturnListPaper>(({ grid, lines, sign, note }) => ({
  id: 'F17',
  version: 1,
  profiles: wideTablePapers,
  words: {
    title: ['{product}返回“三包”旧件明细表'],
    code: 'SH-ZH/BD—17',
    numberCode: 'BD17',
    note: '此表一式三份、一份留底，二份随件返回。',
    copies: [
      { key: 'kept', label: '留底', stripe: 'white' },
      { key: 'sent1', label: '随件返回①', stripe: 'white' },
      { key: 'sent2', label: '随件返回②', stripe: 'white' },
    ],
    signatories: ['{sectionChief}', '鉴定员', '经办人'],
  },
  blocks: [
    grid(4, [
      [
        { label: '维修站（盖章）', value: (paper) => paper.station.name },
        { label: '站代码', value: (paper) => paper.station.code },
        { label: '返回日期', value: (paper) => day(paper.returnedOn) },
        { label: '返回单号', value: (paper) => paper.manifestNo },
      ],
      [
        { label: '起止维修日期', value: repairPeriod },
        { label: '箱数', value: (paper) => count(paper.boxes) },
        { label: '货运单号', value: (paper) => paper.waybillNo },
        { label: '维修站填写人', value: (paper) => paper.filledBy },
      ],
    ]),
    lines(
      (paper) => paper.lines,
      15,
      [
        { title: '序号', mm: 9, align: 'centre', value: serial },
        { title: '凭证/单号', mm: 30, whole: numberRoom, value: (line) => line.voucherNo },
        { title: '用户姓名', mm: 18, value: (line) => line.customerName },
        { title: '车型', mm: 22, value: (line) => line.model },
        { title: '车架号', mm: 36, whole: 17, value: (line) => line.frameNo },
        { title: '发动机号', mm: 24, whole: 14, value: (line) => line.engineNo },
        { title: '购车日期', mm: 19, whole: dateRoom, align: 'centre', value: (line) => day(line.purchasedOn) },
        { title: '修理日期', mm: 19, whole: dateRoom, align: 'centre', value: (line) => day(line.repairedOn) },
        { title: '里程km', mm: 14, align: 'right', value: (line) => count(line.mileageKm) },
        { title: '零件编号', mm: 26, value: (line) => line.partCode },
        { title: '零件名称', mm: 24, value: (line) => line.partName },
        { title: '数量', mm: 9, align: 'centre', value: (line) => count(line.qty) },
        { title: '故障描述', mm: 23, value: (line) => line.faultDesc },
      ],
      { rowsPerPage: 15 },
    ),
    sign(),
    note(),
  ],
}))
