import { listOpenVouchers } from '#db/queries/claims'
import { listCatalogueForImport, listLedgerNos, type CatalogueForImport } from '#db/queries/import-known'
import { listTermsOn } from '#db/queries/policy-terms'
import { listAllPrices } from '#db/queries/part-prices'
import { findUnit } from '#db/queries/units'
import type { Reader } from '#db/types'
import { bareCode } from '#domain/import-lookup'
import type { KnownThings } from '#domain/import-result'
import type { LocalDate } from '#domain/dates'
import { codesOf, vinCheck, type VinCheck } from '#domain/words'

/** What the check of a workbook compares with, as plain data: it runs in a worker, where no database is. */
export function gatherKnown(db: Reader, today: LocalDate): KnownThings {
  const { manufacturers, models, parts, labourCodes, technicians, outlets, policies } = listCatalogueForImport(db)
  const makers = new Map(manufacturers.map(({ id, code }) => [id, code]))
  const dated = listAllPrices(db)
  const makerCodeOf = ({ manufacturerId }: { readonly manufacturerId: number }): string => makers.get(manufacturerId) ?? ''
  return {
    today,
    outlets,
    ledgerNos: listLedgerNos(db),
    vinCheck: vinCheckOf(db, today),
    printed: printedOnFile(db, makers),
    technicians: technicians.map(({ code, name, certNo, outletId, active }) => ({ code, name, certNo, outletId, active })),
    policies: policies.map((policy) => ({
      id: policy.id,
      makerCode: makerCodeOf(policy),
      code: policy.code,
      name: policy.name,
      validFrom: policy.validFrom,
    })),
    manufacturers: manufacturers.map(({ code, name, shortName, active }) => ({ code, name, shortName, active })),
    models: models.map((model) => ({
      makerCode: makerCodeOf(model),
      code: model.code,
      name: model.name,
      category: model.category,
      usesVin: model.usesVin,
      serialRule: model.serialRule,
      policyId: model.policyId,
    })),
    parts: parts.map((part) => ({
      makerCode: makerCodeOf(part),
      code: part.code,
      name: part.name,
      price: part.priceFen,
      dated: dated.get(part.id) ?? [],
    })),
    labourCodes: labourCodes.map((labour) => ({
      makerCode: makerCodeOf(labour),
      code: labour.code,
      name: labour.name,
      hours: labour.hours,
    })),
  }
}

function printedOnFile(db: Reader, makers: ReadonlyMap<number, string>): KnownThings['printed'] {
  return listOpenVouchers(db).flatMap(({ number, unitId }) => {
    const unit = findUnit(db, unitId)
    return unit === undefined ? [] : [{ number, unit: { ...unit, makerCode: makers.get(unit.manufacturerId) ?? '' } }]
  })
}

/** The strictest of the station's policies, for a row says its model only while it is read. */
function vinCheckOf(db: Reader, today: LocalDate): VinCheck {
  const asked = listTermsOn(db, today).map((terms) => terms.vinCheck)
  return (
    codesOf(vinCheck)
      .toReversed()
      .find((check) => asked.includes(check)) ?? 'warn'
  )
}

/** The catalogue by code, for the rows that are applied. */
export type Catalogue = {
  readonly makers: ReadonlyMap<string, CatalogueForImport['manufacturers'][number]>
  readonly model: (makerCode: string, code: string | null) => CatalogueForImport['models'][number] | undefined
  readonly part: (makerCode: string, code: string) => CatalogueForImport['parts'][number] | undefined
  readonly partById: (id: number) => CatalogueForImport['parts'][number] | undefined
  readonly technician: (code: string | null) => CatalogueForImport['technicians'][number] | undefined
}

export function openCatalogue(db: Reader): Catalogue {
  const { manufacturers, models, parts, technicians } = listCatalogueForImport(db)
  const makers = new Map(manufacturers.map((maker) => [maker.code, maker]))
  const keyOf = (manufacturerId: number | undefined, code: string | null): string => `${manufacturerId ?? 0} ${code ?? ''}`
  const byCode = <T extends { readonly manufacturerId: number; readonly code: string }>(records: readonly T[]) =>
    new Map(records.map((record) => [keyOf(record.manufacturerId, record.code), record]))
  const modelsByCode = byCode(models)
  // codes are compared as the check compares them: capitals, no blanks
  const partsByCode = byCode(parts.map((part) => ({ ...part, code: bareCode(part.code), written: part.code })))
  const partsById = new Map(parts.map((part) => [part.id, part]))
  const techniciansByCode = new Map(technicians.map((person) => [person.code, person]))
  return {
    makers,
    model: (makerCode, code) => modelsByCode.get(keyOf(makers.get(makerCode)?.id, code)),
    part: (makerCode, code) => {
      const part = partsByCode.get(keyOf(makers.get(makerCode)?.id, bareCode(code)))
      return part && { ...part, code: part.written }
    },
    partById: (id) => partsById.get(id),
    technician: (code) => (code === null ? undefined : techniciansByCode.get(code)),
  }
}
