import { Select } from 'antd'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useWord, type WordTable } from '../../messages/index.ts'
import { focusNextField } from '../focus-next.ts'
import { given } from '../given.ts'
import type { InputBasics } from './inputs.tsx'

export type Choice<V extends string | number> = { readonly value: V; readonly label: string }

/** no word typed to narrow the list */
const isBare = (target: EventTarget) => target instanceof HTMLInputElement && target.value === ''

/** One of a short list. Typing narrows it, Enter takes what is marked and goes on; `empty` allows none, which Delete leaves. */
export function SelectInput<V extends string | number>({
  value,
  onChange,
  choices,
  empty = false,
  ...rest
}: InputBasics & {
  readonly value: V | null
  readonly onChange: (value: V | null) => void
  readonly choices: readonly Choice<V>[]
  readonly empty?: boolean | undefined
}) {
  const [open, setOpen] = useState(false)
  /** the field whose Enter is choosing just now */
  const choosing = useRef<HTMLElement | null>(null)
  /** Enter on a closed list goes on; the list would open on it as well */
  const leaving = useRef(false)
  const onKey = (event: KeyboardEvent) => {
    choosing.current = null
    if (empty && value !== null && (event.key === 'Delete' || event.key === 'Backspace') && isBare(event.target)) onChange(null)
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      // the page's key: the list stays closed under it
      leaving.current = true
      setTimeout(() => {
        leaving.current = false
      })
      return
    }
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.target instanceof HTMLElement)) return
    if (open) {
      choosing.current = event.target
      return
    }
    event.preventDefault()
    event.stopPropagation()
    leaving.current = true
    focusNextField(event.target)
  }
  return (
    <Select<V>
      {...given(rest)}
      value={value}
      options={[...choices]}
      allowClear={empty}
      showSearch={{ optionFilterProp: 'label' }}
      style={{ width: '100%' }}
      open={open}
      onOpenChange={(next) => setOpen(next && !leaving.current)}
      onFocus={() => {
        leaving.current = false
      }}
      onBlur={() => {
        setOpen(false)
        rest.onBlur?.()
      }}
      onChange={(next: V | undefined) => onChange(next ?? null)}
      onInputKeyDown={onKey}
      onSelect={() => {
        const from = choosing.current
        choosing.current = null
        if (from !== null) requestAnimationFrame(() => focusNextField(from))
      }}
    />
  )
}

/** One code of a word table, with its words in the current language. */
export function WordInput<V extends string>({
  table,
  codes,
  ...rest
}: InputBasics & {
  readonly table: WordTable
  readonly codes: readonly V[]
  readonly value: V | null
  readonly onChange: (value: V | null) => void
  readonly empty?: boolean | undefined
}) {
  const word = useWord()
  return <SelectInput<V> {...rest} choices={codes.map((code) => ({ value: code, label: word(table, code) }))} />
}
