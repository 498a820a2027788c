import type { AppContract } from '#contract/index'
import type { ParsedInputOf } from '#contract/define'
import { findFaultCode, findLabourCode, findModel, findPart } from '#db/queries/catalogue'
import { deleteCatalogueRecord } from '#db/queries/catalogue-records'
import {
  useOfFault,
  useOfLabour,
  useOfManufacturer,
  useOfModel,
  useOfOutlet,
  useOfPart,
  useOfPolicy,
  useOfTechnician,
  type Use,
} from '#db/queries/catalogue-use'
import { countJudgedUnits, deleteManufacturer, deletePolicy, findManufacturer, findPolicy, listVersions } from '#db/queries/manufacturers'
import { deleteOutlet, findOutlet } from '#db/queries/outlets'
import { deleteTermsOf } from '#db/queries/policy-terms'
import { deletePartPrice, deletePricesOf, findPartPrice } from '#db/queries/part-prices'
import { deleteHoliday, findHoliday } from '#db/queries/station'
import { deleteTechnician, findTechnician } from '#db/queries/users'
import { rightOf, type RemovableRecord } from '#domain/catalogue'
import { AppError } from '#domain/errors'
import { removePolicyTerms } from './catalogue-policy-terms.ts'
import { missing, orConflict, requireRight, type CommandContext } from './define.ts'

/** What cannot be retired has a sentence of its own for what to do instead. */
function refuseUsed(name: string, uses: readonly Use[], key: 'catalogue.inUse' | 'catalogue.policyInUse' = 'catalogue.inUse'): void {
  if (uses.length > 0) throw new AppError('rule', key, { name, where: uses.map(({ where, count }) => `${where} ${count} 处`).join('、') })
}

type At = { readonly id: number; readonly revision: number }
type Remove = (context: CommandContext, at: At) => boolean

const removers: Readonly<Record<RemovableRecord, Remove>> = {
  parts({ db }, { id, revision }) {
    const part = findPart(db, id) ?? missing('零件')
    refuseUsed(part.name, useOfPart(db, part))
    deletePricesOf(db, id)
    return deleteCatalogueRecord(db, 'parts', id, revision)
  },
  /** What has been in force may stand on papers. */
  prices({ db, today }, { id, revision }) {
    const price = findPartPrice(db, id) ?? missing('价格')
    if (price.validFrom <= today)
      throw new AppError('rule', 'catalogue.priceBegun', { name: findPart(db, price.partId)?.name ?? '', day: price.validFrom })
    return deletePartPrice(db, id, revision)
  },
  labour({ db }, { id, revision }) {
    const labour = findLabourCode(db, id) ?? missing('工时')
    refuseUsed(labour.name, useOfLabour(db, labour))
    return deleteCatalogueRecord(db, 'labour', id, revision)
  },
  faults({ db }, { id, revision }) {
    const fault = findFaultCode(db, id) ?? missing('故障代码')
    refuseUsed(fault.code, useOfFault(db, fault))
    return deleteCatalogueRecord(db, 'faults', id, revision)
  },
  models({ db }, { id, revision }) {
    const model = findModel(db, id) ?? missing('车型')
    refuseUsed(model.name, useOfModel(db, model))
    return deleteCatalogueRecord(db, 'models', id, revision)
  },
  technicians({ db }, { id, revision }) {
    const person = findTechnician(db, id) ?? missing('技师')
    refuseUsed(person.name, useOfTechnician(db, person))
    return deleteTechnician(db, id, revision)
  },
  outlets({ db }, { id, revision }) {
    const outlet = findOutlet(db, id) ?? missing('网点')
    refuseUsed(outlet.name, useOfOutlet(db, outlet))
    return deleteOutlet(db, id, revision)
  },
  holidays({ db, today }, { id, revision }) {
    const { day } = findHoliday(db, id) ?? missing('节假日')
    if (day <= today) throw new AppError('rule', 'catalogue.dayPassed', { day })
    return deleteHoliday(db, id, revision)
  },
  manufacturers({ db }, { id, revision }) {
    const maker = findManufacturer(db, id) ?? missing('厂方')
    refuseUsed(maker.name, useOfManufacturer(db, maker))
    if (maker.revision !== revision) return false
    deleteManufacturer(db, id)
    return true
  },
  policies({ db }, { id, revision }) {
    const policy = findPolicy(db, id) ?? missing('三包政策')
    const judged = countJudgedUnits(db, id)
    refuseUsed(
      policy.name,
      [...useOfPolicy(db, policy), ...(judged > 0 ? [{ where: '有工单的车辆', count: judged }] : [])],
      'catalogue.policyInUse',
    )
    if (listVersions(db, policy).length === 1) deleteTermsOf(db, policy)
    return deletePolicy(db, id, revision)
  },
  policyTerms: removePolicyTerms,
}

export function removeRecord(
  context: CommandContext,
  { list, ...at }: ParsedInputOf<AppContract['catalogue']['removeRecord']>,
): Record<string, never> {
  requireRight(context.actor, rightOf[list], '删除资料')
  orConflict(removers[list](context, at))
  return {}
}
