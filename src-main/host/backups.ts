import { mkdirSync, readdirSync, statSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Sqlite } from '#db/types'
import { instantOfMillis } from '#domain/dates'
import { AppError } from '#domain/errors'
import type { BackupCopy } from '#handlers/services'
import type { Proof } from './backup-worker.ts'
import { workerFile } from './worker-file.ts'

const pagesPerStep = 500

/**
 * Copies of the database, made by the owning connection in small steps so that work goes on, and proven by opening the
 * closed copy in a worker: `integrity_check` alone proves little (reliability.md 0.5, settled.md 10).
 */
export function createBackups({ sqlite, folder, clock }: { sqlite: () => Sqlite; folder: string; clock: () => number }) {
  async function make(reason: string): Promise<BackupCopy> {
    mkdirSync(folder, { recursive: true })
    const at = instantOfMillis(clock())
    const name = `${at.slice(0, 19).replaceAll(/[:T-]/g, '')}-${reason}.db`
    const half = join(folder, `.${name}.half`)
    const expected = countsOf(sqlite())
    const file = join(folder, name)
    try {
      await sqlite().backup(half, { progress: () => pagesPerStep })
      const version = sqlite().pragma('user_version', { simple: true })
      const { ok, detail, userVersion, rows } = await prove(half)
      if (!ok || userVersion !== version || rows < expected) {
        throw new AppError('rule', 'db.backupUnproven', { detail: detail || `结构 ${userVersion}/${String(version)}，命令 ${rows}/${expected} 条` })
      }
      await syncFile(half)
      await rename(half, file)
    } finally {
      for (const ending of ['', '-journal', '-wal', '-shm']) await rm(`${half}${ending}`, { force: true })
    }
    if (process.platform !== 'win32') await syncFile(folder)
    return { file, bytes: statSync(file).size, at, provenAt: at }
  }

  function list(): { folder: string; items: BackupCopy[] } {
    mkdirSync(folder, { recursive: true })
    const names = readdirSync(folder).filter((name) => /^\d{14}-.+\.db$/.test(name)).sort().reverse()
    return { folder, items: names.map((name) => copyNamed(folder, name)) }
  }

  return { make, list }
}

export type Backups = ReturnType<typeof createBackups>

/** Only proven copies get their final name, so the name itself is the proof and its instant. */
function copyNamed(folder: string, name: string): BackupCopy {
  const [y, mo, d, h, mi, s] = [name.slice(0, 4), name.slice(4, 6), name.slice(6, 8), name.slice(8, 10), name.slice(10, 12), name.slice(12, 14)]
  const at = instantOfMillis(Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}.000Z`))
  return { file: join(folder, name), bytes: statSync(join(folder, name)).size, at, provenAt: at }
}

function countsOf(sqlite: Sqlite): number {
  const exists = sqlite.prepare("SELECT 1 FROM sqlite_master WHERE name = 'command_log'").get()
  return exists ? Number(sqlite.prepare('SELECT count(*) FROM command_log').pluck().get()) : 0
}

function prove(file: string): Promise<Proof> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile('backup-worker'), { workerData: { file } })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the proof of a copy ended with ${code} and said nothing`)))
  })
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
