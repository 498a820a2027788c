import type { numberingSentences } from '#domain/sentences/numbering'

export const numberingEn = {
  'numbering.unknownWord':
    'The number pattern holds {word}, which is unknown; use {station}, {form}, {yyyyMM}, {yyMM}, {yyyy}, {yy}, {MM}, {n4}',
  'numbering.oneCounter': 'A number pattern needs exactly one counter such as {n4}; this one has {count}',
  'numbering.monthWithoutYear': 'The number pattern has the month but no year, so numbers would repeat next year; add {yyyy} or {yy}',
  'numbering.badSign':
    'A number pattern may only hold letters, digits and - — _ . brackets; no blanks nor / \\ : * ? (numbers become file names)',
  'numbering.noStation':
    'The number pattern lacks the station code {station}; papers of several stations may bear the same number at the manufacturer',
} satisfies Record<keyof typeof numberingSentences, string>
