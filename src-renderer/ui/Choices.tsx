import { SearchOutlined } from '@ant-design/icons'
import { Input, Segmented } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useText } from '../messages/index.ts'

type ViewsProps<V extends string> = {
  readonly label: string
  readonly value: V
  readonly views: readonly { readonly value: V; readonly label: string; readonly count?: number }[]
  readonly onChange: (value: V) => void
}

/** One of a few views of a list, or of a page. */
export function Views<V extends string>({ label, value, views, onChange }: ViewsProps<V>) {
  return (
    <Segmented<V>
      aria-label={label}
      value={value}
      onChange={onChange}
      options={views.map((view) => ({
        value: view.value,
        label: (
          <span className="figures">
            {view.label}
            {view.count === undefined ? '' : ` ${view.count}`}
          </span>
        ),
      }))}
    />
  )
}

type SearchProps = {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly width?: number
  readonly autoFocus?: boolean
  /** Enter, with what was typed so far */
  readonly onEnter?: (typed: string) => void
}

/** Narrows a list as one types. Esc empties it. */
export function SearchInput({ value, onChange, placeholder, width = 280, autoFocus = false, onEnter }: SearchProps) {
  const text = useText('ui')
  const [draft, setDraft] = useState<{ readonly text: string; readonly over: string } | null>(null)
  /** what the list was asked for last, by typing or from outside */
  const asked = useRef(value)
  // what was typed over another value must not come back with that value; keys that came while the typed word was handed on stay
  if (draft !== null && draft.over !== value) setDraft(asked.current === value ? { text: draft.text, over: value } : null)
  const typed = draft !== null && draft.over === value ? draft.text : value
  const setTyped = (next: string) => setDraft({ text: next, over: value })
  useEffect(() => {
    asked.current = value
  }, [value])
  const ask = useCallback(() => {
    if (typed === value) return
    asked.current = typed
    onChange(typed)
  }, [typed, value, onChange])
  useEffect(() => {
    const timer = setTimeout(ask, 180)
    return () => clearTimeout(timer)
  }, [ask])
  return (
    <Input
      type="search"
      value={typed}
      maxLength={60}
      prefix={<SearchOutlined className="faint" aria-hidden />}
      allowClear
      placeholder={placeholder ?? text('searchRows')}
      aria-label={placeholder ?? text('searchRows')}
      style={{ flex: '1 1 150px', maxWidth: `calc(${width}px * var(--scale))` }}
      onChange={(event) => setTyped(event.target.value)}
      autoFocus={autoFocus}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
          // what Enter leads away from is to be found again as it was typed
          ask()
          onEnter?.(typed)
        }
        if (event.key === 'Escape' && typed !== '') {
          event.stopPropagation()
          setTyped('')
          onChange('')
        }
      }}
    />
  )
}
