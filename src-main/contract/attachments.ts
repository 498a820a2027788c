import { z } from 'zod'
import { command, query, task } from './define.ts'
import { id, instant, producedFile } from './fields.ts'

/** Photos and papers that belong to an order and go into the claim batch file. */
export const attachmentRow = z.object({ id, name: z.string(), bytes: z.number().int(), sha256: z.string(), addedAt: instant, addedBy: z.string() })

export const attachments = {
  list: query({ input: z.object({ workOrderId: id }), output: z.array(attachmentRow), may: 'view' }),
  /** Keeps an uploaded file (≤ 20 MB: picture, PDF or video) under the hash of its bytes. */
  add: task({ input: z.object({ workOrderId: id, uploadId: z.string() }), output: z.object({ id }), may: 'view', touches: ['workOrders', 'claims'] }),
  /** Remembers a kept file; `add` calls it. */
  record: command({
    input: z.object({ workOrderId: id, name: z.string().min(1).max(80), bytes: z.number().int(), sha256: z.string().length(64) }), output: z.object({ id }), may: 'view', touches: ['workOrders', 'claims'],
  }),
  open: task({ input: z.object({ id }), output: producedFile, may: 'view' }),
  remove: command({ input: z.object({ id }), output: z.object({}), may: 'view', touches: ['workOrders', 'claims'] }),
}
