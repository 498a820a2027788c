import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { instant } from '#contract/fields'
import { copyContent } from '#contract/backups'
import { writeDurably } from './durable-write.ts'

const entry = z.object({ bytes: z.number(), sha256: z.string(), ok: z.boolean(), checkedAt: instant, content: copyContent })
const ledger = z.record(z.string(), entry)

/** What was found when a copy was last opened. */
export type LedgerEntry = z.output<typeof entry>
export type Ledger = Readonly<Record<string, LedgerEntry>>

const ledgerName = 'backups.json'

/** The findings on the copies of a folder, kept beside them. A missing or unreadable ledger means that nothing was checked yet. */
export function readLedger(folder: string): Ledger {
  try {
    return ledger.parse(JSON.parse(readFileSync(join(folder, ledgerName), 'utf8')))
  } catch {
    // the copies themselves are what counts; they can be checked again
    return {}
  }
}

export async function writeLedger(folder: string, findings: Ledger): Promise<void> {
  await writeDurably(join(folder, ledgerName), Buffer.from(`${JSON.stringify(findings, null, 1)}\n`))
}
