import { isFormId, type FormId } from '#domain/form-ids'
import { type LabelGrid, mostOffset, noOffset, type Offset, type PaperLook, type ProfileName, usualGrid } from '#domain/paper-stock'
import { codesOf, paperStock } from '#domain/words'

/** On which printer and paper something is printed. A printer of null asks each time; `default`: each form on its own paper. */
export type PrintRule = { readonly printer: string | null; readonly profile: PaperLook['profile']; readonly dataOnly: boolean }

/** Whom a rule is for: all papers, all labels, or one form before these. */
export type RuleOf = 'papers' | 'labels' | FormId

/** How this seat prints; kept in this browser or on this desk, because printers belong to a desk. `offsets`: by printer, paper and rule. */
export type SeatPrinting = {
  readonly rules: Readonly<Partial<Record<RuleOf, PrintRule>>> & { readonly papers: PrintRule; readonly labels: PrintRule }
  readonly grid: LabelGrid
  readonly offsets: Readonly<Record<string, Offset>>
}

const storageKey = 'seat-printing'
const plainRule: PrintRule = { printer: null, profile: 'default', dataOnly: false }
export const standardPrinting: SeatPrinting = { rules: { papers: plainRule, labels: plainRule }, grid: usualGrid, offsets: {} }

type Unknown = Readonly<Record<string, unknown>>

function objectOf(value: unknown): Unknown {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
}

function within(value: unknown, most: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(most, Math.max(-most, value)) : 0
}

function ruleOf(value: unknown): PrintRule {
  const { printer, profile, dataOnly } = objectOf(value)
  return {
    printer: typeof printer === 'string' && printer !== '' ? printer : null,
    profile: codesOf(paperStock).find((name) => name === profile) ?? 'default',
    dataOnly: dataOnly === true,
  }
}

function gridOf(value: unknown): LabelGrid {
  const stored = objectOf(value)
  const measures = Object.entries(usualGrid).map(([name, usual]: [string, number]) => [
    name,
    typeof stored[name] === 'number' && Number.isFinite(stored[name]) ? stored[name] : usual,
  ])
  return Object.fromEntries(measures) as LabelGrid // the same names
}

/** Takes only what is understood of what was stored. */
export function readSeatPrinting(): SeatPrinting {
  try {
    const stored = objectOf(JSON.parse(localStorage.getItem(storageKey) ?? '{}'))
    const rules = objectOf(stored.rules)
    const own = Object.entries(rules)
      .filter(([key]) => isFormId(key))
      .map(([key, rule]) => [key, ruleOf(rule)])
    const offsets = Object.entries(objectOf(stored.offsets)).map(([key, value]) => {
      const { x, y, drift } = objectOf(value)
      return [key, { x: within(x, mostOffset.x), y: within(y, mostOffset.y), drift: within(drift, mostOffset.drift) }]
    })
    return {
      rules: { ...Object.fromEntries(own), papers: ruleOf(rules.papers), labels: ruleOf(rules.labels) },
      grid: gridOf(stored.grid),
      offsets: Object.fromEntries(offsets),
    }
  } catch {
    return standardPrinting
  }
}

export function storeSeatPrinting(printing: SeatPrinting): void {
  localStorage.setItem(storageKey, JSON.stringify(printing))
}

/** What a form can be printed on, first its own paper. */
export type FormStock = { readonly form: FormId; readonly isLabel: boolean; readonly profiles: readonly ProfileName[] }

/** How one form is printed at this seat. `of`: the rule that says so; `paper`: what it comes out on. */
export type Printing = { readonly of: RuleOf; readonly printer: string | null; readonly paper: ProfileName; readonly look: PaperLook }

function offsetKey(of: RuleOf, printer: string | null, paper: string): string {
  return [printer ?? '', paper, of].join('\n')
}

export function offsetOf({ offsets }: SeatPrinting, of: RuleOf, { printer, profile }: PrintRule): Offset {
  return offsets[offsetKey(of, printer, profile)] ?? noOffset
}

export function withOffset(printing: SeatPrinting, of: RuleOf, { printer, profile }: PrintRule, offset: Offset): SeatPrinting {
  return { ...printing, offsets: { ...printing.offsets, [offsetKey(of, printer, profile)]: offset } }
}

/** A paper the rule names but the form does not fit on gives way to the form's own. */
export function printingOf(printing: SeatPrinting, { form, isLabel, profiles }: FormStock): Printing {
  const of = printing.rules[form] === undefined ? (isLabel ? 'labels' : 'papers') : form
  const rule = printing.rules[of] ?? plainRule
  const fitting = profiles.find((name) => name === rule.profile)
  const profile = fitting ?? 'default'
  const { dataOnly } = rule
  return {
    of,
    printer: rule.printer,
    paper: fitting ?? profiles[0] ?? 'A4P',
    look: { profile, grid: profile === 'grid' ? printing.grid : null, startAt: 1, dataOnly, offset: offsetOf(printing, of, rule) },
  }
}
