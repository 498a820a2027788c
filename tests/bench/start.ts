import { execFileSync, spawn } from 'node:child_process'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import { build } from 'vite'
import { bigStation, removeDatabase, workingCopy } from './big-station.ts'
import { spreadOf, timed } from './measure.ts'
import { goals, heading, machineLine, megabytes, milliseconds, note, table } from './report.ts'
import type { StartAnswer } from './start-child.ts'

type Start = { readonly wall: number; readonly answer: StartAnswer; readonly idle: number }

/** The host made ready in a fresh process on 100,000 orders, up to its first page; and its memory at rest. */
export async function run(): Promise<void> {
  const file = workingCopy(await bigStation(100_000))
  heading('start · host on 100,000 orders')
  note(machineLine())
  note('Fresh process from one bundle, as the packaged program is; 5 runs after one of warm-up.\n')
  try {
    const script = await bundle()
    const starts: Start[] = []
    for (let run = 0; run < 6; run += 1) starts.push(await startOnce(script, file))
    const counted = starts.slice(1)
    const node = await timed(() => execFileSync(process.execPath, ['-e', '0']))
    const driver = await timed(() =>
      execFileSync(
        process.execPath,
        [
          '-e',
          `const D=require('better-sqlite3');const d=new D(${JSON.stringify(file)});d.prepare('SELECT * FROM work_orders ORDER BY reported_at DESC LIMIT 100').all()`,
        ],
        { cwd: join(import.meta.dirname, '..', '..') },
      ),
    )
    const of = (pick: (start: Start) => number) => spreadOf(counted.map(pick))
    const wall = of(({ wall: ms }) => ms)
    const host = of(({ answer }) => answer.host)
    const idle = of((start) => start.idle).median
    table(
      ['start', 'median', 'low–high'],
      [
        ['process start → first page and desk read', ...milliseconds(wall)],
        ['of which loading the modules', ...milliseconds(of(({ answer }) => answer.load))],
        ['of which the host (open, migrate, tie together)', ...milliseconds(host)],
        ['of which the first list page', ...milliseconds(of(({ answer }) => answer.page))],
        ['of which the desk', ...milliseconds(of(({ answer }) => answer.desk))],
        ['*plain:* better-sqlite3 and one page', ...milliseconds(driver)],
        ['*limit:* empty Node', ...milliseconds(node)],
        ['memory at rest (RSS)', megabytes(idle), ''],
      ],
    )
    goals([
      { what: 'S2 process start over empty Node', value: wall.median - node.median, limit: 26, unit: ' ms' },
      { what: 'host ready (modules and host)', value: of(({ answer }) => answer.load + answer.host).median, limit: 150, unit: ' ms' },
      { what: 'idle host', value: idle / 2 ** 20, limit: 120, unit: ' MiB' },
    ])
  } finally {
    removeDatabase(file)
  }
}

/** As electron.vite.config.ts packs the host: everything in one file but the driver. Two folders deep, where resources are looked for. */
async function bundle(): Promise<string> {
  const root = join(import.meta.dirname, '..', '..')
  const kept = ['better-sqlite3']
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true, external: kept },
    build: {
      ssr: join(import.meta.dirname, 'start-child.ts'),
      outDir: join(root, 'out', 'bench'),
      emptyOutDir: true,
      rolldownOptions: { external: kept, output: { entryFileNames: 'start.mjs', chunkFileNames: '[name]-[hash].mjs' } },
    },
  })
  return join(root, 'out', 'bench', 'start.mjs')
}

async function startOnce(script: string, file: string): Promise<Start> {
  const began = performance.now()
  const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: string[] = []
  let wall = Number.NaN
  for await (const line of createInterface({ input: child.stdout })) {
    if (lines.length === 0) wall = performance.now() - began
    lines.push(line)
  }
  if (lines.length < 2) throw new Error('the host did not start')
  // written by start-child.ts with the same types
  return { wall, answer: JSON.parse(lines[0] ?? '{}') as StartAnswer, idle: (JSON.parse(lines[1] ?? '{}') as { idle: number }).idle }
}
