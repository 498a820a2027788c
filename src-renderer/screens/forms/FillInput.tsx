import { useState } from 'react'
import { isLocalDate, type LocalDate } from '#domain/dates'
import type { FillField, FillValue } from '#domain/form-fill'
import type { gatheredCell } from '#domain/gather/gathered'
import { fen, type Fen } from '#domain/money'
import { figure, money } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { FieldShell } from '../../ui/fields/FieldShell.tsx'
import { DayInput, MoneyInput, NumberInput, TextAreaInput, TextInput, TimeInput, type InputBasics } from '../../ui/fields/inputs.tsx'
import { TickChoices } from '../../ui/fields/TickChoices.tsx'
import { PictureInput } from './PictureInput.tsx'

type FieldProps = { readonly field: FillField; readonly value: FillValue; readonly onChange: (value: FillValue) => void }
type Props = FieldProps & {
  /** what the records say, where they feed it */ readonly gathered: ReturnType<typeof gatheredCell>
  /** the order whose photos are offered */ readonly workOrderId: number | null
  /** of the paper, once issued */ readonly number: string | null
}
type InputProps = FieldProps & { readonly basics: InputBasics }

/** Texts longer than this are typed in an area over the whole line. */
const longestLine = 60
const atDay = '08:00'

/** One field of a fill-in form, by its kind. */
export function FillInput({ field, value, gathered, workOrderId, number, onChange }: Props) {
  const text = useText('forms')
  const { kind, key, label, required, options, max } = field
  const isLong = kind === 'text' && max > longestLine
  const isTicked = kind === 'choice' || kind === 'choices'
  const hint =
    gathered === null
      ? undefined
      : gathered.isCorrected
        ? text('gatheredSays', { value: figureText(field, gathered.value) })
        : text('gatheredCell')
  return (
    <FieldShell
      hint={hint}
      name={`values.${key}`}
      label={required ? `${label} *` : label}
      span={isLong || kind === 'picture' || (isTicked && options.length > 3) ? 'all' : 1}
    >
      {({ id, disabled, describedBy, status }) => {
        const basics: InputBasics = { id, disabled, status, 'aria-describedby': describedBy }
        if (isTicked) {
          const ticked = Array.isArray(value) ? value.map(String) : typeof value === 'string' && value !== '' ? [value] : []
          return (
            <TickChoices
              id={id}
              label={label}
              options={options}
              value={ticked}
              many={kind === 'choices'}
              disabled={disabled}
              describedBy={describedBy}
              wrong={status === 'error'}
              onChange={(words) => onChange(kind === 'choices' ? words : (words[0] ?? null))}
            />
          )
        }
        if (kind === 'text' && isLong) return <TextAreaInput {...basics} value={wordsOf(value)} maxLength={max} onChange={onChange} />
        if (kind === 'text') return <LineInput field={field} value={value} onChange={onChange} basics={basics} />
        if (kind === 'date')
          return (
            <DayInput
              {...basics}
              value={dayOf(value)}
              onChange={onChange}
              onWrong={(_, raw) => {
                if (raw !== null) onChange(raw)
              }}
            />
          )
        if (kind === 'minute') return <MinuteInput field={field} value={value} onChange={onChange} basics={basics} />
        if (kind === 'picture')
          return <PictureInput label={label} value={value} disabled={disabled} workOrderId={workOrderId} onChange={onChange} />
        if (kind === 'number')
          return <TextInput {...basics} disabled value={number ?? ''} placeholder={text('numberLater')} onChange={() => undefined} />
        return <FigureInput field={field} value={value} onChange={onChange} basics={basics} />
      }}
    </FieldShell>
  )
}

/** A gathered value as the field would show it. */
function figureText({ kind, unit }: FillField, value: FillValue): string {
  if (typeof value !== 'number') return String(value)
  return `${kind === 'amount' ? money(value) : figure(value, kind === 'tenths' ? 10 : 1)}${unit === '' ? '' : ` ${unit}`}`
}

function wordsOf(value: FillValue): string {
  return typeof value === 'string' ? value : ''
}

/** What was typed and is no day is shown as it is, with what is wrong below. */
function dayOf(value: FillValue): LocalDate | null {
  return typeof value === 'string' && value !== '' ? (value as LocalDate) : null
}

function LineInput({ field: { max, options }, value, onChange, basics }: InputProps) {
  const listId = `${basics.id ?? ''}-words`
  return (
    <>
      <TextInput {...basics} value={wordsOf(value)} maxLength={max} list={options.length === 0 ? undefined : listId} onChange={onChange} />
      {options.length > 0 && (
        <datalist id={listId}>
          {options.map((word) => (
            <option key={word} value={word}>
              {word}
            </option>
          ))}
        </datalist>
      )}
    </>
  )
}

/** `YYYY-MM-DD HH:mm` as day and time beside each other. */
function MinuteInput({ field: { label }, value, onChange, basics }: InputProps) {
  const text = useText('forms')
  const [day = '', time = ''] = wordsOf(value).split(' ')
  const wrong = (join: (raw: string) => string) => (_: string | null, raw: string | null) => {
    if (raw !== null) onChange(join(raw))
  }
  return (
    <span className="instant-input">
      <DayInput
        {...basics}
        value={dayOf(day)}
        onChange={(next) => onChange(next === null ? null : `${next} ${time || atDay}`)}
        onWrong={wrong((raw) => raw)}
      />
      <TimeInput
        aria-label={text('timeOf', { label })}
        disabled={basics.disabled === true || !isLocalDate(day)}
        status={basics.status}
        value={time === '' ? null : time}
        onChange={(next) => onChange(`${day} ${next ?? atDay}`)}
        onWrong={wrong((raw) => `${day} ${raw}`)}
      />
    </span>
  )
}

/** Numbers and amounts. What is no number stays in the field; the content keeps it as text, which issuing refuses. */
function FigureInput({ field: { kind, unit }, value, onChange, basics }: InputProps) {
  const [isWrong, setIsWrong] = useState(false)
  const number = typeof value === 'number' ? value : isWrong ? Number.NaN : null
  const onWrong = (_: string | null, raw: string | null) => {
    setIsWrong(raw !== null)
    if (raw !== null) onChange(raw)
  }
  if (kind === 'amount')
    return <MoneyInput {...basics} value={number === null ? null : amountOf(number)} onChange={onChange} onWrong={onWrong} />
  return (
    <NumberInput
      {...basics}
      value={number}
      factor={kind === 'tenths' ? 10 : 1}
      suffix={unit === '' ? undefined : unit}
      onChange={onChange}
      onWrong={onWrong}
    />
  )
}

function amountOf(number: number): Fen {
  return Number.isNaN(number) ? (number as Fen) : fen(number)
}
