import { useState } from 'react'
import { useController, type FieldValues } from 'react-hook-form'
import { instantOf, localDateOf, localTimeOf, type Instant, type LocalDate } from '#domain/dates'
import { useText } from '../../messages/index.ts'
import { FieldShell } from './FieldShell.tsx'
import { DayInput, TimeInput } from './inputs.tsx'
import type { Bound } from './fields.tsx'

/** A moment (Instant | null) as the shop's day and time, in two inputs side by side. A day alone means `atDay`, e.g. 08:00. */
export function InstantField<V extends FieldValues, T>({
  control,
  name,
  label,
  hint,
  span,
  disabled = false,
  atDay = '08:00',
}: Bound<V, T> & { readonly atDay?: string }) {
  const text = useText('ui')
  const { field, fieldState } = useController({ control, name })
  const [wrong, setWrong] = useState<string | null>(null)
  const value: unknown = field.value
  const moment = typeof value === 'string' && value.endsWith('Z') ? (value as Instant) : null
  const day = moment === null ? null : localDateOf(moment)
  const put = (nextDay: LocalDate | null, time: string) => field.onChange(nextDay === null ? null : instantOf(nextDay, time))
  const onWrong = (message: string | null, raw: string | null) => {
    setWrong(message)
    if (raw !== null) field.onChange(raw)
  }
  return (
    <FieldShell name={name} label={label} hint={hint} span={span} error={wrong ?? fieldState.error?.message}>
      {(shown) => (
        <span className="instant-input">
          <DayInput
            id={shown.id}
            disabled={shown.disabled || disabled}
            status={shown.status}
            value={day}
            onBlur={field.onBlur}
            onWrong={onWrong}
            onChange={(next) => put(next, moment === null ? atDay : localTimeOf(moment))}
          />
          <TimeInput
            aria-label={`${label} ${text('timePart')}`}
            disabled={shown.disabled || disabled || day === null}
            status={shown.status}
            onWrong={onWrong}
            value={moment === null ? null : localTimeOf(moment)}
            onChange={(time) => put(day, time ?? atDay)}
          />
        </span>
      )}
    </FieldShell>
  )
}
