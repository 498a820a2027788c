import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** No personal data in messages: only call names, references and technical errors. */
export type Logger = { readonly info: (message: string) => void; readonly error: (message: string, error: unknown) => void }

const fullAt = 2_000_000

/** Appends to `<folder>/sanbao.log`; the file before it is kept as `.1`. What cannot be written (a full disk) is left out: the station goes on. */
export function createLogger(folder: string): Logger {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'sanbao.log')
  const write = (level: string, message: string) => {
    try {
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > fullAt) renameSync(file, `${file}.1`)
      appendFileSync(file, `${new Date().toISOString()} ${level} ${message}\n`)
    } catch {
      // Whatever is wrong with the disk, the database says to the person.
    }
  }
  return {
    info: (message) => write('info', message),
    error: (message, error) => write('error', `${message}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  }
}

export const silentLogger: Logger = { info: () => undefined, error: () => undefined }

/** The older file, then the present one. */
export function readLog(folder: string): string {
  return ['sanbao.log.1', 'sanbao.log']
    .map((name) => join(folder, name))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('')
}
