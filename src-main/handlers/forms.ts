import type { AppContract } from '#contract/index'
import { bindBlank, listBlanksFor } from '#db/queries/blanks'
import {
  deleteFilledForm,
  findFilledForm,
  insertFilledForm,
  listFilledForms,
  updateFilledForm,
  type FilledFormRecord,
} from '#db/queries/filled-forms'
import { findManufacturer, updateManufacturer } from '#db/queries/manufacturers'
import { findPaper, listPapersOf } from '#db/queries/papers'
import { pinyinInitials } from '#db/search'
import type { Reader } from '#db/types'
import { AppError, stopsOf } from '#domain/errors'
import { checkForm } from '#domain/form-checks'
import { settledContent, type FillContent, type FillSection } from '#domain/form-fill'
import type { SheetContent } from '#domain/gather/gathered'
import { filledForms, formIds, isFilledForm, proposedForms } from '#domain/form-ids'
import { calledForm, filledEntries, forms } from '#forms/index'
import { sampleOf } from '#forms/samples'
import { wordsOfForm } from '#forms/words'
import { missing, orConflict, type HandlersOf } from './define.ts'
import { produceStacks, stackOfDraft } from './draw-papers.ts'
import { filledPaper, sectionsOf, sheetFor } from './filled-paper.ts'
import { gather, gatherChoices } from './forms-gather.ts'
import { addPicture, picture } from './forms-pictures.ts'
import { beginContent, ofExchange } from './forms-prefill.ts'
import { isFormOn } from './forms-on.ts'
import { checkWords, saveWords, words } from './forms-words.ts'
import { issuePaper } from './issue-paper.ts'
import { keepBlankFor } from './numbers-blanks.ts'
import { makerWords, paperBase } from './paper-base.ts'

const mostListed = 200

/** About one vehicle: it asks for what a work order knows. */
function isOfCase(sections: readonly FillSection[]): boolean {
  return sections.some((section) => section.kind === 'fields' && section.fields.some(({ key }) => key === 'frameNo' || key === 'orderNo'))
}

/** How the lists name what was filled in: the customer, the vehicle, or whatever text stands first. */
function subjectOf({ values }: FillContent): string {
  const text = (key: string) => (typeof values[key] === 'string' ? values[key] : '')
  const named = [text('customerName'), text('plateNo') || text('frameNo')].filter((part) => part !== '').join(' ')
  const first = Object.values(values).find(
    (value) => typeof value === 'string' && value !== '' && value !== text('stationName') && value !== text('stationCode'),
  )
  return (named || String(first ?? '')).slice(0, 60)
}

function openRecord(db: Reader, id: number): FilledFormRecord {
  const record = findFilledForm(db, id) ?? missing('表单')
  if (record.paperId !== null) throw new AppError('rule', 'form.issued', { number: findPaper(db, record.paperId)?.number ?? '' })
  return record
}

