import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Problem } from '#domain/errors'
import { useText, useWord } from '../messages/index.ts'
import { Button } from './Button.tsx'
import { Message } from './Notice.tsx'
import { CellEditor, lineCellText, type LineColumn } from './grid/line-cells.tsx'
import { LineCell } from './grid/LineCell.tsx'
import { narrowable, useColumnWidths } from './use-tight.ts'

export type { LineColumn } from './grid/line-cells.tsx'

type Props<L extends object> = {
  /** path of the lines in the form, e.g. `partLines`: findings `partLines.2.qty` are shown at their cell */
  readonly name: string
  readonly label: string
  readonly columns: readonly LineColumn<L>[]
  readonly lines: readonly L[]
  readonly onChange: (lines: L[]) => void
  /** a new, empty line */
  readonly newLine: () => L
  readonly problems?: readonly Problem[]
  readonly readOnly?: boolean
  /** why this line cannot go and what to do about it (its label was printed); null: it may */
  readonly keeps?: (line: L) => ReactNode
  /** the line is always there: no sign offers to remove it */
  readonly isFixed?: (line: L) => boolean
  /** the sums below */
  readonly foot?: ReactNode
  readonly maxLines?: number
}

type Place = { readonly row: number; readonly column: number }
const noProblems: readonly Problem[] = []
/** px at scale 1 of the number before and the sign behind every line, which give no way */
const signColumns = 68

/**
 * Lines typed by hand: part and labour lines. Typing or F2 edits a cell; Enter goes to the next one and after the last
 * adds a line; arrows move; Ctrl+Delete (Delete outside a text) removes the line.
 */
