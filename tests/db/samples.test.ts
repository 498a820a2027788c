import { describe, expect, it } from 'vitest'
import { codesOf, partCategory } from '#domain/words'
import { type MakerWords, defaultMakerWords } from '#forms/words'
import {
  manufacturers,
  policies,
  models,
  parts,
  labourCodes,
  faultCodes,
  technicians,
  users,
  station,
  holidays,
  names,
} from './sample-files.ts'

const codes = (records: readonly { code: string }[]): string[] => records.map((record) => record.code)
const missing = (wanted: readonly string[], known: readonly string[]): string[] => {
  const set = new Set(known)
  return [...new Set(wanted)].filter((code) => !set.has(code))
}
const repeated = (values: readonly string[]): string[] => values.filter((value, index) => values.indexOf(value) !== index)

describe('the sample catalogues', () => {
  it('are large enough to work with', () => {
    expect({
      manufacturers: manufacturers.length,
      policies: policies.length,
      models: models.length >= 12,
      parts: parts.length >= 180,
      labourCodes: labourCodes.length >= 80,
      faultCodes: faultCodes.length >= 100,
      technicians: technicians.length,
      cities: names.cities.length,
    }).toEqual({
      manufacturers: 1,
      policies: 2,
      models: true,
      parts: true,
      labourCodes: true,
      faultCodes: true,
      technicians: 8,
      cities: 12,
    })
  })

  it('use every code once', () => {
    const lists = { manufacturers, policies, models, parts, labourCodes, faultCodes, technicians, users }
    const duplicates = Object.entries(lists).flatMap(([name, list]) => repeated(codes(list)).map((code) => `${name} ${code}`))
    expect(duplicates).toEqual([])
  })

  it('say of every record that it is a sample', () => {
    const records = [
      ...manufacturers,
      ...policies,
      ...models,
      ...parts,
      ...labourCodes,
      ...faultCodes,
      ...technicians,
      ...users,
      station,
      holidays,
      names,
    ]
    expect(records.filter((record) => !record.note.includes('示例'))).toEqual([])
  })

  it('refer only to records that exist', () => {
    const systems = names.seasons.map((season) => season.system)
    expect({
      modelPolicies: missing(
        models.map((model) => model.policyCode),
        codes(policies),
      ),
      policyMakers: missing([station.manufacturerCode, ...policies.map((policy) => policy.manufacturerCode)], codes(manufacturers)),
      partModels: missing(
        parts.flatMap((part) => part.modelCodes ?? []),
        codes(models),
      ),
      partSystems: missing(
        parts.map((part) => part.assembly),
        systems,
      ),
      labourSystems: missing(
        labourCodes.map((labour) => labour.system),
        systems,
      ),
      faultSystems: missing(
        faultCodes.map((fault) => fault.system),
        systems,
      ),
      faultParts: missing(
        faultCodes.flatMap((fault) => [...fault.partCodes, ...fault.companionPartCodes]),
        codes(parts),
      ),
      faultLabour: missing(
        faultCodes.flatMap((fault) => fault.labourCodes),
        codes(labourCodes),
      ),
      userTechnicians: missing(
        users.flatMap((user) => user.technicianCode ?? []),
        codes(technicians),
      ),
      dealerCities: missing(
        names.dealers.map((dealer) => dealer.city),
        names.cities.map((city) => city.city),
      ),
    }).toEqual({
      modelPolicies: [],
      policyMakers: [],
      partModels: [],
      partSystems: [],
      labourSystems: [],
      faultSystems: [],
      faultParts: [],
      faultLabour: [],
      userTechnicians: [],
      dealerCities: [],
    })
  })
})

describe('faults, parts and models', () => {
  it('give every model at least 25 faults with a part that fits', () => {
    const fits = new Map(parts.map((part) => [part.code, part.modelCodes]))
    const faultsOf = (model: string): number =>
      faultCodes.filter((fault) => fault.partCodes.some((code) => fits.get(code)?.includes(model) ?? true)).length
    expect(models.filter((model) => faultsOf(model.code) < 25).map((model) => model.code)).toEqual([])
  })

  it('offer one part per model for a fault, never two to choose from', () => {
    const byCode = new Map(parts.map((part) => [part.code, part]))
    const doubled = faultCodes.flatMap((fault) => {
      const fitting = fault.partCodes.flatMap((code) => byCode.get(code)?.modelCodes ?? codes(models))
      return repeated(fitting).map((model) => `${fault.code} ${model}`)
    })
    expect(doubled).toEqual([])
  })

  it('tell symptom and cause in different words (V-16)', () => {
    expect(faultCodes.filter((fault) => fault.text === fault.cause)).toEqual([])
  })

  it('sell no part below its warranty price and give a VIN prefix exactly where the model uses a VIN', () => {
    expect({
      cheap: parts.filter((part) => part.retailPrice < part.price).map((part) => part.code),
      prefix: models.filter((model) => model.usesVin !== (model.vinPrefix !== null)).map((model) => model.code),
    }).toEqual({ cheap: [], prefix: [] })
  })
})

describe('the sample manufacturer', () => {
  it('names itself in every word that papers print', () => {
    const unnamed = manufacturers.flatMap((manufacturer) => {
      const words: MakerWords = manufacturer.words
      return [...missing(Object.keys(defaultMakerWords), Object.keys(words)), ...(JSON.stringify(words).match(/某某/g) ?? [])]
    })
    expect(unnamed).toEqual([])
  })
})

describe('the sample policies', () => {
  it('limit each subject once, by a category or part that exists', () => {
    const partCodes = codes(parts)
    const problems = policies.flatMap((policy) => {
      const subjects = policy.limits.map((limit) => `${limit.scope} ${limit.scopeRef ?? ''}`)
      const categories = policy.limits.filter((limit) => limit.scope === 'category').map((limit) => limit.scopeRef ?? '')
      const limitedParts = policy.limits.filter((limit) => limit.scope === 'part').map((limit) => limit.scopeRef ?? '')
      return [...repeated(subjects), ...missing(categories, codesOf(partCategory)), ...missing(limitedParts, partCodes)]
    })
    expect(problems).toEqual([])
  })

  it('cover the whole vehicle and the engine by time and distance, and exclude consumables', () => {
    const summary = policies.map((policy) =>
      policy.limits
        .filter((limit) => ['whole', 'engine'].includes(limit.scope) || limit.scopeRef === 'consumable')
        .map((limit) => [limit.scope, limit.months, limit.km, limit.exclude]),
    )
    expect(summary).toEqual([
      [
        ['whole', 12, 6000, false],
        ['engine', 12, 6000, false],
        ['category', null, null, true],
      ],
      [
        ['whole', 24, 20000, false],
        ['engine', 24, 30000, false],
        ['category', null, null, true],
      ],
    ])
  })

  it('know the same parameters', () => {
    expect(policies.map((policy) => Object.keys(policy.params))).toEqual(policies.map(() => Object.keys(policies[0]?.params ?? {})))
  })
})
