import { frameRuleOf, readEngineNumber, readFrameNumber, readPlate, type FrameRule } from './identity.ts'
import type { FindingLog, Teller } from './import-findings.ts'
import type { KnownModel } from './import-result.ts'
import type { VinCheck } from './words.ts'

/** domain.md V-07: warns only. */
export function checkedPlate(text: string, model: KnownModel | null, tell: Teller): string {
  const { value, problems } = readPlate(text, model?.category ?? null)
  if (problems.length > 0) tell.warn('import.bad.plate', 'import.do.plate')
  return value
}

/** domain.md V-03: warns only. */
export function checkedEngine(text: string, tell: Teller): string {
  const { value, problems } = readEngineNumber(text)
  if (problems.length > 0) tell.warn('import.bad.engineForm', 'import.do.engineForm')
  return value
}

/** `legacyFrameNo`: the tick 旧车架号 is to be set. */
export type CheckedFrame = { readonly frameNo: string; readonly legacyFrameNo: boolean }

const legacyMark = /^旧(?:车架号)?[:：]?/u

/** The rule of the model; of a model not on file the number itself tells: 17 characters are a VIN. */
function ruleFor(text: string, model: KnownModel | null, vinCheck: VinCheck): FrameRule {
  const isLegacy = legacyMark.test(text)
  if (model !== null) return frameRuleOf(model, isLegacy, vinCheck)
  return !isLegacy && text.replace(/[-*★]/gu, '').length === 17 ? { kind: 'vin', check: vinCheck } : { kind: 'legacy' }
}

/** domain.md V-01, V-02, V-04, V-05. 「旧」 before the number does what the tick 旧车架号 does on the screen. Null = refused. */
export function checkedFrame(text: string, model: KnownModel | null, vinCheck: VinCheck, tell: Teller): CheckedFrame | null {
  const rule = ruleFor(text, model, vinCheck)
  const { value, problems, suggestion } = readFrameNumber(text.replace(legacyMark, ''), rule)
  const strange = [...new Set(value.replace(/[A-HJ-NPR-Z0-9]/g, ''))].join('、')
  if (rule.kind === 'vin') {
    if (value.length !== 17) return tell.refuse('import.bad.vinLength', 'import.do.vinLength', { length: value.length })
    if (strange !== '') {
      const remedy = suggestion === null ? 'import.do.vinCharacters' : 'import.do.vinSuggestion'
      return tell.refuse('import.bad.vinCharacters', remedy, { characters: strange, suggestion: suggestion ?? '' })
    }
    if (problems.some(({ level }) => level === 'stop')) return tell.refuse('import.bad.vinCheckDigitBlocked', 'import.do.frameNoForm')
    if (problems.length > 0) tell.warn('import.bad.vinCheckDigit', 'import.do.vinCheckDigit')
    return { frameNo: value, legacyFrameNo: false }
  }
  if (problems.length > 0) tell.warn('import.bad.frameNoForm', 'import.do.frameNoForm')
  else if (rule.kind === 'legacy' && model === null) tell.warn('import.bad.legacyFrameNo', 'import.do.legacyFrameNo')
  return { frameNo: value, legacyFrameNo: rule.kind === 'legacy' && (model === null || model.usesVin) }
}

/** What one row says about a vehicle. `facts`: heading → value; null = not said. */
export type VehicleFacts = {
  readonly sheet: string
  readonly row: number
  readonly makerCode: string
  readonly frameNo: string
  readonly engineNo: string | null
  readonly facts: Readonly<Record<string, string | null>>
}

/**
 * Holds the vehicles of one file against each other: the same frame number with another model, engine or purchase date
 * is refused, another vehicle with the same engine number is doubted (domain.md V-03).
 */
export function createVehicleRegister(log: FindingLog): { readonly add: (vehicle: VehicleFacts) => void } {
  const frames = new Map<string, Map<string, { readonly value: string; readonly row: number }>>()
  const engines = new Map<string, VehicleFacts>()
  const checkFacts = ({ sheet, row, makerCode, frameNo, facts }: VehicleFacts): void => {
    const key = `${makerCode}\n${frameNo}`
    const said = frames.get(key) ?? new Map<string, { readonly value: string; readonly row: number }>()
    frames.set(key, said)
    for (const [heading, value] of Object.entries(facts)) {
      const earlier = said.get(heading)
      if (value === null) continue
      if (earlier === undefined) said.set(heading, { value, row })
      else if (earlier.value !== value) {
        log
          .at({ sheet, row, column: heading, value })
          .refuse('import.bad.unitConflict', 'import.do.unitConflict', { heading, row: earlier.row, other: earlier.value })
      }
    }
  }
  const checkEngine = (vehicle: VehicleFacts): void => {
    const { sheet, row, makerCode, engineNo, frameNo } = vehicle
    if (engineNo === null) return
    const key = `${makerCode}\n${engineNo}`
    const first = engines.get(key)
    if (first === undefined) engines.set(key, vehicle)
    else if (first.frameNo !== frameNo) {
      log
        .at({ sheet, row, column: '发动机号', value: engineNo })
        .warn('import.bad.engineTwice', 'import.do.engineTwice', { row: first.row })
    }
  }
  return {
    add: (vehicle) => {
      checkFacts(vehicle)
      checkEngine(vehicle)
    },
  }
}
