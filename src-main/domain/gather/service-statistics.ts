import { sourceKey } from '../form-fill.ts'
import { totalOf } from './base-sets.ts'
import type { GatheredCells } from './gathered.ts'
import { monthOnPaper, type Period, type Span } from './period.ts'
import { jobsOf, workDone, type JobFact, type LabourFact, type TechnicianFact } from './technicians.ts'

/** Money of a job as C03 splits it, 分. `partsCost`: 三包价 of the catalogue × quantity, the price of the line for a part not in it. */
export type JobCosts = {
  readonly partsCost: number
  readonly partsIncome: number
  readonly labour: number
  readonly mileageFee: number
  readonly meal: number
  readonly lodging: number
  readonly other: number
  readonly unpaid: number
}

export const costKeys = ['partsCost', 'mileageFee', 'meal', 'lodging', 'other'] as const

/** 利润 = 配件收入 + 工时费 − 配件成本 − 里程 − 伙食 − 住宿 − 其他 (domain.md §5.7, M06–M08). */
export function profitOf(costs: Pick<JobCosts, 'partsIncome' | 'labour' | (typeof costKeys)[number]>): number {
  return costs.partsIncome + costs.labour - totalOf(costKeys, (key) => costs[key])
}

type StatisticsFacts = {
  readonly period: Period
  readonly span: Span
  readonly technician: TechnicianFact
  readonly jobs: readonly JobFact[]
  readonly labour: readonly LabourFact[]
  readonly costs: ReadonlyMap<number, JobCosts>
}

const natureWords = { warranty: '三包', special: '三包', paid: '收费', mixed: '混合' } as const

/** C03 (domain.md §5.7): the jobs one technician finished as the main one, each with what it cost and brought in. */
export function serviceStatistics({ period, span, technician, jobs, labour, costs }: StatisticsFacts): GatheredCells {
  return {
    values: { technician: technician.name, month: monthOnPaper(period) },
    tables: {
      cases: jobsOf(technician.id, jobs, labour, span)
        .filter(({ isMain }) => isMain)
        .flatMap(({ job }) => {
          const own = costs.get(job.id)
          return own === undefined
            ? []
            : [
                {
                  [sourceKey]: `order:${job.id}`,
                  orderNo: job.no,
                  customerName: job.customerName,
                  model: job.model,
                  repair: workDone(job, 100),
                  nature: natureWords[job.nature],
                  ...own,
                  profit: profitOf(own),
                },
              ]
        }),
    },
  }
}
