import type { ApiOutput } from '../../api.ts'

export type Batch = ApiOutput<'batches', 'get'>

/** 撤回 and 作废: its claims are in the pool again. */
export function isTakenBack(status: Batch['status']): boolean {
  return status === 'withdrawn' || status === 'voided'
}
