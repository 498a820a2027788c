import type { sessionSentences } from '#domain/sentences/session'

export const sessionEn = {
  'session.wrongPin': 'Wrong PIN for {name}. Try again.',
  'session.wrongOldPin': 'The present PIN is wrong; if forgotten, the chief sets a new one under “Users and roles”',
  'session.slowDown': 'The PIN was wrong several times in a row. Wait {seconds} [second|seconds] before the next try.',
  'session.unknownPerson': 'There is no such active person. Refresh and choose again.',
  'session.notReady': 'There is no station yet. Finish the first-run set-up.',
  'session.alreadyFounded': 'The station “{name}” exists already and cannot be founded twice. Use another data file for another station.',
} satisfies Record<keyof typeof sessionSentences, string>
