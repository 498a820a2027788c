import type { Instant, LocalDate } from '#domain/dates'
import { agreedVia, type AgreedVia, shipMethod, type ShipMethod } from '#domain/words'
import { type PaperBase, sheetFor } from '../define.ts'
import { uprightPapers } from '../engine/profiles.ts'
import { withNames } from '../words.ts'
import { count, day, minute, serial } from './print-words.ts'

export type RequestedPart = {
  readonly partCode: string
  readonly partName: string
  readonly unit: string
  readonly qtyRequested: number
  /** null on the first print: the manufacturer writes it in. */
  readonly qtySent: number | null
  readonly oldPartDueOn: LocalDate | null
  readonly note: string
}

export type PartsRequestPaper = PaperBase & {
  readonly customer: { readonly name: string; readonly phone: string; readonly address: string }
  readonly unit: { readonly model: string; readonly frameNo: string; readonly engineNo: string; readonly purchasedOn: LocalDate | null }
  readonly mileageKm: number | null
  readonly reportedOn: LocalDate | null
  readonly faultDesc: string
  /** 征得同意: who agreed at the manufacturer, how and when. */
  readonly agreedBy: string
  readonly agreedVia: AgreedVia | null
  readonly agreedAt: Instant | null
  readonly orderNo: string
  readonly receiver: { readonly name: string; readonly phone: string; readonly address: string }
  readonly wantedOn: LocalDate | null
  readonly shipMethod: ShipMethod | null
  readonly lines: readonly RequestedPart[]
}

/** The seed's letter, word for word; names are the manufacturer's. */
const letterBody =
  '　　本特约站接到用户反映所购{product}出现了故障需立即处理，但由于本单位没有所需更换的零件，经与服务科联系并征得同意，现特向{lendingSection}求援以下零件，' +
  '待该车故障处理完毕后，在七天内将更换出的旧件连同质量报表一齐单独寄回贵科处理，逾期旧件（及报表）如没有及时返回，本单位将承担责任。'

function agreement({ agreedVia: via, agreedAt }: PartsRequestPaper): string {
  return [via === null ? '' : agreedVia[via], minute(agreedAt)].filter((text) => text !== '').join(' ')
}

/** SH-ZH/BD—15 三包质量处理配件求援(单) (domain.md F15): a letter with the user's data and the parts. */
export const partsRequest = sheetFor<PartsRequestPaper>(({ grid, heading, letter, lines, sign, note }) => ({
  id: 'F15',
  version: 1,
  bodyNames: ['serviceDept', 'lendingSection', 'product'],
  profiles: uprightPapers,
  words: {
    title: ['{company}', '三包质量处理配件求援（单）'],
    code: 'SH-ZH/BD—15',
    numberCode: 'BD15',
    note: '',
    copies: [
      { key: 'maker', label: '第一联 服务科', stripe: 'white' },
      { key: 'station', label: '第二联 借件单位', stripe: 'pink' },
    ],
    signatories: ['借件单位', '经办', '负责人', '盖章', '日期'],
  },
  blocks: [
    letter((paper) => [`${paper.words.serviceDept}：`, withNames(letterBody, paper.words), '　　以下为用户资料及零件求援清单。']),
    heading('用户资料'),
    grid(3, [
      [
        { label: '用户姓名', value: (paper) => paper.customer.name },
        { label: '电话', value: (paper) => paper.customer.phone },
        { label: '地址', value: (paper) => paper.customer.address },
      ],
      [
        { label: '车型', value: (paper) => paper.unit.model },
        { label: '车架号', value: (paper) => paper.unit.frameNo },
        { label: '发动机号', value: (paper) => paper.unit.engineNo },
      ],
      [
        { label: '购车日期', value: (paper) => day(paper.unit.purchasedOn) },
        { label: '行驶里程(km)', value: (paper) => count(paper.mileageKm) },
        { label: '报修日期', value: (paper) => day(paper.reportedOn) },
      ],
      [{ label: '故障现象', value: (paper) => paper.faultDesc }],
      [
        { label: '同意人（服务科）', value: (paper) => paper.agreedBy },
        { label: '同意方式/时间', value: agreement },
        { label: '对应单号', value: (paper) => paper.orderNo },
      ],
    ]),
    heading('收货'),
    grid(3, [
      [
        { label: '收货人', value: (paper) => paper.receiver.name },
        { label: '联系电话', value: (paper) => paper.receiver.phone },
      ],
      [{ label: '收货地址', value: (paper) => paper.receiver.address }],
      [
        { label: '要求到货时间', value: (paper) => day(paper.wantedOn) },
        { label: '运输方式', value: (paper) => (paper.shipMethod === null ? '' : shipMethod[paper.shipMethod]) },
      ],
    ]),
    heading('零件求援清单'),
    lines(
      (paper) => paper.lines,
      6,
      [
        { title: '序号', mm: 10, align: 'centre', value: serial },
        { title: '零件编号', mm: 34, value: (line) => line.partCode },
        { title: '零件名称', mm: 40, value: (line) => line.partName },
        { title: '单位', mm: 12, align: 'centre', value: (line) => line.unit },
        { title: '求援数量', mm: 18, align: 'centre', value: (line) => count(line.qtyRequested) },
        { title: '已发数量', mm: 18, align: 'centre', value: (line) => count(line.qtySent) },
        { title: '旧件返回期限', mm: 24, align: 'centre', value: (line) => day(line.oldPartDueOn) },
        { title: '备注', mm: 24, value: (line) => line.note },
      ],
      { size: 9 },
    ),
    // 借件单位 is printed, so it gets more than an equal part.
    sign({ seal: true, shares: [2.3, 1, 1, 0.7, 1], written: (paper) => [paper.station.name] }),
    note(),
  ],
}))
