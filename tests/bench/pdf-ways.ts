import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { deflateSync, inflateSync } from 'node:zlib'
import { build } from 'vite'
import { resources } from '#host/resources'
import { workerEntries } from '../../build/vite-parts.ts'
import type { ChildAnswer, Kind } from './pdf-child.ts'
import { spreadOf, type Spread } from './measure.ts'
import { itextIn, pythonWith } from './peers/outside.ts'

/** `shaped`: it was given positioned pages and only drew them, so that its time has no layout in it. */
export type Way = { readonly name: string; readonly shaped: boolean; readonly run: (job: Job) => Measured }
export type Job = { readonly kind: Kind; readonly count: number; readonly runs: number }
/** `wall`: from the start of the process to the file on disk, ms; NaN where that would count the reading of pages. */
export type Measured = { readonly answer: ChildAnswer; readonly wall: number; readonly file: string }

const root = join(import.meta.dirname, '..', '..')

/** `tests/bench/NAME.ts`, the host and its workers as they are packed: `plain` and pdfkit stay packages, as they would be in any program. */
export async function bundleChild(name: string): Promise<string> {
  const kept = ['better-sqlite3', 'pdfmake', 'pdfkit']
  const outDir = join(root, 'out', `bench-${name}`)
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true, external: kept },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        input: { [name]: join(import.meta.dirname, `${name}.ts`), ...workerEntries(root) },
        external: kept,
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  })
  return join(outDir, `${name}.js`)
}

function nodeWay(script: string, folder: string, name: string, way: string, shaped: boolean): Way {
  return {
    name,
    shaped,
    run: ({ kind, count, runs }) => {
      const file = join(folder, `${way}-${kind}-${count}.pdf`)
      const start = performance.now()
      const printed = execFileSync(process.execPath, [script, way, kind, String(count), String(runs), file], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      // written by pdf-child.ts with the same type
      return { answer: JSON.parse(printed) as ChildAnswer, wall: performance.now() - start, file }
    },
  }
}

/** cairo finds fonts through fontconfig, which is told of ours alone. */
function fontConfig(folder: string): string {
  const file = join(folder, 'fonts.conf')
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${resources().fonts}</dir><cachedir>${folder}</cachedir></fontconfig>`,
  )
  return file
}

/** A program of another language: given our positioned pages, it draws `runs` times and says how long. */
function outsideWay(
  script: string,
  name: string,
  draw: (pages: string, file: string, runs: number) => readonly Drawn[],
): (folder: string) => Way {
  return (folder) => ({
    name,
    shaped: true,
    run: ({ kind, count, runs }) => {
      const pages = join(folder, `pages-${kind}-${count}.json`)
      if (!existsSync(pages)) execFileSync(process.execPath, [script, 'pages', kind, String(count), '1', pages])
      const file = join(folder, `${name}-${kind}-${count}.pdf`)
      const drawn = draw(pages, file, runs)
      return {
        answer: {
          took: drawn.flatMap(({ answer }) => answer.took),
          layout: [],
          bytes: statSync(file).size,
          peak: Math.max(...drawn.map(({ answer }) => answer.peak)),
        },
        wall: count === 1 ? Math.min(...drawn.map(({ wall }) => wall)) : Number.NaN,
        file,
      }
    },
  })
}

type Drawn = { readonly answer: ChildAnswer; readonly wall: number }

/** Whole process: what it printed and how long it ran, ms. */
function drawnBy(program: string, args: readonly string[], env = process.env): Drawn {
  const start = performance.now()
  const printed = execFileSync(program, args, { encoding: 'utf8', env })
  // written by draw_pages.py and DrawPages.java in the same shape
  return { answer: JSON.parse(printed) as ChildAnswer, wall: performance.now() - start }
}

/** Ours first, then pdfmake used plainly, then whoever is here. */
export function waysOf(script: string, folder: string): { readonly ours: Way; readonly plain: Way; readonly peers: readonly Way[] } {
  const { fonts } = resources()
  const python = (['reportlab', 'cairo'] as const).flatMap((name) => {
    const program = pythonWith(name)
    const env = { ...process.env, FONTCONFIG_FILE: fontConfig(folder) }
    return program === null
      ? []
      : [
          outsideWay(script, name, (pages, file, runs) =>
            Array.from({ length: runs }, () =>
              drawnBy(program, [join(import.meta.dirname, 'peers', 'draw_pages.py'), name, pages, fonts, file], env),
            ),
          ),
        ]
  })
  const classPath = itextIn(folder)
  const java =
    classPath === null
      ? []
      : [
          outsideWay(script, 'iText', (pages, file, runs) => [
            drawnBy('java', ['-cp', classPath, 'DrawPages', pages, fonts, file, String(runs)]),
          ]),
        ]
  const peers = [...python, ...java].map((way) => way(folder))
  return {
    ours: nodeWay(script, folder, 'ours', 'ours', false),
    plain: nodeWay(script, folder, '*plain* pdfmake', 'plain', false),
    peers: [nodeWay(script, folder, 'pdfkit', 'pdfkit', true), ...peers],
  }
}

/** Turn by turn, so that a busy moment of the machine meets all. The first round is not counted where there are several. */
export function turns(ways: readonly Way[], job: Job, rounds: number): Measured[][] {
  const all = Array.from({ length: rounds === 1 ? 1 : rounds + 1 }, () => ways.map((way) => way.run(job)))
  return ways.map((_, way) => all.slice(rounds === 1 ? 0 : 1).flatMap((round) => round[way] ?? []))
}

/** How long zlib alone takes for the streams of this file, level 6. */
export function deflateLimit(file: string): Spread {
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
