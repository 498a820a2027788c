import type { Instant, LocalDate } from '#domain/dates'
import { amountInWords, type Fen } from '#domain/money'
import { faultMode, type FaultMode, repairType, type RepairType, supplyMode, type SupplyMode } from '#domain/words'
import { type PaperBase, type Place, sheetFor } from '../define.ts'
import { entered } from '../engine/entries.ts'
import { uprightPapers } from '../engine/profiles.ts'
import { count, day, hours, minute, money, serial, ticks, yesNo } from './print-words.ts'

export type VoucherPart = {
  readonly oldPartCode: string
  readonly name: string
  readonly partCode: string
  readonly qty: number
  readonly price: Fen | null
  readonly amount: Fen | null
  readonly faultMode: FaultMode | null
  readonly supplyMode: SupplyMode | null
  readonly oldPartReturn: boolean
}

/** `hours` in 1/100 h. */
export type VoucherLabour = {
  readonly code: string
  readonly name: string
  readonly hours: number
  readonly rate: Fen | null
  readonly amount: Fen | null
  readonly technician: string
}

export type VoucherOuting = {
  readonly place: string
  readonly oneWayKm: number | null
  readonly people: number | null
  readonly days: number | null
  readonly transport: Fen | null
  readonly lodging: Fen | null
  readonly meal: Fen | null
  readonly total: Fen | null
}

/**
 * F16, the basis of the claim. Issued after 检验合格 and before 交车, so `deliveredAt`, `opinion` and `tookOldParts` are
 * usually null and written by pen (settled.md 15).
 */
export type JobVoucherPaper = PaperBase & {
  readonly customer: { readonly name: string; readonly phone: string; readonly address: string }
  readonly sender: { readonly name: string; readonly phone: string }
  readonly repairType: RepairType | null
  readonly unit: {
    readonly model: string
    readonly frameNo: string
    readonly engineNo: string
    readonly plateNo: string
    readonly producedOn: LocalDate | null
    readonly purchasedOn: LocalDate | null
    readonly invoiceNo: string
    readonly warrantyCertNo: string
  }
  readonly mileageKm: number | null
  readonly receivedAt: Instant | null
  readonly deliveredAt: Instant | null
  readonly repairOrdinal: number | null
  readonly inWarranty: boolean | null
  readonly specialApprovalNo: string
  readonly statement: string
  readonly finding: string
  readonly measure: string
  readonly parts: readonly VoucherPart[]
  readonly labour: readonly VoucherLabour[]
  readonly totals: { readonly parts: Fen; readonly labour: Fen; readonly outing: Fen; readonly other: Fen; readonly total: Fen }
  readonly outing: VoucherOuting | null
  readonly opinion: '满意' | '基本满意' | '不满意' | null
  readonly tookOldParts: boolean | null
}

/** As it is printed: on a blank there are no sums either. */
export type JobVoucherSheet = Omit<JobVoucherPaper, 'totals'> & { readonly totals: JobVoucherPaper['totals'] | null }

const tickWords = { general: '一般', outing: '外出', presale: '售前', urgent: '急件' } as const

/** The four kinds on the form; any other kind of repair is added as a ticked word. */
function repairKind(kind: RepairType | null): string {
  if (kind === null) return ticks(Object.values(tickWords), null)
  const short = kind in tickWords ? tickWords[kind as keyof typeof tickWords] : repairType[kind]
  return ticks(Object.values(tickWords), short)
}

function supplyWord(mode: SupplyMode | null): string {
  if (mode === null) return ''
  return mode === 'borrowed' ? '借件' : supplyMode[mode]
}

function warrantyTicks({ inWarranty, specialApprovalNo }: JobVoucherSheet, place: Place): string {
  const room = '     '
  const approval = specialApprovalNo === '' ? room : specialApprovalNo
  return `${yesNo(inWarranty)}（特批号 ${place.dataOnly ? entered(specialApprovalNo, room) : approval}）`
}

function joined(first: string, second: string): string {
  return [first, second].filter((text) => text !== '').join('/')
}

