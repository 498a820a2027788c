import { batchDocumentOf, type BatchClaim, type BatchDocument } from '#contract/batch-document'
import type { Batch } from '#db/queries/batches'
import { listClaimsOfBatch, type Claim } from '#db/queries/claims'
import { findFaultCode, findModel } from '#db/queries/catalogue'
import { findManufacturer } from '#db/queries/manufacturers'
import { listAttachments } from '#db/queries/attachments'
import { listPiecesWithManifest, listReturnedPartsOfOrder } from '#db/queries/returned-parts'
import { findStation } from '#db/queries/station'
import { listTechnicians } from '#db/queries/users'
import { findUserName, findWorkOrder } from '#db/queries/work-orders'
import { findCustomer } from '#db/queries/customers'
import { concernsMaker, labourAmount, outingAmount, partAmount } from '#domain/amounts'
import { localDateOf } from '#domain/dates'
import { claimType, faultMode, repairType, responsibility, returnedPartStatus, returnExempt, supplyMode, usage } from '#domain/words'
import { isClaimedLine } from './claim-facts.ts'
import { missing, type CommandContext } from './define.ts'
import { pictureOf, type OrderPicture } from './work-orders-picture.ts'

/** Absent is null in the file; an empty text would be refused by its schema. */
function orNull(text: string): string | null {
  return text.trim() === '' ? null : text
}

function word<T extends Readonly<Record<string, string>>>(words: T, code: keyof T & string): { code: keyof T & string; name: string } {
  return { code, name: words[code] ?? code }
}

/** batch.json as it will be frozen: claims only, never F19's number or hash (settled.md 19). */
export function gatherBatchDocument(context: CommandContext, batch: Batch): BatchDocument {
  const { db, now, actor } = context
  const maker = findManufacturer(db, batch.manufacturerId) ?? missing('厂方')
  const station = findStation(db) ?? missing('本站资料')
  const technicians = new Map(listTechnicians(db).map((person) => [person.id, person.name]))
  return batchDocumentOf(
    {
      manufacturerCode: maker.code,
      manufacturerName: maker.name,
      stationCode: station.code,
      stationName: station.name,
      number: batch.no ?? '',
      periodFrom: batch.periodFrom,
      periodTo: batch.periodTo,
      sealedAt: batch.sealedAt ?? now,
      handler: actor.name,
      secondHandler: null,
      singlePersonStation: batch.singlePerson,
    },
    listClaimsOfBatch(db, batch.id).map((claim) => gatherClaim(context, claim, technicians)),
  )
}

function gatherClaim({ db }: CommandContext, claim: Claim, technicians: ReadonlyMap<number, string>): BatchClaim {
  const order = findWorkOrder(db, claim.workOrderId) ?? missing('工单')
  const customer = findCustomer(db, order.customerId) ?? missing('用户')
  const picture = pictureOf(db, order)
  const { unit, content } = picture
  const model = unit.modelId === null ? undefined : findModel(db, unit.modelId)
  const fault = content.faultCodeId === null ? undefined : findFaultCode(db, content.faultCodeId)
  return {
    no: claim.no,
    workOrderNo: order.no,
    voucherNo: orNull(order.voucherNo),
    oemNo: orNull(content.oemNo),
    type: word(claimType, claim.type),
    repairType: word(repairType, content.repairType),
    modification: content.exclusions.includes('modified') ? '自行改装拆动' : null,
    reportedOn: localDateOf(content.reportedAt),
    openedOn: localDateOf(order.createdAt),
    frameNo: unit.frameNo,
    engineNo: orNull(unit.engineNo),
    plateNo: orNull(unit.plateNo),
    modelCode: model ? model.code : null,
    modelName: orNull(unit.modelName) ?? model?.name ?? '未填',
    mileageKm: content.mileage,
    usage: word(usage, unit.usage),
    purchasedOn: unit.purchasedOn,
    customerName: customer.name,
    customerPhone: orNull(customer.phone),
    senderName: orNull(content.senderName),
    senderPhone: orNull(content.senderPhone),
    repairStartedAt: order.startedAt,
    repairFinishedAt: order.finishedAt ?? order.reportedAt,
    inspector: orNull(findUserName(db, order.inspectorId)),
    faultSystem: fault ? { code: null, name: fault.system } : null,
    faultAssembly: fault && fault.assembly !== '' ? { code: null, name: fault.assembly } : null,
    faultPart: fault && fault.part !== '' ? { code: fault.code, name: fault.part } : null,
    faultMode: fault ? word(faultMode, fault.mode) : null,
    faultDescription: content.customerStatement,
    faultReason: content.faultReason,
    repairMethod: content.repairMethod,
    responsibility: word(responsibility, content.responsibility),
    approvalNo: orNull(content.approvalNo),
    note: orNull([content.note, lostNote(db, picture)].filter((text) => text !== '').join('；')),
    amounts: {
      partsFen: claim.partsFen,
      labourFen: claim.labourFen,
      outingFen: claim.outingFen,
      otherFen: claim.otherFen,
      totalFen: claim.totalFen,
    },
    ...gatherLines(picture, technicians),
    oldParts: gatherOldParts(db, order.id, picture),
    attachments: listAttachments(db, order.id).map(({ name, sha256, bytes }) => ({ name: `${claim.no}-${name}`, sha256, bytes })),
  }
}

