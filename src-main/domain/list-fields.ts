import { formIds } from './form-ids.ts'
import type { FieldKind } from './list-filter.ts'
import {
  batchStatus,
  claimStatus,
  claimType,
  codesOf,
  customerKind,
  eligibility,
  faultMode,
  manifestStatus,
  modelCategory,
  nature,
  oldPartDuty,
  origin,
  paperStatus,
  partCategory,
  registerState,
  repairType,
  requestKind,
  requestStatus,
  returnExempt,
  returnedPartStatus,
  usage,
  verdict,
  workOrderStatus,
} from './words.ts'

/**
 * One column a list can be sorted and narrowed by. `codes`: what a `choice` may be. `optional`: some records have none, so
 * that absence can be asked for. `sorts`: false for columns that only narrow.
 */
export type ListField = { readonly kind: FieldKind; readonly codes?: readonly string[]; readonly optional?: true; readonly sorts?: false }
export type ListFields = Readonly<Record<string, ListField>>

const textField = { kind: 'text', optional: true } as const
const numberField = { kind: 'number' } as const
/** kept in 1/100 h */
const hoursField = { kind: 'hours' } as const
const moneyField = { kind: 'money' } as const
const instantField = { kind: 'instant' } as const
const dateField = { kind: 'date' } as const
const tickField = { kind: 'tick' } as const
/** Records that are the asking person's own; which these are, the list's queries say. */
const mineField = { kind: 'mine', sorts: false } as const
/** Records that belong to one of these others. */
const keyField = { kind: 'key', sorts: false } as const
const optional = <F extends ListField>(field: F) => ({ ...field, optional: true }) as const
/** Another record, by the name people know it by. */
const nameField = textField
/** One of the codes of a table of words.ts. */
const choiceField = <const C extends readonly string[]>(codes: C) => ({ kind: 'choice', codes }) as const

/** The fields of every list: the contract validates by them, the queries say where each one stands, the grids offer them. */
export const workOrderFields = {
  no: textField,
  status: choiceField(codesOf(workOrderStatus)),
  customerName: textField,
  customerPhone: textField,
  modelName: textField,
  frameNo: textField,
  plateNo: textField,
  nature: choiceField(codesOf(nature)),
  repairType: choiceField(codesOf(repairType)),
  eligibility: choiceField(codesOf(eligibility)),
  reportedAt: instantField,
  receivedAt: optional(instantField),
  finishedAt: optional(instantField),
  technicianName: textField,
  voucherNo: textField,
  totalFen: moneyField,
  claimTotalFen: moneyField,
  mine: mineField,
}

export const requestFields = {
  no: textField,
  kind: choiceField(codesOf(requestKind)),
  status: choiceField(codesOf(requestStatus)),
  workOrderNo: textField,
  customerName: textField,
  modelName: textField,
  frameNo: textField,
  parts: textField,
  agreedBy: textField,
  createdAt: instantField,
  sentAt: optional(instantField),
  arrivedAt: optional(instantField),
  oldPartDueOn: optional(dateField),
  chargedFen: moneyField,
  mine: mineField,
}

export const returnedPartFields = {
  labelNo: textField,
  status: choiceField(codesOf(returnedPartStatus)),
  partName: textField,
  partCode: textField,
  faultDesc: textField,
  storageBin: textField,
  borrowed: tickField,
  workOrderNo: textField,
  voucherNo: textField,
  customerName: textField,
  modelName: textField,
  frameNo: textField,
  removedAt: optional(instantField),
  labelledAt: optional(instantField),
  dueOn: optional(dateField),
  manifestNo: textField,
  boxNo: optional(numberField),
  qty: numberField,
  origin: choiceField(codesOf(origin)),
  exempt: choiceField(codesOf(returnExempt)),
  verdict: choiceField(codesOf(verdict)),
  workOrderId: keyField,
  mine: mineField,
}

export const manifestFields = {
  no: textField,
  status: choiceField(codesOf(manifestStatus)),
  manufacturerName: textField,
  boxCount: numberField,
  pieceCount: numberField,
  carrier: textField,
  waybillNo: textField,
  createdAt: instantField,
  sealedAt: optional(instantField),
  shippedAt: optional(instantField),
}

