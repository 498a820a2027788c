import { type FillField, type FillKind, type FillRow, type FillValue, isBlank, isPicture } from '#domain/form-fill'
import { fen, formatFen } from '#domain/money'
import { fillIn } from '#domain/sentences/index'
import { entered } from './engine/entries.ts'
import { ticks } from './sh-zh/print-words.ts'

function number(field: FillField, value: number): string {
  switch (field.kind) {
    case 'amount':
      return formatFen(fen(value))
    case 'tenths':
      return (value / 10).toFixed(1)
    case 'count':
    case 'text':
    case 'date':
    case 'minute':
    case 'choice':
    case 'choices':
    case 'number':
    case 'picture':
      return String(value)
  }
}

/** □a ☑b ☑c: several of the words offered; one that is not offered is added, ticked, so that it is never lost. */
function manyTicks(offered: readonly string[], chosen: readonly string[]): string {
  const shown = [...offered, ...chosen.filter((word) => !offered.includes(word))]
  return shown.map((word) => `${chosen.includes(word) ? '☑' : '□'}${word}`).join(' ')
}

/** Room a blank form leaves for a value between words, in hanzi. */
const rooms: Readonly<Record<FillKind, number>> = {
  text: 6,
  date: 6,
  minute: 9,
  count: 3,
  tenths: 3,
  amount: 6,
  choice: 6,
  choices: 6,
  number: 9,
  picture: 0,
}

export function roomFor({ kind }: FillField): string {
  return '　'.repeat(rooms[kind])
}

/** A value as it stands on paper; a blank one is '', its boxes unticked, its unit left for the pen. */
export function printed(field: FillField, value: FillValue): string {
  if (field.kind === 'choice') return ticks(field.options, typeof value === 'string' ? value : null)
  if (field.kind === 'choices') return manyTicks(field.options, Array.isArray(value) ? value : [])
  if (isBlank(value) || value === null) return field.unit === '' ? '' : `${roomFor(field)}${field.unit}`
  if (isPicture(value)) return '' // it is shown, not written
  const text = typeof value === 'number' ? number(field, value) : String(value)
  return field.unit === '' ? text : `${text} ${field.unit}`
}

/** A value in running text: a choice as its word, a blank one as nothing. */
export function plainly(field: FillField, value: FillValue): string {
  if (isBlank(value) || value === null) return ''
  return printed({ ...field, kind: field.kind === 'choice' ? 'text' : field.kind, unit: '' }, value)
}

/** What is printed already where only data go onto the stock (套打). */
export type Onto = { readonly dataOnly: boolean }

/** A value with its unit behind it, which the stock has. */
export function withUnit(field: FillField, value: FillValue, { dataOnly }: Onto): string {
  return dataOnly && field.unit !== '' && !isTicked(field) ? amongWords(field, value) : printed(field, value)
}

function amongWords(field: FillField, value: FillValue): string {
  return `${entered(printed({ ...field, unit: '' }, value), roomFor(field))}${field.unit}`
}

export function isTicked({ kind }: FillField): boolean {
  return kind === 'choice' || kind === 'choices'
}

/** What stands between the values says something: it is more than blanks and strokes. */
function hasWords(pattern: string, fields: readonly FillField[]): boolean {
  return /\p{Letter}/u.test(pattern.replace(/\{\w+\}/gu, '')) || (fields.length === 1 && fields[0]?.unit !== '')
}

/**
 * `自 {from} 至 {to}` with the values of these fields. The stock has the words and leaves room between them; where only a
 * stroke parts the values, it has an empty cell.
 */
export function filledIn(pattern: string, fields: readonly FillField[], values: FillRow, onto: Onto): string {
  const valueOf = ({ key }: FillField): FillValue => values[key] ?? null
  const isWorded = hasWords(pattern, fields)
  if (!isWorded && fields.every((field) => !isTicked(field) && isBlank(valueOf(field)))) return ''
  const said = (field: FillField): string => {
    if (isTicked(field)) return printed(field, valueOf(field))
    if (isWorded && onto.dataOnly) return amongWords(field, valueOf(field))
    return isBlank(valueOf(field)) ? `${roomFor(field)}${field.unit}` : printed(field, valueOf(field))
  }
  return fillIn(pattern, Object.fromEntries(fields.map((field) => [field.key, said(field)])))
}
