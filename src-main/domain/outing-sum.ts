import { sentence, type Sentence, type SentenceKey } from './sentences/index.ts'
import type { ReckonedLine } from './warranty-reckoning.ts'
import type { RuleSource } from './warranty-sources.ts'

/** Which of the rules M06–M10 of domain.md §4.2 an item follows; the rates themselves are parameters of the policy. */
const rules = {
  'amounts.outingKmActual': 'M06',
  'amounts.outingKmOneWay': 'M06',
  'amounts.outingMeal': 'M07',
  'amounts.outingMealGiven': 'M07',
  'amounts.outingLodging': 'M08',
  'amounts.outingLodgingGiven': 'M08',
  'amounts.outingFares': 'M10',
} as const satisfies Partial<Record<SentenceKey, string>>

function sourcesOf(key: SentenceKey): RuleSource[] {
  const rule = Object.entries(rules).find(([each]) => each === key)?.[1]
  return rule === undefined ? [] : [{ name: sentence(`amounts.by.${rule}`), says: sentence(`amounts.says.${rule}`) }]
}

/** What `orderTotals` says of all outings (`outingSum`), as one sum for each: item ＋ item ＝ total, with the rule of each item. */
export function outingSums(said: readonly Sentence[]): ReckonedLine[][] {
  const sums: ReckonedLine[][] = []
  let open: ReckonedLine[] = []
  for (const line of said) {
    const isTotal = line.key === 'amounts.outingTotal'
    open.push({ mark: 'fact', terms: [{ sign: isTotal ? '＝' : open.length === 0 ? '' : '＋', said: line }], sources: sourcesOf(line.key) })
    if (!isTotal) continue
    sums.push(open)
    open = []
  }
  return sums
}
