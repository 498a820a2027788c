import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Picture } from '#tests/forms/pictures'

/** Programs that read PDFs, where they are installed (Debian: poppler-utils, qpdf, mupdf-tools). */
export type Reader = 'pdftoppm' | 'qpdf' | 'mutool'

/** Why a test that needs the program is skipped; null where it is installed. */
export function absenceOf(program: Reader): string | null {
  const question = program === 'qpdf' ? '--version' : '-v'
  return spawnSync(program, [question], { stdio: 'ignore' }).error === undefined ? null : `${program} is not installed`
}

/** What it says about a file, with its exit code: `0` and nothing for a file without a fault. */
export function said(
  program: Reader,
  parameters: readonly string[],
): { readonly status: number | null; readonly out: string; readonly complaints: string } {
  const { status, stdout, stderr } = spawnSync(program, parameters, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 })
  return { status, out: stdout, complaints: stderr.trim() }
}

/** A grey picture as poppler writes it (PGM). */
function readPgm(file: Buffer): Picture {
  const [head = '', width = '', height = ''] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 40)) ?? []
  return { width: Number(width), height: Number(height), pixels: file.subarray(head.length) }
}

/** Every page of the file at `path` as poppler draws it. */
export function picturesByPoppler(path: string, dotsPerInch: number): Picture[] {
  const folder = mkdtempSync(join(tmpdir(), 'sanbao-poppler-'))
  try {
    const { status, complaints } = said('pdftoppm', ['-gray', '-r', String(dotsPerInch), path, join(folder, 'page')])
    if (status !== 0 || complaints !== '') throw new Error(`pdftoppm: ${complaints}`)
    return readdirSync(folder)
      .sort()
      .map((name) => readPgm(readFileSync(join(folder, name))))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
