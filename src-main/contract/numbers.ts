import { z } from 'zod'
import { registerFields } from '#domain/list-fields'
import { blankSubjects, mostBlanks } from '#domain/number-register'
import { blankPurpose, codesOf, registerState } from '#domain/words'
import { command, query, task } from './define.ts'
import { id, instant, line, localDate, producedFile, text } from './fields.ts'
import { list } from './list.ts'
import { exportId, formId, printOptions } from './papers.ts'

/** A number and what became of it. `closedAt`, `approver`, `reason`: of the voiding or the return; while it is set aside `reason` is why. */
export const registerRow = z.object({
  id,
  form: formId,
  formCode: z.string(),
  number: z.string(),
  period: z.string(),
  year: z.string(),
  state: z.enum(codesOf(registerState)),
  subject: z.string(),
  printCount: z.number().int(),
  at: instant,
  by: z.string(),
  closedAt: instant.nullable(),
  approver: z.string(),
  reason: z.string(),
  holder: z.string(),
  dueOn: localDate.nullable(),
  paperId: id.nullable(),
  blankId: id.nullable(),
  packId: id.nullable(),
})

const year = z.string().regex(/^\d{4}$/, '年份写成 2026')
const count = z.number().int()
const filter = z.object({
  form: formId.nullable(),
  year: year.nullable(),
  state: z.enum(codesOf(registerState)).nullable(),
  packId: id.nullable(),
})

/** Numbers given to a form in a period: how many, and where each of them is. `forms`: labels share theirs. */
const series = z.object({
  code: z.string(),
  forms: z.array(formId),
  period: z.string(),
  opening: count,
  last: count,
  first: z.string(),
  lastNumber: z.string(),
  states: z.record(z.enum(codesOf(registerState)), count),
  total: count,
  whole: z.boolean(),
  /** numbers by name: given but nowhere, standing twice, never given; a run as `first … last` */
  holes: z.array(z.string()),
  twice: z.array(z.string()),
  beyond: z.array(z.string()),
})

const subject = z.object({ kind: z.enum(blankSubjects), id })
const blankInPack = z.object({
  id,
  number: z.string(),
  status: z.enum(['open', 'entered', 'returned']),
  printCount: count,
  paperId: id.nullable(),
  subject: subject.nullable(),
})
const drawn = producedFile.extend({ copies: z.array(z.string()), sheet: z.object({ widthMm: z.number(), heightMm: z.number() }) })

/** 单据登记簿: every number that was given and what became of it; numbers set aside as blanks. */
export const numbers = {
  list: list({ fields: registerFields, filter, row: registerRow }),
  get: query({ input: z.object({ id }), output: registerRow, may: 'view' }),
  /** That no number is missing, series by series; `years`: those that have numbers. */
  proof: query({
    input: z.object({ form: formId.nullable(), year: year.nullable() }),
    output: z.object({ whole: z.boolean(), total: count, series: z.array(series), years: z.array(z.string()) }),
    may: 'view',
  }),
  /** The register as it is narrowed, on plain sheets. */
  print: task({ input: z.object({ filter, text: text(60), exportId }), output: drawn, may: 'view' }),

  /** Sets numbers aside, all in one step: to be printed as blank sheets, or because they went out on paper. */
  reserve: command({
    input: z.object({
      form: formId,
      manufacturerId: id,
      count: z.number().int().min(1).max(mostBlanks),
      purpose: z.enum(codesOf(blankPurpose)),
      reason: line(100).min(2),
      holder: line(40).min(1),
      dueOn: localDate,
    }),
    output: z.object({ packId: id, blanks: z.array(z.object({ id, number: z.string() })) }),
    may: 'reserveNumbers',
    touches: ['home'],
  }),
  pack: query({
    input: z.object({ id }),
    may: 'view',
    output: z.object({
      id,
      form: formId,
      manufacturerId: id,
      purpose: z.enum(codesOf(blankPurpose)),
      reason: z.string(),
      holder: z.string(),
      dueOn: localDate,
      createdAt: instant,
      by: z.string(),
      blanks: z.array(blankInPack),
    }),
  }),
  /** One number set aside and its print log. */
  blank: query({
    input: z.object({ id }),
    may: 'view',
    output: blankInPack.extend({
      form: formId,
      packId: id,
      prints: z.array(z.object({ at: instant, by: z.string(), times: count, reason: z.string() })),
    }),
  }),
  /** Open numbers kept for a record: its paper takes them when it is issued. */
  keptFor: query({ input: subject, output: z.array(z.object({ id, form: formId, number: z.string() })), may: 'view' }),
  /** The record whose paper is to take this number (null: none). */
  keepFor: command({ input: z.object({ id, subject: subject.nullable() }), output: z.object({}), may: 'fillForm' }),
  /** 作废 of numbers nobody used: the sheets are back. */
  giveBack: command({
    input: z.object({ ids: z.array(id).min(1).max(mostBlanks), reason: text(200).min(2) }),
    output: z.object({}),
    may: 'voidPaper',
    touches: ['home'],
  }),
  /** The empty forms with their numbers, not logged. */
  previewBlanks: task({
    input: z.object({ ids: z.array(id).min(1).max(mostBlanks), options: printOptions, exportId }),
    output: drawn,
    may: 'view',
  }),
  /** Draws, then logs: stopped before, nothing is. From the second print on a reason is asked. */
  printBlanks: task({
    input: z.object({ ids: z.array(id).min(1).max(mostBlanks), options: printOptions, reason: text(100), exportId }),
    output: drawn,
    may: 'printPaper',
  }),
  /** `times`: which print of each it is, as it stands on the sheets just drawn. */
  logBlankPrint: command({
    input: z.object({
      prints: z
        .array(z.object({ id, times: count.min(1) }))
        .min(1)
        .max(mostBlanks),
      reason: text(100),
    }),
    output: z.object({}),
    may: 'printPaper',
  }),
}
