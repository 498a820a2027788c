import { z } from 'zod'
import { manifestFields } from '#domain/list-fields'
import { codesOf, manifestStatus, payMode, shipMethod } from '#domain/words'
import { command, query } from './define.ts'
import { byIdAtRevision, fen, id, instant, line, localDate, problem, revision, sentence, text } from './fields.ts'
import { list } from './list.ts'
import { returnedPartRow } from './returned-parts.ts'

export const manifestContent = z.object({
  periodFrom: localDate.nullable(),
  periodTo: localDate.nullable(),
  carrier: line(60),
  method: z.enum(codesOf(shipMethod)),
  waybillNo: line(60),
  freightFen: fen,
  payMode: z.enum(codesOf(payMode)),
  packer: line(60),
  preparedBy: line(60),
  note: text(200),
})

export const manifestRow = z.object({
  id,
  no: z.string(),
  manufacturerId: id,
  manufacturerName: z.string(),
  status: z.enum(codesOf(manifestStatus)),
  boxCount: z.number().int(),
  pieceCount: z.number().int(),
  carrier: z.string(),
  waybillNo: z.string(),
  createdAt: instant,
  sealedAt: instant.nullable(),
  shippedAt: instant.nullable(),
  nextEvent: z.string().nullable(),
})

export const manifests = {
  list: list({
    fields: manifestFields,
    filter: z.object({ statuses: z.array(z.enum(codesOf(manifestStatus))), manufacturerId: id.nullable() }),
    row: manifestRow,
  }),
  get: query({
    input: z.object({ id }),
    may: 'view',
    output: manifestContent.extend({
      id,
      revision,
      no: z.string(),
      manufacturerId: id,
      manufacturerName: z.string(),
      status: z.enum(codesOf(manifestStatus)),
      createdAt: instant,
      sealedAt: instant.nullable(),
      shippedAt: instant.nullable(),
      boxes: z.array(
        z.object({
          id,
          boxNo: z.number().int(),
          weightGrams: z.number().int().nullable(),
          size: z.string(),
          packing: z.string(),
          pieces: z.array(returnedPartRow),
        }),
      ),
      steps: z.array(
        z.object({
          event: z.string(),
          word: z.string(),
          to: z.enum(codesOf(manifestStatus)),
          allowed: z.boolean(),
          problems: z.array(problem),
        }),
      ),
      papers: z.array(z.object({ id, form: z.string(), number: z.string(), status: z.string(), issuedAt: instant })),
      history: z.array(z.object({ at: instant, by: z.string(), event: z.string(), note: z.string() })),
    }),
  }),
  /** A new draft with one open box. */
  create: command({ input: z.object({ manufacturerId: id }), output: z.object({ id, revision }), may: 'packOldParts' }),
  save: command({ input: byIdAtRevision.extend({ content: manifestContent }), output: z.object({ revision }), may: 'packOldParts' }),
  removeBox: command({ input: byIdAtRevision.extend({ boxNo: z.number().int() }), output: z.object({ revision }), may: 'packOldParts' }),
  addBox: command({ input: byIdAtRevision, output: z.object({ revision, boxNo: z.number().int() }), may: 'packOldParts' }),
  saveBox: command({
    input: byIdAtRevision.extend({
      boxNo: z.number().int(),
      weightGrams: z.number().int().min(0).max(2_000_000).nullable(),
      size: line(30),
      packing: line(20),
    }),
    output: z.object({ revision }),
    may: 'packOldParts',
  }),
  /** One scan moves one piece into the box; a refusal says why (foreign station, other maker, twice) and moves nothing. */
  pack: command({
    input: z.object({ id, boxNo: z.number().int(), scan: z.string().min(1).max(300) }),
    output: z.object({ revision, piece: returnedPartRow, said: sentence }),
    may: 'packOldParts',
    touches: ['returnedParts'],
  }),
  unpack: command({
    input: z.object({ id, returnedPartId: id }),
    output: z.object({ revision }),
    may: 'packOldParts',
    touches: ['returnedParts'],
  }),
  /** 封箱 takes the number and freezes F17 or F31; 发运 stops the old parts' clocks. */
  step: command({
    input: byIdAtRevision.extend({
      event: z.string(),
      reason: text(200).default(''),
      waybillNo: line(60).nullable().default(null),
      boxesReceived: z.number().int().min(0).nullable().default(null),
      /** 撤回 of a shipped manifest: the carrier brought the goods back */
      ticked: z.boolean().default(false),
      /** 鉴定: what the maker says of each piece, with the reason unless it is 合格 */
      verdicts: z
        .array(z.object({ id, event: z.enum(['accept', 'reject', 'acceptPartly']), reason: text(200) }))
        .max(500)
        .default([]),
    }),
    output: z.object({ revision, status: z.enum(codesOf(manifestStatus)), paperId: id.nullable() }),
    may: 'view',
    touches: ['returnedParts', 'papers', 'numbers', 'partsRequests', 'home'],
  }),
}
