import { useState } from 'react'
import { contract } from '#contract/index'
import type { FormId } from '#domain/form-ids'
import { useApiCommand, type ApiOutput } from '../../api.ts'
import { atRevision } from '../../own-changes.ts'

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
export function useEditedWords(stored: StoredWords, form: FormId, manufacturerId: number) {
  const [words, setWords] = useState(stored.said)
  const [base, setBase] = useState(stored)
  const [sent, setSent] = useState(stored.said)
  const save = useApiCommand('forms', 'saveWords')
  const isUntouched = areSame(words, base.said)
  if (stored.revision !== base.revision && (isUntouched || areSame(stored.said, base.said) || areSame(stored.said, sent))) {
    setBase(stored)
    if (isUntouched) setWords(stored.said)
  }
  const keep = () => {
    const next = asKept(words)
    setWords(next)
    setSent(next)
    void atRevision(`formWords:${form} ${manufacturerId}`, base.revision, (revision) =>
      save.run({ manufacturerId, form, revision, words: next }),
    )
  }
  return { words, setWords, isDirty: !areSame(words, base.said), save, keep }
}