export const formsHandlers: HandlersOf<AppContract['forms']> = {
  catalogue({ db }, { manufacturerId }) {
    const said = makerWords(db, manufacturerId)
    return formIds.map((form) => {
      const { title, code, copies } = wordsOfForm(form, forms[form].words, said)
      return {
        form,
        title: title.join(' '),
        code,
        letters: pinyinInitials(title.join('')),
        isFilled: isFilledForm(form),
        isOfCase: isFilledForm(form) && isOfCase(filledEntries[form].form.sections),
        isOn: isFormOn(said, form),
        isProposed: proposedForms.includes(form),
        copies: copies.map(({ label }) => label),
        profile: forms[form].profiles[0] ?? 'A4P',
      }
    })
  },

  switchOn({ db }, { manufacturerId, form, on }) {
    const maker = findManufacturer(db, manufacturerId) ?? missing('厂方')
    const said = makerWords(db, manufacturerId)
    orConflict(updateManufacturer(db, manufacturerId, maker.revision, { words: { ...said, formsOn: { ...said.formsOn, [form]: on } } }))
    return {}
  },

  sections: ({ db }, { form, manufacturerId }) => sectionsOf(db, form, manufacturerId),

  begin: (context, { form, manufacturerId, workOrderId }) =>
    beginContent(
      context,
      sectionsOf(context.db, form, manufacturerId),
      workOrderId,
      form === 'A14' ? ofExchange(context.db, workOrderId) : {},
    ),

  list: ({ db }, { form }) => listFilledForms(db, form, mostListed),

  get({ db }, { id }) {
    const { form, manufacturerId, workOrderId, subject, content, paperId, revision } = findFilledForm(db, id) ?? missing('表单')
    const number = paperId === null ? null : (findPaper(db, paperId)?.number ?? null)
    const voided = listPapersOf(db, 'filledForm', id)
      .filter(({ status }) => status === 'voided')
      .map((paper) => ({ paperId: paper.id, number: paper.number }))
    return {
      id,
      form,
      manufacturerId,
      workOrderId,
      subject,
      content,
      paperId,
      number,
      revision,
      problems: checkForm(form, sectionsOf(db, form, manufacturerId), content),
      voided,
    }
  },

  save(context, { id, revision, form, manufacturerId, workOrderId, content, blankId }) {
    const { db, now, actor } = context
    const sections = sectionsOf(db, form, manufacturerId)
    const settled: SheetContent = {
      ...settledContent(sections, content),
      ...(content.gathered === undefined ? {} : { gathered: content.gathered }),
    }
    const problems = checkForm(form, sections, settled)
    const subject = subjectOf(settled)
    if (id === null) {
      const made = insertFilledForm(db, { form, manufacturerId, workOrderId, subject, content: settled, at: now, by: actor.userId })
      if (blankId !== null) keepBlankFor(context, blankId, { kind: 'filledForm', id: made })
      return { id: made, revision: 0, problems }
    }
    openRecord(db, id)
    orConflict(updateFilledForm(db, id, revision, { manufacturerId, subject, content: settled, updatedAt: now, updatedBy: actor.userId }))
    return { id, revision: revision + 1, problems }
  },

  issue(context, { id, revision }) {
    const { db, now, actor } = context
    const { form, manufacturerId, subject, content } = openRecord(db, id)
    const paper = filledPaper(db, form, manufacturerId, content)
    if (!isFormOn(paper.words, form)) throw new AppError('rule', 'form.off', { title: calledForm(form) })
    const problems = stopsOf(checkForm(form, sectionsOf(db, form, manufacturerId), content))
    if (problems.length > 0) throw new AppError('rule', 'form.incomplete', { count: problems.length }, problems)
    const issued = issuePaper(context, {
      form,
      formCode: filledForms[form],
      manufacturerId,
      subjectKind: 'filledForm',
      subjectId: id,
      subject,
      gather: () => paper,
    })
    orConflict(updateFilledForm(db, id, revision, { paperId: issued.paperId, updatedAt: now, updatedBy: actor.userId }))
    return { ...issued, revision: revision + 1 }
  },

  discard({ db }, { id, revision }) {
    openRecord(db, id)
    for (const blank of listBlanksFor(db, 'filledForm', id)) bindBlank(db, blank.id, null)
    orConflict(deleteFilledForm(db, id, revision))
    return {}
  },

  async preview(context, { form, manufacturerId, content, options }) {
    return produceStacks(
      context,
      [stackOfDraft(form, filledPaper(context.db, form, manufacturerId, content), options)],
      `${forms[form].words.title.join('')} 预览`,
      context.now,
    )
  },

  words,
  saveWords,
  gather,
  gatherChoices,
  addPicture,
  picture,

  async sample(context, { form, manufacturerId, words: edited, options }) {
    const base = paperBase(context.db, manufacturerId)
    if (edited !== null) checkWords(form, edited)
    const said = edited === null ? base.words : { ...base.words, forms: { ...base.words.forms, [form]: edited } }
    // the sample belongs to the form; the compiler cannot follow that through the table of forms
    const paper = { ...sampleOf(form), ...base, words: said, sheet: sheetFor(context.db, form, manufacturerId) } as never
    return produceStacks(context, [stackOfDraft(form, paper, options)], `${forms[form].words.title.join('')} 样张`, context.now)
  },
}
