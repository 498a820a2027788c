import { sourceKey } from '../form-fill.ts'
import { countOf, groupsBy, isDone, isMaintenance, type OrderFact } from './base-sets.ts'
import type { GatheredCells } from './gathered.ts'
import { periodOnPaper, type Period, type Span } from './period.ts'

export type ServiceReportFacts = {
  readonly period: Period
  readonly span: Span
  readonly orders: readonly OrderFact[]
  /** of each service, how many the vehicle had here before it */
  readonly servicesBefore: ReadonlyMap<number, number>
  /** orders with a failed part under 三包 */
  readonly withFault: ReadonlySet<number>
  /** models of the claims 免费保养 sent in the period */
  readonly claimedModels: readonly string[]
}

/**
 * Which service of the vehicle it was. An order says 首次 or 定期 only: a 定期保养 is at least the second, and one more than
 * those done here before it (domain.md §5.1 MNT(X,k), §5.4; convention J).
 */
export function serviceNth({ repairType }: Pick<OrderFact, 'repairType'>, before: number): number {
  return repairType === 'firstService' ? 1 : Math.max(2, before + 1)
}

/** F22 (domain.md §5.4): services by model; the fourth and later ones are 定期(例)保养. */
export function serviceReport({ period, span, orders, servicesBefore, withFault, claimedModels }: ServiceReportFacts): GatheredCells {
  const services = orders
    .filter((order) => isDone(order, span) && isMaintenance(order))
    .map((order) => ({ ...order, nth: serviceNth(order, servicesBefore.get(order.id) ?? 0) }))
  const models = groupsBy([...services.map(({ model }) => model), ...claimedModels], (model) => model).map(([model]) => model)
  return {
    values: { period: periodOnPaper(period), periodFrom: period.from, periodTo: period.to },
    tables: {
      models: models.map((model) => {
        const own = services.filter((service) => service.model === model)
        const nth = (is: (nth: number) => boolean) => countOf(own, (service) => is(service.nth))
        return {
          [sourceKey]: `model:${model}`,
          model,
          first: nth((n) => n === 1),
          second: nth((n) => n === 2),
          third: nth((n) => n === 3),
          regular: nth((n) => n > 3),
          claimed: countOf(claimedModels, (each) => each === model),
          found: countOf(own, ({ id }) => withFault.has(id)),
        }
      }),
    },
  }
}
