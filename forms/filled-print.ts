import { type FillField, type FillRow, type FillValue, isBlank, isPicture } from '#domain/form-fill'
import { fen, formatFen } from '#domain/money'
import { fillIn } from '#domain/sentences/index'
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

/** A value as it stands on paper; a blank one is '', its boxes unticked, its unit left for the pen. */
export function printed(field: FillField, value: FillValue): string {
  if (field.kind === 'choice') return ticks(field.options, typeof value === 'string' ? value : null)
  if (field.kind === 'choices') return manyTicks(field.options, Array.isArray(value) ? value : [])
  if (isBlank(value) || value === null) return field.unit === '' ? '' : `      ${field.unit}`
  if (isPicture(value)) return '' // it is shown, not written
  const text = typeof value === 'number' ? number(field, value) : String(value)
  return field.unit === '' ? text : `${text} ${field.unit}`
}

/** Room left for the pen where a value in running text is blank. */
const gap = '　　　'

/** Room a title leaves for the pen; names need more of it than numbers. */
export function roomInTitle({ kind }: FillField): string {
  return kind === 'text' ? gap + gap : gap
}

/** A value in running text: a choice as its word, a blank one as nothing. */
export function plainly(field: FillField, value: FillValue): string {
  if (isBlank(value) || value === null) return ''
  return printed({ ...field, kind: field.kind === 'choice' ? 'text' : field.kind, unit: '' }, value)
}

/** What is printed already where only data go onto the stock (套打). */
export type Onto = { readonly dataOnly: boolean }

/** Words that stand between values; on printed stock their room. */
export function between(words: string, { dataOnly }: Onto): string {
  return dataOnly ? words.replace(/\S/gu, '　') : words
}

/** `自 {from} 至 {to}` with the values of these fields; on printed stock the values alone, where they stand. */
export function filledIn(pattern: string, fields: readonly FillField[], values: FillRow, onto: Onto): string {
  const words = pattern.replace(/[^{}]+(?![^{}]*\})/gu, (part) => between(part, onto))
  return fillIn(
    words,
    Object.fromEntries(
      fields.map((field) => {
        const value = values[field.key] ?? null
        const unit = between(field.unit, onto)
        const isTicked = field.kind === 'choice' || field.kind === 'choices'
        return [field.key, isTicked || !isBlank(value) ? printed({ ...field, unit }, value) : `${gap}${unit}`]
      }),
    ),
  )
}
