import Database from 'better-sqlite3'
import { applicationId } from './open.ts'
import type { Sqlite } from './types.ts'

export type CopyContent = { readonly workOrders: number; readonly customers: number; readonly papers: number }
/** `rows`: of the command log. `content`: what people count by. */
export type CopyProof = {
  readonly ok: boolean
  readonly detail: string
  readonly userVersion: number
  readonly rows: number
  readonly content: CopyContent
}

const nothing: CopyContent = { workOrders: 0, customers: 0, papers: 0 }

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
    return { ok: false, detail: error instanceof Error ? error.message : String(error), userVersion: 0, rows: 0, content: nothing }
  } finally {
    copy?.close()
  }
}

function read(copy: Sqlite): CopyProof {
  const integrity = String(copy.pragma('integrity_check', { simple: true }))
  const ours = copy.pragma('application_id', { simple: true }) === applicationId
  const broken = (copy.pragma('foreign_key_check') as unknown[]).length
  const userVersion = Number(copy.pragma('user_version', { simple: true }))
  const countOf = (table: string) => Number(copy.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
  const rows = countOf('command_log')
  const content = { workOrders: countOf('work_orders'), customers: countOf('customers'), papers: countOf('issued_papers') }
  const ok = integrity === 'ok' && ours && broken === 0
  return { ok, detail: ok ? '' : `${integrity}，${ours ? '' : '标识不符，'}断链 ${broken} 行`, userVersion, rows, content }
}
