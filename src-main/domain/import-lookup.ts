import { groupedBy } from './grouping.ts'
import type { Teller } from './import-findings.ts'
import type { ImportedTechnician, KnownLabour, KnownModel, KnownPart, KnownTechnician, KnownThings } from './import-result.ts'

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
  readonly technicianOnFile: (code: string) => KnownTechnician | null
  /** By code or name; null = refused. Of several that bear the name the one the model has, else the newest version. */
  readonly policy: (text: string, model: { readonly maker: string; readonly code: string }, tell: Teller) => number | null
  /** By code or name; null = refused. `before`: the one the technician has. */
  readonly outlet: (text: string, before: number | null, tell: Teller) => number | null
  /** True the first time it is asked about this thing. */
  readonly isNew: (sort: string, value: string) => boolean
}

type Coded = { readonly code: string; readonly name: string }

/** As codes are compared: capitals in half width, no blanks. */
export function bareCode(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '').toUpperCase()
}

function makerKey(maker: string, code: string): string {
  return `${bareCode(maker)}\n${bareCode(code)}`
}

function byMakerAndCode<T extends Coded & { readonly makerCode: string }>(things: readonly T[]): ReadonlyMap<string, T> {
  return new Map(things.map((thing) => [makerKey(thing.makerCode, thing.code), thing]))
}

/** Everything a word may mean, by code and by name; a code wins over another thing's name. */
function byWord<T extends Coded>(things: readonly T[]): (text: string) => readonly T[] {
  const codes = groupedBy(things, ({ code }) => bareCode(code))
  const names = groupedBy(things, ({ name }) => bareCode(name))
  return (text) => codes.get(bareCode(text)) ?? names.get(bareCode(text)) ?? []
}

function codesOf(things: readonly Coded[]): string {
  return things.map(({ code }) => code).join('、')
}

function makerFinder({ manufacturers }: KnownThings): Lookup['maker'] {
  const find = byWord(manufacturers)
  const shortNames = groupedBy(manufacturers, ({ shortName }) => bareCode(shortName))
  const inUse = manufacturers.filter(({ active }) => active)
  return (text, tell) => {
    if (manufacturers.length === 0) return tell.refuse('import.bad.makerNone', 'import.do.makerNone')
    const named = text === null ? [] : find(text)
    const meant = text === null ? inUse : named.length > 0 ? named : (shortNames.get(bareCode(text)) ?? [])
    const [only, ...others] = meant
    if (only !== undefined && others.length === 0) return only.code
    if (text !== null && only === undefined)
      return tell.refuse('import.bad.makerUnknown', 'import.do.makerUnknown', { codes: codesOf(manufacturers) })
    return tell.refuse('import.bad.makerNeeded', 'import.do.makerNeeded', {
      count: others.length + 1,
      codes: codesOf(only === undefined ? manufacturers : meant),
    })
  }
}

function modelFinder({ models }: KnownThings, isNew: Lookup['isNew']): Lookup['model'] {
  const find = byWord(models)
  return (text, maker, tell) => {
    const fitting = find(text).filter(({ makerCode }) => maker === null || makerCode === maker)
    const [only, ...others] = fitting
    if (others.length > 0)
      return tell.refuse('import.bad.modelAmbiguous', 'import.do.modelAmbiguous', { count: fitting.length, codes: codesOf(fitting) })
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

function policyFinder({ policies, models }: KnownThings): Lookup['policy'] {
  const find = byWord(policies)
  const onFile = byMakerAndCode(models)
  return (text, { maker, code }, tell) => {
    const fitting = find(text).filter(({ makerCode }) => makerCode === maker)
    const newest = fitting.toSorted((one, other) => other.validFrom.localeCompare(one.validFrom))[0]
    const before = onFile.get(makerKey(maker, code))?.policyId
    const names = [...new Set(policies.flatMap(({ makerCode, name }) => (makerCode === maker ? [name] : [])))].join('、') || '（还没有）'
    return (
      fitting.find(({ id }) => id === before)?.id ??
      newest?.id ??
      tell.refuse('import.bad.policyUnknown', 'import.do.policyUnknown', { names })
    )
  }
}

function outletFinder({ outlets }: KnownThings): Lookup['outlet'] {
  const find = byWord(outlets)
  return (text, before, tell) => {
    const fitting = find(text)
    const meant = fitting.find(({ id }) => id === before) ?? fitting[0]
    if (meant === undefined) return tell.refuse('import.bad.outletUnknown', 'import.do.outletUnknown')
    if (meant.id === before) return meant.id
    if (fitting.length > 1)
      return tell.refuse('import.bad.outletAmbiguous', 'import.do.outletAmbiguous', { count: fitting.length, codes: codesOf(fitting) })
    return meant.active ? meant.id : tell.refuse('import.bad.outletRetired', 'import.do.outletRetired')
  }
}

export function createLookup(known: KnownThings): Lookup {
  const parts = byMakerAndCode(known.parts)
  const labour = byMakerAndCode(known.labourCodes)
  const technicians = new Map(known.technicians.map((person) => [bareCode(person.code), person]))
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
    technicianOnFile: (code) => technicians.get(bareCode(code)) ?? null,
    policy: policyFinder(known),
    outlet: outletFinder(known),
    isNew,
  }
}