/** SH-ZH/BD—16 某某车保修作业凭证 (domain.md F16). */
export const jobVoucher = sheetFor<JobVoucherSheet>(({ grid, box, lines, sign, note }) => ({
  id: 'F16',
  version: 1,
  profiles: uprightPapers,
  words: {
    title: ['{vehicle}保修作业凭证'],
    code: 'SH-ZH/BD—16',
    numberCode: 'BD16',
    note: '注：本表一式两联，第一联报{voucherDept}，第二联{stationWord}存档。',
    copies: [
      { key: 'maker', label: '第一联 报{voucherDept}', stripe: 'white' },
      { key: 'station', label: '第二联 {stationWord}存档', stripe: 'pink' },
    ],
    signatories: ['修理工', '检验', '站长（盖章）', '用户签字', '日期'],
  },
  blocks: [
    grid(3, [
      [
        { label: '服务中心（站）名称', value: (paper) => paper.station.name },
        { label: '站代码', value: (paper) => paper.station.code },
        { label: '编号', value: (_, place) => place.number },
      ],
      [
        { label: '用户姓名', value: (paper) => paper.customer.name },
        { label: '用户电话', value: (paper) => paper.customer.phone },
        { label: '用户地址', value: (paper) => paper.customer.address },
      ],
      [
        { label: '送修人', value: (paper) => paper.sender.name },
        { label: '送修人电话', value: (paper) => paper.sender.phone },
        { label: '维修类别', value: (paper) => repairKind(paper.repairType) },
      ],
      [
        { label: '车型', value: (paper) => paper.unit.model },
        { label: '车架号(VIN)', value: (paper) => paper.unit.frameNo },
        { label: '发动机号', value: (paper) => paper.unit.engineNo },
      ],
      [
        { label: '车牌号', value: (paper) => paper.unit.plateNo },
        { label: '出厂日期', value: (paper) => day(paper.unit.producedOn) },
        { label: '购车日期/发票号', value: (paper) => joined(day(paper.unit.purchasedOn), paper.unit.invoiceNo) },
      ],
      [
        { label: '行驶里程(km)', value: (paper) => count(paper.mileageKm) },
        { label: '送修时间', value: (paper) => minute(paper.receivedAt) },
        { label: '交车时间', value: (paper) => minute(paper.deliveredAt) },
      ],
      [
        { label: '三包凭证号', value: (paper) => paper.unit.warrantyCertNo },
        { label: '第几次维修', value: (paper) => count(paper.repairOrdinal) },
        { label: '是否三包期内', value: warrantyTicks },
      ],
    ]),
    box('用户陈述故障现象', 15, (paper) => paper.statement),
    box('检查结果及故障原因', 15, (paper) => paper.finding),
    box('维修措施', 12, (paper) => paper.measure),
    lines(
      (paper) => paper.parts,
      6,
      [
        { title: '序号', mm: 8, align: 'centre', value: serial },
        { title: '旧件编号', mm: 26, value: (part) => part.oldPartCode },
        { title: '更换零件名称', mm: 30, value: (part) => part.name },
        { title: '新件编号', mm: 26, value: (part) => part.partCode },
        { title: '数量', mm: 10, align: 'centre', value: (part) => count(part.qty) },
        { title: '单价', mm: 16, align: 'right', name: 'money', value: (part) => money(part.price) },
        { title: '金额', mm: 18, align: 'right', name: 'money', value: (part) => money(part.amount) },
        { title: '故障模式', mm: 22, align: 'centre', value: (part) => (part.faultMode === null ? '' : faultMode[part.faultMode]) },
        { title: '供货方式', mm: 14, align: 'centre', value: (part) => supplyWord(part.supplyMode) },
        { title: '旧件回收', mm: 10, align: 'centre', value: (part) => (part.oldPartReturn ? '是' : '否') },
      ],
      { name: 'parts' },
    ),
    lines(
      (paper) => paper.labour,
      4,
      [
        { title: '序号', mm: 8, align: 'centre', value: serial },
        { title: '工时代码', mm: 26, value: (line) => line.code },
        { title: '维修项目', mm: 66, value: (line) => line.name },
        { title: '工时定额', mm: 20, align: 'right', value: (line) => hours(line.hours) },
        { title: '工时单价', mm: 20, align: 'right', name: 'money', value: (line) => money(line.rate) },
        { title: '工时费', mm: 22, align: 'right', name: 'money', value: (line) => money(line.amount) },
        { title: '主修工', mm: 18, align: 'centre', value: (line) => line.technician },
      ],
      { name: 'labour' },
    ),
    grid(
      4,
      [
        [
          { label: '外出地点', value: (paper) => paper.outing?.place ?? '' },
          { label: '单程里程(km)', value: (paper) => count(paper.outing?.oneWayKm ?? null), align: 'right' },
          { label: '人数', value: (paper) => count(paper.outing?.people ?? null), align: 'right' },
          { label: '天数', value: (paper) => count(paper.outing?.days ?? null), align: 'right' },
        ],
        [
          { label: '交通费', name: 'money', value: (paper) => money(paper.outing?.transport ?? null), align: 'right' },
          { label: '住宿补贴', name: 'money', value: (paper) => money(paper.outing?.lodging ?? null), align: 'right' },
          { label: '伙食补贴', name: 'money', value: (paper) => money(paper.outing?.meal ?? null), align: 'right' },
          { label: '外出费用合计', name: 'money', value: (paper) => money(paper.outing?.total ?? null), align: 'right' },
        ],
      ],
      { name: 'outing', when: (paper) => paper.outing !== null },
    ),
    grid(
      4,
      [
        [
          { label: '材料费', value: (paper) => money(paper.totals?.parts ?? null), align: 'right' },
          { label: '工时费', value: (paper) => money(paper.totals?.labour ?? null), align: 'right' },
          { label: '外出费', value: (paper) => money(paper.totals?.outing ?? null), align: 'right' },
          { label: '其他费用', value: (paper) => money(paper.totals?.other ?? null), align: 'right' },
        ],
        [
          { label: '合计（大写）', value: ({ totals }) => (totals === null ? '' : amountInWords(totals.total)), span: 3 },
          { label: '合计（小写）', value: ({ totals }) => (totals === null ? '' : `¥${money(totals.total)}`), align: 'right' },
        ],
      ],
      { name: 'money', together: true },
    ),
    grid(
      3,
      [
        [
          { label: '用户意见', value: (paper) => ticks(['满意', '基本满意', '不满意'], paper.opinion) },
          { label: '带走旧件', value: (paper) => yesNo(paper.tookOldParts) },
          { label: '用户签字', value: () => '' },
        ],
      ],
      { together: true, rowMm: 8 },
    ),
    sign({ seal: true, shares: [0.9, 0.85, 1.3, 1.05, 0.9] }),
    note(),
  ],
}))
