import { enableCompileCache } from 'node:module'
import { AppError } from '#domain/errors'
import { say } from '#domain/sentences/index'
import type { Command } from './command.ts'
import { usage, UsageError } from './usage.ts'

// a quarter of a command's start is the reading of its sources
enableCompileCache()

/** Each command loads only what it needs: a word that is not understood is answered at once. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import('./init.ts')).initCommand,
  template: async () => (await import('./import.ts')).templateCommand,
  import: async () => (await import('./import.ts')).importCommand,
  list: async () => (await import('./list.ts')).listCommand,
  print: async () => (await import('./print.ts')).printCommand,
  batch: async () => (await import('./batch.ts')).batchCommand,
  backup: async () => (await import('./keep.ts')).backupCommand,
  restore: async () => (await import('./keep.ts')).restoreCommand,
  check: async () => (await import('./keep.ts')).checkCommand,
  serve: async () => (await import('./serve.ts')).serveCommand,
}

const later = ['answer']

async function run([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || args.includes('--help')) {
    process.stdout.write(`${usage}\n`)
    return name === undefined ? 2 : 0
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) throw new UsageError(later.includes(name) ? `${name} 在以后的版本提供` : `没有命令 ${name}`)
  const outcome = await (await load())(args)
  if (outcome === null) return 0
  const isRefused = outcome.refused === true
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(outcome.json)}\n`)
  // stdout carries only results; why something was refused is a message
  if (isRefused) process.stderr.write(`${outcome.text}\n`)
  else if (!args.includes('--json')) process.stdout.write(`${outcome.text}\n`)
  return isRefused ? 1 : 0
}

const fileWords: Readonly<Record<string, string>> = {
  ENOENT: '找不到文件或文件夹',
  EACCES: '没有读写权限',
  EPERM: '没有读写权限',
  EISDIR: '这是文件夹，不是文件',
  ENOTDIR: '路径中有一段不是文件夹',
  ENOSPC: '磁盘已满',
  EROFS: '磁盘只读',
  EADDRINUSE: '端口已被占用',
}

function isFileError(error: unknown): error is Error & { readonly code: string; readonly path?: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code in fileWords
}

function explain(error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n\n${usage}\n`)
    return 2
  }
  if (error instanceof AppError) {
    process.stderr.write([say(error.sentence), ...error.problems.map((problem) => `  · ${say(problem)}`), ''].join('\n'))
    return 1
  }
  if (isFileError(error)) {
    process.stderr.write(`${fileWords[error.code] ?? '不能读写文件'}：${error.path ?? error.message}\n`)
    return 1
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return 1
}

process.exitCode = await run(process.argv.slice(2)).catch(explain)
