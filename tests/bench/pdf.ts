import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spreadOf, timed, type Spread } from './measure.ts'
import { bundleChild, deflateLimit, type Job, type Measured, turns, type Way, waysOf } from './pdf-ways.ts'
import { absentPrinters, hasChromium, printByChromium } from './peers/outside.ts'
import { figure, type Goal, goals, heading, machineLine, megabytes, milliseconds, note, table } from './report.ts'
import { makeVouchers, voucherNumber } from './vouchers.ts'

/**
 * Job vouchers (F16, three copies of one page each) and part labels (F27): the program beside pdfmake used plainly, other
 * programs, and the deflate limit. `--full` draws 1,000 with the slow ways too, which takes pdfmake minutes.
 */
export async function run({ full }: { readonly full: boolean }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sanbao-bench-pdf-'))
  heading('pdf · 保修作业凭证 F16 in three copies, 零部件标签 F27')
  note(machineLine())
  const absent = absentPrinters()
  if (absent.length > 0) note(`Not on this machine, so not measured: ${absent.join(', ')}.`)
  note(
    'Packed as in the program. Ours, pdfmake and Chromium lay out and draw; pdfkit, reportlab, cairo and iText were given our positioned pages and only drew them.',
  )
  try {
    const ways = waysOf(await bundleChild('pdf-child'), folder)
    const found = [
      ...(await coldVoucher(ways, folder)),
      ...warmVoucher(ways),
      ...(await many(ways, folder, { kind: 'voucher', count: 100, runs: 1 }, 3, true)),
      ...(await many(ways, folder, { kind: 'voucher', count: 1000, runs: 1 }, 1, full)),
      ...(await many(ways, folder, { kind: 'label', count: 1000, runs: 1 }, 1, true)),
    ]
    goals(found)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Ways = ReturnType<typeof waysOf>

function wallOf(list: readonly Measured[]): Spread {
  return spreadOf(list.map(({ wall }) => wall))
}

function drawingOf(list: readonly Measured[], warmUp = 0): Spread {
  return spreadOf(list.flatMap(({ answer }) => answer.took.slice(warmUp)))
}

function peakOf(list: readonly Measured[]): number {
  return Math.max(...list.map(({ answer }) => answer.peak))
}

function bytesOf(list: readonly Measured[]): number {
  return list[0]?.answer.bytes ?? 0
}

async function coldVoucher({ ours, plain, peers }: Ways, folder: string): Promise<Goal[]> {
  const all = [ours, plain, ...peers]
  const measured = turns(all, { kind: 'voucher', count: 1, runs: 1 }, 5)
  const node = await timed(() => execFileSync(process.execPath, ['-e', '0']), { runs: 5 })
  note('\nOne voucher, fresh process → file on disk (5 runs after one of warm-up, turn by turn).\n')
  table(
    ['one voucher, cold', 'median', 'low–high', 'bytes', 'peak RSS'],
    [
      ...all.map(({ name }, index) => row(name, milliseconds(wallOf(measured[index] ?? [])), measured[index] ?? [])),
      ...(hasChromium()
        ? [
            [
              'Chromium, HTML tables',
              ...milliseconds(await timed(() => printByChromium(folder, makeVouchers(1), voucherNumber))),
              megabytes(statSync(join(folder, 'chromium.pdf')).size),
              '–',
            ],
          ]
        : []),
      ['*limit:* empty Node', ...milliseconds(node), '–', '–'],
    ],
  )
  const [own = [], plainly = [], ...others] = measured
  return [
    { what: 'P5 cold voucher, part of plain pdfmake', value: wallOf(own).median / wallOf(plainly).median, limit: 1 / 3, unit: '' },
    {
      what: 'P3 bytes of a single voucher, part of the smallest other',
      value: bytesOf(own) / Math.min(bytesOf(plainly), ...others.map(bytesOf)),
      limit: 1,
      unit: '',
    },
  ]
}

function row(name: string, time: readonly [string, string], list: readonly Measured[], count = 1): string[] {
  const bytes = bytesOf(list) / count
  return [name, ...time, count === 1 ? megabytes(bytes) : `${figure(bytes / 1000)} kB`, megabytes(peakOf(list))]
}

function warmVoucher({ ours, plain, peers }: Ways): Goal[] {
  const warmUp = 5
  const job: Job = { kind: 'voucher', count: 1, runs: 30 }
  const own = ours.run(job)
  const plainly = plain.run(job)
  const others = peers.filter(({ name }) => name === 'pdfkit').map((way) => ({ way, done: way.run(job) }))
  const outside = peers.filter(({ name }) => name !== 'pdfkit').map((way) => ({ way, done: way.run({ ...job, runs: 5 }) }))
  const limit = deflateLimit(own.file)
  const layout = spreadOf((others[0]?.done.answer.layout ?? []).slice(warmUp))
  note(
    '\nOne voucher in a warm process, another one each time (25 after 5 of warm-up; others than pdfmake and pdfkit: 4 drawings after one, reportlab and cairo each in a fresh process).\n',
  )
  table(
    ['one voucher, warm', 'median', 'low–high'],
    [
      ['ours: layout and PDF', ...milliseconds(drawingOf([own], warmUp))],
      ['of which layout (as measured beside pdfkit)', ...milliseconds(layout)],
      ['*plain* pdfmake', ...milliseconds(drawingOf([plainly], warmUp))],
      ...others.map(({ way, done }): string[] => [way.name, ...milliseconds(drawingOf([done], warmUp))]),
      ...outside.map(({ way, done }): string[] => [way.name, ...milliseconds(drawingOf([done], 1))]),
      ['*limit:* deflate of our streams', ...milliseconds(limit)],
    ],
  )
  const median = drawingOf([own], warmUp).median
  const best = Math.min(
    ...others.map(({ done }) => drawingOf([done], warmUp).median),
    ...outside.map(({ done }) => drawingOf([done], 1).median),
  )
  return [
    { what: 'P1 warm voucher, part of plain pdfmake', value: median / drawingOf([plainly], warmUp).median, limit: 1 / 25, unit: '' },
    { what: 'P1 warm voucher, part of the fastest other (which lays nothing out)', value: median / best, limit: 1 / 5, unit: '' },
    { what: 'P1 warm voucher against the deflate limit', value: median / limit.median, limit: 2, unit: '×' },
    { what: 'form from click to preview, warm', value: median, limit: 150, unit: ' ms' },
  ]
}

const kindNames = { voucher: 'vouchers', label: 'labels' } as const

/** Many in one file. `withSlow`: pdfmake and its like too; without them their goals have no figure. */
async function many({ ours, plain, peers }: Ways, folder: string, job: Job, rounds: number, withSlow: boolean): Promise<Goal[]> {
  const { kind, count } = job
  const all: readonly Way[] = withSlow ? [ours, plain, ...peers] : [ours]
  const measured = turns(all, job, rounds)
  const seconds = ({ median, low, high }: Spread): readonly [string, string] => [
    `${figure(median / 1000)} s`,
    `${figure(low / 1000)}–${figure(high / 1000)}`,
  ]
  const timeOf = (index: number): Spread => (all[index]?.shaped === true ? drawingOf(measured[index] ?? []) : wallOf(measured[index] ?? []))
  const limit = deflateLimit(measured[0]?.[0]?.file ?? '')
  const what = `${count.toLocaleString('en')} ${kindNames[kind]}`
  const isShort = count <= 100
  note(
    `\n${what} in one file, whole process; those given positioned pages: drawing alone (${rounds === 1 ? 'a single run' : `${rounds} runs after one of warm-up, turn by turn`}).${withSlow ? '' : ' Others with --full.'}\n`,
  )
  table(
    [what, 'median', 'low–high', `bytes each`, 'peak RSS'],
    [
      ...all.map(({ name }, index) => row(name, seconds(timeOf(index)), measured[index] ?? [], count)),
      ...(withSlow && isShort && hasChromium()
        ? [
            [
              'Chromium, HTML tables',
              ...seconds(await timed(() => printByChromium(folder, makeVouchers(count), voucherNumber), { runs: 1 })),
              `${figure(statSync(join(folder, 'chromium.pdf')).size / count / 1000)} kB`,
              '–',
            ],
          ]
        : []),
      ['*limit:* deflate of our streams', ...seconds(limit), '–', '–'],
    ],
  )
  const [own = [], plainly = [], ...others] = measured
  return goalsOfMany(
    what,
    { own, plainly, others, limit: limit.median, best: Math.min(...others.map((_, index) => timeOf(index + 2).median)) },
    kind === 'voucher' && count === 1000,
  )
}

type Compared = {
  readonly own: readonly Measured[]
  readonly plainly: readonly Measured[]
  readonly others: readonly (readonly Measured[])[]
  readonly limit: number
  readonly best: number
}

/** Goals without a figure (NaN) are not printed. The seconds of a month are for 1,000 vouchers. */
function goalsOfMany(what: string, { own, plainly, others, limit, best }: Compared, month: boolean): Goal[] {
  const took = wallOf(own).median
  const part = (value: number): number => (plainly.length === 0 ? Number.NaN : value)
  return [
    { what: `P2 ${what}, part of plain pdfmake`, value: part(took / wallOf(plainly).median), limit: 1 / 60, unit: '' },
    { what: `P2 ${what}, part of the fastest other`, value: part(took / best), limit: 1 / 5, unit: '' },
    { what: `P2 ${what}, drawing against the deflate limit`, value: drawingOf(own).median / limit, limit: 2.5, unit: '×' },
    { what: `P3 bytes each of ${what}, part of plain pdfmake`, value: part(bytesOf(own) / bytesOf(plainly)), limit: 1 / 8, unit: '' },
    {
      what: `P3 bytes each of ${what}, part of the smallest other`,
      value: part(bytesOf(own) / Math.min(...others.map(bytesOf))),
      limit: 1 / 4,
      unit: '',
    },
    { what: `P4 peak memory, ${what}, part of plain pdfmake`, value: part(peakOf(own) / peakOf(plainly)), limit: 1 / 10, unit: '' },
    ...(month ? [{ what: 'a month of 1,000 vouchers', value: took / 1000, limit: 5, unit: ' s' }] : []),
  ]
}
