import { copyFileSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Sqlite } from '#db/types'
import { copiesToDrop } from '#domain/backup-plan'
import { instantOfMillis } from '#domain/dates'
import { AppError } from '#domain/errors'
import type { BackupReason } from '#domain/words'
import type { BackupCopy, BackupsView } from '#handlers/services'
import { copyKeptFiles, copyName, freeBytes, proveBeside, readCopyName, syncPath } from './backup-files.ts'
import { readLedger, writeLedger, type LedgerEntry } from './backup-ledger.ts'

const pagesPerStep = 500

type Parts = { readonly sqlite: () => Sqlite; readonly folder: string; readonly clock: () => number }

/**
 * Copies of the database, made by the owning connection in small steps so that work goes on, and proven by opening the
 * closed copy in a worker: `integrity_check` alone proves little (reliability.md 0.5, settled.md 10).
 */
export function createBackups({ sqlite, folder, clock }: Parts) {
  let trouble: BackupsView['trouble'] = null
  let read: { readonly changedAt: number; readonly items: readonly BackupCopy[] } | null = null
  const now = () => instantOfMillis(clock())

  async function make(reason: BackupReason): Promise<BackupCopy> {
    mkdirSync(folder, { recursive: true })
    const name = copyName(now(), reason)
    const half = join(folder, `.${name}.half`)
    const expected = countCommands(sqlite())
    try {
      await sqlite().backup(half, { progress: () => pagesPerStep })
      const version = sqlite().pragma('user_version', { simple: true })
      const proof = await proveBeside(half)
      if (!proof.ok || proof.userVersion !== version || proof.rows < expected) {
        throw new AppError('rule', 'db.backupUnproven', {
          detail: proof.detail || `结构 ${proof.userVersion}/${String(version)}，命令 ${proof.rows}/${expected} 条`,
        })
      }
      await syncPath(half)
      await rename(half, join(folder, name))
      await note(name, {
        bytes: statSync(join(folder, name)).size,
        sha256: proof.sha256,
        ok: true,
        checkedAt: now(),
        content: proof.content,
      })
    } finally {
      for (const ending of ['', '-journal', '-wal', '-shm']) await rm(`${half}${ending}`, { force: true })
    }
    await syncPath(folder)
    return copyNamed(name)
  }

  async function note(name: string, entry: LedgerEntry): Promise<void> {
    await writeLedger(folder, { ...readLedger(folder), [name]: entry })
    read = null
  }

  /** Copies that have become superfluous, and what the ledger says of files that are gone. */
  async function prune(): Promise<void> {
    for (const { name } of copiesToDrop(list(), now())) await rm(join(folder, name), { force: true })
    read = null
    const here = new Set(list().map(({ name }) => name))
    await writeLedger(folder, Object.fromEntries(Object.entries(readLedger(folder)).filter(([name]) => here.has(name))))
    read = null
  }

  /** Newest first. Read anew when the folder has changed. */
  function list(): readonly BackupCopy[] {
    mkdirSync(folder, { recursive: true })
    const changedAt = statSync(folder).mtimeMs
    if (read?.changedAt === changedAt) return read.items
    const names = readdirSync(folder)
      .filter((name) => readCopyName(name) !== null)
      .sort()
      .reverse()
    const ledger = readLedger(folder)
    const items = names.flatMap((name) => copyIn(folder, name, ledger[name]) ?? [])
    read = { changedAt, items }
    return items
  }

  function copyNamed(name: string): BackupCopy {
    const copy = list().find((each) => each.name === name)
    if (copy === undefined) throw new AppError('not-found', 'backup.noSuchCopy', { name })
    return copy
  }

  async function verify(name: string): Promise<{ copy: BackupCopy; detail: string }> {
    const { bytes } = copyNamed(name)
    const known = readLedger(folder)[name]
    const proof = await proveBeside(join(folder, name))
    const isSame = known === undefined || known.sha256 === proof.sha256
    const ok = proof.ok && isSame
    const detail = proof.ok && !isSame ? '文件内容与备份时不同' : proof.detail
    // what it should hold stays known, so that a mended file is recognised
    await note(name, {
      bytes,
      sha256: known?.sha256 ?? proof.sha256,
      ok,
      checkedAt: now(),
      content: ok ? proof.content : (known?.content ?? proof.content),
    })
    return { copy: copyNamed(name), detail }
  }

  /** The newest copy with photos and batch files, once more on another disk. */
  async function copyAway(name: string, second: string): Promise<void> {
    const target = join(second, name)
    const half = `${target}.half`
    try {
      copyFileSync(join(folder, name), half)
      await syncPath(half)
      await rename(half, target)
      copyKeptFiles(dirname(folder), second)
    } catch (error) {
      throw new AppError('rule', 'backup.secondFailed', { reason: error instanceof Error ? error.message : String(error) }, [], {
        cause: error,
      })
    } finally {
      await rm(half, { force: true })
    }
  }

  return {
    folder,
    make,
    verify,
    prune,
    list,
    copyNamed,
    copyAway,
    view: (): BackupsView => ({ folder, freeBytes: freeBytes(folder), trouble, items: list() }),
    fail: (reason: string | null) => {
      trouble = reason === null ? null : { at: now(), reason }
    },
  }
}

export type Backups = ReturnType<typeof createBackups>

function copyIn(folder: string, name: string, known: LedgerEntry | undefined): BackupCopy | null {
  const made = readCopyName(name)
  const bytes = statSync(join(folder, name), { throwIfNoEntry: false })?.size
  if (made === null || bytes === undefined) return null
  const state = known === undefined ? 'unproven' : known.ok && known.bytes === bytes ? 'proven' : 'damaged'
  return { name, bytes, ...made, state, checkedAt: known?.checkedAt ?? null, content: known?.content ?? null }
}

function countCommands(sqlite: Sqlite): number {
  const exists = sqlite.prepare("SELECT 1 FROM sqlite_master WHERE name = 'command_log'").get()
  return exists ? Number(sqlite.prepare('SELECT count(*) FROM command_log').pluck().get()) : 0
}
