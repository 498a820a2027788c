import { z } from 'zod'
import type { FillSection } from '#domain/form-fill'
import { filledForms, formIds, type FilledFormId } from '#domain/form-ids'
import type { GatherAsk, Gathered, SheetContent } from '#domain/gather/gathered'
import { hideableNames, stripeNames } from '#domain/form-words'
import { plainLook } from '#domain/paper-stock'
import { command, query, task } from './define.ts'
import { byIdAtRevision, id, instant, keptPicture, line, localDate, problem, producedFile, revision } from './fields.ts'
import { printOptions } from './papers.ts'

export const filledFormId = z.enum(Object.keys(filledForms) as [FilledFormId, ...FilledFormId[]]) // its keys are the ids

const fillValue = z.union([z.string().max(600), z.number().int(), z.array(z.string().max(60)).max(40), keptPicture, z.null()])
const fillRow = z.record(z.string().max(40), fillValue)
const fillTables = z.record(z.string().max(40), z.array(fillRow).max(400))

const gatherAsk: z.ZodType<GatherAsk, GatherAsk> = z.object({
  from: localDate,
  to: localDate,
  allMakers: z.boolean(),
  technicianId: id.nullable(),
  model: z.string().max(60),
  batchId: id.nullable(),
})
const gathered: z.ZodType<Gathered, Gathered> = z.object({ ask: gatherAsk, at: instant, values: fillRow, tables: fillTables })

/** Keys and kinds are those of the form's sections; what is not the form's is dropped on saving. */
export const fillContent: z.ZodType<SheetContent, SheetContent> = z.object({
  values: fillRow,
  tables: fillTables,
  gathered: gathered.exactOptional(),
})

const copies = z.array(z.string())

/** What a manufacturer says otherwise on a form. Texts may hold `{places}` for its names; `hides`: what the copy leaves out. */
const editedWords = z.object({
  title: z.array(line(60)).min(1).max(2),
  code: line(40),
  note: line(400),
  copies: z
    .array(z.object({ key: z.string().max(40), label: line(60), stripe: z.enum(stripeNames), hides: z.array(z.enum(hideableNames)) }))
    .max(6),
  signatories: z.array(line(40)).max(12),
})

