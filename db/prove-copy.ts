import Database from 'better-sqlite3'
import { applicationId } from './open.ts'
import type { Sqlite } from './types.ts'

export type CopyProof = { readonly ok: boolean; readonly detail: string; readonly userVersion: number; readonly rows: number }

/**
 * Opens a closed copy and reads it whole: page structure, our mark, schema version, rows of the command log. The copy
 * leaves WAL first: read as it is, it would get a -wal and a -shm beside it that nobody takes away again, and a file for
 * keeping should be one file.
 */
export function proveCopy(file: string): CopyProof {
  let copy: Sqlite | undefined
  try {
    copy = new Database(file, { fileMustExist: true })
    copy.pragma('journal_mode = delete')
    return read(copy)
  } catch (error) {
    // a file that cannot be read is the finding, not a failure of the proof
    return { ok: false, detail: error instanceof Error ? error.message : String(error), userVersion: 0, rows: 0 }
  } finally {
    copy?.close()
  }
}

function read(copy: Sqlite): CopyProof {
  const integrity = String(copy.pragma('integrity_check', { simple: true }))
  const ours = copy.pragma('application_id', { simple: true }) === applicationId
  const broken = (copy.pragma('foreign_key_check') as unknown[]).length
  const userVersion = Number(copy.pragma('user_version', { simple: true }))
  const rows = Number(copy.prepare('SELECT count(*) FROM command_log').pluck().get())
  const ok = integrity === 'ok' && ours && broken === 0
  return { ok, detail: ok ? '' : `${integrity}，${ours ? '' : '标识不符，'}断链 ${broken} 行`, userVersion, rows }
}
