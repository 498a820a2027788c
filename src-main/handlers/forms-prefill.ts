import { findClaimOfOrder } from '#db/queries/claims'
import { findCustomer } from '#db/queries/customers'
import { findNewestOfOrder } from '#db/queries/filled-forms'
import { findStation } from '#db/queries/station'
import { findUnit } from '#db/queries/units'
import { listOrderLines } from '#db/queries/work-order-lines'
import { listTechnicians } from '#db/queries/users'
import { findWorkOrder, type WorkOrder } from '#db/queries/work-orders'
import type { Reader } from '#db/types'
import { labourAmount, partAmount } from '#domain/amounts'
import { localDateOf, localTimeOf, type Instant } from '#domain/dates'
import type { FillContent, FillField, FillRow, FillSection, FillValue } from '#domain/form-fill'
import { faultMode, severity, supplyMode } from '#domain/words'
import { missing, type QueryContext } from './define.ts'

type Known = { readonly values: FillRow; readonly tables: Readonly<Record<string, readonly FillRow[]>> }

function minute(moment: Instant | null): string | null {
  return moment === null ? null : `${localDateOf(moment)} ${localTimeOf(moment)}`
}

/** What every form may say of the station, whoever fills it in. */
export function ofStation(db: Reader): FillRow {
  const station = findStation(db) ?? missing('本站资料')
  return {
    stationName: station.stampName || station.name,
    stationCode: station.code,
    stationPhone: station.phone,
    stationAddress: station.address,
    chief: station.contact,
  }
}

/** What the last request for an exchange of this vehicle says (A12, F14), under the keys of the manufacturer's own sheet. */
export function ofExchange(db: Reader, workOrderId: number | null): FillRow {
  if (workOrderId === null) return {}
  const { values = {} } = findNewestOfOrder(db, workOrderId, ['A12', 'F14'])?.content ?? {}
  const known = (key: string) => values[key] ?? null
  return {
    kind: known('kind') ?? known('wanted'),
    decision: known('decision'),
    newModel: known('newModel'),
    newSerial: known('newSerial'),
    difference: known('difference'),
    wear: known('wear') ?? known('priceWear'),
  }
}

function ofOrder(db: Reader, order: WorkOrder): Known {
  const customer = findCustomer(db, order.customerId) ?? missing('用户')
  const unit = findUnit(db, order.unitId) ?? missing('车辆')
  const technicians = new Map(listTechnicians(db).map((person) => [person.id, person.name]))
  const { partLines, labourLines } = listOrderLines(db, order.id)
  return {
    values: {
      customerName: customer.name,
      customerPhone: customer.phone,
      customerAddress: customer.address,
      contactName: order.senderName || customer.contactName,
      contactPhone: order.senderPhone || customer.phone,
      model: unit.modelName,
      frameNo: unit.frameNo,
      engineNo: unit.engineNo,
      plateNo: unit.plateNo,
      color: unit.color,
      manufacturedOn: unit.manufacturedOn,
      purchasedOn: unit.purchasedOn,
      invoiceNo: unit.invoiceNo,
      mileageKm: order.mileage,
      orderNo: order.no,
      voucherNo: order.voucherNo,
      reportedAt: minute(order.reportedAt),
      receivedAt: minute(order.receivedAt),
      finishedAt: minute(order.finishedAt),
      deliveredAt: minute(order.deliveredAt),
      statement: order.customerStatement,
      finding: order.faultReason || order.checkResult,
      measure: order.repairMethod,
      technician: technicians.get(order.technicianId ?? 0) ?? null,
      level: severity[order.severity === 'safety' ? 'severe' : order.severity],
      inWarranty: order.eligibility === 'pending' ? null : order.eligibility === 'covered' || order.eligibility === 'special' ? '是' : '否',
      claimNo: findClaimOfOrder(db, order.id)?.no ?? null,
      partNames: partLines.map(({ partName, qty }) => `${partName} ×${qty}`).join('、'),
    },
    tables: {
      parts: partLines.map((line) => ({
        partCode: line.partCode,
        partName: line.partName,
        qty: line.qty,
        price: line.priceFen,
        amount: partAmount(line),
        faultMode: line.faultMode === null ? null : faultMode[line.faultMode],
        supplyMode: supplyMode[line.supplyMode],
      })),
      labour: labourLines.map((line) => ({
        labourCode: line.labourCode,
        labourName: line.labourName,
        hours: Math.round(line.hours / 10),
        rate: line.rateFen,
        amount: labourAmount(line),
        technician: technicians.get(line.technicianId ?? order.technicianId ?? 0) ?? null,
      })),
    },
  }
}

/** A known value in the shape the field takes; what does not fit is left to the person. */
function fitted({ kind, max, options }: FillField, value: FillValue | undefined): FillValue {
  if (value === undefined || value === null || value === '') return null
  switch (kind) {
    case 'text':
      return Array.from(String(value)).slice(0, max).join('')
    case 'date':
      return typeof value === 'string' ? value.slice(0, 10) : null
    case 'minute':
      return typeof value === 'string' && value.length === 16 ? value : null
    case 'count':
    case 'tenths':
    case 'amount':
      return typeof value === 'number' ? value : null
    case 'choice':
      return typeof value === 'string' && options.includes(value) ? value : null
    case 'choices':
    case 'number':
    case 'picture':
      return null
  }
}

function fill(fields: readonly FillField[], known: FillRow): FillRow {
  return Object.fromEntries(fields.filter(({ kind }) => kind !== 'number').map((field) => [field.key, fitted(field, known[field.key])]))
}

/** What the station, the day and the order already know, under the shared keys of forms/README.md. `more`: what else is known of the case. */
export function beginContent(
  context: QueryContext,
  sections: readonly FillSection[],
  workOrderId: number | null,
  more: FillRow = {},
): FillContent {
  const order: Known =
    workOrderId === null ? { values: {}, tables: {} } : ofOrder(context.db, findWorkOrder(context.db, workOrderId) ?? missing('工单'))
  const known = { ...ofStation(context.db), filledOn: context.today, filledBy: context.actor.name, ...order.values, ...more }
  return {
    values: Object.assign({}, ...sections.map((section) => (section.kind === 'fields' ? fill(section.fields, known) : {}))) as FillRow,
    tables: Object.fromEntries(
      sections.flatMap((section) =>
        section.kind === 'table' ? [[section.key, (order.tables[section.key] ?? []).map((row) => fill(section.columns, row))]] : [],
      ),
    ),
  }
}
