import type { paperSentences } from '#domain/sentences/paper'

export const paperEn = {
  'paper.missingCharacters': '“{title}” holds characters that no print font has: {characters}. Write them another way; no number has been used yet',
  'paper.missingCharacter': '“{character}” ({name}) cannot be printed; it stands in “{text}”',
} satisfies Record<keyof typeof paperSentences, string>
