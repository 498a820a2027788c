import type { Teller } from './import-findings.ts'
import type { ImportedTechnician, KnownLabour, KnownModel, KnownPart, KnownThings } from './import-result.ts'

/** A model as found; `code` null = 目录外, then `makerCode` is the one asked for. */
export type FoundModel = { readonly code: string | null; readonly name: string; readonly onFile: KnownModel | null }

/** Finds in the data on file what a cell names, and says what it does not find: once for each value, or the list would drown. */
export type Lookup = {
  /** The code of the manufacturer; an empty cell means the only one (settled.md 1). Null = refused. */
  readonly maker: (text: string | null, tell: Teller) => string | null
  /** By code or name; `maker` null = any manufacturer. Null = refused because the name fits several. */
  readonly model: (text: string, maker: string | null, tell: Teller) => FoundModel | null
  readonly part: (maker: string, code: string) => KnownPart | null
  readonly labour: (maker: string, code: string) => KnownLabour | null
  readonly technician: (text: string, tell: Teller) => ImportedTechnician
  /** True the first time it is asked about this thing. */
  readonly isNew: (sort: string, value: string) => boolean
}

type Coded = { readonly code: string; readonly name: string }

function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '').toUpperCase()
}

function makerKey(maker: string, code: string): string {
  return `${bare(maker)}\n${bare(code)}`
}

function byMakerAndCode<T extends Coded & { readonly makerCode: string }>(things: readonly T[]): ReadonlyMap<string, T> {
  return new Map(things.map((thing) => [makerKey(thing.makerCode, thing.code), thing]))
}

export function groupedBy<T>(things: readonly T[], keyOf: (thing: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const thing of things) {
    const key = keyOf(thing)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [thing])
    else group.push(thing)
  }
  return groups
}

/** Everything a word may mean, by code and by name; a code wins over another thing's name. */
function byWord<T extends Coded>(things: readonly T[]): (text: string) => readonly T[] {
  const codes = groupedBy(things, ({ code }) => bare(code))
  const names = groupedBy(things, ({ name }) => bare(name))
  return (text) => codes.get(bare(text)) ?? names.get(bare(text)) ?? []
}

function codesOf(things: readonly Coded[]): string {
  return things.map(({ code }) => code).join('、')
}

function makerFinder({ manufacturers }: KnownThings): Lookup['maker'] {
  const find = byWord(manufacturers)
  return (text, tell) => {
    const [only, ...others] = manufacturers
    if (only === undefined) return tell.refuse('import.bad.makerNone', 'import.do.makerNone')
    if (text !== null) return find(text)[0]?.code ?? tell.refuse('import.bad.makerUnknown', 'import.do.makerUnknown', { codes: codesOf(manufacturers) })
    if (others.length === 0) return only.code
    return tell.refuse('import.bad.makerNeeded', 'import.do.makerNeeded', { count: manufacturers.length, codes: codesOf(manufacturers) })
  }
}

function modelFinder({ models }: KnownThings, isNew: Lookup['isNew']): Lookup['model'] {
  const find = byWord(models)
  return (text, maker, tell) => {
    const fitting = find(text).filter(({ makerCode }) => maker === null || makerCode === maker)
    const [only, ...others] = fitting
    if (others.length > 0) return tell.refuse('import.bad.modelAmbiguous', 'import.do.modelAmbiguous', { count: fitting.length, codes: codesOf(fitting) })
    if (only !== undefined) return { code: only.code, name: only.name, onFile: only }
    if (isNew('model', text)) tell.warn('import.bad.modelUnknown', 'import.do.modelUnknown')
    return { code: null, name: text, onFile: null }
  }
}

function technicianFinder({ technicians }: KnownThings, isNew: Lookup['isNew']): Lookup['technician'] {
  const find = byWord(technicians)
  return (text, tell) => {
    const fitting = find(text)
    const [only] = fitting
    if (only !== undefined && fitting.length === 1) return { code: only.code, name: only.name }
    if (isNew('technician', text)) {
      if (only === undefined) tell.warn('import.bad.technicianUnknown', 'import.do.technicianUnknown')
      else tell.warn('import.bad.technicianAmbiguous', 'import.do.technicianAmbiguous', { count: fitting.length, codes: codesOf(fitting) })
    }
    return { code: null, name: text }
  }
}

export function createLookup(known: KnownThings): Lookup {
  const parts = byMakerAndCode(known.parts)
  const labour = byMakerAndCode(known.labourCodes)
  const seen = new Set<string>()
  const isNew = (sort: string, value: string): boolean => {
    const key = `${sort}\n${value}`
    const fresh = !seen.has(key)
    seen.add(key)
    return fresh
  }
  return {
    maker: makerFinder(known),
    model: modelFinder(known, isNew),
    part: (maker, code) => parts.get(makerKey(maker, code)) ?? null,
    labour: (maker, code) => labour.get(makerKey(maker, code)) ?? null,
    technician: technicianFinder(known, isNew),
    isNew,
  }
}
