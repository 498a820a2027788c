import { useEffect, useState } from 'react'
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form'
import type { WordTable } from '../../messages/index.ts'
import { jumpToField } from '../form-context.ts'
import { FieldShell, type ShellProps } from './FieldShell.tsx'
import { DayInput, MoneyInput, NumberInput, TextAreaInput, TextInput, TickInput, TimeInput, type InputBasics } from './inputs.tsx'
import { SelectInput, WordInput, type Choice } from './SelectInput.tsx'

/** `control` comes from useSchemaForm; `name` is a path in its values. */
export type Bound<V extends FieldValues, T> = {
  readonly control: Control<V, unknown, T>
  readonly name: FieldPath<V>
  readonly label: string
  readonly hint?: string
  readonly span?: number | 'all'
  readonly placeholder?: string
  readonly autoFocus?: boolean
  readonly disabled?: boolean
}

type Given = Parameters<ShellProps['children']>[0]

function useBound<V extends FieldValues, T>({ control, name, label, hint, span, placeholder, autoFocus, disabled = false }: Bound<V, T>) {
  const { field, fieldState } = useController({ control, name })
  // Refused by the schema, the form leads to its first wrong field through this.
  const { ref } = field
  useEffect(() => ref({ focus: () => jumpToField(name) }), [ref, name])
  const [wrong, setWrong] = useState<string | null>(null)
  const shell: Omit<ShellProps, 'children'> = { name, label, hint, span, error: wrong ?? fieldState.error?.message }
  const basics = (shown: Given): InputBasics => ({
    id: shown.id,
    disabled: shown.disabled || disabled,
    status: shown.status,
    placeholder,
    autoFocus,
    onBlur: field.onBlur,
    'aria-describedby': shown.describedBy,
  })
  /** What is not of the field's kind is kept as something the schema refuses, so it can never be saved by mistake. */
  const onWrong = (instead: (raw: string) => unknown) => (message: string | null, raw: string | null) => {
    setWrong(message)
    if (raw !== null) field.onChange(instead(raw))
  }
  return { field, shell, basics, onWrong }
}

const asTyped = (raw: string) => raw
const notANumber = () => Number.NaN

export function TextField<V extends FieldValues, T>({
  maxLength,
  upperCase,
  mono,
  password,
  inputMode,
  ...bound
}: Bound<V, T> & {
  readonly maxLength?: number
  readonly upperCase?: boolean
  readonly mono?: boolean
  readonly password?: boolean
  readonly inputMode?: 'text' | 'numeric' | 'tel'
}) {
  const { field, shell, basics } = useBound(bound)
  return (
    <FieldShell {...shell}>
      {(shown) => (
        <TextInput
          {...basics(shown)}
          {...{ maxLength, upperCase, mono, password, inputMode }}
          value={field.value}
          onChange={field.onChange}
        />
      )}
    </FieldShell>
  )
}

/** Longer text with its count; `maxLength` is said, not cut. */
export function TextAreaField<V extends FieldValues, T>({
  maxLength,
  rows,
  ...bound
}: Bound<V, T> & { readonly maxLength?: number; readonly rows?: number }) {
  const { field, shell, basics } = useBound(bound)
  return (
    <FieldShell {...shell}>
      {(shown) => <TextAreaInput {...basics(shown)} {...{ maxLength, rows }} value={field.value} onChange={field.onChange} />}
    </FieldShell>
  )
}

/** number | null; `factor` 100 for hours kept in 1/100 h. */
export function NumberField<V extends FieldValues, T>({
  factor,
  suffix,
  ...bound
}: Bound<V, T> & { readonly factor?: number; readonly suffix?: string }) {
  const { field, shell, basics, onWrong } = useBound(bound)
  return (
    <FieldShell {...shell}>
      {(shown) => (
        <NumberInput
          {...basics(shown)}
          {...{ factor, suffix }}
          value={field.value}
          onChange={field.onChange}
          onWrong={onWrong(notANumber)}
        />
      )}
    </FieldShell>
  )
}

/** Fen | null, typed in 元. */
export function MoneyField<V extends FieldValues, T>({ suffix, ...bound }: Bound<V, T> & { readonly suffix?: string }) {
  const { field, shell, basics, onWrong } = useBound(bound)
  return (
    <FieldShell {...shell}>
      {(shown) => (
        <MoneyInput {...basics(shown)} suffix={suffix} value={field.value} onChange={field.onChange} onWrong={onWrong(notANumber)} />
      )}
    </FieldShell>
  )
}

/** LocalDate | null. */
export function DateField<V extends FieldValues, T>(bound: Bound<V, T>) {
  const { field, shell, basics, onWrong } = useBound(bound)
  return (
    <FieldShell {...shell}>
      {(shown) => <DayInput {...basics(shown)} value={field.value} onChange={field.onChange} onWrong={onWrong(asTyped)} />}
    </FieldShell>
  )
}

/** `HH:mm` | null. */
export function TimeField<V extends FieldValues, T>(bound: Bound<V, T>) {
  const { field, shell, basics, onWrong } = useBound(bound)
  return (
    <FieldShell {...shell}>
      {(shown) => <TimeInput {...basics(shown)} value={field.value} onChange={field.onChange} onWrong={onWrong(asTyped)} />}
    </FieldShell>
  )
}

/** A code of a word table. */
export function WordField<V extends FieldValues, T>({
  table,
  codes,
  empty,
  ...bound
}: Bound<V, T> & { readonly table: WordTable; readonly codes: readonly string[]; readonly empty?: boolean }) {
  const { field, shell, basics } = useBound(bound)
  return (
    <FieldShell {...shell}>
      {(shown) => <WordInput {...basics(shown)} {...{ table, codes, empty }} value={field.value} onChange={field.onChange} />}
    </FieldShell>
  )
}

/** One of given choices, e.g. technicians by id. */
export function SelectField<V extends FieldValues, T>({
  choices,
  empty,
  ...bound
}: Bound<V, T> & { readonly choices: readonly Choice<string | number>[]; readonly empty?: boolean }) {
  const { field, shell, basics } = useBound(bound)
  return (
    <FieldShell {...shell}>
      {(shown) => <SelectInput {...basics(shown)} {...{ choices, empty }} value={field.value} onChange={field.onChange} />}
    </FieldShell>
  )
}

export function TickField<V extends FieldValues, T>({ words, ...bound }: Bound<V, T> & { readonly words?: string }) {
  const { field, shell, basics } = useBound(bound)
  return (
    <FieldShell {...shell}>
      {(shown) => (
        <TickInput {...basics(shown)} value={field.value} onChange={field.onChange}>
          {words}
        </TickInput>
      )}
    </FieldShell>
  )
}
