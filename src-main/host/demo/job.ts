import type { InputOf } from '#contract/define'
import type { AppContract } from '#contract/index'
import { findFaultCodeByCode } from '#db/queries/catalogue'
import { chargedTo } from '#domain/amounts'
import { zeroFen } from '#domain/money'
import type { ChargeMode, Nature, RepairType } from '#domain/words'
import type { DemoFault } from './samples.ts'
import type { Shop } from './shop.ts'
import type { FleetUnit } from './fleet.ts'

export type Content = InputOf<AppContract['workOrders']['create']>['content']
type PartLine = Content['partLines'][number]

/** What brings a vehicle in. `fault` null: a service. */
export type Visit = { readonly repairType: RepairType; readonly fault: DemoFault | null; readonly repeatOfId: number | null }

/** A fault of a system that fails in this month, with a part that fits the model. */
export function chooseFault({ random, samples, today }: Shop, modelCode: string): DemoFault {
  const month = Number(today().slice(5, 7)) - 1
  const fitting = samples.faults.filter(({ partCodes }) => partCodes.some((code) => samples.fitsModel(code, modelCode)))
  const system = random.pickWeighted(
    samples.names.seasons.map(
      (season) => [season.system, fitting.some((fault) => fault.system === season.system) ? (season.weights[month] ?? 1) : 0] as const,
    ),
  )
  return random.pick(fitting.filter((fault) => fault.system === system))
}

/** As the reception writes it down: what the user says, nothing found yet. */
export function intakeContent(shop: Shop, unit: FleetUnit, { repairType, fault, repeatOfId }: Visit, technicianId: number | null): Content {
  const { random, now, maker, samples } = shop
  const isOuting = repairType === 'outing'
  return {
    manufacturerId: maker.id,
    oemNo: '',
    channel: isOuting
      ? 'phone'
      : random.pickWeighted([
          ['walkIn', 70],
          ['phone', 18],
          ['dealer', 8],
          ['maker', 4],
        ]),
    urgency: isOuting ? 'important' : 'normal',
    repairType,
    nature: 'warranty',
    solution: 'onSite',
    senderName: unit.ownerName,
    senderPhone: unit.ownerPhone,
    reportedAt: now(),
    expectedAt: null,
    receivedAt: isOuting ? null : now(),
    mileage: unit.mileage,
    customerStatement: fault?.text ?? '按保养手册要求做保养',
    checkResult: '',
    faultReason: '',
    repairMethod: '',
    faultCodeId: fault === null ? null : (findFaultCodeByCode(shop.db(), maker.id, fault.code)?.id ?? null),
    responsibility: 'pending',
    severity: 'ordinary',
    exclusions: [],
    approvalNo: '',
    technicianId,
    repeatOfId,
    note: '',
    partLines: [],
    labourLines: [],
    otherFees: [],
    outings: isOuting
      ? [
          {
            id: null,
            place: random.pick(samples.names.outingPlaces),
            oneWayKm: random.between(4, 36),
            drivenKm: random.between(10, 76),
            people: 1,
            days: 1,
            nights: 0,
            faresFen: zeroFen,
            lodgingFen: null,
            mealFen: zeroFen,
            noReceiptApproved: false,
            chargeMode: 'warranty',
            note: '',
          },
        ]
      : [],
  }
}

/** What the technician found and did, every line charged to 三包 until the verdict on it is known. */
export function diagnosedContent(shop: Shop, content: Content, unit: FleetUnit, { fault, repairType }: Visit): Content {
  const { random } = shop
  if (fault === null)
    return {
      ...content,
      checkResult: '各部件工作正常',
      faultReason: '到保养里程',
      repairMethod: '更换机油，紧固、润滑、调整各部',
      labourLines: serviceLabour(shop, content, repairType),
    }
  const isRework = repairType === 'rework'
  return {
    ...content,
    checkResult: fault.cause,
    faultReason: fault.cause,
    repairMethod: isRework ? `复查后重新调整：${fault.method}` : fault.method,
    responsibility: isRework
      ? 'station'
      : random.pickWeighted([
          ['maker', 60],
          ['supplier', 36],
          ['transport', 4],
        ]),
    partLines: isRework ? [] : partLines(shop, fault, unit.modelCode),
    labourLines: faultLabour(shop, content, fault, isRework),
  }
}

