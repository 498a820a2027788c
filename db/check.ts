import type { Db } from './types.ts'

/** Which counter a form's numbers come from; the label forms share one. */
const counters: Readonly<Record<string, string>> = { F15: 'BD15', F16: 'BD16', F17: 'BD17', F19: 'BD19', F27: 'LB', F30: 'LB', F31: 'BD31' }

/** Reads the whole file: page structure, links, and that every number taken is on a stored paper (reliability.md D.11). */
export function checkDatabase(db: Db): { ok: boolean; papers: number; problems: string[] } {
  const sqlite = db.$client
  const problems: string[] = []
  const integrity = String(sqlite.pragma('integrity_check', { simple: true }))
  if (integrity !== 'ok') problems.push(`页结构损坏：${integrity}`)
  const broken = (sqlite.pragma('foreign_key_check') as unknown[]).length
  if (broken > 0) problems.push(`${broken} 行指向不存在的记录`)
  const stored = new Map<string, number>()
  for (const { form, period, taken } of sqlite
    .prepare<[], { form: string; period: string; taken: number }>(
      'SELECT form, period, count(DISTINCT sequence) AS taken FROM issued_papers GROUP BY form, period',
    )
    .all()) {
    const counter = `${counters[form] ?? form}/${period}`
    stored.set(counter, (stored.get(counter) ?? 0) + taken)
  }
  for (const { form, period, last } of sqlite
    .prepare<[], { form: string; period: string; last: number }>('SELECT form, period, last - opening AS last FROM number_sequences')
    .all()) {
    if (!Object.values(counters).includes(form)) continue
    const taken = stored.get(`${form}/${period}`) ?? 0
    if (taken !== last) problems.push(`编号 ${form} ${period} 应有 ${last} 份单据，存有 ${taken} 份`)
  }
  const papers = Number(sqlite.prepare('SELECT count(*) FROM issued_papers').pluck().get())
  return { ok: problems.length === 0, papers, problems }
}
