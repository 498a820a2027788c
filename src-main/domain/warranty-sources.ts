import { sentence, type Sentence } from './sentences/index.ts'
import type { ExchangeRule } from './warranty-repeat.ts'
import type { WarrantyLine } from './warranty-term.ts'

/** The rules of domain.md §4.4.1–4.4.4 a decision leans on: how one is called, and what it says. */
export type RuleSource = { readonly name: Sentence; readonly says: Sentence }

type Rule =
  | 'policy'
  | 'MC1'
  | 'MC2'
  | 'MC3'
  | 'MC4'
  | 'MC7'
  | 'MC10'
  | 'LAW18'
  | 'LAW24'
  | 'LAW32'
  | 'LAW40'
  | 'APPL'
  | 'APPL9'
  | 'WASHER'
  | 'ZONGSHEN'
  | 'V10'
  | 'approval'

const source = (rule: Rule, policy = ''): RuleSource => ({
  name: sentence(`warranty.by.${rule}`, rule === 'policy' ? { policy } : {}),
  says: sentence(`warranty.says.${rule}`),
})

/** What kind of line follows which rule, by the law of the vehicle; where a law is silent the maker's policy speaks. */
const rules = {
  start: { MC7: ['MC2'], LAW43: ['LAW18'], APPL: ['APPL'] },
  deducted: { MC7: ['MC2'], LAW43: ['policy', 'LAW40'], APPL: ['APPL'] },
  shifted: { MC7: ['MC3'], LAW43: ['policy'], APPL: ['policy'] },
  whichever: { MC7: ['MC1'], LAW43: ['LAW18'], APPL: ['policy'] },
  tampered: { MC7: ['MC4'], LAW43: ['policy'], APPL: ['policy'] },
  refused: { MC7: ['MC10'], LAW43: ['LAW32'], APPL: ['policy'] },
  repeat: { MC7: ['MC7'], LAW43: ['LAW24'], APPL: ['APPL9'] },
  policy: { MC7: ['policy'], LAW43: ['policy'], APPL: ['policy'] },
  offset: { MC7: ['V10', 'MC1'], LAW43: ['V10', 'LAW18'], APPL: ['V10'] },
  commercial: { MC7: ['WASHER'], LAW43: ['WASHER'], APPL: ['WASHER'] },
  production: { MC7: ['ZONGSHEN'], LAW43: ['ZONGSHEN'], APPL: ['ZONGSHEN'] },
  approved: { MC7: ['approval'], LAW43: ['approval'], APPL: ['approval'] },
} as const satisfies Readonly<Record<string, Readonly<Record<ExchangeRule, readonly Rule[]>>>>

const kinds: readonly (readonly [RegExp, keyof typeof rules])[] = [
  [/^warranty\.(start\.|ask\.purchaseDate)/, 'start'],
  [/^warranty\.deducted/, 'deducted'],
  [/^warranty\.shifted/, 'shifted'],
  [/^warranty\.km\.tampered/, 'tampered'],
  [/^warranty\.(time|km)\./, 'whichever'],
  [/^warranty\.(reason|excluded|ask\.proof)/, 'refused'],
  [/^warranty\.repeat/, 'repeat'],
  [/^warranty\.(limit|ask\.limit)/, 'policy'],
  [/^warranty\.commercial/, 'commercial'],
  [/^warranty\.production/, 'production'],
  [/^warranty\.approved/, 'approved'],
]

/** The rules a line of a decision follows; `lines`: the whole decision, which names the policy. */
export function ruleOfLine({ key }: WarrantyLine, lines: readonly WarrantyLine[], law: ExchangeRule): RuleSource[] {
  const kind = kinds.find(([pattern]) => pattern.test(key))?.[1]
  if (kind === undefined) return []
  const hasOffset = kind === 'whichever' && key.startsWith('warranty.km') && lines.some((line) => line.key === 'warranty.km.sum')
  const policy = String(lines.find((line) => line.key === 'warranty.policy')?.params['policy'] ?? '')
  const named: readonly Rule[] = rules[hasOffset ? 'offset' : kind][law]
  return named.filter((rule) => rule !== 'policy' || policy !== '').map((rule) => source(rule, policy))
}
