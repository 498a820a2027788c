import { findBatch } from '#db/queries/batches'
import { countFilledPapers, countRequests, listOldPartFacts, sumClaims } from '#db/queries/gather-claims'
import {
  countCalledBack,
  countServicesBefore,
  countWaiting,
  listDeliveredOrders,
  listOpenOrders,
  listPartsOf,
} from '#db/queries/gather-orders'
import {
  listCallBacks,
  listClaimedAmounts,
  listClaimedModels,
  listIssuedRows,
  listOutstandingPieces,
  listPackedPieces,
  listReportedCases,
} from '#db/queries/gather-registers'
import { listClaimsOfBatch } from '#db/queries/claims'
import { findManufacturer } from '#db/queries/manufacturers'
import { findTechnician, listTechnicians, listUsers } from '#db/queries/users'
import type { Reader } from '#db/types'
import { AppError } from '#domain/errors'
import { isMaintenance, isOpenAfter } from '#domain/gather/base-sets'
import { businessMonth } from '#domain/gather/business-month'
import { qualityMonth } from '#domain/gather/faults'
import { lineSource, partsExchange, repairFeedback } from '#domain/gather/feedback'
import type { GatherAsk, GatheredCells } from '#domain/gather/gathered'
import { periodBefore, spanOf, yearToDate, type Span } from '#domain/gather/period'
import type { GatheredFormId } from '#domain/gather/plans'
import { partsOutstanding, repairRegister } from '#domain/gather/registers'
import { serviceReport } from '#domain/gather/services'
import { serviceStatistics } from '#domain/gather/service-statistics'
import { invoiceNotice, statement } from '#domain/gather/settlement'
import { stationMonth } from '#domain/gather/station-month'
import { technicianJobs, technicianMonth, type TechnicianFact } from '#domain/gather/technicians'
import { missing } from './define.ts'
import {
  callBacksOf,
  faultsOf,
  finishedOrders,
  jobCosts,
  labourOf,
  ordersOfSpan,
  withMainTechnician,
  withoutEarlier,
  withWords,
} from './gather-facts.ts'

export type Asked = GatherAsk & {
  readonly db: Reader
  readonly span: Span
  /** null: the work for every manufacturer */ readonly maker: number | null
}

function technicianAsked({ db, technicianId }: Asked): TechnicianFact {
  if (technicianId === null) throw new AppError('rule', 'form.gatherTechnician')
  return findTechnician(db, technicianId) ?? missing('技师')
}

