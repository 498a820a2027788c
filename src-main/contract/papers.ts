import { z } from 'zod'
import { paperFields } from '#domain/list-fields'
import { fedForms, formIds } from '#domain/form-ids'
import { type LabelGrid, mostOffset, noOffset, plainLook } from '#domain/paper-stock'
import { codesOf, paperStatus, paperStock } from '#domain/words'
import { command, query, task } from './define.ts'
import { id, instant, localDate, producedFile, text } from './fields.ts'
import { list } from './list.ts'

export const formId = z.enum(formIds)

export const paperRow = z.object({
  id,
  form: formId,
  formCode: z.string(),
  title: z.string(),
  number: z.string(),
  status: z.enum(codesOf(paperStatus)),
  subject: z.string(),
  hash: z.string(),
  issuedAt: instant,
  issuedBy: z.string(),
  printCount: z.number().int(),
  voidedAt: instant.nullable(),
  voidReason: z.string(),
  /** its number had gone out on a blank sheet before: 补录 */
  fromBlank: z.boolean(),
})

const mm = z.number().min(0).max(2000)
const labelGrid: z.ZodType<LabelGrid, LabelGrid> = z.object({
  sheetWidth: mm,
  sheetHeight: mm,
  columns: z.number().int().min(1).max(20),
  rows: z.number().int().min(1).max(40),
  left: mm,
  top: mm,
  width: mm,
  height: mm,
  gapX: mm,
  gapY: mm,
})
const shift = (most: number) => z.number().min(-most).max(most)
const offset = z.object({ x: shift(mostOffset.x), y: shift(mostOffset.y), drift: shift(mostOffset.drift) })
const profile = z.enum(codesOf(paperStock))

/**
 * What a paper is printed on; `default`: on its own. `startAt`: the first free place of a sheet of labels, from 1. `dataOnly`:
 * 套打. A form the paper is too small for is refused with what it can be printed on.
 */
export const printOptions = z.object({
  profile: z.union([z.literal('default'), profile]),
  startAt: z.number().int().min(1).max(800),
  grid: labelGrid.nullable().default(null),
  dataOnly: z.boolean().default(false),
  offset: offset.default(noOffset),
})

/** Names the drawing of many papers, so that it can be watched and stopped (lists.exportProgress, lists.stopExport); null for few. */
export const exportId = z.uuid().nullable().default(null)

/** A drawn PDF: what each page is called, and the size of its first sheet. */
const sheet = z.object({ widthMm: z.number(), heightMm: z.number() })
const drawnFile = producedFile.extend({ copies: z.array(z.string()), sheet })

/** Issued between two days, the void ones left out. `unprinted`: only those no printer has had yet. */
const period = z.object({ from: localDate, to: localDate, state: z.enum(['unprinted', 'all']) })

export const papers = {
  list: list({
    fields: paperFields,
    filter: z.object({ form: formId.nullable(), status: z.enum(codesOf(paperStatus)).nullable(), period: z.string().nullable() }),
    row: paperRow,
  }),
  /** What each form can be printed on, first its own paper. */
  stocks: query({
    input: z.object({}),
    may: 'view',
    output: z.array(z.object({ form: formId, isLabel: z.boolean(), profiles: z.array(profile) })),
  }),
  /** Rulers and crosses to measure a printer by. `printer`, `form`: as the sheet names them, '' for any. */
  testSheet: task({
    input: z.object({ options: printOptions, printer: z.string().max(300), form: z.string().max(60) }),
    output: drawnFile,
    may: 'view',
  }),
  get: query({
    input: z.object({ id }),
    may: 'view',
    output: paperRow.extend({
      copies: z.array(z.string()),
      prints: z.array(z.object({ at: instant, by: z.string(), times: z.number().int(), reason: z.string() })),
    }),
  }),
  /** The real PDF, not logged as a print (settled.md 26). */
  preview: task({ input: z.object({ ids: z.array(id).min(1).max(500), options: printOptions, exportId }), output: drawnFile, may: 'view' }),
  /** A form not yet issued: marked 预览, without a number. `ref` is the record the form is gathered from. */
  previewDraft: task({
    input: z.object({ form: z.enum(fedForms), ref: id, options: printOptions.default(plainLook) }),
    output: drawnFile,
    may: 'view',
  }),
  /** Draws, then logs the print. From the second print on the pages are marked 补打 and a reason is asked. */
  print: task({
    input: z.object({ ids: z.array(id).min(1).max(1000), options: printOptions, reason: text(100), exportId }),
    output: drawnFile,
    may: 'printPaper',
  }),
  /** `times`: which print of each it is, `status`: valid or void, as it stands on the pages just drawn. */
  logPrint: command({
    input: z.object({
      prints: z
        .array(z.object({ id, times: z.number().int().min(1), status: z.enum(codesOf(paperStatus)) }))
        .min(1)
        .max(3000),
      reason: text(100),
    }),
    output: z.object({}),
    may: 'printPaper',
    touches: ['numbers'],
  }),
  /** How many papers each form has in a period; `again`: printed before. */
  countPeriod: query({
    input: period,
    output: z.array(z.object({ form: formId, count: z.number().int(), again: z.number().int() })),
    may: 'view',
  }),
  /** All of them for the printer (logged), each form in its look, else on its own paper; as one PDF, or one PDF for each form in a zip; watched and stopped by its `exportId` (lists.exportProgress). */
  printPeriod: task({
    input: period.extend({
      exportId: z.uuid(),
      forms: z.array(formId).min(1).max(formIds.length),
      into: z.enum(['printer', 'pdf', 'zip']),
      looks: z.partialRecord(formId, printOptions).default({}),
      reason: text(100),
    }),
    output: producedFile.extend({ papers: z.number().int(), pages: z.number().int(), sheet }),
    may: 'printPaper',
  }),
  /** 作废: the number stays used; the record may be issued again under a new one. */
  void: command({
    input: z.object({ id, reason: text(200).min(2), copiesBack: z.boolean() }),
    output: z.object({}),
    may: 'voidPaper',
    touches: ['workOrders', 'claims', 'partsRequests', 'manifests', 'batches', 'returnedParts', 'forms', 'numbers'],
  }),
}
