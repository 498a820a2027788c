import type { Rule } from './page.ts'

type Line = { readonly along: 'x' | 'y'; readonly at: number; start: number; end: number; readonly rule: Rule }

const touching = 0.01

function lineOf(rule: Rule): Line {
  const horizontal = Math.abs(rule.y1 - rule.y2) < touching
  return horizontal
    ? { along: 'x', at: rule.y1, start: Math.min(rule.x1, rule.x2), end: Math.max(rule.x1, rule.x2), rule }
    : { along: 'y', at: rule.x1, start: Math.min(rule.y1, rule.y2), end: Math.max(rule.y1, rule.y2), rule }
}

function keyOf({ along, at, rule }: Line): string {
  return `${along}${at.toFixed(2)}/${rule.weight}/${rule.colour}/${rule.dashed}`
}

/**
 * Neighbouring cells draw their common edge twice and in short pieces. Joined into one rule each, edges are exactly
 * straight, equally dark, and a page has dozens of rules instead of thousands. All rules are level or upright.
 */
export function joinRules(rules: readonly Rule[]): Rule[] {
  const groups = new Map<string, Line[]>()
  for (const line of rules.map(lineOf)) {
    const group = groups.get(keyOf(line))
    if (group === undefined) groups.set(keyOf(line), [line])
    else group.push(line)
  }
  return [...groups.values()].flatMap(joinGroup)
}

function joinGroup(group: readonly Line[]): Rule[] {
  const joined: Line[] = []
  for (const line of [...group].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last !== undefined && line.start <= last.end + touching) last.end = Math.max(last.end, line.end)
    else joined.push({ ...line })
  }
  return joined.map(({ along, at, start, end, rule }) =>
    along === 'x' ? { ...rule, x1: start, x2: end, y1: at, y2: at } : { ...rule, x1: at, x2: at, y1: start, y2: end },
  )
}
