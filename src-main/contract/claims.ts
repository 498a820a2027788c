import { z } from 'zod'
import { claimFields } from '#domain/list-fields'
import { bearer, chargeMode, claimStatus, claimType, codesOf } from '#domain/words'
import { command, query } from './define.ts'
import { byIdAtRevision, fen, id, instant, localDate, problem, revision, sentence, text } from './fields.ts'
import { list } from './list.ts'

/** One rule of the completeness check (V-15 and the claim guards): passed, or what it found. */
export const claimCheck = z.object({ rule: z.string(), ok: z.boolean(), problems: z.array(problem) })

export const amounts = z.object({ partsFen: fen, labourFen: fen, outingFen: fen, otherFen: fen, totalFen: fen })

export const claimRow = z.object({
  id,
  revision,
  no: z.string(),
  status: z.enum(codesOf(claimStatus)),
  type: z.enum(codesOf(claimType)),
  workOrderId: id,
  workOrderNo: z.string(),
  voucherNo: z.string(),
  manufacturerId: id,
  customerName: z.string(),
  modelName: z.string(),
  frameNo: z.string(),
  mainPart: z.string(),
  finishedAt: instant.nullable(),
  totalFen: fen,
  approvedFen: fen.nullable(),
  stops: z.number().int(),
  warns: z.number().int(),
  batchId: id.nullable(),
  batchNo: z.string(),
  dueOn: localDate.nullable(),
})

/**
 * One line of the claim's order. `qty`: pieces, or 1/100 h of labour, at `unitFen` each; `sum` reckons an outing.
 * `claimed`: the maker is asked for it; otherwise `chargeMode` says who bears it. `lost`: its old parts that were 报损.
 */
export const claimLine = z.object({
  kind: z.enum(['parts', 'labour', 'outing', 'other']),
  name: z.string(),
  qty: z.number().int().nullable(),
  unitFen: fen.nullable(),
  amountFen: fen,
  sum: z.array(sentence),
  chargeMode: z.enum(codesOf(chargeMode)),
  claimed: z.boolean(),
  lost: z.array(z.object({ id, labelNo: z.string(), note: z.string() })),
})

/** A claim that was not let through, and why. */
export const refusedClaim = z.object({ id, no: z.string(), workOrderId: id, problems: z.array(problem) })

export const claims = {
  /** `batchId: 'none'`: those in no batch. */
  list: list({
    fields: claimFields,
    filter: z.object({
      statuses: z.array(z.enum(codesOf(claimStatus))),
      manufacturerId: id.nullable(),
      period: z.string().nullable(),
      batchId: id.or(z.literal('none')).nullable(),
    }),
    row: claimRow,
  }),
  get: query({
    input: z.object({ id }),
    may: 'view',
    output: claimRow.extend({
      claimed: amounts,
      approved: amounts.nullable(),
      lines: z.array(claimLine),
      checks: z.array(claimCheck),
      voucherPaperId: id.nullable(),
      history: z.array(z.object({ at: instant, by: z.string(), event: z.string(), note: z.string() })),
    }),
  }),
  /** The three columns of the money: count, amount, oldest day. */
  lanes: query({
    input: z.object({}),
    may: 'view',
    output: z.array(z.object({ lane: z.string(), count: z.number().int(), totalFen: fen, oldest: localDate.nullable() })),
  }),
  /** 待提交 for every named claim whose checks pass; the others come back with their findings. */
  ready: command({
    input: z.object({ ids: z.array(id).min(1).max(500) }),
    output: z.object({ ready: z.array(z.object({ id, revision })), refused: z.array(refusedClaim) }),
    may: 'editClaim',
    touches: ['home', 'batches'],
  }),
  sendBack: command({ input: byIdAtRevision, output: z.object({ revision }), may: 'editClaim' }),
  /** §3.4: the lines of the order become 收费 or 站担. */
  void: command({
    input: byIdAtRevision.extend({ reason: text(200).min(2), bearer: z.enum(codesOf(bearer)) }),
    output: z.object({ revision }),
    may: 'voidClaim',
    touches: ['workOrders', 'home'],
  }),
}