export const claimFields = {
  no: textField,
  status: choiceField(codesOf(claimStatus)),
  type: choiceField(codesOf(claimType)),
  workOrderNo: textField,
  voucherNo: textField,
  customerName: textField,
  modelName: textField,
  frameNo: textField,
  mainPart: textField,
  finishedAt: optional(instantField),
  totalFen: moneyField,
  approvedFen: optional(moneyField),
  batchNo: textField,
}

export const batchFields = {
  no: textField,
  status: choiceField(codesOf(batchStatus)),
  manufacturerName: textField,
  periodFrom: dateField,
  claimCount: numberField,
  totalFen: moneyField,
  approvedFen: optional(moneyField),
  handler: textField,
  secondHandler: textField,
  sealedAt: optional(instantField),
  exportedAt: optional(instantField),
  mine: mineField,
}

export const paperFields = {
  number: textField,
  form: choiceField(formIds),
  subject: textField,
  status: choiceField(codesOf(paperStatus)),
  printCount: numberField,
  issuedAt: instantField,
  issuedBy: textField,
  voidedAt: optional(instantField),
  voidReason: textField,
  workOrderId: keyField,
  requestId: keyField,
  mine: mineField,
}

export const registerFields = {
  number: textField,
  form: choiceField(formIds),
  state: choiceField(codesOf(registerState)),
  year: textField,
  subject: textField,
  printCount: numberField,
  at: instantField,
  by: textField,
  closedAt: optional(instantField),
  approver: textField,
  reason: textField,
  holder: textField,
  dueOn: optional(dateField),
}

export const customerListFields = {
  name: textField,
  phone: textField,
  kind: choiceField(codesOf(customerKind)),
  contactName: textField,
  phone2: textField,
  address: textField,
  unitCount: numberField,
  orderCount: numberField,
  lastOrderAt: optional(instantField),
}

export const unitListFields = {
  frameNo: textField,
  plateNo: textField,
  modelName: textField,
  ownerName: textField,
  ownerPhone: textField,
  engineNo: textField,
  color: textField,
  manufacturedOn: optional(dateField),
  purchasedOn: optional(dateField),
  usage: choiceField(codesOf(usage)),
  lastMileage: optional(numberField),
  invoiceNo: textField,
  warrantyCardNo: textField,
  sellerName: textField,
}

export const partFields = {
  code: textField,
  name: textField,
  category: choiceField(codesOf(partCategory)),
  priceFen: moneyField,
  retailPriceFen: moneyField,
  warrantyMonths: optional(numberField),
  warrantyKm: optional(numberField),
  oldPartReturn: choiceField(codesOf(oldPartDuty)),
  supplierName: textField,
  supplierCode: textField,
  unit: textField,
  spec: textField,
  assembly: textField,
  origin: choiceField(codesOf(origin)),
  isEngine: tickField,
  serialControlled: tickField,
  active: tickField,
}

export const priceFields = {
  partCode: textField,
  partName: textField,
  validFrom: dateField,
  validTo: optional(dateField),
  priceFen: moneyField,
  retailPriceFen: optional(moneyField),
  source: textField,
}

export const labourFields = { code: textField, name: textField, system: textField, hours: hoursField, active: tickField }

export const faultFields = {
  code: textField,
  system: textField,
  assembly: textField,
  part: textField,
  mode: choiceField(codesOf(faultMode)),
  text: textField,
  cause: textField,
  method: textField,
  active: tickField,
}

export const modelFields = {
  code: textField,
  name: textField,
  category: choiceField(codesOf(modelCategory)),
  policyId: nameField,
  usesVin: tickField,
  usesMileage: tickField,
  serialRule: textField,
  active: tickField,
}

export const technicianFields = {
  code: textField,
  name: textField,
  grade: textField,
  teamName: textField,
  outletId: nameField,
  certNo: textField,
  certExpiresOn: optional(dateField),
  phone: textField,
  active: tickField,
}

export const outletFields = {
  code: textField,
  name: textField,
  contact: textField,
  phone: textField,
  address: textField,
  active: tickField,
}

export const holidayFields = { day: dateField, working: tickField, note: textField }