/** 表单中心: every form of the trade, and those that are filled in on screen. */
export const forms = {
  /**
   * As the manufacturer words them. `isOn`: offered to be filled in; papers already issued print all the same. `letters`:
   * pinyin initials of the title. `isOfCase`: about one vehicle, so it can begin with what a work order knows.
   */
  catalogue: query({
    input: z.object({ manufacturerId: id }),
    may: 'view',
    output: z.array(
      z.object({
        form: z.enum(formIds),
        title: z.string(),
        code: z.string(),
        letters: z.string(),
        isFilled: z.boolean(),
        isOfCase: z.boolean(),
        isOn: z.boolean(),
        isProposed: z.boolean(),
        copies,
        profile: z.string(),
      }),
    ),
  }),
  switchOn: command({
    input: z.object({ manufacturerId: id, form: z.enum(formIds), on: z.boolean() }),
    output: z.object({}),
    may: 'manageStation',
    touches: ['catalogue'],
  }),
  /** A form's own words and the manufacturer's; `hasNote`: it has a place for a note; `hideable`: what a copy of it can leave out. */
  words: query({
    input: z.object({ manufacturerId: id, form: z.enum(formIds) }),
    output: z.object({
      revision,
      standard: editedWords,
      said: editedWords,
      hasNote: z.boolean(),
      hideable: z.array(z.enum(hideableNames)),
    }),
    may: 'view',
  }),
  saveWords: command({
    input: z.object({ manufacturerId: id, form: z.enum(formIds), revision, words: editedWords }),
    output: z.object({ revision }),
    may: 'manageStation',
    touches: ['catalogue'],
  }),
  /** What the screen asks for; A14 asks for what stands on the manufacturer's sheet. */
  sections: query({
    input: z.object({ form: filledFormId, manufacturerId: id }),
    may: 'view',
    output: z.custom<readonly FillSection[]>(Array.isArray),
  }),
  /** A new one, with what the station and the order already know. */
  begin: query({
    input: z.object({ form: filledFormId, manufacturerId: id, workOrderId: id.nullable() }),
    output: fillContent,
    may: 'view',
  }),
  /** What the records say for it (domain/gather), for the days asked; the sheet is filled with it on the screen. */
  gather: query({ input: z.object({ form: filledFormId, manufacturerId: id, ask: gatherAsk }), output: gathered, may: 'view' }),
  /** What can be asked for: empty where the form does not ask. `makers`: how many manufacturers the station works for. */
  gatherChoices: query({
    input: z.object({ form: filledFormId, manufacturerId: id }),
    may: 'view',
    output: z.object({
      makers: z.number().int(),
      technicians: z.array(z.object({ id, code: z.string(), name: z.string() })),
      models: z.array(z.string()),
      batches: z.array(z.object({ id, no: z.string() })),
    }),
  }),
  list: query({
    input: z.object({ form: filledFormId }),
    may: 'view',
    output: z.array(
      z.object({
        id,
        subject: z.string(),
        updatedAt: instant,
        by: z.string(),
        paperId: id.nullable(),
        number: z.string().nullable(),
        workOrderId: id.nullable(),
      }),
    ),
  }),
  get: query({
    input: z.object({ id }),
    may: 'view',
    /** `voided`: papers issued from it that are void now, newest first */
    output: z.object({
      id,
      form: filledFormId,
      manufacturerId: id,
      workOrderId: id.nullable(),
      subject: z.string(),
      content: fillContent,
      paperId: id.nullable(),
      number: z.string().nullable(),
      revision,
      problems: z.array(problem),
      voided: z.array(z.object({ paperId: id, number: z.string() })),
    }),
  }),
  /** Kept as it is, complete or not; `problems` says what issuing would ask for. */
  save: command({
    input: z.object({
      id: id.nullable(),
      revision,
      form: filledFormId,
      manufacturerId: id,
      workOrderId: id.nullable(),
      content: fillContent,
      /** a new one: what had been filled in by hand under this number that was set aside */
      blankId: id.nullable().default(null),
    }),
    output: z.object({ id, revision, problems: z.array(problem) }),
    may: 'fillForm',
    touches: ['numbers'],
  }),
  /** Takes the number and freezes the paper. */
  issue: command({
    input: byIdAtRevision,
    output: z.object({ paperId: id, number: z.string(), revision }),
    may: 'fillForm',
    touches: ['papers', 'numbers'],
  }),
  discard: command({ input: byIdAtRevision, output: z.object({}), may: 'fillForm', touches: ['numbers'] }),
  /** Keeps an uploaded JPEG or PNG (at most 1600 dots a side) to be printed in a frame of a form, under the hash of its bytes. */
  addPicture: task({ input: z.object({ uploadId: z.string() }), output: keptPicture, may: 'fillForm' }),
  /** A picture of a form, or what a manufacturer's sheet lies on. */
  picture: task({ input: keptPicture.pick({ sha256: true }), output: producedFile, may: 'view' }),
  /** What is being typed, as it would be printed: marked 预览, without a number. */
  preview: task({
    input: z.object({ form: filledFormId, manufacturerId: id, content: fillContent, options: printOptions.default(plainLook) }),
    output: producedFile.extend({ copies }),
    may: 'view',
  }),
  /** What the form looks like, filled with a made-up case. */
  sample: task({
    input: z.object({
      form: z.enum(formIds),
      manufacturerId: id,
      /** words being edited; null: as they are */ words: editedWords.nullable().default(null),
      options: printOptions.default(plainLook),
    }),
    output: producedFile.extend({ copies }),
    may: 'view',
  }),
}
