import type { Instant } from './dates.ts'
import { stop, type Problem } from './errors.ts'
import { isBlank, reasonProblems, stopIf } from './guards.ts'
import type { Action } from './permissions.ts'
import type { Machine } from './steps.ts'
import type { ManifestStatus, ReturnedPartStatus, ShipMethod } from './words.ts'

/** Verbs of the return manifest, last line of domain.md §3.3. */
export const manifestEvent = {
  create: '新建',
  seal: '封箱',
  ship: '发运',
  receive: '签收',
  judge: '鉴定',
  close: '关闭',
  withdraw: '撤回',
} as const
export type ManifestEvent = keyof typeof manifestEvent
export type ManifestPlace = 'new' | ManifestStatus

/** Lines change in 草稿 only; a sealed manifest is withdrawn (it keeps its number), never reopened. */
export const manifestMachine: Machine<ManifestPlace, ManifestEvent, ManifestStatus> = {
  new: { create: 'draft' },
  draft: { seal: 'sealed', withdraw: 'withdrawn' },
  sealed: { ship: 'shipped', withdraw: 'withdrawn' },
  shipped: { receive: 'received', withdraw: 'withdrawn' },
  received: { judge: 'judged' },
  judged: { close: 'closed' },
  closed: {},
  withdrawn: {},
}

export const manifestAction: Readonly<Record<ManifestEvent, Action>> = {
  create: 'packOldParts',
  seal: 'packOldParts',
  ship: 'shipOldParts',
  receive: 'shipOldParts',
  judge: 'importData',
  close: 'shipOldParts',
  withdraw: 'shipOldParts',
}

export const manifestLine: readonly ManifestEvent[] = ['create', 'seal', 'ship', 'receive', 'judge', 'close']

export type ManifestPieceFacts = {
  readonly labelNo: string
  readonly partName: string
  readonly status: ReturnedPartStatus
  readonly qty: number
}

/** All the guards of the manifest look at. */
export type ManifestFacts = {
  readonly status: ManifestPlace
  readonly boxes: readonly { readonly boxNo: string; readonly pieces: readonly ManifestPieceFacts[] }[]
  readonly packer: string
  /** F31 or F17 issued for this manifest */
  readonly paperIssued: boolean
  readonly method: ShipMethod | null
  readonly carrier: string
  readonly waybillNo: string
  /** F28 on every box: a policy switch, off until that form exists (settled.md 16) */
  readonly boxLabels: 'off' | 'missing' | 'printed'
  readonly receivedAt: Instant | null
  readonly boxesReceived: number | null
  readonly diffNote: string
  /** the carrier brought the goods back */
  readonly carrierReturned: boolean
  readonly reason: string
}

type Guard = (facts: ManifestFacts) => Problem[]

function piecesOf({ boxes }: ManifestFacts): readonly ManifestPieceFacts[] {
  return boxes.flatMap(({ pieces }) => pieces)
}

const sealable: Guard = (facts) => [
  ...stopIf(facts.boxes.length === 0, 'manifest.noBoxes', 'boxes'),
  ...facts.boxes.filter(({ pieces }) => pieces.length === 0).map(({ boxNo }) => stop('manifest.boxEmpty', 'boxes', { boxNo })),
  ...piecesOf(facts)
    .filter(({ status }) => status !== 'packed')
    .map(({ labelNo, partName: part }) => stop('manifest.notPacked', 'boxes', { labelNo, part })),
  ...stopIf(isBlank(facts.packer), 'manifest.packerMissing', 'packer'),
]

/** A shipment the station drives itself has no waybill. */
const shippable: Guard = ({ paperIssued, method, carrier, waybillNo, boxLabels }) => [
  ...stopIf(!paperIssued, 'manifest.paperMissing', 'paper'),
  ...stopIf(method === null, 'manifest.methodMissing', 'method'),
  ...stopIf(method !== null && method !== 'own' && isBlank(carrier), 'manifest.carrierMissing', 'carrier'),
  ...stopIf(method !== null && method !== 'own' && isBlank(waybillNo), 'manifest.waybillMissing', 'waybillNo'),
  ...stopIf(boxLabels === 'missing', 'manifest.boxLabelsMissing', 'boxLabels'),
]

const received: Guard = ({ receivedAt, boxesReceived, boxes, diffNote }) => [
  ...stopIf(receivedAt === null, 'manifest.receivedAtMissing', 'receivedAt'),
  ...stopIf(boxesReceived === null, 'manifest.boxesReceivedMissing', 'boxesReceived'),
  ...stopIf(boxesReceived !== null && boxesReceived !== boxes.length && isBlank(diffNote), 'manifest.differenceUnexplained', 'diffNote', {
    received: boxesReceived ?? 0,
    sent: boxes.length,
  }),
]

const judged: readonly ReturnedPartStatus[] = ['accepted', 'rejected', 'partial', 'appealed', 'disposed', 'lost']

/** One sentence for all of them: a shipment has dozens of pieces. */
const everyPieceJudged: Guard = (facts) => {
  const waiting = piecesOf(facts).filter(({ status }) => !judged.includes(status))
  const [first] = waiting
  return first === undefined
    ? []
    : [stop('manifest.notJudged', 'boxes', { count: waiting.length, labelNo: first.labelNo, part: first.partName })]
}

const guards: Readonly<Record<ManifestEvent, Guard>> = {
  create: () => [],
  seal: sealable,
  ship: shippable,
  receive: received,
  judge: everyPieceJudged,
  close: (facts) =>
    stopIf(
      piecesOf(facts).some(({ status }) => status === 'appealed'),
      'manifest.appealOpen',
      'boxes',
    ),
  withdraw: ({ status, carrierReturned, reason }) => [
    ...reasonProblems(reason),
    ...stopIf(status === 'shipped' && !carrierReturned, 'manifest.carrierHasIt', 'carrierReturned'),
  ],
}

/** What stands before a step of the manifest (domain.md §3.3, last line). */
export function problemsBeforeManifestStep(event: ManifestEvent, facts: ManifestFacts): Problem[] {
  return guards[event](facts)
}

/** 草稿 is the only state in which lines may change. */
export function mayChangeLines(status: ManifestPlace): boolean {
  return status === 'new' || status === 'draft'
}
