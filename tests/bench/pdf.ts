import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { deflateSync, inflateSync } from 'node:zlib'
import { spreadOf, timed, type Spread } from './measure.ts'
import type { ChildAnswer } from './pdf-child.ts'
import { absentPrinters, hasChromium, printByChromium } from './peers/outside.ts'
import { figure, goals, heading, machineLine, megabytes, milliseconds, note, table } from './report.ts'
import { makeVouchers, voucherNumber } from './vouchers.ts'

/** Job vouchers (F16, two copies of one page each): our engine and back end beside pdfmake used plainly and the deflate limit. */
export async function run({ full }: { readonly full: boolean }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sanbao-bench-pdf-'))
  heading('pdf · 保修作业凭证 F16, two copies')
  note(machineLine())
  const absent = absentPrinters()
  if (absent.length > 0) note(`Not on this machine, so not measured: ${absent.join(', ')}.`)
  try {
    const cold = await coldStarts(folder)
    const warm = warmForms(folder)
    const hundred = await manyForms(folder, 100, 5)
    const thousand = full ? await manyForms(folder, 1000, 1) : null
    printGoals(cold, warm, hundred, thousand)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A process of its own, from its start to the file on disk. */
function child(folder: string, way: 'ours' | 'plain', count: number, runs: number): { answer: ChildAnswer; wall: number; file: string } {
  const file = join(folder, `${way}-${count}.pdf`)
  const start = performance.now()
  const printed = execFileSync(process.execPath, [join(import.meta.dirname, 'pdf-child.ts'), way, String(count), String(runs), file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  // written by pdf-child.ts with the same type
  return { answer: JSON.parse(printed) as ChildAnswer, wall: performance.now() - start, file }
}

/** Turn by turn, so that a busy moment of the machine meets all. */
function turns<T>(ways: readonly (() => T)[], runs: number): T[][] {
  const rounds = Array.from({ length: runs + 1 }, () => ways.map((way) => way()))
  return ways.map((_, way) => rounds.slice(1).flatMap((round) => round[way] ?? []))
}

type Cold = { readonly ours: Spread; readonly plain: Spread; readonly node: Spread; readonly oursBytes: number; readonly plainBytes: number }

async function coldStarts(folder: string): Promise<Cold> {
  const [ours = [], plain = []] = turns([() => child(folder, 'ours', 1, 1), () => child(folder, 'plain', 1, 1)], 5)
  const node = await timed(() => execFileSync(process.execPath, ['-e', '0']), { runs: 5 })
  const walls = (list: readonly { wall: number }[]) => spreadOf(list.map(({ wall }) => wall))
  const cold = { ours: walls(ours), plain: walls(plain), node, oursBytes: ours[0]?.answer.bytes ?? 0, plainBytes: plain[0]?.answer.bytes ?? 0 }
  note('\nOne voucher, fresh process → file on disk (run from TypeScript source; 5 runs after one of warm-up, turn by turn).\n')
  table(['one voucher, cold', 'median', 'low–high', 'bytes', 'peak RSS'], [
    ['ours', ...milliseconds(cold.ours), megabytes(cold.oursBytes), megabytes(ours[0]?.answer.peak ?? 0)], ['*plain* pdfmake', ...milliseconds(cold.plain), megabytes(cold.plainBytes), megabytes(plain[0]?.answer.peak ?? 0)],
    ...(hasChromium() ? [['Chromium, HTML tables', ...milliseconds(await timed(() => printByChromium(folder, makeVouchers(1), voucherNumber))), megabytes(statSync(join(folder, 'chromium.pdf')).size), '–']] : []),
    ['*limit:* empty Node', ...milliseconds(node), '–', '–'],
  ])
  return cold
}

type Warm = { readonly ours: Spread; readonly layout: Spread; readonly plain: Spread; readonly limit: Spread }

function warmForms(folder: string): Warm {
  const warmUp = 5
  const ours = child(folder, 'ours', 1, 30)
  const plain = child(folder, 'plain', 1, 30)
  const warm = { ours: spreadOf(ours.answer.took.slice(warmUp)), layout: spreadOf(ours.answer.layout.slice(warmUp)), plain: spreadOf(plain.answer.took.slice(warmUp)), limit: deflateLimit(ours.file) }
  note('\nOne voucher in a warm process, another one each time (25 after 5 of warm-up).\n')
  table(['one voucher, warm', 'median', 'low–high'], [
    ['ours: layout and PDF', ...milliseconds(warm.ours)], ['of which the forms engine (positioned pages)', ...milliseconds(warm.layout)], ['*plain* pdfmake', ...milliseconds(warm.plain)], ['*limit:* deflate of our streams', ...milliseconds(warm.limit)],
  ])
  return warm
}

/** How long zlib alone takes for the streams of this file, level 6. */
function deflateLimit(file: string): Spread {
  const bytes = readFileSync(file)
  const streams: Buffer[] = []
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    if (bytes.subarray(at - 3, at).toString('latin1') === 'end') continue
    const end = bytes.indexOf('endstream', at)
    if (bytes[at + 7] === 0x78) streams.push(inflateSync(bytes.subarray(at + 7, end)))
  }
  const took = Array.from({ length: 7 }, () => {
    const start = performance.now()
    for (const stream of streams) deflateSync(stream)
    return performance.now() - start
  })
  return spreadOf(took.slice(2))
}

type Many = { readonly count: number; readonly ours: Spread; readonly plain: Spread; readonly limit: Spread; readonly oursBytes: number; readonly plainBytes: number; readonly oursPeak: number; readonly plainPeak: number }

async function manyForms(folder: string, count: number, runs: number): Promise<Many> {
  const ways = [() => child(folder, 'ours', count, 1), () => child(folder, 'plain', count, 1)]
  const [ours = [], plain = []] = runs === 1 ? ways.map((way) => [way()]) : turns(ways, runs)
  const first = ours[0]
  const plainFirst = plain[0]
  if (first === undefined || plainFirst === undefined) throw new Error('nothing was drawn')
  const many: Many = {
    count, ours: spreadOf(ours.map(({ wall }) => wall)), plain: spreadOf(plain.map(({ wall }) => wall)), limit: deflateLimit(first.file),
    oursBytes: first.answer.bytes, plainBytes: plainFirst.answer.bytes, oursPeak: Math.max(...ours.map(({ answer }) => answer.peak)), plainPeak: Math.max(...plain.map(({ answer }) => answer.peak)),
  }
  note(`\n${count.toLocaleString('en')} vouchers in one file, whole process (${runs === 1 ? 'a single run' : `${runs} runs after one of warm-up, turn by turn`}).\n`)
  const seconds = ({ median, low, high }: Spread): readonly [string, string] => [`${figure(median / 1000)} s`, `${figure(low / 1000)}–${figure(high / 1000)}`]
  const perForm = (bytes: number) => `${figure(bytes / count / 1000)} kB`
  table([`${count.toLocaleString('en')} vouchers`, 'median', 'low–high', 'bytes a voucher', 'peak RSS'], [
    ['ours', ...seconds(many.ours), perForm(many.oursBytes), megabytes(many.oursPeak)], ['*plain* pdfmake', ...seconds(many.plain), perForm(many.plainBytes), megabytes(many.plainPeak)],
    ...(hasChromium() && count <= 100 ? [['Chromium, HTML tables', ...seconds(await timed(() => printByChromium(folder, makeVouchers(count), voucherNumber), { runs: 3 })), perForm(statSync(join(folder, 'chromium.pdf')).size), '–']] : []),
    ['*limit:* deflate of our streams', ...seconds(many.limit), '–', '–'],
  ])
  return many
}

function printGoals(cold: Cold, warm: Warm, hundred: Many, thousand: Many | null): void {
  const most = thousand ?? hundred
  goals([
    { what: 'P1 warm voucher, part of plain pdfmake', value: warm.ours.median / warm.plain.median, limit: 1 / 25, unit: '' },
    { what: 'P1 warm voucher against the deflate limit', value: warm.ours.median / warm.limit.median, limit: 2, unit: '×' },
    { what: `P2 ${most.count.toLocaleString('en')} vouchers, part of plain pdfmake (the goal is for 1,000)`, value: most.ours.median / most.plain.median, limit: 1 / 60, unit: '' },
    { what: 'P3 bytes a voucher in one file, part of plain pdfmake', value: most.oursBytes / most.plainBytes, limit: 1 / 8, unit: '' },
    { what: 'P3 bytes of a single voucher, part of plain pdfmake', value: cold.oursBytes / cold.plainBytes, limit: 1, unit: '' },
    { what: `P4 peak memory at ${most.count.toLocaleString('en')}, part of plain pdfmake`, value: most.oursPeak / most.plainPeak, limit: 1 / 10, unit: '' },
    { what: 'P5 cold voucher, part of plain pdfmake', value: cold.ours.median / cold.plain.median, limit: 1 / 3, unit: '' },
    { what: 'form from click to preview, warm', value: warm.ours.median, limit: 150, unit: ' ms' },
    { what: 'a month of 1,000 vouchers', value: thousand === null ? Number.NaN : thousand.ours.median / 1000, limit: 5, unit: ' s' },
  ])
}
