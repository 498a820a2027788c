import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { founding, type Founding } from '#contract/founding'
import { openMaker } from '#domain/maker-names'
import { zeroFen } from '#domain/money'
import type { FirstStation } from '#handlers/services'
import type { Resources } from './resources.ts'

const row = z.looseObject({})
const maker = z.looseObject({ code: z.string(), hourRate: z.number(), partMarkup: z.number() })
const policy = z.looseObject({ limits: z.array(z.looseObject({ scopeRef: z.string().nullable() })) })
const part = z.looseObject({ price: z.number(), retailPrice: z.number(), spec: z.string().nullable() })
const technician = z.looseObject({ certExpiresAt: z.string(), onDuty: z.boolean() })
const calendar = z.object({
  years: z.array(z.object({ year: z.number(), confirmed: z.boolean(), note: z.string() })),
  holidays: z.array(z.string()),
  workdays: z.array(z.string()),
})

/** db/samples as a founding: the shapes of the files become those of the contract, which then checks every value. */
export function loadSamples({ samples }: Resources): Founding {
  const read = <T extends z.ZodType>(name: string, shape: T): z.output<T> =>
    shape.parse(JSON.parse(readFileSync(join(samples, `${name}.json`), 'utf8')))
  const manufacturers = read('manufacturers', z.array(maker))
  const manufacturerCode = manufacturers[0]?.code ?? ''
  const ofMaker = (records: readonly object[]) => records.map((record) => ({ manufacturerCode, ...record }))
  return founding.parse({
    station: { ...read('station', row), demo: true },
    people: read('users', z.array(row)),
    technicians: read('technicians', z.array(technician)).map((record) => ({
      ...record,
      certExpiresOn: record.certExpiresAt,
      active: record.onDuty,
    })),
    // the file has per mille of 1000 = none, the program percent of 100 = none (domain/amounts markedUpPrice)
    manufacturers: manufacturers.map((record) => ({
      ...record,
      hourRateFen: record.hourRate,
      partMarkup: Math.round(record.partMarkup / 10),
    })),
    policies: read('policies', z.array(policy)).map((record) => ({
      ...record,
      limits: record.limits.map((limit) => ({ ...limit, scopeRef: limit.scopeRef ?? '' })),
    })),
    models: ofMaker(read('models', z.array(row))),
    parts: ofMaker(
      read('parts', z.array(part)).map((record) => ({
        ...record,
        spec: record.spec ?? '',
        priceFen: record.price,
        retailPriceFen: record.retailPrice,
      })),
    ),
    labourCodes: ofMaker(read('labour-codes', z.array(row))),
    faultCodes: ofMaker(read('fault-codes', z.array(row))),
    holidays: holidaysOf(read('holidays', calendar)),
  })
}

function holidaysOf({ years, holidays, workdays }: z.output<typeof calendar>): { day: string; working: boolean; note: string }[] {
  const noteOf = (day: string) => {
    const year = years.find((entry) => day.startsWith(String(entry.year)))
    return year?.confirmed === false ? year.note.slice(0, 60) : ''
  }
  const days = [...holidays.map((day) => ({ day, working: false })), ...workdays.map((day) => ({ day, working: true }))]
  return days.map((entry) => ({ ...entry, note: noteOf(entry.day) }))
}

/** A station with its chief and nobody else: the open maker under the sample policies, no catalogue, public holidays. */
export function emptyFounding(
  { policies, manufacturers, holidays }: Founding,
  { stationCode, stationName, chiefName, pin }: FirstStation,
): Founding {
  return {
    setUp: false,
    station: {
      code: stationCode,
      name: stationName,
      stampName: stationName,
      contact: chiefName,
      phone: '',
      address: '',
      warrantyClerk: '',
      warrantyClerkPhone: '',
      bank: '',
      account: '',
      taxNo: '',
      kind: 'authorised',
      demo: false,
    },
    people: [{ code: 'chief01', name: chiefName, role: 'chief', pin, technicianCode: null }],
    technicians: [],
    models: [],
    parts: [],
    labourCodes: [],
    faultCodes: [],
    holidays,
    manufacturers: [
      {
        ...openMaker,
        shortName: '',
        serviceDept: '',
        phone: '',
        address: '',
        returnTemplate: 'F31',
        hourRateFen: manufacturers[0]?.hourRateFen ?? zeroFen,
        partMarkup: 100,
        words: {},
      },
    ],
    // the limits of single parts belong to a catalogue the station does not have
    policies: policies.map((sample) => ({
      ...sample,
      manufacturerCode: openMaker.code,
      limits: sample.limits.filter((limit) => limit.scope !== 'part'),
    })),
  }
}
