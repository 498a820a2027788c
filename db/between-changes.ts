import type { Reader, Sqlite } from './types.ts'

/**
 * Keeps answers until the file changes: a grid asks for the same totals with every block, the desk at every opening. The
 * program is the only owner of its file, so SQLite's own count of changed rows tells. Inside a transaction nothing is kept.
 * Beyond `most` answers the oldest goes.
 */
export function betweenChanges<T>(most = 64): (db: Reader, key: string, compute: () => T) => T {
  const files = new WeakMap<Sqlite, { changes: number; readonly answers: Map<string, T> }>()
  return (db, key, compute) => {
    if (!('$client' in db) || db.$client.inTransaction) return compute()
    const changes = Number(db.$client.prepare('SELECT total_changes()').pluck().get())
    const kept = files.get(db.$client) ?? { changes, answers: new Map<string, T>() }
    files.set(db.$client, kept)
    if (kept.changes !== changes) kept.answers.clear()
    kept.changes = changes
    const found = kept.answers.get(key)
    if (found !== undefined) return found
    const answer = compute()
    const oldest = kept.answers.size >= most ? kept.answers.keys().next().value : undefined
    if (oldest !== undefined) kept.answers.delete(oldest)
    kept.answers.set(key, answer)
    return answer
  }
}
