import { z } from 'zod'
import { requestFields } from '#domain/list-fields'
import { agreedVia, codesOf, requestKind, requestStatus } from '#domain/words'
import { command, query } from './define.ts'
import { byIdAtRevision, fen, id, instant, line, localDate, problem, revision, text } from './fields.ts'
import { list } from './list.ts'

export const requestLine = z.object({
  id: id.nullable(),
  workOrderPartLineId: id.nullable(),
  partId: id.nullable(),
  partCode: line(40),
  partName: line(40),
  unit: line(10),
  qtyRequested: z.number().int().min(1).max(999),
  qtySent: z.number().int().min(0),
  qtyReceived: z.number().int().min(0),
  qtyFitted: z.number().int().min(0),
  unitPriceFen: fen,
  note: line(80),
})

export const requestContent = z.object({
  kind: z.enum(codesOf(requestKind)),
  workOrderId: id.nullable(),
  agreedBy: line(60),
  agreedAt: instant.nullable(),
  agreedVia: z.enum(codesOf(agreedVia)).nullable(),
  receiver: line(60),
  receiverPhone: line(30),
  shipTo: line(80),
  neededOn: localDate.nullable(),
  shipMethod: line(30),
  waybillNo: line(60),
  note: text(200),
  lines: z.array(requestLine).max(50),
})

export const requestRow = z.object({
  id,
  no: z.string(),
  kind: z.enum(codesOf(requestKind)),
  status: z.enum(codesOf(requestStatus)),
  workOrderId: id.nullable(),
  workOrderNo: z.string(),
  customerName: z.string(),
  modelName: z.string(),
  frameNo: z.string(),
  parts: z.string(),
  agreedBy: z.string(),
  createdAt: instant,
  sentAt: instant.nullable(),
  arrivedAt: instant.nullable(),
  oldPartDueOn: localDate.nullable(),
  taskState: z.string(),
  chargedFen: fen,
  nextEvent: z.string().nullable(),
})

export const partsRequests = {
  list: list({
    fields: requestFields,
    /** `toCome`: something the maker is to send has not arrived, the rest of a request included; `unused`: new parts that came late and lie here */
    filter: z.object({ statuses: z.array(z.enum(codesOf(requestStatus))), view: z.enum(['open', 'toCome', 'unused', 'all']) }),
    row: requestRow,
  }),
  get: query({
    input: z.object({ id }),
    may: 'view',
    output: requestContent.extend({
      id,
      revision,
      no: z.string(),
      status: z.enum(codesOf(requestStatus)),
      workOrderNo: z.string(),
      customerName: z.string(),
      customerPhone: z.string(),
      modelName: z.string(),
      frameNo: z.string(),
      createdAt: instant,
      sentAt: instant.nullable(),
      shippedAt: instant.nullable(),
      arrivedAt: instant.nullable(),
      fittedAt: instant.nullable(),
      oldPartDueOn: localDate.nullable(),
      chargedFen: fen,
      steps: z.array(
        z.object({
          event: z.string(),
          word: z.string(),
          to: z.enum(codesOf(requestStatus)),
          allowed: z.boolean(),
          problems: z.array(problem),
        }),
      ),
      papers: z.array(z.object({ id, form: z.string(), number: z.string(), status: z.string(), issuedAt: instant })),
      history: z.array(z.object({ at: instant, by: z.string(), event: z.string(), note: z.string() })),
    }),
  }),
  /** Borrow from an order: lines come from its part lines, ship-to from the station (≤ 6 keys + quantity, quality.md 5). */
  createFromOrder: command({
    input: z.object({
      workOrderId: id,
      kind: z.enum(codesOf(requestKind)),
      lines: z.array(z.object({ partLineId: id, qty: z.number().int().min(1) })).min(1),
    }),
    output: z.object({ id, revision }),
    may: 'editRequest',
    touches: ['workOrders', 'home'],
  }),
  save: command({
    input: byIdAtRevision.extend({ content: requestContent }),
    output: z.object({ revision }),
    may: 'editRequest',
    touches: ['workOrders'],
  }),
  /** One step of domain.md §3.2. 发出 takes F15's number and freezes the paper. */
  step: command({
    input: byIdAtRevision.extend({
      event: z.string(),
      reason: text(200).default(''),
      waybillNo: line(60).nullable().default(null),
      /** the one tick a step asks: 发出 stamped and signed · 计费 the maker has billed · 核销 the maker confirms the old part */
      ticked: z.boolean().default(false),
      quantities: z.array(z.object({ lineId: id, qty: z.number().int().min(0) })).default([]),
    }),
    output: z.object({ revision, status: z.enum(codesOf(requestStatus)), paperId: id.nullable() }),
    may: 'view',
    touches: ['workOrders', 'papers', 'numbers', 'returnedParts', 'home'],
  }),
}
