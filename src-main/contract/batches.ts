import { z } from 'zod'
import { batchFields } from '#domain/list-fields'
import { batchStatus, codesOf } from '#domain/words'
import { command, query, task } from './define.ts'
import { byIdAtRevision, chosenIds, fen, id, instant, localDate, problem, producedFile, revision, text } from './fields.ts'
import { list } from './list.ts'
import { amounts, claimRow, refusedClaim } from './claims.ts'

export const batchRow = z.object({
  id,
  revision,
  no: z.string(),
  manufacturerId: id,
  manufacturerName: z.string(),
  status: z.enum(codesOf(batchStatus)),
  periodFrom: localDate,
  periodTo: localDate,
  claimCount: z.number().int(),
  totalFen: fen,
  approvedFen: fen.nullable(),
  handler: z.string(),
  secondHandler: z.string(),
  singlePerson: z.boolean(),
  sealedAt: instant.nullable(),
  exportedAt: instant.nullable(),
  hash: z.string(),
  nextEvent: z.string().nullable(),
})

const period = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '期间写成 2026-11')

export const batches = {
  list: list({
    fields: batchFields,
    filter: z.object({ statuses: z.array(z.enum(codesOf(batchStatus))), manufacturerId: id.nullable() }),
    row: batchRow,
  }),
  get: query({
    input: z.object({ id }),
    may: 'view',
    output: batchRow.extend({
      claimed: amounts,
      claims: z.array(claimRow),
      papers: z.array(z.object({ id, form: z.string(), number: z.string(), status: z.string(), issuedAt: instant })),
      steps: z.array(
        z.object({
          event: z.string(),
          word: z.string(),
          to: z.enum(codesOf(batchStatus)),
          allowed: z.boolean(),
          problems: z.array(problem),
        }),
      ),
      files: z.array(z.object({ id, name: z.string(), bytes: z.number().int(), sha256: z.string(), at: instant, by: z.string() })),
      history: z.array(z.object({ at: instant, by: z.string(), event: z.string(), note: z.string() })),
    }),
  }),
  /** Every claim of the period (month of 完工) that passes goes into the draft of that manufacturer and month, a new one where there is none; the others come back with reasons (settled.md 7). `id` null: no claim entered, so there is no batch (its revision is 0). */
  build: command({
    /** `claimIds`: only these, and why not those of another manufacturer or period; null: every one */
    input: z.object({ manufacturerId: id, period, claimIds: chosenIds.nullable().default(null) }),
    output: z.object({
      id: id.nullable(),
      revision,
      claims: z.number().int(),
      entered: z.number().int(),
      totalFen: fen,
      refused: z.array(refusedClaim),
    }),
    may: 'sealBatch',
    touches: ['claims', 'home'],
  }),
  /** What `build` would find. Manufacturer and month, where null, are those of the oldest claim that can go; `makers`: those with claims waiting; `strays`: chosen ones that are not of them; `draft`: the one they would go into. */
  buildPreview: query({
    input: z.object({ manufacturerId: id.nullable(), period: period.nullable(), claimIds: chosenIds.nullable() }),
    may: 'view',
    output: z.object({
      manufacturerId: id.nullable(),
      period: z.string(),
      makers: z.array(id),
      ready: z.object({ count: z.number().int(), totalFen: fen }),
      unchecked: z.number().int(),
      /** past the day by which a claim must be sealed (D34): building refuses them */
      late: z.number().int(),
      strays: z.number().int(),
      draft: z.object({ id, claims: z.number().int(), totalFen: fen }).nullable(),
    }),
  }),
  removeClaim: command({
    input: byIdAtRevision.extend({ claimId: id }),
    output: z.object({ revision }),
    may: 'sealBatch',
    touches: ['claims'],
  }),
  /** 封批 / 第二经办人确认 / 撤封 …: freezes batch.json, issues F19 with its hash (settled.md 14, 17, 19). */
  step: command({
    input: byIdAtRevision.extend({
      event: z.string(),
      reason: text(200),
      /** 提交: the three copies of F19 are stamped */
      ticked: z.boolean(),
    }),
    output: z.object({ revision, status: z.enum(codesOf(batchStatus)), no: z.string(), paperId: id.nullable() }),
    may: 'view',
    touches: ['claims', 'papers', 'numbers', 'home'],
  }),
  /** Writes the claim batch file; a later export copies the stored one. Watched and stopped by its `exportId` (lists.exportProgress). */
  export: task({
    input: z.object({ id, exportId: z.uuid() }),
    output: producedFile.extend({ sha256: z.string() }),
    may: 'confirmBatch',
    touches: ['claims', 'home'],
  }),
  /** Remembers a written file; the handlers of `export` call it. */
  recordExport: command({
    input: z.object({ id, name: z.string().max(200), bytes: z.number().int(), sha256: z.string().length(64) }),
    output: z.object({}),
    may: 'confirmBatch',
    touches: ['claims', 'home'],
  }),
  verify: task({
    input: z.object({ uploadId: z.string() }),
    may: 'signedIn',
    output: z.object({ ok: z.boolean(), problems: z.array(problem), number: z.string(), claims: z.number().int(), totalFen: fen }),
  }),
}
