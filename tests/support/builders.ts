import type { InputOf } from '#contract/define'
import { contract, type Api, type AppContract } from '#contract/index'
import { findFaultCodeByCode, findModelByCode, findPartByCode } from '#db/queries/catalogue'
import { listManufacturers } from '#db/queries/manufacturers'
import { listTechnicians } from '#db/queries/users'
import { localDate, addHours } from '#domain/dates'
import { fen } from '#domain/money'
import type { TestHost } from './host.ts'

type Create = InputOf<AppContract['workOrders']['create']>
export type Content = Create['content']
export type PartLine = Content['partLines'][number]
export type Unit = Extract<Create['unit'], { create: unknown }>['create']
export type Customer = Extract<Create['customer'], { create: unknown }>['create']

/** A frame number with a right check digit for each vehicle of a test. */
export const frames = [
  'LZZ1BLMJ4TJ465057',
  'LDC613P23A1305189',
  'LSJA24U62JG269225',
  'LAAPCJLAXRA000123',
  'LBBTEKDB8P1234567',
  'LEEMC1500S0000001',
] as const

export function aCustomer(changes: Partial<Customer> = {}): Customer {
  return {
    name: '李建华',
    kind: 'person',
    phone: '13812345678',
    phone2: '',
    contactName: '',
    address: '示例市城东区迎春东路12号',
    note: '',
    ...changes,
  }
}

export type Builders = ReturnType<typeof builders>

/** Records of the sample station with sensible contents; a test changes only what it is about. */
export function builders(station: TestHost) {
  const { db } = station
  const maker = listManufacturers(db())[0]
  if (maker === undefined) throw new Error('the sample station has no manufacturer')
  const manufacturerId = maker.id
  const technician = (nth: number): number => listTechnicians(db())[nth]?.id ?? 0

  const aUnit = (changes: Partial<Unit> = {}): Unit => {
    const model = findModelByCode(db(), manufacturerId, 'SL125-6A')
    return {
      manufacturerId,
      modelId: model?.id ?? null,
      modelName: model?.name ?? '',
      frameNo: frames[0],
      engineNo: 'SL156FMI-26A00123',
      plateNo: '苏M7K216',
      color: '黑',
      manufacturedOn: localDate('2026-01-10'),
      purchasedOn: localDate('2026-03-15'),
      deliveredOn: null,
      invoiceNo: '03716628',
      warrantyCardNo: 'SB26031501',
      sellerName: '城东车行',
      usage: 'own',
      tamperFlag: false,
      ...changes,
    }
  }

  const aContent = (changes: Partial<Content> = {}): Content => ({
    manufacturerId,
    oemNo: '',
    channel: 'walkIn',
    urgency: 'normal',
    repairType: 'general',
    nature: 'warranty',
    solution: 'onSite',
    senderName: '李建华',
    senderPhone: '13812345678',
    reportedAt: station.now(),
    expectedAt: null,
    receivedAt: station.now(),
    mileage: 3200,
    customerStatement: '行驶中突然熄火，等二十分钟后能着车',
    checkResult: '点火线圈次级断路',
    faultReason: '点火线圈壳体有裂纹进水',
    repairMethod: '更换点火线圈总成，试车正常',
    faultCodeId: null,
    responsibility: 'maker',
    severity: 'ordinary',
    exclusions: [],
    approvalNo: '',
    technicianId: technician(0),
    repeatOfId: null,
    note: '',
    partLines: [aPartLine()],
    labourLines: [aLabourLine()],
    outings: [],
    otherFees: [],
    ...changes,
  })

  const aPartLine = (changes: Partial<PartLine> = {}): PartLine => ({
    id: null,
    partId: null,
    partCode: 'X-31310',
    partName: '点火线圈总成',
    unit: '只',
    qty: 1,
    priceFen: fen(8650),
    chargeMode: 'warranty',
    supplyMode: 'stock',
    faultMode: 'openCircuit',
    oldPartRequired: true,
    oldPartCode: '',
    isMain: true,
    newSerial: '',
    oldSerial: '',
    note: '',
    ...changes,
  })

  const aLabourLine = (changes: Partial<Content['labourLines'][number]> = {}): Content['labourLines'][number] => ({
    id: null,
    labourCode: 'DQ-0312',
    labourName: '更换点火线圈',
    hours: 80,
    rateFen: fen(6000),
    chargeMode: 'warranty',
    technicianId: null,
    ...changes,
  })

  /** Taken in at the counter with all that belongs to it; at 待修 unless something is missing. */
  const anOrder = (
    changes: { customer?: Partial<Customer>; unit?: Partial<Unit> | { id: number }; content?: Partial<Content>; arrive?: boolean } = {},
  ) => {
    const unit = changes.unit !== undefined && 'id' in changes.unit ? { id: changes.unit.id } : { create: aUnit(changes.unit) }
    return station.as('reception').workOrders.create({
      customer: { create: aCustomer(changes.customer) },
      unit,
      content: aContent(changes.content),
      arrive: changes.arrive ?? true,
      draftKey: null,
    })
  }

  return {
    manufacturerId,
    technician,
    aUnit,
    aContent,
    aPartLine,
    aLabourLine,
    anOrder,
    part: (code: string) => findPartByCode(db(), manufacturerId, code),
    faultCode: (code: string) => findFaultCodeByCode(db(), manufacturerId, code),
    hoursAgo: (hours: number) => addHours(station.now(), -hours),
  }
}

type StepInput = InputOf<AppContract['workOrders']['step']>

/** Takes a step at the order's present revision. */
export async function takeStep(api: Api, id: number, event: string, said: Partial<StepInput> = {}) {
  const { revision } = await api.workOrders.get({ id })
  return api.workOrders.step({ id, revision, event, reason: '', at: null, userSigned: null, billPaid: null, userOpinion: null, ...said })
}

/** 待修 → 已检验, by the people whose work it is. */
export async function repaired(station: TestHost, id: number): Promise<void> {
  await takeStep(station.as('technician', 0), id, 'start')
  await takeStep(station.as('technician', 0), id, 'finish')
  await takeStep(station.as('technician', 1), id, 'passInspection')
}

/** The content of an order as it was read, to be saved with a change. */
export async function contentOnFile(api: Api, id: number): Promise<{ revision: number; content: Content }> {
  const detail = await api.workOrders.get({ id })
  return { revision: detail.revision, content: contract.workOrders.save.input.shape.content.parse(detail) }
}
