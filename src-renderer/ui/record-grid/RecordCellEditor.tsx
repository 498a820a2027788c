import type { CustomCellEditorProps } from 'ag-grid-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useText, useWord } from '../../messages/index.ts'
import { Finder } from '../fields/Finder.tsx'
import { isRight, type RecordColumn } from './columns.ts'

type Props<R extends object> = CustomCellEditorProps<R> & { readonly recordColumn: RecordColumn<R>; readonly rowNow: () => R }

/** The open cell. What is typed goes to the grid at once; Enter, Tab and Esc are the grid's. */
export function RecordCellEditor<R extends object>({ recordColumn: column, rowNow, value, eventKey, onValueChange, stopEditing }: Props<R>) {
  const text = useText('ui')
  const word = useWord()
  const box = useRef<HTMLSpanElement>(null)
  const key = useRef(eventKey)
  // before the key that opened the cell is done with, so that an input method's first letter already lands here
  useLayoutEffect(() => {
    const field = box.current?.querySelector<HTMLInputElement | HTMLSelectElement>('input, select')
    field?.focus()
    if (field instanceof HTMLInputElement && key.current?.length !== 1) field.select()
  }, [])
  const first = useRef(false)
  useEffect(() => {
    // The key that opened the cell replaces what stood there, as in a spreadsheet.
    if (first.current || key.current === null || key.current.length !== 1 || key.current === ' ') return
    first.current = true
    if (column.kind !== 'word' && column.kind !== 'choice' && column.kind !== 'tick' && column.kind !== 'finder') onValueChange(key.current)
  }, [column.kind, onValueChange])
  const label = column.title
  // what stands there when the cell opens stays among the choices
  const [now] = useState(() => String(value ?? ''))
  const options = optionsOf(column, now, word, [text('yes'), text('no')])
  return (
    <span ref={box} className="record-editor">
      {column.kind === 'finder' ? (
        <Finder bare aria-label={label} value={String(value ?? '')} {...(eventKey?.length === 1 ? { start: eventKey } : {})} search={(typed) => column.find.search(typed, rowNow())} hitOf={(hit) => hit}
          onPick={(hit) => { onValueChange(hit); requestAnimationFrame(() => stopEditing()) }} />
      ) : options === null ? (
        <input aria-label={label} value={String(value ?? '')} className={isRight(column) ? 'cell-right figures' : column.kind === 'code' ? 'mono' : ''} autoComplete="off"
          maxLength={column.kind === 'text' || column.kind === 'code' ? column.maxLength : 14} inputMode={isRight(column) ? 'decimal' : 'text'} onChange={(event) => onValueChange(event.target.value)} />
      ) : (
        <select aria-label={label} value={String(value ?? '')} onChange={(event) => onValueChange(event.target.value)}>
          {options.map(({ value: code, label: name }) => <option key={code} value={code}>{name}</option>)}
        </select>
      )}
    </span>
  )
}

function optionsOf<R>(column: RecordColumn<R>, now: string, word: ReturnType<typeof useWord>, ticks: readonly [string, string]): readonly { readonly value: string; readonly label: string }[] | null {
  switch (column.kind) {
    case 'word': return column.codes.map((code) => ({ value: code, label: word(column.table, code) }))
    case 'choice': return [...(column.empty === true ? [{ value: '', label: '—' }] : []), ...column.choices.filter(({ value, retired }) => retired !== true || String(value) === now).map(({ value, label }) => ({ value: String(value), label }))]
    case 'tick': return [{ value: 'true', label: (column.words ?? ticks)[0] }, { value: 'false', label: (column.words ?? ticks)[1] }]
    default: return null
  }
}
