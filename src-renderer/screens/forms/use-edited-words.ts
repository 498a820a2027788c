import { useState } from 'react'
import { contract } from '#contract/index'
import type { ApiOutput } from '../../api.ts'

export type StoredWords = ApiOutput<'forms', 'words'>
export type Words = StoredWords['said']

export const areSame = (one: Words, other: Words) => JSON.stringify(one) === JSON.stringify(other)

/** As the host keeps it: trimmed, an empty line is no title. */
function asKept(words: Words): Words {
  const kept = contract.forms.saveWords.input.shape.words.parse(words)
  const title = kept.title.filter((line) => line !== '')
  return title.length === 0 ? kept : { ...kept, title }
}

/**
 * What is typed about a form, and the stored words it began from. What is stored meanwhile is taken over unless it says
 * something else than was begun from or sent: then what is typed stays, and saving it is refused.
 */
export function useEditedWords(stored: StoredWords) {
  const [words, setWords] = useState(stored.said)
  const [base, setBase] = useState(stored)
  const [sent, setSent] = useState(stored.said)
  const isUntouched = areSame(words, base.said)
  if (stored.revision !== base.revision && (isUntouched || areSame(stored.said, base.said) || areSame(stored.said, sent))) {
    setBase(stored)
    if (isUntouched) setWords(stored.said)
  }
  const sending = () => {
    const next = asKept(words)
    setWords(next)
    setSent(next)
    return next
  }
  return { words, setWords, base, sending }
}
