import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { figure, money, parseMoney, plainTyped } from '../../format.ts'
import { useWord, type Word, type WordTable } from '../../messages/index.ts'
import { Finder, type Hit } from '../fields/Finder.tsx'

type Common<L> = {
  readonly field: keyof L & string
  readonly title: string
  readonly width?: number
  /** false: only shown */
  readonly editable?: boolean | ((line: L) => boolean)
  /** Enter passes over it */
  readonly skip?: boolean
  readonly render?: (line: L) => ReactNode
  /** the text when nobody edits; default from the kind */
  readonly shown?: (line: L) => string
}

export type FinderCell<L, I> = {
  readonly kind: 'finder'
  readonly search: (text: string, line: L) => Promise<readonly I[]>
  readonly hitOf: (item: I) => Hit
  /** what a hit fills in: usually several fields of the line */
  readonly fill: (item: I, line: L) => Partial<L>
  /** a text not on file (目录外) */
  readonly fillFree?: (text: string, line: L) => Partial<L>
}

/** `number` with `factor` 100 for hours kept in 1/100 h; `money` is 分; `change` may adjust other fields with this one. */
export type LineColumn<L> = Common<L> &
  (
    | {
        readonly kind: 'text'
        readonly maxLength?: number
        readonly upperCase?: boolean
        /** words offered while one types */ readonly suggestions?: readonly string[]
        /** puts what was typed into its proper form */ readonly tidy?: (typed: string) => string
      }
    | {
        readonly kind: 'number'
        readonly factor?: number
        readonly min?: number
        readonly max?: number
        /** an emptied cell is null */ readonly empty?: boolean
      }
    | { readonly kind: 'money'; /** an emptied cell is null */ readonly empty?: boolean }
    | { readonly kind: 'word'; readonly table: WordTable; readonly codes: readonly string[]; readonly empty?: boolean }
    | {
        readonly kind: 'choice'
        readonly choices: readonly { readonly value: number | string; readonly label: string }[]
        readonly empty?: boolean
      }
    | { readonly kind: 'tick' }
    // The items of each finder are its own business; `finderColumn` checks them where the column is written.
    | FinderCell<L, never>
  )

/** A finder column whose hits are of type I. */
export function finderColumn<L, I>(column: Common<L> & Omit<FinderCell<L, I>, 'kind'>): LineColumn<L> {
  // The grid only hands items from `search` to `hitOf` and `fill` of the same column.
  return { ...column, kind: 'finder' } as unknown as LineColumn<L>
}

export function lineCellText<L extends object>(column: LineColumn<L>, line: L, word: Word): string {
  if (column.shown) return column.shown(line)
  const value: unknown = line[column.field]
  if (value === null || value === undefined) return ''
  switch (column.kind) {
    case 'money':
      return typeof value === 'number' ? money(value) : ''
    case 'number':
      return typeof value === 'number' ? figure(value, column.factor) : ''
    case 'word':
      return word(column.table, String(value))
    case 'choice':
      return column.choices.find((choice) => choice.value === value)?.label ?? ''
    case 'tick':
      return value === true ? '✓' : ''
    case 'text':
    case 'finder':
      return String(value)
  }
}

type EditorProps<L extends object> = {
  readonly column: LineColumn<L>
  readonly line: L
  /** the key that began the editing, if any */
  readonly start: string | null
  readonly onChange: (part: Partial<L>) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onLeave: () => void
  /** a hit was taken: on to the next cell */
  readonly onNext: () => void
}

/** One field of a line; a computed key is wider than the compiler can check against L. */
function part<L extends object>(field: keyof L & string, value: unknown): Partial<L> {
  return { [field]: value } as Partial<L>
}

function parsed<L>(column: LineColumn<L>, asTyped: string): unknown {
  const typed =
    column.kind === 'money' || column.kind === 'number' || (column.kind === 'text' && column.upperCase === true)
      ? plainTyped(asTyped)
      : asTyped
  if (column.kind === 'money') return column.empty === true && typed.trim() === '' ? null : (parseMoney(typed) ?? undefined)
  if (column.kind === 'number') {
    if (column.empty === true && typed.trim() === '') return null
    const number = Math.round(Number(typed.replaceAll(',', '')) * (column.factor ?? 1))
    return typed.trim() === '' || Number.isNaN(number)
      ? undefined
      : Math.min(column.max ?? Infinity, Math.max(column.min ?? -Infinity, number))
  }
  if (column.kind !== 'text') return typed
  const proper = column.tidy?.(typed) ?? typed
  return column.upperCase ? proper.toUpperCase() : proper
}

