import type { WordTable } from '../messages/index.ts'

/** The four colours of status; each comes with its sign and stands beside a word, never alone. */
export type Tone = 'ok' | 'warn' | 'stop' | 'wait' | 'now'

export const toneSigns: Record<Tone, string> = { ok: '✓', warn: '!', stop: '×', wait: '·', now: '●' }

const tones: Partial<Record<WordTable, Record<Exclude<Tone, 'wait'>, readonly string[]>>> = {
  workOrderStatus: {
    ok: ['delivered', 'calledBack', 'closed'],
    warn: ['awaitingParts', 'toComplaint'],
    stop: ['cancelled', 'toExchange'],
    now: ['repairing', 'finished', 'inspected'],
  },
  requestStatus: {
    ok: ['settled', 'oldPartSent', 'fitted'],
    warn: ['oldPartDue', 'billed'],
    stop: ['overdue', 'refused'],
    now: ['sent', 'shipped', 'arrived', 'agreed'],
  },
  returnedPartStatus: {
    ok: ['accepted', 'disposed', 'received'],
    warn: ['partial', 'appealed', 'toCollect'],
    stop: ['rejected', 'lost', 'overdue'],
    now: ['collected', 'labelled', 'packed', 'shipped'],
  },
  manifestStatus: { ok: ['judged', 'closed', 'received'], warn: [], stop: ['withdrawn'], now: ['sealed', 'shipped'] },
  claimStatus: {
    ok: ['approved', 'toSettle', 'settled', 'reconciled'],
    warn: ['partlyApproved', 'sentBack', 'appealed'],
    stop: ['rejected', 'voided'],
    now: ['ready', 'submitted', 'accepted'],
  },
  batchStatus: {
    ok: ['reviewed', 'invoiced', 'settled', 'reconciled'],
    warn: ['toInvoice'],
    stop: ['withdrawn', 'voided'],
    now: ['sealed', 'submitted', 'accepted', 'reviewing'],
  },
  paperStatus: { ok: ['issued'], warn: [], stop: ['voided'], now: [] },
  registerState: { ok: ['issued', 'entered'], warn: ['recovering'], stop: ['voided', 'returned'], now: ['blank'] },
  taskState: { ok: [], warn: ['dueSoon'], stop: ['overdue'], now: [] },
  eligibility: { ok: ['covered'], warn: ['special'], stop: ['notCovered'], now: [] },
  verdict: { ok: ['accepted'], warn: ['partial'], stop: ['rejected'], now: [] },
}

export function toneOf(table: WordTable, code: string): Tone {
  const of = tones[table]
  if (of === undefined) return 'wait'
  if (of.ok.includes(code)) return 'ok'
  if (of.stop.includes(code)) return 'stop'
  if (of.warn.includes(code)) return 'warn'
  return of.now.includes(code) ? 'now' : 'wait'
}
