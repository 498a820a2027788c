import type { FedFormId } from '#domain/form-ids'
import { emptyContent, type FillRow } from '#domain/form-fill'
import { isFilledForm } from '#domain/form-ids'
import { type MakerSheet, sectionsOfSheet } from '#domain/maker-sheet'
import type { PaperBase } from './define.ts'
import { filledEntries, type FormId, type PaperOf } from './index.ts'

/** `number` stands on the paper itself where the form has a place for it. `known`: what the station can say already, by the keys of the fields. */
type Given = {
  readonly base: PaperBase
  readonly number: string
  readonly known: FillRow
  /** the manufacturer's own, of the form that is laid on it */ readonly sheet?: MakerSheet | undefined
}

const noOne = { name: '', phone: '', address: '' } as const

const fedBlanks: { readonly [Id in FedFormId]: (given: Given) => PaperOf[Id] } = {
  F15: ({ base }) => ({
    ...base,
    customer: noOne,
    unit: { model: '', frameNo: '', engineNo: '', purchasedOn: null },
    mileageKm: null,
    reportedOn: null,
    faultDesc: '',
    agreedBy: '',
    agreedVia: null,
    agreedAt: null,
    orderNo: '',
    receiver: noOne,
    wantedOn: null,
    shipMethod: null,
    lines: [],
  }),
  F16: ({ base }) => ({
    ...base,
    customer: noOne,
    sender: { name: '', phone: '' },
    repairType: null,
    unit: { model: '', frameNo: '', engineNo: '', plateNo: '', producedOn: null, purchasedOn: null, invoiceNo: '', warrantyCertNo: '' },
    mileageKm: null,
    receivedAt: null,
    deliveredAt: null,
    repairOrdinal: null,
    inWarranty: null,
    specialApprovalNo: '',
    statement: '',
    finding: '',
    measure: '',
    parts: [],
    labour: [],
    totals: null,
    outing: { place: '', oneWayKm: null, people: null, days: null, transport: null, lodging: null, meal: null, total: null },
    opinion: null,
    tookOldParts: null,
  }),
  F17: ({ base, number }) => ({
    ...base,
    manifestNo: number,
    returnedOn: null,
    repairedFrom: null,
    repairedTo: null,
    boxes: null,
    waybillNo: '',
    filledBy: '',
    lines: [],
  }),
  F19: ({ base, number }) => ({ ...base, batchNo: number, batchHash: '', period: null, products: '', lines: [], sums: null, counts: null }),
  F27: ({ base, number }) => ({
    ...base,
    labelNo: number,
    model: '',
    purchasedOn: null,
    engineNo: '',
    repairedOn: null,
    frameNo: '',
    mileageKm: null,
    partName: '',
    partCode: '',
    preliminary: '',
    origin: null,
  }),
  F30: ({ base, number }) => ({
    ...base,
    labelNo: number,
    orderNo: '',
    voucherNo: '',
    model: '',
    mileageKm: null,
    frameNo: '',
    engineNo: '',
    purchasedOn: null,
    repairedOn: null,
    customerName: '',
    partName: '',
    partCode: '',
    qty: null,
    supplier: '',
    faultDesc: '',
    reasonAndResult: '',
    technician: '',
  }),
  F31: ({ base, number }) => ({
    ...base,
    manifestNo: number,
    date: null,
    packedBy: '',
    waybillNo: '',
    shipMethod: null,
    piecesDue: null,
    piecesReceived: null,
    packing: '',
    listState: '',
    lines: [],
  }),
}

/** Only the fields of the form. */
function knownOf(form: keyof typeof filledEntries, { known, sheet }: Given): FillRow {
  const sections = sheet === undefined ? filledEntries[form].form.sections : sectionsOfSheet(sheet)
  const keys = sections.flatMap((section) => (section.kind === 'fields' ? section.fields.map(({ key }) => key) : []))
  return Object.fromEntries(keys.flatMap((key) => (key in known ? [[key, known[key] ?? null]] : [])))
}

/** The form with nothing in it but its number and the station: to be filled in by hand. */
export function blankOf<Id extends FormId>(form: Id, given: Given): PaperOf[Id] {
  // the compiler cannot follow the id through the two tables
  if (isFilledForm(form))
    return {
      ...given.base,
      ...emptyContent,
      values: knownOf(form, given),
      ...(given.sheet === undefined ? {} : { sheet: given.sheet }),
    } as PaperOf[Id]
  return fedBlanks[form as FedFormId](given) as PaperOf[Id]
}