/** How each form is gathered: facts from the queries, the numbers from domain/gather. */
export const gatherers: Readonly<Record<GatheredFormId, (asked: Asked) => GatheredCells>> = {
  F11({ db, span, maker, from, to }) {
    const orders = finishedOrders(db, span, maker)
    const period = { from, to }
    return technicianMonth({
      period,
      span,
      orders,
      labour: labourOf(db, orders),
      technicians: listTechnicians(db),
      callBacks: withMainTechnician(db, callBacksOf(db, period, maker)),
    })
  },
  F12(asked) {
    const { db, span, maker, from, to } = asked
    const technician = technicianAsked(asked)
    const jobs = withWords(db, finishedOrders(db, span, maker))
    return technicianJobs({
      period: { from, to },
      span,
      technician,
      jobs,
      labour: labourOf(db, jobs),
      callBacks: listCallBacks(db, from, maker),
    })
  },
  F20({ db, span, maker, from, to }) {
    const period = { from, to }
    const people = listTechnicians(db).filter(({ active }) => active)
    const users = listUsers(db).filter(({ active, technicianId }) => active && technicianId === null)
    return stationMonth({
      period,
      span,
      orders: ordersOfSpan(db, span, maker),
      faults: faultsOf(db, period, maker, ''),
      oldParts: listOldPartFacts(db, period, maker),
      claims: sumClaims(db, span, maker),
      requests: countRequests(db, span, maker),
      feedbacks: countFilledPapers(db, 'F21', period, maker),
      calledBack: countCalledBack(db, span, maker),
      callBacks: callBacksOf(db, period, maker),
      staff: people.length + users.length,
      technicians: people.length,
    })
  },
  F22({ db, span, maker, from, to }) {
    const orders = finishedOrders(db, span, maker).filter(isMaintenance)
    const ids = orders.map(({ id }) => id)
    const failed = listPartsOf(db, ids).filter(({ chargeMode, faultMode }) => chargeMode !== 'paid' && faultMode !== null)
    return serviceReport({
      period: { from, to },
      span,
      orders,
      servicesBefore: countServicesBefore(db, ids),
      withFault: new Set(failed.map(({ workOrderId }) => workOrderId)),
      claimedModels: listClaimedModels(db, span, 'freeService', maker),
    })
  },
  F23({ db, maker, from, to, model }) {
    const period = { from, to }
    return qualityMonth({
      period,
      model,
      faults: faultsOf(db, period, maker, model),
      faultsBefore: faultsOf(db, periodBefore(period), maker, model),
    })
  },
  F24({ db, span, maker, from, to }) {
    const period = { from, to }
    const first = [periodBefore(period).from, yearToDate(period).from].toSorted()[0] ?? from
    const orders = finishedOrders(db, spanOf({ from: first, to }), maker)
    const open = listOpenOrders(db, span.before, maker).filter((order) => isOpenAfter(order, span))
    return businessMonth({
      period,
      orders,
      delivered: listDeliveredOrders(db, span, maker).map(withoutEarlier),
      claimed: listClaimedAmounts(
        db,
        orders.filter(({ nature }) => nature === 'mixed').map(({ id }) => id),
      ),
      claims: sumClaims(db, span, maker),
      requests: countRequests(db, span, maker),
      waiting: countWaiting(
        db,
        span.before,
        open.map(({ id }) => id),
      ),
      oldParts: listOldPartFacts(db, period, maker),
      callBacks: callBacksOf(db, period, maker),
    })
  },
  F25({ db, span, maker, from, to }) {
    const jobs = withWords(db, finishedOrders(db, span, maker))
    const parts = listPartsOf(
      db,
      jobs.map(({ id }) => id),
    ).filter(({ chargeMode }) => chargeMode !== 'paid')
    const reported = listIssuedRows(db, { form: 'F25', table: 'repairs', since: from, until: null, maker })
    return repairFeedback({ period: { from, to }, span, jobs, parts, reported: new Set(reported.map(({ source }) => source)) })
  },
  F26({ db, maker, from, to }) {
    const feedback = new Map(
      listIssuedRows(db, { form: 'F25', table: 'repairs', since: from, until: to, maker }).map(({ source, number }) => [source, number]),
    )
    const exchanged = new Set(
      listIssuedRows(db, { form: 'F26', table: 'items', since: from, until: null, maker }).map(({ source }) => source),
    )
    const lines = [...feedback.keys()]
      .filter((source) => source.startsWith('line:') && !exchanged.has(source))
      .map((source) => Number(source.slice(5)))
    return partsExchange(
      listPackedPieces(db, lines).map((piece) => ({ ...piece, feedbackNo: feedback.get(lineSource(piece.partLineId)) ?? '' })),
    )
  },
  C01: ({ db, span, maker, from, to }) => repairRegister({ from, to }, listReportedCases(db, span, maker)),
  C03(asked) {
    const { db, span, maker, from, to } = asked
    const technician = technicianAsked(asked)
    const jobs = withWords(db, finishedOrders(db, span, maker))
    return serviceStatistics({ period: { from, to }, span, technician, jobs, labour: labourOf(db, jobs), costs: jobCosts(db, jobs) })
  },
  X06: ({ db, span, maker, from, to }) => partsOutstanding({ from, to }, listOutstandingPieces(db, span.before, maker)),
  X07({ db, batchId }) {
    if (batchId === null) throw new AppError('rule', 'form.gatherBatch')
    const { no, manufacturerId, periodFrom, periodTo, approvedFen } = findBatch(db, batchId) ?? missing('批次')
    return invoiceNotice({
      batchNo: no ?? '',
      makerName: findManufacturer(db, manufacturerId)?.name ?? '',
      period: { from: periodFrom, to: periodTo },
      types: listClaimsOfBatch(db, batchId).map(({ type }) => type),
      approvedFen,
    })
  },
  X08: ({ db, span, maker, from, to }) => statement({ from, to }, sumClaims(db, span, maker)),
}
