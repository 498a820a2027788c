import { spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { openStationHost } from '#host/station-host'
import { serveHttp } from '#host/http'
import { readArguments, wholeNumber, type Command } from './command.ts'
import { UsageError } from './usage.ts'

const rendererDir = join(import.meta.dirname, '..', '..', 'out', 'renderer')

/** The user's own data folder; npm start and the desktop use the same one. */
function defaultDataFolder(): string {
  if (process.platform === 'win32') return join(process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), '三包站')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', '三包站')
  return join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), '三包站')
}

/** By the desktop's own means; where there is none the printed address remains. */
function openInBrowser(address: string): void {
  const [program, args] =
    process.platform === 'win32'
      ? (['explorer.exe', [address]] as const)
      : process.platform === 'darwin'
        ? (['open', [address]] as const)
        : (['xdg-open', [address]] as const)
  spawn(program, args, { stdio: 'ignore', detached: true })
    .on('error', () => process.stderr.write('没有找到浏览器，请自己打开上面的地址。\n'))
    .unref()
}

/** A browser seat on this machine: prints an address that opens without further typing, runs until stopped. */
export const serveCommand: Command = async (args) => {
  const { values } = readArguments(args, {
    db: { type: 'string' },
    data: { type: 'string' },
    port: { type: 'string' },
    open: { type: 'boolean' },
  })
  if (values.db !== undefined && values.data !== undefined) throw new UsageError('--db 和 --data 写一个')
  const port = wholeNumber(values.port, '--port', 0)
  if (port > 65_535) throw new UsageError(`--port 应在 0 到 65535 之间，不是 ${port}`)
  if (!existsSync(join(rendererDir, 'index.html'))) throw new UsageError('界面还没有构建，请先运行 npm run build（npm start 会自动做）')
  const dbFile = resolve(values.db ?? join(values.data ?? defaultDataFolder(), 'station.sqlite'))
  mkdirSync(dirname(dbFile), { recursive: true })
  const host = await openStationHost({ dbFile, createIfMissing: true })
  host.keepTime()
  const http = await serveHttp(host, { rendererDir, ...(values.port === undefined ? {} : { port }) })
  const address = http.newAddress()
  process.stdout.write(`${address}\n`)
  if (values.open === true) openInBrowser(address)
  process.stderr.write('用浏览器打开上面的地址（只能用一次）。按 Ctrl+C 退出。\n')
  const keyboard = process.stdin.isTTY ? createInterface({ input: process.stdin }) : null
  if (keyboard) process.stderr.write('再开一个座席：按回车显示新地址。\n')
  keyboard?.on('line', () => process.stdout.write(`${http.newAddress()}\n`))
  await new Promise<void>((stop) => {
    process.once('SIGINT', () => stop())
    process.once('SIGTERM', () => stop())
  })
  keyboard?.close()
  await http.close()
  await host.close()
  return null
}
