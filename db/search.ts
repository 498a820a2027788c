import { pinyin } from 'pinyin-pro'

/**
 * Small letters, full width to half width, no blanks, dashes and other signs: how both text and question are compared.
 * Beware: what is left must be word characters of the ascii tokenizer, else FTS5 would see a phrase and refuse it.
 */
export function searchForm(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}\p{Cc}]/gu, '')
}

const isAscii = (character: string) => character < '\u0080'

/** Runs of the same kind: hanzi (and other letters) apart from Latin and digits. */
function runsOf(text: string): string[][] {
  const runs: string[][] = []
  for (const character of text) {
    const last = runs.at(-1)
    if (last?.[0] !== undefined && isAscii(last[0]) === isAscii(character)) last.push(character)
    else runs.push([character])
  }
  return runs
}

function pieces(run: readonly string[], size: number): string[] {
  return run.length < size ? [] : run.slice(0, run.length - size + 1).map((_, start) => run.slice(start, start + size).join(''))
}

/** What the index stores for a text: single hanzi and pairs, Latin and digit triples (a name has two hanzi, a tail four digits). */
export function tokensOf(text: string): string[] {
  return [...new Set(runsOf(searchForm(text)).flatMap((run) => (isAscii(run[0] ?? '') ? pieces(run, 3) : [...run, ...pieces(run, 2)])))]
}

/** 王喆 → `wz`; surnames are read as surnames (区 → o). */
export function pinyinInitials(name: string): string {
  return pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', surname: 'head', nonZh: 'consecutive' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}

/** Initials are found from their beginning, so they get a token of their own kind that prefixes match. */
export function initialsToken(initials: string): string[] {
  return initials === '' ? [] : [`py${initials}`]
}

/**
 * The FTS5 question for what a person typed; null when it is too short to narrow anything (under three Latin letters or
 * digits that cannot be initials). Hits must still be compared with `searchForm` – pieces may stand apart.
 */
export function searchQuestion(text: string): string | null {
  const form = searchForm(text)
  if (form === '') return null
  const narrowed = runsOf(form).flatMap((run) => (isAscii(run[0] ?? '') ? pieces(run, 3) : run.length === 1 ? run : pieces(run, 2)))
  const all = narrowed.map((piece) => `"${piece.replaceAll('"', '""')}"`).join(' AND ')
  const initials = /^[a-z]{1,8}$/.test(form) ? `py${form}*` : null
  if (all === '') return initials
  return initials === null ? all : `(${all}) OR ${initials}`
}

/** The text a person typed as words that must all be found, each in its search form. */
export function wordsOfSearch(text: string): string[] {
  return text
    .split(/\s+/)
    .map(searchForm)
    .filter((word) => word !== '')
}

/** `%`, `_` and `\` stand for themselves; use with `ESCAPE '\'`. */
export function literalLike(text: string): string {
  return text.replace(/[\\%_]/g, String.raw`\$&`)
}
