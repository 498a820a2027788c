import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { codesOf, faultMode, shipMethod, usage } from '#domain/words'
import type { Resources } from '../resources.ts'

const text = z.string()
const weighted = z.array(z.object({ text, weight: z.number() }))

const names = z.object({
  surnames: weighted,
  givenMale: z.array(text),
  givenFemale: z.array(text),
  givenRare: z.array(text),
  rareWeight: z.number(),
  mobilePrefixes: z.array(text),
  colours: weighted,
  cities: z.array(
    z.object({
      province: text,
      city: text,
      platePrefix: text,
      districts: z.array(z.object({ name: text, streets: z.array(text), villages: z.array(text) })),
    }),
  ),
  dealers: z.array(z.object({ name: text, city: text })),
  companies: z.array(z.object({ name: text, usage: z.enum(codesOf(usage)) })),
  carriers: z.array(z.object({ name: text, shipMethod: z.enum(codesOf(shipMethod)), waybillPrefix: text })),
  invoicePrefixes: z.array(text),
  packings: z.array(text),
  storageBins: z.array(text),
  outingPlaces: z.array(text),
  seasons: z.array(z.object({ system: text, weights: z.array(z.number()) })),
})
const models = z.array(z.object({ code: text, usesVin: z.boolean(), vinPrefix: text.nullable(), enginePrefix: text }))
const faults = z.array(
  z.object({
    code: text,
    system: text,
    mode: z.enum(codesOf(faultMode)),
    text,
    cause: text,
    method: text,
    partCodes: z.array(text),
    companionPartCodes: z.array(text),
    labourCodes: z.array(text),
  }),
)
/** `modelCodes` null: fits every model */
const parts = z.array(z.object({ code: text, modelCodes: z.array(text).nullable() }))

export type DemoSamples = ReturnType<typeof loadDemoSamples>
export type DemoModel = z.output<typeof models>[number]
export type DemoFault = z.output<typeof faults>[number]

/** What the sample files say beyond a founding: who might come, with what, in which season. */
export function loadDemoSamples({ samples }: Resources) {
  const read = <T extends z.ZodType>(name: string, shape: T): z.output<T> =>
    shape.parse(JSON.parse(readFileSync(join(samples, `${name}.json`), 'utf8')))
  const fits = new Map(read('parts', parts).map(({ code, modelCodes }) => [code, modelCodes]))
  return {
    names: read('names', names),
    models: read('models', models),
    faults: read('fault-codes', faults),
    fitsModel: (partCode: string, modelCode: string): boolean => fits.get(partCode)?.includes(modelCode) ?? fits.has(partCode),
  }
}
