import type { textSentences } from '#domain/sentences/text'

export const textEn = {
  'text.removed': 'The text held invisible control characters ({characters}); they were removed – please check the content',
  'text.tooLong': 'The text has {length} [character|characters]; at most {max} are allowed – please shorten it',
} satisfies Record<keyof typeof textSentences, string>
