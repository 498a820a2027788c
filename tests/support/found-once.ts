import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Vitest's frame around a whole run: a folder where the first test file that needs the sample station leaves it for the others. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'sanbao-founded-'))
  process.env['SANBAO_FOUNDED_IN'] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
