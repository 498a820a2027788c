import type { AppContract } from '#contract/index'
import type { ParsedInputOf } from '#contract/define'
import { findPattern, listSequences, setOpening, updatePattern } from '#db/queries/number-sequences'
import { findStation } from '#db/queries/station'
import { AppError, stopsOf } from '#domain/errors'
import { checkPattern, defaultPatterns, documentNumber, periodOf, type FormCode } from '#domain/numbering'
import { say } from '#domain/sentences/index'
import { codesOf, numbered } from '#domain/words'
import { missing, type CommandContext, type Handler } from './define.ts'

type Feature = AppContract['station']

/** Every numbered thing with the number that comes next. */
export const numberPatterns: Handler<Feature['numberPatterns']> = ({ db, today }) => {
  const station = (findStation(db) ?? missing('本站资料')).code
  const sequences = listSequences(db)
  return codesOf(defaultPatterns).map((form) => {
    const setting = findPattern(db, form)
    const pattern = setting?.pattern ?? defaultPatterns[form]
    const period = periodOf(today, pattern)
    const { last = 0, opening = 0 } = sequences.find((entry) => entry.form === form && entry.period === period) ?? {}
    return {
      form,
      pattern,
      lockedAt: setting?.lockedAt ?? null,
      example: documentNumber(pattern, { station, form, period, sequence: last + 1 }),
      last,
      opening,
    }
  })
}

function isForm(form: string): form is FormCode {
  return Object.hasOwn(defaultPatterns, form)
}

export function saveNumberPattern({ db, today }: CommandContext, { form, pattern, opening }: ParsedInputOf<Feature['saveNumberPattern']>) {
  if (!isForm(form)) throw new AppError('not-found', 'station.unknownForm', { form })
  const problems = checkPattern(pattern, 'pattern')
  const stops = stopsOf(problems)
  if (stops.length > 0) throw new AppError('invalid', 'common.invalid', { detail: stops.map(say).join('；') }, problems)
  if (!updatePattern(db, form, pattern)) throw new AppError('rule', 'station.patternLocked', { form: numbered[form] })
  setOpening(db, form, periodOf(today, pattern), opening)
  return {}
}
