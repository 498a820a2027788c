/**
 * One process, one way of drawing, so that its time and memory are its own: `node pdf-child.ts WAY KIND COUNT RUNS FILE`.
 * WAY `ours` is what the program does (papers to the pdf worker), `plain` is pdfmake with a table document, `pdfkit` draws
 * our positioned pages, `pages` writes those of the first run to FILE for programs in other languages.
 */
import { writeFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { layoutStack, type Page, type Stack, stackOf } from '#forms/index'
import { peakMemory } from './measure.ts'
import { makeLabels, makeVouchers, voucherNumber } from './vouchers.ts'

/** Milliseconds of each run: all of it, and what the layout of pages took of it where that is known. */
export type ChildAnswer = {
  readonly took: readonly number[]
  readonly layout: readonly number[]
  readonly bytes: number
  readonly peak: number
}
export type Kind = 'voucher' | 'label'

const [way = 'ours', kind = 'voucher', countText = '1', runsText = '1', file = ''] = process.argv.slice(2)
const count = Number(countText)
const hash = '3fa912bc0d5e77a1'

function stackFor(seed: number): Stack {
  return kind === 'label'
    ? stackOf(
        'F27',
        makeLabels(count, seed).map((paper) => ({ paper, number: paper.labelNo, hash, mark: { kind: 'original' } })),
      )
    : stackOf(
        'F16',
        makeVouchers(count, seed).map((paper, nth) => ({ paper, number: voucherNumber(nth), hash, mark: { kind: 'original' } })),
      )
}

type Run = { readonly took: number; readonly layout: number; readonly bytes: Uint8Array }
type Way = { readonly run: (seed: number) => Promise<Run>; readonly close: () => Promise<void> }

async function ours(): Promise<Way> {
  const { createPdfMaker } = await import('#host/pdf/pdf-maker')
  const { resources } = await import('#host/resources')
  const maker = createPdfMaker({ fontsDir: resources().fonts })
  return {
    run: async (seed) => {
      const stack = stackFor(seed)
      const start = performance.now()
      const { bytes } = await maker.make({ stacks: [stack] }, { title: '保修作业凭证', createdAt: '2026-11-22T02:00:00.000Z' })
      return { took: performance.now() - start, layout: 0, bytes }
    },
    close: maker.close,
  }
}

/** A way that is given positioned pages: its time is drawing alone. */
function drawing(draw: (pages: readonly Page[]) => Promise<Uint8Array>): Way {
  return {
    run: async (seed) => {
      const before = performance.now()
      const pages = layoutStack(stackFor(seed))
      const start = performance.now()
      const bytes = await draw(pages)
      return { took: performance.now() - start, layout: start - before, bytes }
    },
    close: () => Promise.resolve(),
  }
}

async function plain(): Promise<Way> {
  const { drawLabelsPlainly, drawPlainly } = await import('./peers/pdfmake-plain.ts')
  return {
    run: async (seed) => {
      const start = performance.now()
      const bytes = await (kind === 'label'
        ? drawLabelsPlainly(makeLabels(count, seed))
        : drawPlainly(makeVouchers(count, seed), voucherNumber))
      return { took: performance.now() - start, layout: 0, bytes }
    },
    close: () => Promise.resolve(),
  }
}

async function wayNamed(): Promise<Way> {
  switch (way) {
    case 'plain':
      return plain()
    case 'pdfkit':
      return drawing((await import('./peers/pdfkit-pages.ts')).drawWithPdfkit)
    case 'pages':
      return drawing((pages) => Promise.resolve(Buffer.from(JSON.stringify(pages))))
    default:
      return ours()
  }
}

const { run, close } = await wayNamed()
const runs: Run[] = []
for (let nth = 0; nth < Number(runsText); nth += 1) {
  const done = await run(nth)
  runs.push({ ...done, bytes: nth === Number(runsText) - 1 ? done.bytes : new Uint8Array() })
}
const last = runs.at(-1)?.bytes ?? new Uint8Array()
if (file !== '') writeFileSync(file, last)
await close()
const answer: ChildAnswer = {
  took: runs.map(({ took }) => took),
  layout: runs.map(({ layout }) => layout),
  bytes: last.byteLength,
  peak: peakMemory(),
}
process.stdout.write(JSON.stringify(answer))
