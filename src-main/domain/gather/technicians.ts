import { localDateOf, type Instant } from '../dates.ts'
import { sourceKey, type FillRow } from '../form-fill.ts'
import { groupedBy } from '../grouping.ts'
import { type Fen, sumFen } from '../money.ts'
import { satisfactionOf, type CallBackFact } from './call-backs.ts'
import { clipped, countOf, isDone, isMaintenance, isRework, isWarranty, tenthsOfHours, totalOf, type OrderFact } from './base-sets.ts'
import type { GatheredCells } from './gathered.ts'
import { periodOnPaper, type Period, type Span } from './period.ts'

export type TechnicianFact = {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly grade: string
  readonly teamName: string
  readonly active: boolean
}

/** A labour line; who did it is on the line, else the technician of its order. Hours in 1/100 h. */
export type LabourFact = {
  readonly workOrderId: number
  readonly technicianId: number | null
  readonly hours: number
  readonly amountFen: Fen
}

type Worked = Pick<OrderFact, 'id' | 'technicianId'>

/**
 * Who did most of an order: the largest hours; the technician of the order where hours are equal or none are written
 * (domain.md §5.2, convention J).
 */
export function mainTechnician(
  { technicianId }: Pick<OrderFact, 'technicianId'>,
  lines: readonly Pick<LabourFact, 'technicianId' | 'hours'>[],
): number | null {
  const hours = new Map<number, number>()
  for (const line of lines) {
    const who = line.technicianId ?? technicianId
    if (who !== null) hours.set(who, (hours.get(who) ?? 0) + line.hours)
  }
  const most = Math.max(0, ...hours.values())
  if (most === 0 || (technicianId !== null && hours.get(technicianId) === most)) return technicianId
  return [...hours].find(([, each]) => each === most)?.[0] ?? technicianId
}

/** Labour lines of each order, every line with the technician who did it. */
export function labourByOrder(orders: readonly Worked[], labour: readonly LabourFact[]): ReadonlyMap<number, readonly LabourFact[]> {
  const technicianOf = new Map(orders.map(({ id, technicianId }) => [id, technicianId]))
  const own = labour.map((line) => ({ ...line, technicianId: line.technicianId ?? technicianOf.get(line.workOrderId) ?? null }))
  return groupedBy(own, ({ workOrderId }) => workOrderId)
}

type MonthFacts = {
  readonly period: Period
  readonly span: Span
  readonly orders: readonly OrderFact[]
  readonly labour: readonly LabourFact[]
  readonly technicians: readonly TechnicianFact[]
  /** of the period, each with the main technician of its order */
  readonly callBacks: readonly CallBackFact[]
}

/**
 * F11 (domain.md §5.2): who is on duty or worked in the period. 外出次数 and counts go to the main technician, hours to
 * whoever did them, a rework to the one who did the repair before it.
 */
export function technicianMonth({ period, span, orders, labour, technicians, callBacks }: MonthFacts): GatheredCells {
  const done = orders.filter((order) => isDone(order, span))
  const lines = labourByOrder(done, labour)
  const mainOf = new Map(done.map((order) => [order.id, mainTechnician(order, lines.get(order.id) ?? [])]))
  const allLines = [...lines.values()].flat()
  const rows = technicians.map((person): FillRow & { readonly worked: number } => {
    const own = done.filter(({ id }) => mainOf.get(id) === person.id)
    const hours = allLines.filter(({ technicianId }) => technicianId === person.id)
    return {
      [sourceKey]: `technician:${person.id}`,
      name: person.name,
      code: person.code,
      grade: person.grade,
      doneCount: own.length,
      warrantyCount: countOf(own, isWarranty),
      outCount: countOf(own, ({ hasOuting }) => hasOuting),
      hours: tenthsOfHours(totalOf(hours, (line) => line.hours)),
      laborAmount: sumFen(hours.map(({ amountFen }) => amountFen)),
      reworkCount: countOf(done, (order) => isRework(order) && order.earlier?.technicianId === person.id),
      ...satisfactionOf(callBacks.filter(({ technicianId }) => technicianId === person.id)),
      worked: own.length + hours.length,
    }
  })
  const shown = rows.filter(({ worked }, index) => worked > 0 || technicians[index]?.active === true)
  return { values: { period: periodOnPaper(period) }, tables: { technicians: shown.map(({ worked: _, ...row }) => row) } }
}

/** What F12 and C03 say of one order beside its figures. */
export type JobFact = OrderFact & {
  readonly no: string
  readonly customerName: string
  readonly frameNo: string
  readonly statement: string
  readonly repairMethod: string
}

function natureOnPaper(order: OrderFact): string {
  if (isMaintenance(order)) return '保养'
  if (order.repairType === 'outing' || order.hasOuting) return '外出'
  return isWarranty(order) ? '三包' : '收费'
}

export function dayOf(moment: Instant | null): string | null {
  return moment === null ? null : localDateOf(moment)
}

/** 故障及处理 in one cell. */
export function workDone({ statement, repairMethod }: Pick<JobFact, 'statement' | 'repairMethod'>, max: number): string {
  return clipped([statement, repairMethod].filter((words) => words !== '').join('；'), max)
}

/** The jobs one technician finished or helped with, the earliest first: hours of helpers count too, so that F12 adds up to his line of F11. */
export function jobsOf<J extends OrderFact>(
  technicianId: number,
  jobs: readonly J[],
  labour: readonly LabourFact[],
  span: Span,
): readonly { readonly job: J; readonly isMain: boolean; readonly own: readonly LabourFact[] }[] {
  const done = jobs.filter((job) => isDone(job, span))
  const lines = labourByOrder(done, labour)
  return done
    .map((job) => ({ job, all: lines.get(job.id) ?? [] }))
    .map(({ job, all }) => ({
      job,
      isMain: mainTechnician(job, all) === technicianId,
      own: all.filter((line) => line.technicianId === technicianId),
    }))
    .filter(({ isMain, own }) => isMain || own.length > 0)
    .toSorted((one, other) => (String(one.job.finishedAt) < String(other.job.finishedAt) ? -1 : 1))
}

type JobsFacts = {
  readonly period: Period
  readonly span: Span
  readonly technician: TechnicianFact
  readonly jobs: readonly JobFact[]
  readonly labour: readonly LabourFact[]
  /** the last of an order counts */
  readonly callBacks: readonly CallBackFact[]
}

/** F12 (domain.md §5.2): DONE(P) of one technician by the day of 完工, hours and amount his own. */
export function technicianJobs({ period, span, technician, jobs, labour, callBacks }: JobsFacts): GatheredCells {
  const said = new Map(callBacks.map(({ workOrderId, grade }) => [workOrderId, grade]))
  return {
    values: {
      technician: technician.name,
      technicianCode: technician.code,
      teamName: technician.teamName,
      periodFrom: period.from,
      periodTo: period.to,
    },
    tables: {
      jobs: jobsOf(technician.id, jobs, labour, span).map(({ job, own }) => ({
        [sourceKey]: `order:${job.id}`,
        finishedOn: dayOf(job.finishedAt),
        orderNo: job.no,
        customerName: job.customerName,
        model: job.model,
        frameNo: job.frameNo,
        nature: natureOnPaper(job),
        work: workDone(job, 200),
        hours: tenthsOfHours(totalOf(own, (line) => line.hours)),
        laborAmount: sumFen(own.map(({ amountFen }) => amountFen)),
        callback: said.get(job.id) ?? null,
      })),
    },
  }
}
