import type { Metrics } from './metrics.ts'

/** A character no paper font has. `name` is how a person can look it up: `U+1F600`; `path` leads to the value in the paper. */
export type MissingCharacter = { readonly character: string; readonly name: string; readonly text: string; readonly path: string }

/** Line breaks are layout, not glyphs. */
const neverDrawn = new Set([0x0a, 0x0d])

/** Drawn as squares by the layout, so no font needs them: the empty and the ticked box. */
export const emptyBox = '□'
export const tickedBox = '☑'
const drawnByUs = new Set([emptyBox.codePointAt(0), tickedBox.codePointAt(0)])

export function isDrawnByUs(codePoint: number): boolean {
  return drawnByUs.has(codePoint)
}

function collect(metrics: Metrics, value: unknown, path: string, found: Map<string, MissingCharacter>): void {
  if (typeof value === 'string') {
    for (const character of value) {
      const codePoint = character.codePointAt(0) ?? 0
      if (neverDrawn.has(codePoint) || isDrawnByUs(codePoint) || found.has(character)) continue
      if (metrics.fontFor('regular', codePoint) !== null && metrics.fontFor('bold', codePoint) !== null) continue
      const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
      found.set(character, { character, name, text: value, path })
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) collect(metrics, part, path === '' ? key : `${path}.${key}`, found)
  }
}

/**
 * The characters of a paper (any plain JSON value) that cannot be printed, each once, in the order met. Asked before a
 * number is taken: a paper that cannot be printed is never issued (settled.md 4).
 */
export function findMissingCharacters(metrics: Metrics, paper: unknown): MissingCharacter[] {
  const found = new Map<string, MissingCharacter>()
  collect(metrics, paper, '', found)
  return [...found.values()]
}