export function EditableGrid<L extends object>({
  name,
  label,
  columns,
  lines,
  onChange,
  newLine,
  problems = noProblems,
  readOnly = false,
  keeps,
  isFixed = () => false,
  foot,
  maxLines = 100,
}: Props<L>) {
  const text = useText('ui')
  const word = useWord()
  const table = useRef<HTMLTableElement>(null)
  const room = useRef<HTMLDivElement>(null)
  const { isTight, wanted, widthOf } = useColumnWidths(room, columns, signColumns)
  const [at, setAt] = useState<Place>({ row: 0, column: columns.findIndex(({ editable }) => editable !== false) })
  const [editing, setEditing] = useState<{ readonly start: string | null } | null>(null)
  // A cell is left, a line added and another cell opened within one key: each must see what the one before it wrote.
  const latest = useRef(lines)
  useLayoutEffect(() => {
    latest.current = lines
  })
  const [kept, setKept] = useState<ReactNode>(null)
  const put = (next: L[]) => {
    latest.current = next
    setKept(null)
    onChange(next)
  }
  const opens = (line: L | undefined, column: LineColumn<L> | undefined) =>
    !readOnly &&
    line !== undefined &&
    column !== undefined &&
    column.editable !== false &&
    (typeof column.editable !== 'function' || column.editable(line))
  const mayEdit = (place: Place) => opens(latest.current[place.row], columns[place.column])
  const focus = ({ row, column }: Place) =>
    requestAnimationFrame(() => table.current?.querySelector<HTMLElement>(`[data-row="${row}"] [data-column="${column}"]`)?.focus())
  const go = (place: Place) => {
    setEditing(null)
    setAt(place)
    focus(place)
  }
  // A line that goes with the cursor in it (an empty one, when the record is saved) leaves it to the line before, or to the button that adds one.
  const count = useRef(lines.length)
  useLayoutEffect(() => {
    const isShorter = lines.length < count.current
    count.current = lines.length
    if (!isShorter || at.row < lines.length || document.activeElement !== document.body) return
    if (lines.length > 0) go({ row: lines.length - 1, column: at.column })
    else room.current?.querySelector<HTMLElement>('.lines-foot button')?.focus()
  })
  const edit = (place: Place, start: string | null = null) => {
    setAt(place)
    if (mayEdit(place)) setEditing({ start })
    else go(place)
  }
  const change = (row: number, part: Partial<L>) => put(latest.current.map((line, index) => (index === row ? { ...line, ...part } : line)))
  const firstColumn = columns.findIndex(({ editable }) => editable !== false)
  const add = () => {
    const row = latest.current.length
    if (readOnly || row >= maxLines) return
    put([...latest.current, newLine()])
    setAt({ row, column: firstColumn })
    setEditing({ start: null })
  }
  const remove = (row: number) => {
    const line = latest.current[row]
    if (readOnly || line === undefined) return
    const why = keeps?.(line) ?? null
    setKept(why)
    if (why !== null) return
    put(latest.current.filter((_, index) => index !== row))
    go({ row: Math.max(0, Math.min(row, latest.current.length - 1)), column: at.column })
  }
  /** The next (1) or former (-1) cell that Enter and Tab stop at, or null past the ends. */
  const neighbour = ({ row, column }: Place, step: 1 | -1): Place | null => {
    for (let place = { row, column: column + step }; place.row >= 0 && place.row < latest.current.length; place.column += step) {
      if (place.column < 0 || place.column >= columns.length) place = { row: place.row + step, column: step === 1 ? -1 : columns.length }
      else if (columns[place.column]?.skip !== true && mayEdit(place)) return place
    }
    return null
  }
  const next = (place: Place) => {
    const to = neighbour(place, 1)
    return to === null ? add() : edit(to)
  }
  // What an answer filled in may lock the cell that was opened meanwhile.
  useLayoutEffect(() => {
    if (editing !== null && !readOnly && lines[at.row] !== undefined && !mayEdit(at)) next(at)
  })
  const moves: Record<string, readonly [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }
  const onCellKey = (event: KeyboardEvent, place: Place) => {
    if (editing !== null || event.target !== event.currentTarget) return
    const move = moves[event.key]
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey
    if (move && plain)
      go({
        row: Math.min(lines.length - 1, Math.max(0, place.row + move[0])),
        column: Math.min(columns.length - 1, Math.max(0, place.column + move[1])),
      })
    else if (event.key === 'Enter' && plain && mayEdit(place)) edit(place)
    else if (event.key === 'Enter' && plain) next(place)
    else if (event.key === 'F2') edit(place)
    else if (event.key === 'Delete') remove(place.row)
    else if (event.key.length === 1 && plain) edit(place, event.key === ' ' ? null : event.key)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const onEditorKey = (event: KeyboardEvent, place: Place) => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) next(place)
    else if (event.key === 'Tab') {
      const to = neighbour(place, event.shiftKey ? -1 : 1)
      if (to === null) return
      edit(to)
    } else if (event.key === 'Escape') go(place)
    else if (event.key === 'Delete' && event.ctrlKey) remove(place.row)
    else if (event.key === 'ArrowDown' && event.target instanceof HTMLInputElement && place.row + 1 < lines.length)
      edit({ ...place, row: place.row + 1 })
    else if (event.key === 'ArrowUp' && event.target instanceof HTMLInputElement && place.row > 0) edit({ ...place, row: place.row - 1 })
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="lines" ref={room} data-field={name} data-tight={isTight}>
      <table
        ref={table}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- cells are entered and left by keys, as in a spreadsheet
        role="grid"
        aria-label={label}
        aria-rowcount={lines.length}
        style={{ minWidth: `calc(${wanted * narrowable}px * var(--scale))` }}
      >
        <thead>
          <tr>
            <th className="lines-number">#</th>
            {columns.map((column) => (
              <th
                key={column.field}
                className={column.kind === 'number' || column.kind === 'money' ? 'cell-right' : ''}
                style={{ width: widthOf(column) }}
              >
                {column.title}
              </th>
            ))}
            {!readOnly && <th className="lines-remove" aria-label={text('removeLine')} />}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, row) => (
            // oxlint-disable-next-line react/no-array-index-key -- a line not yet saved has no identity but its place
            <tr key={row} data-row={row} aria-label={text('line', { line: row + 1 })}>
              <td className="lines-number figures">{row + 1}</td>
              {columns.map((column, index) => {
                const place = { row, column: index }
                const here = at.row === row && at.column === index
                return (
                  <LineCell
                    key={column.field}
                    path={`${name}.${row}.${column.field}`}
                    problems={problems}
                    right={column.kind === 'number' || column.kind === 'money'}
                    column={index}
                    active={here}
                    locked={!opens(line, column)}
                    onClick={() => edit(place)}
                    onKeyDown={(event) => onCellKey(event, place)}
                  >
                    {here && editing !== null ? (
                      <CellEditor
                        column={column}
                        line={line}
                        start={editing.start}
                        onChange={(part) => change(row, part)}
                        onKeyDown={(event) => onEditorKey(event, place)}
                        onNext={() => next(place)}
                        onLeave={() => setEditing((now) => (now === editing ? null : now))}
                      />
                    ) : (
                      (column.render?.(line) ?? lineCellText(column, line, word))
                    )}
                  </LineCell>
                )
              })}
              {!readOnly && (
                <td className="lines-remove">
                  {!isFixed(line) && (
                    <button
                      type="button"
                      tabIndex={-1}
                      className="link-quiet"
                      aria-label={`${text('removeLine')} ${row + 1}`}
                      onClick={() => remove(row)}
                    >
                      <DeleteOutlined aria-hidden />
                    </button>
                  )}
                </td>
              )}
            </tr>
          ))}
          {lines.length === 0 && (
            <tr>
              <td className="lines-none" colSpan={columns.length + (readOnly ? 1 : 2)}>
                {readOnly ? text('empty') : text('noLines')}
              </td>
            </tr>
          )}
        </tbody>
      </table>
      {kept !== null && <Message tone="stop">{kept}</Message>}
      {(!readOnly || foot !== undefined) && (
        <div className="lines-foot">
          {!readOnly && lines.length < maxLines && (
            <Button size="small" kind="quiet" icon={<PlusOutlined />} onClick={add}>
              {text('addLine')}
            </Button>
          )}
          <span className="spring" />
          {foot}
        </div>
      )}
    </div>
  )
}
