import Database from 'better-sqlite3'
import { applicationId } from './open.ts'

/** Opens a closed copy and reads it whole: page structure, our mark, schema version, rows of the command log. */
export function proveCopy(file: string): { ok: boolean; detail: string; userVersion: number; rows: number } {
  const copy = new Database(file, { readonly: true })
  try {
    const integrity = String(copy.pragma('integrity_check', { simple: true }))
    const ours = copy.pragma('application_id', { simple: true }) === applicationId
    const broken = (copy.pragma('foreign_key_check') as unknown[]).length
    const userVersion = Number(copy.pragma('user_version', { simple: true }))
    const rows = Number(copy.prepare('SELECT count(*) FROM command_log').pluck().get())
    const ok = integrity === 'ok' && ours && broken === 0
    return { ok, detail: ok ? '' : `${integrity}，${ours ? '' : '标识不符，'}断链 ${broken} 行`, userVersion, rows }
  } finally {
    copy.close()
  }
}
