/**
 * One process, one way of drawing, so that its time and memory are its own: `node pdf-child.ts WAY COUNT RUNS FILE`.
 * WAY `ours` is what the program does (forms engine, then pdf worker); `plain` is pdfmake with a table document.
 */
import { writeFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'

export type ChildAnswer = { readonly took: readonly number[]; readonly layout: readonly number[]; readonly bytes: number; readonly peak: number }

const [way = 'ours', countText = '1', runsText = '1', file = ''] = process.argv.slice(2)
const count = Number(countText)
const runs = Number(runsText)

type Draw = (seed: number) => Promise<{ bytes: Uint8Array; layout: number }>

async function ours(): Promise<{ draw: Draw; close: () => Promise<void> }> {
  const { layoutForm } = await import('#forms/index')
  const { createPdfMaker } = await import('#host/pdf/pdf-maker')
  const { resources } = await import('#host/resources')
  const { makeVouchers, voucherNumber } = await import('./vouchers.ts')
  const maker = createPdfMaker({ fontsDir: resources().fonts })
  return {
    draw: async (seed) => {
      const papers = makeVouchers(count, seed)
      const start = performance.now()
      const pages = layoutForm('F16', papers.map((paper, nth) => ({ paper, number: voucherNumber(nth), hash: '3fa912bc0d5e77a1', mark: { kind: 'original' } })))
      const layout = performance.now() - start
      return { layout, bytes: (await maker.make({ pages }, { title: '保修作业凭证', createdAt: '2026-11-22T02:00:00.000Z' })).bytes }
    },
    close: maker.close,
  }
}

async function plain(): Promise<{ draw: Draw; close: () => Promise<void> }> {
  const { drawPlainly } = await import('./peers/pdfmake-plain.ts')
  const { makeVouchers, voucherNumber } = await import('./vouchers.ts')
  return { draw: async (seed) => ({ layout: 0, bytes: await drawPlainly(makeVouchers(count, seed), voucherNumber) }), close: () => Promise.resolve() }
}

const { draw, close } = way === 'ours' ? await ours() : await plain()
const took: number[] = []
const layout: number[] = []
let last = new Uint8Array()
for (let run = 0; run < runs; run += 1) {
  const start = performance.now()
  const drawn = await draw(run)
  took.push(performance.now() - start)
  layout.push(drawn.layout)
  last = new Uint8Array(drawn.bytes)
}
if (file !== '') writeFileSync(file, last)
await close()
process.stdout.write(JSON.stringify({ took, layout, bytes: last.byteLength, peak: process.resourceUsage().maxRSS * 1024 } satisfies ChildAnswer))
