import type { AppContract } from '#contract/index'
import { findModels } from '#db/queries/catalogue'
import { countFilledPapers, countRequests, listOldPartFacts, sumClaims } from '#db/queries/gather-claims'
import { countCalledBack } from '#db/queries/gather-orders'
import { listManufacturers } from '#db/queries/manufacturers'
import { findTechnician, listTechnicians, listUsers } from '#db/queries/users'
import type { Reader } from '#db/types'
import { AppError } from '#domain/errors'
import { longestTable, type FillSection } from '#domain/form-fill'
import type { FilledFormId } from '#domain/form-ids'
import { qualityMonth } from '#domain/gather/faults'
import type { GatherAsk, GatheredCells } from '#domain/gather/gathered'
import { periodBefore, spanOf, type Span } from '#domain/gather/period'
import { gatherPlans, isGathered, type GatheredFormId } from '#domain/gather/plans'
import { stationMonth } from '#domain/gather/station-month'
import { technicianJobs, technicianMonth, type TechnicianFact } from '#domain/gather/technicians'
import { filledEntries, forms } from '#forms/index'
import { missing, type Handler } from './define.ts'
import { faultsOf, finishedOrders, labourOf, ordersOfSpan, withWords } from './gather-facts.ts'

type Asked = GatherAsk & { readonly db: Reader; readonly span: Span; /** null: the work for every manufacturer */ readonly maker: number | null }

function technicianAsked({ db, technicianId }: Asked): TechnicianFact {
  if (technicianId === null) throw new AppError('rule', 'form.gatherTechnician')
  return findTechnician(db, technicianId) ?? missing('技师')
}

/** How each form is gathered: facts from the queries, the numbers from domain/gather. */
const gatherers: Readonly<Record<GatheredFormId, (asked: Asked) => GatheredCells>> = {
  F11({ db, span, maker, from, to }) {
    const orders = finishedOrders(db, span, maker)
    return technicianMonth({ period: { from, to }, span, orders, labour: labourOf(db, orders), technicians: listTechnicians(db) })
  },
  F12(asked) {
    const { db, span, maker, from, to } = asked
    const technician = technicianAsked(asked)
    const jobs = withWords(db, finishedOrders(db, span, maker))
    return technicianJobs({ period: { from, to }, span, technician, jobs, labour: labourOf(db, jobs) })
  },
  F20({ db, span, maker, from, to }) {
    const period = { from, to }
    const people = listTechnicians(db).filter(({ active }) => active)
    const users = listUsers(db).filter(({ active, technicianId }) => active && technicianId === null)
    return stationMonth({
      period, span, orders: ordersOfSpan(db, span, maker), faults: faultsOf(db, period, maker, ''), oldParts: listOldPartFacts(db, period, maker), claims: sumClaims(db, span, maker),
      requests: countRequests(db, span, maker), feedbacks: countFilledPapers(db, 'F21', period, maker), calledBack: countCalledBack(db, span, maker), staff: people.length + users.length, technicians: people.length,
    })
  },
  F23({ db, maker, from, to, model }) {
    const period = { from, to }
    return qualityMonth({ period, model, faults: faultsOf(db, period, maker, model), faultsBefore: faultsOf(db, periodBefore(period), maker, model) })
  },
}

function titleOf(form: FilledFormId, section: FillSection): string {
  return section.title || forms[form].words.title.join('')
}

/** A sheet takes so many rows; what is beyond it must not be left out silently. */
function refuseTooMany(form: FilledFormId, cells: GatheredCells): void {
  for (const section of filledEntries[form].form.sections) {
    const count = section.kind === 'table' ? (cells.tables[section.key]?.length ?? 0) : 0
    if (count > longestTable) throw new AppError('rule', 'form.gatherTooMany', { title: titleOf(form, section), count, max: longestTable })
  }
}

export const gather: Handler<AppContract['forms']['gather']> = ({ db, now }, { form, manufacturerId, ask }) => {
  if (!isGathered(form)) throw new AppError('rule', 'form.notGathered', { title: forms[form].words.title.join('') })
  if (ask.from > ask.to) throw new AppError('rule', 'form.gatherBackwards', { from: ask.from, to: ask.to })
  const cells = gatherers[form]({ ...ask, db, span: spanOf(ask), maker: ask.allMakers ? null : manufacturerId })
  refuseTooMany(form, cells)
  return { ...cells, ask, at: now }
}

const mostModels = 200

export const gatherChoices: Handler<AppContract['forms']['gatherChoices']> = ({ db }, { form, manufacturerId }) => {
  const asks = isGathered(form) ? gatherPlans[form].asks : null
  return {
    makers: listManufacturers(db).length,
    technicians: asks === 'technician' ? listTechnicians(db).filter(({ active }) => active).map(({ id, code, name }) => ({ id, code, name })) : [],
    models: asks === 'model' ? findModels(db, { text: '', manufacturerId, limit: mostModels }).map(({ name }) => name) : [],
    batches: [],
  }
}
