import { z } from 'zod'
import { returnedPartFields } from '#domain/list-fields'
import { bearer, codesOf, disposal, origin, returnExempt, returnedPartStatus, verdict } from '#domain/words'
import { command, query } from './define.ts'
import { byIdAtRevision, id, instant, line, localDate, revision, text } from './fields.ts'
import { list } from './list.ts'

export const returnedPartRow = z.object({
  id,
  revision,
  labelNo: z.string(),
  status: z.enum(codesOf(returnedPartStatus)),
  workOrderId: id,
  workOrderNo: z.string(),
  voucherNo: z.string(),
  customerName: z.string(),
  modelName: z.string(),
  frameNo: z.string(),
  manufacturerId: id,
  partCode: z.string(),
  partName: z.string(),
  qty: z.number().int(),
  isMain: z.boolean(),
  faultDesc: z.string(),
  preliminary: z.string(),
  origin: z.enum(codesOf(origin)),
  storageBin: z.string(),
  exempt: z.enum(codesOf(returnExempt)),
  removedAt: instant.nullable(),
  labelledAt: instant.nullable(),
  dueOn: localDate.nullable(),
  taskState: z.string(),
  borrowed: z.boolean(),
  manifestId: id.nullable(),
  manifestNo: z.string(),
  boxNo: z.number().int().nullable(),
  verdict: z.enum(codesOf(verdict)),
  rejectReason: z.string(),
  disposal: z.enum(codesOf(disposal)).nullable(),
  paperId: id.nullable(),
  nextEvent: z.string().nullable(),
})

export const returnedParts = {
  list: list({
    fields: returnedPartFields,
    filter: z.object({
      statuses: z.array(z.enum(codesOf(returnedPartStatus))),
      manufacturerId: id.nullable(),
      view: z.enum(['all', 'toLabel', 'toPack', 'late']),
    }),
    row: returnedPartRow,
  }),
  get: query({
    input: z.object({ id }),
    output: returnedPartRow.extend({ history: z.array(z.object({ at: instant, by: z.string(), event: z.string(), note: z.string() })) }),
    may: 'view',
  }),
  /** By a scan: label number or the label's QR text. */
  findByScan: query({ input: z.object({ scan: z.string().max(300) }), output: returnedPartRow.nullable(), may: 'view' }),
  save: command({
    input: byIdAtRevision.extend({ faultDesc: text(200), preliminary: text(60), storageBin: line(20), origin: z.enum(codesOf(origin)) }),
    output: z.object({ revision }),
    may: 'collectOldPart',
  }),
  /** 旧件入库 / 报损 / 免回收 / 申诉 / 处置 …: one step of domain.md §3.3 on one or many pieces. `bearer`: of 报损; `disposal`: of 处置. */
  step: command({
    input: z.object({
      ids: z.array(id).min(1).max(500),
      event: z.string(),
      reason: text(200).default(''),
      storageBin: line(20).nullable().default(null),
      bearer: z.enum(codesOf(bearer)).default('station'),
      disposal: z.enum(codesOf(disposal)).nullable().default(null),
    }),
    output: z.object({ changed: z.number().int() }),
    may: 'view',
    touches: ['workOrders', 'claims', 'partsRequests', 'home'],
  }),
  /** 贴标签: gives each piece its label number and freezes F27 or F30 for it. */
  label: command({
    input: z.object({ ids: z.array(id).min(1).max(500), form: z.enum(['F27', 'F30']) }),
    output: z.object({ papers: z.array(z.object({ returnedPartId: id, labelNo: z.string(), paperId: id })) }),
    may: 'labelOldPart',
    touches: ['workOrders', 'papers', 'numbers', 'claims', 'home'],
  }),
}
