import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fen, sumFen } from '#domain/money'
import { forms } from '#forms/index'
import type { JobVoucherPaper } from '#forms/sh-zh/bd-16-job-voucher'
import type { PartLabelPaper } from '#forms/sh-zh/bd-27-part-label'
import { sampleJobVoucherPaper } from '#forms/sh-zh/samples/job-voucher'
import { samplePartLabelPaper } from '#forms/sh-zh/samples/part-label'
import { resources } from '#host/resources'
import { ownerOf, type Names } from './big-station-data.ts'
import { pick, seeded } from './measure.ts'

type Fault = { readonly text: string; readonly cause: string; readonly method: string }
type Part = { readonly code: string; readonly name: string; readonly price: number }

function sample<T>(name: string): T {
  // written by us and checked by tests/db/samples.test.ts
  return JSON.parse(readFileSync(join(resources().samples, `${name}.json`), 'utf8')) as T
}

export function claimNumber(nth: number): string {
  return `SD0731-CL-202611-${String(nth + 1).padStart(5, '0')}`
}

export function voucherNumber(nth: number): string {
  return `SD0731-BD16-202611-${String(nth + 1).padStart(4, '0')}`
}

/** Some manufacturers want a copy for the owner too; with it a voucher is what was measured before anything was written. */
const threeCopies = [...forms.F16.words.copies, { key: 'owner', label: '第三联 用户留存', stripe: 'yellow' as const }]

/** Labels of returned parts, each with its own number, vehicle and part. */
export function makeLabels(count: number, seed = 27): PartLabelPaper[] {
  const chance = seeded(seed)
  const parts = sample<Part[]>('parts')
  const plain = samplePartLabelPaper()
  return Array.from({ length: count }, (_, nth) => {
    const part = pick(parts, chance())
    return {
      ...plain,
      labelNo: `SD0731-BD27-202611-${String(nth + 1).padStart(4, '0')}`,
      frameNo: `LXSMCGLA5GA${String(nth).padStart(6, '0')}`,
      mileageKm: 1000 + nth,
      partName: part.name,
      partCode: part.code,
    }
  })
}

/** Job vouchers as a station writes them: another owner, vehicle, fault, one to four parts and two lines of labour each. `before`: those that were made already. */
export function makeVouchers(count: number, seed = 16, before = 0): JobVoucherPaper[] {
  const chance = seeded(seed + before)
  const names = sample<Names>('names')
  const faults = sample<Fault[]>('fault-codes')
  const parts = sample<Part[]>('parts')
  const plain = sampleJobVoucherPaper()
  return Array.from({ length: count }, (_, index) => {
    const nth = before + index
    const owner = ownerOf(names, nth)
    const fault = pick(faults, chance())
    const lines = Array.from({ length: 1 + Math.floor(chance() * 4) }, () => pick(parts, chance())).map(({ code, name, price }) => ({
      oldPartCode: code,
      name,
      partCode: code,
      qty: 1,
      price: fen(price),
      amount: fen(price),
      faultMode: 'worn' as const,
      supplyMode: 'stock' as const,
      oldPartReturn: true,
    }))
    const total = sumFen([...lines.map(({ amount }) => amount), plain.totals.labour, plain.totals.outing])
    return {
      ...plain,
      words: { ...plain.words, forms: { ...plain.words.forms, F16: { copies: threeCopies } } },
      customer: { name: owner.name, phone: owner.phone, address: owner.address },
      sender: { name: owner.name, phone: owner.phone },
      unit: {
        ...plain.unit,
        frameNo: `LXSMCGLA5GA${String(nth).padStart(6, '0')}`,
        engineNo: `SL156FMI-${String(nth * 37).padStart(8, '0')}`,
      },
      mileageKm: 1000 + nth,
      statement: fault.text,
      finding: fault.cause,
      measure: fault.method,
      parts: lines,
      totals: { ...plain.totals, parts: sumFen(lines.map(({ amount }) => amount)), total },
    }
  })
}
