import type { Page } from '#forms/engine/page'
import { type Ink, layers } from './operators.ts'

/** A list of inks written once, however many pages show it. */
export type Part = { readonly inks: readonly Ink[] }

/** One page as lists of inks, to be drawn in this order. */
export type Sharing = {
  /** The pages of some whole papers; parts found with earlier pages are used again. */
  readonly split: (pages: readonly Page[], inks: readonly (readonly Ink[])[]) => Part[][]
}

type List = readonly Ink[]
type Template = Part & { readonly keys: ReadonlySet<string> }

/** Fewer are not worth a stream of their own. */
const leastInks = 8
/** Of the first of several pages, what the others must show too for a template of them to be worth making. */
const leastShare = 0.4
/** What a template may lose for one more page that would use it. */
const keptShare = 0.9
/** So many are kept: a long run of papers looks like those just before. */
const triedTemplates = 8

function keysOf(inks: List): Set<string> {
  return new Set(inks.map(({ key }) => key))
}

function without(inks: List, keys: ReadonlySet<string>): List {
  return inks.filter(({ key }) => !keys.has(key))
}

/** What all of these lists have, in the order of the first. */
function common(lists: readonly List[]): List {
  const [first = [], ...others] = lists
  const sets = others.map(keysOf)
  return first.filter(({ key }) => sets.every((keys) => keys.has(key)))
}

type Keyed = { readonly inks: List; readonly keys: ReadonlySet<string> }

function holds(keys: ReadonlySet<string>, template: Template): boolean {
  for (const { key } of template.inks) if (!keys.has(key)) return false
  return true
}

/** A template of the first list and of all that are like it; null when it is like no other. */
function learn([first, ...others]: readonly Keyed[]): Template | null {
  if (first === undefined) return null
  let shared = first.inks
  let users = 1
  for (const { keys } of others) {
    const still = shared.filter(({ key }) => keys.has(key))
    if (still.length < Math.max(leastInks, users === 1 ? first.inks.length * leastShare : shared.length * keptShare)) continue
    shared = still
    users += 1
  }
  return users > 1 ? { inks: shared, keys: keysOf(shared) } : null
}

/** Finds, among lists of the same kind, what many of them have: the printed form apart from what is filled in. */
function createTemplates() {
  let templates: Template[] = []
  /** Each list as template and rest. */
  return (lists: readonly List[]): Part[][] => {
    const keyed = lists.map((inks): Keyed => ({ inks, keys: keysOf(inks) }))
    const found = keyed.map(({ keys }) => templates.find((template) => holds(keys, template)))
    let left = keyed.flatMap((_, index) => (found[index] === undefined ? [index] : []))
    while (left.length > 1) {
      const template = learn(left.flatMap((index) => keyed[index] ?? []))
      if (template !== null) {
        // the largest first: it says most about a page that holds it
        templates = [template, ...templates].slice(0, triedTemplates).toSorted((a, b) => b.keys.size - a.keys.size)
        for (const index of left) if (holds(keyed[index]?.keys ?? new Set(), template)) found[index] = template
      }
      left = left.slice(1).filter((index) => found[index] === undefined)
    }
    return keyed.map(({ inks }, index) => {
      const template = found[index]
      return template === undefined ? partsOf([inks]) : [template, ...partsOf([without(inks, template.keys)])]
    })
  }
}

function partsOf(lists: readonly List[]): Part[] {
  return lists.filter((inks) => inks.length > 0).map((inks) => ({ inks }))
}

/** The places of the pages that show the same page of the same paper on its several copies. */
function copiesTogether(pages: readonly Page[]): number[][] {
  const groups = new Map<string, number[]>()
  for (const [index, { paper, number }] of pages.entries()) {
    const key = `${paper}/${number}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [index])
    else group.push(index)
  }
  return [...groups.values()]
}

/** Sharing among one layer; layers are drawn one over the other, within a layer the order does not matter. */
function createLayer() {
  const ofPapers = createTemplates()
  const ofCopies = new Map<string, ReturnType<typeof createTemplates>>()
  function ownParts(copies: readonly string[], owns: readonly List[]): Part[][] {
    const split: Part[][] = owns.map(() => [])
    for (const copy of new Set(copies)) {
      const places = copies.flatMap((name, index) => (name === copy ? [index] : []))
      const templates = ofCopies.get(copy) ?? createTemplates()
      ofCopies.set(copy, templates)
      for (const [nth, parts] of templates(places.map((place) => owns[place] ?? [])).entries()) split[places[nth] ?? 0] = parts
    }
    return split
  }
  return (pages: readonly Page[], lists: readonly List[]): Part[][] => {
    const groups = copiesTogether(pages)
    const shared = groups.map((group) => (group.length === 1 ? [] : common(group.map((index) => lists[index] ?? []))))
    const papers = ofPapers(groups.map((group, nth) => (group.length === 1 ? (lists[group[0] ?? 0] ?? []) : (shared[nth] ?? []))))
    const owns: List[] = lists.map(() => [])
    const split: Part[][] = lists.map(() => [])
    for (const [nth, group] of groups.entries()) {
      const keys = keysOf(shared[nth] ?? [])
      for (const index of group) {
        if (group.length > 1) owns[index] = without(lists[index] ?? [], keys)
        split[index] = papers[nth] ?? []
      }
    }
    return ownParts(pages.map(({ copy }) => copy), owns).map((own, index) => [...(split[index] ?? []), ...own])
  }
}

/**
 * Splits pages into what they share: copies of one paper show the same values, papers of one form the same labels and
 * rules. Nothing is known of forms here: what is alike is found by comparing.
 */
export function createSharing(): Sharing {
  const sharers = layers.map((layer) => ({ layer, share: createLayer() }))
  return {
    split: (pages, inks) => {
      const split = sharers.map(({ layer, share }) => share(pages, inks.map((list) => list.filter((ink) => ink.layer === layer))))
      return pages.map((_, index) => split.flatMap((parts) => parts[index] ?? []))
    },
  }
}
