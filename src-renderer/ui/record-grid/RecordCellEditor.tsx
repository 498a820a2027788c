import type { CustomCellEditorProps } from 'ag-grid-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useText, useWord } from '../../messages/index.ts'
import { Finder } from '../fields/Finder.tsx'
import { useLatest } from '../use-latest.ts'
import { isRight, type RecordColumn } from './columns.ts'

type Props<R extends object> = CustomCellEditorProps<R> & {
  readonly recordColumn: RecordColumn<R>
  readonly rowNow: () => R
  /** what was typed here before and is on no list */
  readonly lost: string | undefined
  /** what comes once the grid takes nothing more: what stands in the cell when the page goes, what a finder answers after it was left */
  readonly onLate: (given: unknown) => void
}

/** The open cell. What is typed goes to the grid at once; Enter, Tab and Esc are the grid's. */
export function RecordCellEditor<R extends object>({
  recordColumn: column,
  rowNow,
  lost,
  onLate,
  value,
  eventKey,
  onValueChange,
  stopEditing,
}: Props<R>) {
  const box = useRef<HTMLSpanElement>(null)
  const options = useOptions(column, value)
  // The key that opened the cell replaces what stood there, as in a spreadsheet; further keys may come before the grid knows of it.
  const opening = options === null && column.kind !== 'finder' && eventKey?.length === 1 && eventKey !== ' ' ? eventKey : null
  const [typed, setTyped] = useState(opening ?? String(value ?? ''))
  const given = useRef({ eventKey, opening, onValueChange })
  // before the key that opened the cell is done with, so that the next key and an input method's first letter already land here
  useLayoutEffect(() => {
    const first = given.current
    const field = box.current?.querySelector<HTMLInputElement | HTMLSelectElement>('input, select')
    field?.focus()
    if (first.opening !== null) first.onValueChange(first.opening)
    if (!(field instanceof HTMLInputElement)) return
    if (first.opening !== null) field.setSelectionRange(1, 1)
    else if (first.eventKey?.length !== 1) field.select()
  }, [])
  const gone = useLatest(() => {
    if (column.kind !== 'finder') return onLate(typed)
    const left = box.current?.querySelector('input')?.value.trim() ?? ''
    if (left !== '' && left !== value) onLate(left)
  })
  useEffect(() => {
    const onHide = () => gone.current()
    window.addEventListener('pagehide', onHide)
    return () => window.removeEventListener('pagehide', onHide)
  }, [gone])
  const put = (next: string) => {
    setTyped(next)
    onValueChange(next)
  }
  const label = column.title
  return (
    <span ref={box} className="record-editor">
      {column.kind === 'finder' ? (
        <Finder
          bare
          aria-label={label}
          value={lost === undefined ? String(value ?? '') : ''}
          start={eventKey?.length === 1 ? eventKey : lost}
          search={(typed) => column.find.search(typed, rowNow())}
          hitOf={(hit) => hit}
          onPick={(hit) => (box.current === null ? onLate : onValueChange)(hit)}
          onLost={onLate}
          onNext={() => requestAnimationFrame(() => stopEditing())}
        />
      ) : options === null ? (
        <input
          aria-label={label}
          value={typed}
          className={isRight(column) ? 'cell-right figures' : column.kind === 'code' ? 'mono' : ''}
          autoComplete="off"
          maxLength={column.kind === 'text' || column.kind === 'code' ? column.maxLength : 14}
          inputMode={isRight(column) ? 'decimal' : 'text'}
          onChange={(event) => put(event.target.value)}
        />
      ) : (
        <select aria-label={label} value={typed} onChange={(event) => put(event.target.value)}>
          {options.map(({ value: code, label: name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
    </span>
  )
}

type Options = readonly { readonly value: string; readonly label: string }[] | null

function useOptions<R>(column: RecordColumn<R>, value: unknown): Options {
  const text = useText('ui')
  const word = useWord()
  // what stands there when the cell opens stays among the choices
  const [now] = useState(() => String(value ?? ''))
  return optionsOf(column, now, word, [text('yes'), text('no')])
}

function optionsOf<R>(column: RecordColumn<R>, now: string, word: ReturnType<typeof useWord>, ticks: readonly [string, string]): Options {
  switch (column.kind) {
    case 'word':
      return column.codes.map((code) => ({ value: code, label: word(column.table, code) }))
    case 'choice':
      return [
        ...(column.empty === true ? [{ value: '', label: '—' }] : []),
        ...column.choices
          .filter(({ value, retired }) => retired !== true || String(value) === now)
          .map(({ value, label }) => ({ value: String(value), label })),
      ]
    case 'tick':
      return [
        { value: 'true', label: (column.words ?? ticks)[0] },
        { value: 'false', label: (column.words ?? ticks)[1] },
      ]
    default:
      return null
  }
}
