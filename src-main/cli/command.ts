import { accessSync, constants, readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Api } from '#contract/index'
import type { Host } from '#host/create-host'
import { writeDurably } from '#host/durable-write'
import { openKept } from '#host/produced-files'
import type { Seat } from '#host/seats'
import { UsageError } from './usage.ts'

/** `json` is the one value of --json, `text` what a person reads; a refused command says why and exits 1. */
export type Outcome = { readonly json: unknown; readonly text: string; readonly refused?: boolean }
export type Command = (args: readonly string[]) => Promise<Outcome | null>

type Options = NonNullable<ParseArgsConfig['options']>

/** Options and at most `words` positional words of a command; anything else is a usage error. `--json` is known everywhere. */
export function readArguments<O extends Options>(args: readonly string[], options: O, words = 0) {
  const read = parsed(args, options)
  const extra = read.positionals.slice(words)
  if (extra.length > 0) throw new UsageError(`多写了 ${extra.join(' ')}`)
  return read
}

function parsed<O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options: { ...options, json: { type: 'boolean' } }, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(misreading(error, options))
  }
}

/** Node says it in English; the option it names stands in quotes. */
function misreading(error: unknown, options: Options): string {
  const told = error instanceof Error ? error.message : String(error)
  const option = /'(?:-\w, )?(-[^' ]+)/u.exec(told)?.[1] ?? ''
  if (error instanceof Error && 'code' in error && error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `没有选项 ${option}`
  return options[option.replace(/^-+/u, '')]?.type === 'string'
    ? `${option} 后面要写一个值（值以 - 开头时写成 ${option}=值）`
    : `${option} 后面不写值`
}

/** A file to be written: its folder must be there before the work is done, not after. */
export function fileToWrite(value: string | undefined, name: string): string {
  const file = required(value, name)
  accessSync(dirname(resolve(file)), constants.W_OK)
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true) throw new UsageError(`${name} 应是文件，${file} 是文件夹`)
  return file
}

/** A file the host made ready to be fetched. */
export async function writeProduced(host: Host, { fileId }: { readonly fileId: string }, path: string): Promise<void> {
  const file = host.produced(fileId)
  const opened = file && (await openKept(file))
  if (!opened) throw new Error('the produced file is gone')
  await writeDurably(path, opened.pieces)
}

/** Node does not say which file when the path is a folder. */
export function fileToRead(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    throw error instanceof Error ? Object.assign(error, { path }) : error
  }
}

export function required(value: string | undefined, name: string): string {
  if (value === undefined || value === '') throw new UsageError(`缺少 ${name}`)
  return value
}

export function periodOf(value: string | undefined): string | null {
  if (value === undefined) return null
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(value)) throw new UsageError(`--period 应写成 2026-11，不是 ${value}`)
  return value
}

export function wholeNumber(value: string | undefined, name: string, otherwise: number): number {
  if (value === undefined) return otherwise
  if (!/^\d{1,7}$/.test(value)) throw new UsageError(`${name} 应是不小于 0 的整数，不是 ${value}`)
  return Number(value)
}

const cliSeat: Seat = { id: 'cli', kind: 'cli', userId: null }

/** The host is loaded only here, so that a word not understood is answered at once. Opens an existing file, does the work as 命令行, and closes it again whatever happens. */
export async function withHost<T>(dbFile: string, work: (api: Api, host: Host) => Promise<T>): Promise<T> {
  const [{ createHost }, { createClient }, { contract }] = await Promise.all([
    import('#host/create-host'),
    import('#contract/client'),
    import('#contract/index'),
  ])
  const host = await createHost({ dbFile })
  try {
    return await work(
      createClient(
        contract,
        (call) => host.route(call, cliSeat),
        () => crypto.randomUUID(),
      ),
      host,
    )
  } finally {
    await host.close()
  }
}