/** What the voucher may still print although nobody asks the maker for it: a correction note (domain.md §3). */
function lostNote(db: CommandContext['db'], { id, content }: OrderPicture): string {
  const claimable = new Set(content.partLines.filter(concernsMaker).map((line) => line.id))
  const lost =
    id === null ? [] : listReturnedPartsOfOrder(db, id).filter(({ status, partLineId }) => status === 'lost' && !claimable.has(partLineId))
  return lost.length === 0 ? '' : `${lost.length} 件旧件报损（${lost[0]?.partName}${lost.length > 1 ? '等' : ''}），不在索赔之内`
}

/** Lines charged to 三包 only, numbered from 1. */
function gatherLines(
  picture: OrderPicture,
  technicians: ReadonlyMap<number, string>,
): Pick<BatchClaim, 'partLines' | 'labourLines' | 'outings' | 'otherFees'> {
  const { content, terms } = picture
  return {
    partLines: claimedParts(picture).map((line, index) => ({
      line: index + 1,
      partCode: orNull(line.partCode),
      partName: line.partName,
      unit: orNull(line.unit),
      quantity: line.qty,
      priceFen: line.priceFen,
      amountFen: partAmount(line),
      supplyMode: word(supplyMode, line.supplyMode),
      faultMode: line.faultMode === null ? null : word(faultMode, line.faultMode),
      isMain: line.isMain,
      newSerial: orNull(line.newSerial),
      oldSerial: orNull(line.oldSerial),
      oldPartRequired: line.oldPartRequired,
      note: orNull(line.note),
    })),
    labourLines: content.labourLines
      .filter((line) => isClaimedLine(picture, line))
      .map((line, index) => ({
        line: index + 1,
        labourCode: orNull(line.labourCode),
        labourName: line.labourName,
        hours: line.hours,
        rateFen: line.rateFen,
        amountFen: labourAmount(line),
        technician: line.technicianId === null ? null : (technicians.get(line.technicianId) ?? null),
      })),
    outings: content.outings
      .filter((outing) => isClaimedLine(picture, outing))
      .map((outing, index) => {
        const { amount, costs } = outingAmount(outing, terms)
        const { place, oneWayKm, drivenKm, people, days, nights } = outing
        return { line: index + 1, place, at: null, oneWayKm, drivenKm, people, days, nights, ...costs, miscFen: 0, amountFen: amount }
      }),
    otherFees: content.otherFees
      .filter((fee) => isClaimedLine(picture, fee))
      .map((fee) => ({ name: fee.kind, amountFen: fee.amountFen, note: orNull(fee.note) })),
  }
}

function claimedParts(picture: OrderPicture) {
  return picture.content.partLines.filter((line) => isClaimedLine(picture, line))
}

function gatherOldParts(db: CommandContext['db'], workOrderId: number, picture: OrderPicture): BatchClaim['oldParts'] {
  const lines = claimedParts(picture)
  return listPiecesWithManifest(db, workOrderId).flatMap((piece) => {
    const partLine = lines.findIndex((line) => line.id === piece.partLineId) + 1
    if (partLine === 0) return []
    return [
      {
        partLine,
        labelNo: piece.labelNo,
        partCode: orNull(piece.partCode),
        partName: piece.partName,
        quantity: piece.qty,
        serial: orNull(piece.serial),
        faultDescription: orNull(piece.faultDesc),
        labelledAt: piece.labelledAt,
        boxNo: piece.boxNo === null ? null : String(piece.boxNo),
        manifestNo: piece.manifestNo,
        exempt: word(returnExempt, piece.exempt),
        status: word(returnedPartStatus, piece.status),
      },
    ]
  })
}