/** The one editor that is open. What is typed is taken over when it is left, except on Esc. */
export function CellEditor<L extends object>({ column, line, start, onChange, onKeyDown, onLeave, onNext }: EditorProps<L>) {
  const word = useWord()
  const box = useRef<HTMLElement>(null)
  const [was] = useState(() => lineCellText(column, line, word))
  const [typed, setTyped] = useState(start ?? was)
  const left = useRef(false)
  const ownId = useId()
  const listId = column.kind === 'text' && (column.suggestions?.length ?? 0) > 0 ? ownId : undefined
  useEffect(() => {
    const field = box.current?.querySelector<HTMLInputElement | HTMLSelectElement>('input, select')
    field?.focus()
    if (field instanceof HTMLInputElement && field.type !== 'checkbox' && start === null) field.select()
  }, [start])
  const take = () => {
    if (left.current) return
    left.current = true
    const value = parsed(column, typed)
    if (value !== undefined && typed !== was) onChange(part<L>(column.field, value))
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') left.current = true
    else if (['Enter', 'Tab', 'ArrowUp', 'ArrowDown'].includes(event.key)) take()
    onKeyDown(event)
  }
  return (
    <span className="cell-editor" ref={box}>
      {editorOf()}
    </span>
  )

  function editorOf(): ReactNode {
    const label = column.title
    switch (column.kind) {
      case 'finder':
        return (
          <Finder<never>
            bare
            aria-label={label}
            value={lineCellText(column, line, word)}
            search={(text) => column.search(text, line)}
            hitOf={column.hitOf}
            {...(start === null ? {} : { start })}
            onPick={(item) => onChange(column.fill(item, line))}
            onNext={onNext}
            onFree={column.fillFree && ((text) => onChange(column.fillFree?.(text, line) ?? {}))}
            onKeyDown={onKey}
            onBlur={onLeave}
          />
        )
      case 'word':
        return (
          <select
            aria-label={label}
            defaultValue={String(line[column.field] ?? '')}
            onKeyDown={onKey}
            onBlur={onLeave}
            onChange={(event) => onChange(part<L>(column.field, event.target.value === '' ? null : event.target.value))}
          >
            {column.empty && <option value="">—</option>}
            {column.codes.map((code) => (
              <option key={code} value={code}>
                {word(column.table, code)}
              </option>
            ))}
          </select>
        )
      case 'choice':
        return (
          <select
            aria-label={label}
            defaultValue={String(line[column.field] ?? '')}
            onKeyDown={onKey}
            onBlur={onLeave}
            onChange={(event) =>
              onChange(part<L>(column.field, column.choices.find(({ value }) => String(value) === event.target.value)?.value ?? null))
            }
          >
            {column.empty && <option value="">—</option>}
            {column.choices.map(({ value, label: shown }) => (
              <option key={value} value={value}>
                {shown}
              </option>
            ))}
          </select>
        )
      case 'tick':
        return (
          <input
            type="checkbox"
            aria-label={label}
            defaultChecked={line[column.field] === true}
            onKeyDown={onKey}
            onBlur={onLeave}
            onChange={(event) => onChange(part<L>(column.field, event.target.checked))}
          />
        )
      case 'text':
      case 'number':
      case 'money':
        return (
          <>
            <input
              aria-label={label}
              value={typed}
              list={listId}
              inputMode={column.kind === 'text' ? 'text' : 'decimal'}
              maxLength={column.kind === 'text' ? (column.maxLength ?? 80) : 14}
              autoComplete="off"
              className={column.kind === 'text' ? '' : 'cell-right figures'}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={onKey}
              onBlur={() => {
                take()
                onLeave()
              }}
            />
            {listId !== undefined && column.kind === 'text' && (
              <datalist id={listId}>
                {column.suggestions?.map((each) => (
                  <option key={each} value={each}>
                    {each}
                  </option>
                ))}
              </datalist>
            )}
          </>
        )
    }
  }
}
