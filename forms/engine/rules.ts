import type { Rule } from './page.ts'

type Line = { readonly along: 'x' | 'y'; readonly at: number; start: number; end: number; readonly rule: Rule }

const touching = 0.01

function lineOf(rule: Rule): Line {
  const horizontal = Math.abs(rule.y1 - rule.y2) < touching
  return horizontal
    ? { along: 'x', at: rule.y1, start: Math.min(rule.x1, rule.x2), end: Math.max(rule.x1, rule.x2), rule }
    : { along: 'y', at: rule.x1, start: Math.min(rule.y1, rule.y2), end: Math.max(rule.y1, rule.y2), rule }
}

/** A number for all rules that lie on one line and look alike: hundreds a page make longer keys cost more than joining. */
function keyer(): (line: Line) => number {
  const colours = new Map<string, number>()
  return ({ along, at, rule: { weight, colour, dashed } }) => {
    const shade = colours.get(colour) ?? colours.size
    colours.set(colour, shade)
    const look = (shade * 1000 + Math.round(weight * 100)) * 4 + (along === 'x' ? 2 : 0) + (dashed ? 1 : 0)
    return look * 1_000_000 + Math.round(at * 100)
  }
}

/**
 * Neighbouring cells draw their common edge twice and in short pieces. Joined into one rule each, edges are exactly
 * straight, equally dark, and a page has dozens of rules instead of thousands. All rules are level or upright.
 */
export function joinRules(rules: readonly Rule[]): Rule[] {
  const groups = new Map<number, Line[]>()
  const keyOf = keyer()
  for (const rule of rules) {
    const line = lineOf(rule)
    const key = keyOf(line)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [line])
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
