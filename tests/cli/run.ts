import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

export type Run = { readonly code: number | null; readonly out: string; readonly err: string }

/** `npm run -s sanbao -- …` without npm. */
export function sanbao(...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'src-main', 'cli', 'main.ts'), ...args], {
    cwd: root,
    encoding: 'utf8',
  })
  return { code: status, out: stdout, err: stderr }
}

/** The one JSON value of `--json`; anything else on stdout makes this fail. */
export function json<T>({ out }: Run): T {
  return JSON.parse(out) as T
}
