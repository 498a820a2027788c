import { sentences, fillIn, type Sentence, type SentenceParams } from '#domain/sentences/index'
import type { Problem } from '#domain/errors'
import * as words from '#domain/words'
import { sentencesEn } from './en/sentences/index.ts'
import { termsEn } from './en/terms.ts'
import { wordsEn } from './en/words.ts'
import { fillInEnglish, pluralOf } from './english.ts'

export type Language = 'zh' | 'en'
/** Names of the word tables of domain/words.ts, e.g. `workOrderStatus`. */
export type WordTable = { [K in keyof typeof words]: (typeof words)[K] extends Record<string, string> ? K : never }[keyof typeof words]

/**
 * Sentences are kept with Chinese words in them, also in what is stored. A place called so holds a word of these tables,
 * which English has its own for; anything else that stands there (a part's name) stays as it is. `part`: the terms of a
 * category are reckoned for a part that is called like it.
 */
const tablesOf: Readonly<Record<string, readonly WordTable[]>> = {
  category: ['partCategory'],
  part: ['partCategory'],
  role: ['role'],
  nature: ['nature'],
  eligibility: ['eligibility'],
  scope: ['limitScope'],
  kind: ['attachmentKind'],
  action: ['right'],
  status: ['workOrderStatus', 'claimStatus', 'requestStatus', 'returnedPartStatus', 'manifestStatus', 'batchStatus', 'paperStatus'],
  paper: ['paperStock'],
  papers: ['paperStock'],
  term: ['policyTerm'],
  unit: ['termUnit'],
  form: ['numbered'],
}
/** Places that hold a term of the program, never a name somebody gave. */
const termPlaces: readonly string[] = ['what', 'label', 'where', 'event', 'action', 'earlier', 'later', 'kind']
/** Places that hold several words. */
const listPlaces: readonly string[] = ['where', 'papers']

function wordInEnglish(name: string, value: string): string {
  const tables = Object.hasOwn(tablesOf, name) ? (tablesOf[name] ?? []) : []
  for (const table of tables) {
    const code = Object.entries(words[table]).find(([, word]) => word === value)?.[0]
    const twins: Readonly<Record<string, string>> = wordsEn[table]
    if (code !== undefined) return twins[code] ?? value
  }
  if (!termPlaces.includes(name)) return value
  if (Object.hasOwn(termsEn, value)) return termsEn[value] ?? value
  // `附件 a.jpg`, `工单零件 3 处`: the term before, what it is about behind
  const [, term = '', rest = ''] = /^(\S+) (.+)$/.exec(value) ?? []
  const twin = termsEn[term]
  if (twin === undefined || !Object.hasOwn(termsEn, term)) return value
  const [, times] = /^(\d+) 处$/.exec(rest) ?? []
  return times === undefined ? `${twin} ${rest}` : `${times} ${times === '1' ? twin : pluralOf(twin)}`
}

function inEnglish(name: string, value: string | number): string | number {
  if (typeof value === 'number') return value
  return listPlaces.includes(name)
    ? value
        .split('、')
        .map((each) => wordInEnglish(name, each))
        .join(', ')
    : wordInEnglish(name, value)
}

function englishParams(params: SentenceParams): SentenceParams {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, inEnglish(name, value)]))
}

export function sentenceIn(language: Language, { key, params }: Sentence | Problem): string {
  if (language === 'zh') return fillIn(sentences[key], params)
  const table: Readonly<Record<string, string>> = sentencesEn
  return fillInEnglish(table[key] ?? sentences[key], englishParams(params))
}
