import { chargedTo } from '#domain/amounts'
import { instantOf, localDateOf, type Instant } from '#domain/dates'
import type { ImportedOuting, ImportedWorkOrder } from '#domain/import-result'
import type { ChargeMode } from '#domain/words'
import { missing } from './define.ts'
import type { Catalogue } from './imports-known.ts'
import type { WorkOrderContent } from './work-orders-content.ts'

/** A ledger has the day of the report only: the moment the vehicle came in if that was the same day, else its beginning. */
export function reportedAtOf({ reportedOn, receivedAt }: ImportedWorkOrder): Instant {
  return receivedAt !== null && localDateOf(receivedAt) === reportedOn ? receivedAt : instantOf(reportedOn, '00:00')
}

/** The ledger line in the shape an order is typed in. `isClaimable`: its old parts are owed to the maker. */
export function contentOfImport(
  row: ImportedWorkOrder,
  catalogue: Catalogue,
  technicianId: number | null,
  isClaimable: boolean,
): WorkOrderContent {
  const maker = catalogue.makers.get(row.makerCode) ?? missing(`厂方 ${row.makerCode}`)
  return {
    manufacturerId: maker.id,
    oemNo: '',
    channel: 'walkIn',
    urgency: 'normal',
    repairType: row.repairType,
    nature: row.nature,
    solution: 'onSite',
    senderName: row.senderName ?? '',
    senderPhone: row.senderPhone ?? '',
    reportedAt: reportedAtOf(row),
    expectedAt: null,
    receivedAt: row.receivedAt,
    mileage: row.mileage,
    customerStatement: row.symptom,
    checkResult: '',
    faultReason: row.cause ?? '',
    repairMethod: row.measure ?? '',
    faultCodeId: null,
    responsibility: 'pending',
    severity: 'ordinary',
    exclusions: [],
    approvalNo: '',
    technicianId,
    repeatOfId: null,
    note: row.note ?? '',
    partLines: partLinesOf(row, catalogue, isClaimable),
    labourLines: labourLinesOf(row, catalogue, maker.hourRateFen),
    outings: row.outings.map((outing) => outingOf(outing, chargedTo(row.nature))),
    otherFees: [],
  }
}

function partLinesOf(row: ImportedWorkOrder, catalogue: Catalogue, isClaimable: boolean): WorkOrderContent['partLines'] {
  return row.parts.map((line, index) => {
    const part = catalogue.part(row.makerCode, line.partCode)
    return {
      id: null,
      partId: part?.id ?? null,
      partCode: part?.code ?? line.partCode,
      partName: line.partName,
      unit: part?.unit ?? '件',
      qty: line.quantity,
      priceFen: line.unitPrice,
      chargeMode: chargedTo(row.nature),
      supplyMode: line.supplyMode,
      faultMode: line.faultMode,
      oldPartRequired: isClaimable && (part === undefined || part.oldPartReturn === 'mustReturn'),
      oldPartCode: line.oldPartNo ?? '',
      isMain: index === 0,
      newSerial: '',
      oldSerial: '',
      note: line.note ?? '',
    }
  })
}

function labourLinesOf(
  row: ImportedWorkOrder,
  catalogue: Catalogue,
  makersRate: WorkOrderContent['labourLines'][number]['rateFen'],
): WorkOrderContent['labourLines'] {
  return row.labour.map((line) => ({
    id: null,
    labourCode: line.code,
    labourName: line.name,
    hours: line.hours,
    rateFen: line.rate ?? makersRate,
    chargeMode: chargedTo(row.nature),
    technicianId: catalogue.technician(line.technician?.code ?? null)?.id ?? null,
  }))
}

/** 交通费 of the ledger is what was paid for the way, so no kilometres are charged beside it. */
function outingOf(
  { place, oneWayKm, people, days, transport, lodging, meals }: ImportedOuting,
  chargeMode: ChargeMode,
): WorkOrderContent['outings'][number] {
  return {
    id: null,
    place: place ?? '',
    oneWayKm,
    drivenKm: 0,
    people,
    days,
    nights: 0,
    faresFen: transport,
    lodgingFen: lodging,
    mealFen: meals,
    noReceiptApproved: false,
    chargeMode,
    note: '',
  }
}
