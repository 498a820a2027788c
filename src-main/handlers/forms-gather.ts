import type { AppContract } from '#contract/index'
import { listBatchNumbers } from '#db/queries/batches'
import { findModels } from '#db/queries/catalogue'
import { listManufacturers } from '#db/queries/manufacturers'
import { listTechnicians } from '#db/queries/users'
import { AppError } from '#domain/errors'
import { longestTable, type FillSection } from '#domain/form-fill'
import type { FilledFormId } from '#domain/form-ids'
import type { GatheredCells } from '#domain/gather/gathered'
import { spanOf } from '#domain/gather/period'
import { gatherPlans, isGathered } from '#domain/gather/plans'
import { calledForm, filledEntries } from '#forms/index'
import type { Handler } from './define.ts'
import { gatherers } from './gatherers.ts'

function titleOf(form: FilledFormId, section: FillSection): string {
  return section.title || calledForm(form)
}

/** A sheet takes so many rows; what is beyond it must not be left out silently. */
function refuseTooMany(form: FilledFormId, cells: GatheredCells): void {
  for (const section of filledEntries[form].form.sections) {
    const count = section.kind === 'table' ? (cells.tables[section.key]?.length ?? 0) : 0
    if (count > longestTable) throw new AppError('rule', 'form.gatherTooMany', { title: titleOf(form, section), count, max: longestTable })
  }
}

export const gather: Handler<AppContract['forms']['gather']> = ({ db, now }, { form, manufacturerId, ask }) => {
  if (!isGathered(form)) throw new AppError('rule', 'form.notGathered', { title: calledForm(form) })
  if (ask.from > ask.to) throw new AppError('rule', 'form.gatherBackwards', { from: ask.from, to: ask.to })
  const cells = gatherers[form]({ ...ask, db, span: spanOf(ask), maker: ask.allMakers ? null : manufacturerId })
  refuseTooMany(form, cells)
  return { ...cells, ask, at: now }
}

const mostModels = 200
const mostBatches = 60

export const gatherChoices: Handler<AppContract['forms']['gatherChoices']> = ({ db }, { form, manufacturerId }) => {
  const asks = isGathered(form) ? gatherPlans[form].asks : null
  return {
    makers: listManufacturers(db).length,
    technicians:
      asks === 'technician'
        ? listTechnicians(db)
            .filter(({ active }) => active)
            .map(({ id, code, name }) => ({ id, code, name }))
        : [],
    models: asks === 'model' ? findModels(db, { text: '', manufacturerId, limit: mostModels }).map(({ name }) => name) : [],
    batches: asks === 'batch' ? listBatchNumbers(db, manufacturerId, mostBatches) : [],
  }
}