function partLines({ random, samples, parts }: Shop, fault: DemoFault, modelCode: string): PartLine[] {
  const main = fault.partCodes.find((code) => samples.fitsModel(code, modelCode))
  const companions = fault.companionPartCodes.filter((code) => samples.fitsModel(code, modelCode) && random.chance(0.35)).slice(0, 3)
  return [...(main === undefined ? [] : [main]), ...companions].flatMap((code, index) => {
    const part = parts.get(code)
    if (part === undefined) return []
    return [
      {
        id: null,
        partId: part.id,
        partCode: part.code,
        partName: part.name,
        unit: part.unit,
        qty: index > 0 && part.priceFen < 1500 && random.chance(0.3) ? 2 : 1,
        priceFen: part.priceFen,
        chargeMode: 'warranty' as const,
        supplyMode: 'stock' as const,
        faultMode: index === 0 ? fault.mode : null,
        oldPartRequired: part.oldPartReturn === 'mustReturn' || part.oldPartReturn === 'exempt',
        oldPartCode: '',
        isMain: index === 0,
        newSerial: part.serialControlled ? random.digits(8) : '',
        oldSerial: part.serialControlled ? random.digits(8) : '',
        note: '',
      },
    ]
  })
}

function labourLine({ labour, maker }: Shop, { technicianId }: Content, code: string, isFree = false): Content['labourLines'] {
  const known = labour.get(code)
  return known === undefined
    ? []
    : [
        {
          id: null,
          labourCode: known.code,
          labourName: known.name,
          hours: known.hours,
          rateFen: isFree ? zeroFen : maker.hourRateFen,
          chargeMode: 'warranty',
          technicianId,
        },
      ]
}

function faultLabour(shop: Shop, content: Content, { labourCodes }: DemoFault, isRework: boolean): Content['labourLines'] {
  return labourCodes.slice(0, shop.random.chance(0.15) ? 2 : 1).flatMap((code) => labourLine(shop, content, code, isRework))
}

function serviceLabour(shop: Shop, content: Content, repairType: RepairType): Content['labourLines'] {
  return labourLine(shop, content, repairType === 'firstService' ? 'DG1101' : 'DG1102')
}

/** Lines by the verdict on each: what 三包 does not cover the user pays at the retail price. */
export function chargedBy(shop: Shop, content: Content, covered: readonly boolean[], isWholeCovered: boolean): Content {
  const modes = content.partLines.map((_, index): ChargeMode => (covered[index] === true ? 'warranty' : 'paid'))
  const [mainMode] = modes
  const labourMode = mainMode ?? (isWholeCovered ? 'warranty' : 'paid')
  const nature = natureOf([...modes, labourMode])
  return {
    ...content,
    nature,
    outings: content.outings.map((outing) => ({ ...outing, chargeMode: chargedTo(nature) })),
    partLines: content.partLines.map((line, index) => chargedLine(shop, line, modes[index] ?? 'paid')),
    labourLines: content.labourLines.map((line) => ({ ...line, chargeMode: labourMode })),
  }
}

function chargedLine({ parts }: Shop, line: PartLine, chargeMode: ChargeMode): PartLine {
  if (chargeMode === 'warranty') return { ...line, chargeMode }
  return { ...line, chargeMode, priceFen: parts.get(line.partCode)?.retailPriceFen ?? line.priceFen, oldPartRequired: false }
}

function natureOf(modes: readonly ChargeMode[]): Nature {
  if (modes.every((mode) => mode === 'warranty')) return 'warranty'
  return modes.every((mode) => mode === 'paid') ? 'paid' : 'mixed'
}
