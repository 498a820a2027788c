import type { commonSentences } from '#domain/sentences/common'

export const commonEn = {
  'common.notFound': 'Cannot find {what}; another seat may have changed it. Refresh and try again.',
  'common.noSuch': 'There is no {what}.',
  'common.conflict': 'Another seat has just changed this record. Check the latest content, then save again.',
  'common.callReused': 'The number of this act was already used by another one and nothing was saved; please reload the page and try again',
  'common.forbidden': '{role} has no right to “{action}”. Let somebody who has it sign in.',
  'common.notSignedIn': 'Nobody is signed in. Choose a person and enter the PIN first.',
  'common.unknownCall': 'Program versions differ: there is no operation named {name}. Reload the page.',
  'common.invalid': 'What was filled in is not right: {detail}',
  'common.required': 'Required: {label}',
  'common.wrongState':
    'The state is now “{status}”; “{event}” is not possible. Another seat may just have done it; look at the newest content',
  'common.internal': 'The program failed; no data were changed. Tell your maintainer the number {reference}.',
  'common.reasonRequired': 'Give a reason (at least 2 characters).',
} satisfies Record<keyof typeof commonSentences, string>
