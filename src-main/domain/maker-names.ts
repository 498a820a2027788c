import { stop, type Problem } from './errors.ts'
import { isBlank, stopIf } from './guards.ts'

/** Until it knows its maker a station has one of its own, which may be renamed until it is first used (settled.md 1). */
export const openMaker = { code: 'OEM', name: '未定厂方' } as const

/** Names on paper that only the manufacturer can say: the seed forms had theirs made anonymous (某某…). */
export const ownNames = ['company', 'product', 'vehicle', 'serviceDept', 'lendingSection', 'voucherDept', 'sectionChief'] as const
export type OwnName = (typeof ownNames)[number]
export type OwnNames = Readonly<Record<OwnName, string>>

/** What a form would still print as in the seed, before its first number is taken. `used`: the names the form prints. */
export function makerNameProblems(
  maker: { readonly id: number; readonly name: string },
  said: OwnNames,
  seed: OwnNames,
  used: readonly OwnName[],
): Problem[] {
  const place = `manufacturer.${maker.id}`
  return [
    ...stopIf(isBlank(maker.name) || maker.name === openMaker.name, 'maker.name.whole', `${place}.name`),
    ...used
      .filter((name) => isBlank(said[name]) || said[name] === seed[name])
      .map((name) => stop(`maker.name.${name}`, `${place}.names.${name}`, { seed: seed[name] })),
  ]
}
