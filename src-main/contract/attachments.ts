import { z } from 'zod'
import { attachmentKind, codesOf } from '#domain/words'
import { command, query, task } from './define.ts'
import { id, instant, producedFile } from './fields.ts'

const kind = z.enum(codesOf(attachmentKind))
/** quarter turns clockwise */
const turns = z.number().int().min(0).max(3)

/** Photos and papers that belong to an order and go into the claim batch file. */
export const attachmentRow = z.object({
  id,
  name: z.string(),
  kind,
  turns,
  bytes: z.number().int(),
  sha256: z.string(),
  addedAt: instant,
  addedBy: z.string(),
  /** a browser can show it as it is */
  isPicture: z.boolean(),
  hasThumb: z.boolean(),
})

export const attachments = {
  list: query({ input: z.object({ workOrderId: id }), output: z.array(attachmentRow), may: 'view' }),
  /** What the maker wants to see of this order (policy), and which kinds are not there yet. */
  wanted: query({
    input: z.object({ workOrderId: id }),
    output: z.object({ count: z.number().int(), kinds: z.array(kind), missing: z.array(kind) }),
    may: 'view',
  }),
  /** Small pictures as data addresses, of those that have one. */
  thumbs: task({ input: z.object({ workOrderId: id }), output: z.array(z.object({ id, data: z.string() })), may: 'view' }),
  /** Keeps an uploaded file (≤ 20 MB: picture, PDF or video) under the hash of its bytes; `thumbUploadId`: a small JPEG of it. */
  add: task({
    input: z.object({ workOrderId: id, uploadId: z.string(), kind, thumbUploadId: z.string().nullable() }),
    output: z.object({ id }),
    may: 'view',
    touches: ['workOrders', 'claims'],
  }),
  /** Remembers a kept file; `add` calls it. */
  record: command({
    input: z.object({
      workOrderId: id,
      name: z.string().min(1).max(80),
      bytes: z.number().int(),
      sha256: z.string().length(64),
      kind,
      thumb: z.string().max(64),
    }),
    output: z.object({ id }),
    may: 'view',
    touches: ['workOrders', 'claims'],
  }),
  /** Another kind or another way up; the bytes stay as they came. */
  change: command({ input: z.object({ id, kind, turns }), output: z.object({}), may: 'view', touches: ['workOrders', 'claims'] }),
  open: task({ input: z.object({ id }), output: producedFile, may: 'view' }),
  remove: command({ input: z.object({ id }), output: z.object({}), may: 'view', touches: ['workOrders', 'claims'] }),
}
