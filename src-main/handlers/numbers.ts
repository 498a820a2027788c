import type { AppContract } from '#contract/index'
import { findRegistered, listRegisterYears, registerList } from '#db/queries/number-register'
import type { FormId } from '#domain/form-ids'
import { forms } from '#forms/index'
import { defaultMakerWords, wordsOfForm } from '#forms/words'
import { missing, type Handler, type HandlersOf } from './define.ts'
import { listOf } from './list-of.ts'
import { blank, giveBack, keepFor, keptFor, pack, reserve } from './numbers-blanks.ts'
import { logBlankPrint, previewBlanks, printBlanks } from './numbers-print.ts'
import { proofSheet, provenSeries } from './numbers-proof.ts'
import { printRegister } from './numbers-sheet.ts'

type Feature = AppContract['numbers']

function codeOnPaper(form: FormId): string {
  return wordsOfForm(form, forms[form].words, defaultMakerWords).code
}

/** Exported, the register brings the proof that no number is missing. */
export const numberRegister = { ...listOf(registerList, (row) => ({ ...row, formCode: codeOnPaper(row.form) })), behind: proofSheet }

const proof: Handler<Feature['proof']> = ({ db }, asked) => {
  const series = provenSeries(db, asked)
  return {
    whole: series.every(({ whole }) => whole),
    total: series.reduce((sum, { total }) => sum + total, 0),
    series,
    years: listRegisterYears(db),
  }
}

export const numbersHandlers: HandlersOf<Feature> = {
  list: numberRegister.page,
  get: ({ db }, { id }) => {
    const row = findRegistered(db, id) ?? missing('编号')
    return { ...row, formCode: codeOnPaper(row.form) }
  },
  proof,
  print: printRegister,
  reserve,
  pack,
  blank,
  keptFor,
  keepFor,
  giveBack,
  previewBlanks,
  printBlanks,
  logBlankPrint,
}
