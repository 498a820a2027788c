import i18next from 'i18next'
import { config, type core } from 'zod'
import { fillIn } from '#domain/sentences/index'
import { count } from '../format.ts'
import { fillInEnglish } from '../messages/english.ts'

/** What a field says when the contract's schema refuses it; messages written in the schema itself come first. */
function wordsOf(issue: core.$ZodRawIssue): string {
  const fill = i18next.language === 'en' ? fillInEnglish : fillIn
  const say = (key: string, params: Record<string, string | number> = {}) =>
    fill(i18next.t(key, { ns: 'ui', skipInterpolation: true }), params)
  const { input } = issue
  if (input === undefined || input === null || input === '') return say('required')
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'string'
        ? say('tooLong', { max: Number(issue.maximum), now: String(input).length })
        : say('tooMany', { max: count(Number(issue.maximum)) })
    case 'too_small':
      return issue.origin === 'string' ? say('tooShort', { min: Number(issue.minimum) }) : say('tooFew', { min: Number(issue.minimum) })
    case 'invalid_type':
      return issue.expected === 'number' || issue.expected === 'int' ? say('notANumber') : say('required')
    case 'invalid_value':
      return say('choose')
    default:
      return say('wrongForm')
  }
}

/** Under the content-security policy zod must not compile functions (`jitless`, settled.md 28). */
export function speakSchemas(): void {
  config({ jitless: true, customError: wordsOf })
}
