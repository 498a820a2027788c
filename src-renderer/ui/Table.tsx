import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useText } from '../messages/index.ts'
import { isFocusFree } from './focus-free.ts'
import { narrowable, useColumnWidths } from './use-tight.ts'
import './table.css'

/** `width` in px at scale 1; columns without one share what is left, `least` where there is little. Where there is less room than all of them want, all give way and words wrap. */
export type TableColumn<R> = {
  readonly key: string
  readonly title: string
  readonly width?: number
  readonly least?: number
  readonly right?: boolean
  readonly wrap?: boolean
  readonly render: (row: R) => ReactNode
}

type Props<R> = {
  readonly label: string
  readonly columns: readonly TableColumn<R>[]
  readonly rows: readonly R[]
  readonly rowKey: (row: R, index: number) => string | number
  /** Enter, double click */
  readonly onOpen?: (row: R) => void
  /** the row the cursor is on */
  readonly onCurrent?: (row: R) => void
  readonly chosenKey?: string | number | null
  readonly tone?: (row: R) => 'faint' | 'stop' | 'warn' | undefined
  readonly empty: string
  readonly foot?: ReactNode
  /** more rows are shown on demand */
  readonly shownFirst?: number
  readonly autoFocus?: boolean
}

/** Rows that are already here, to be read: files, histories, people. Lists asked from the host are a Grid. */
export function Table<R>({
  label,
  columns,
  rows,
  rowKey,
  onOpen,
  onCurrent,
  chosenKey = null,
  tone,
  empty,
  foot,
  shownFirst = 200,
  autoFocus = false,
}: Props<R>) {
  const text = useText('ui')
  const body = useRef<HTMLTableSectionElement>(null)
  const room = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<number | null>(null)
  const [limit, setLimit] = useState(shownFirst)
  const shown = rows.slice(0, limit)
  const { isTight, wanted, widthOf } = useColumnWidths(room, columns)
  const walks = onOpen !== undefined || onCurrent !== undefined
  const start = shown.findIndex((row, index) => rowKey(row, index) === chosenKey)
  const here = Math.min(at ?? Math.max(0, start), Math.max(0, shown.length - 1))
  // The rows may come after the page, and a finder that led here takes its own focus back as it closes.
  const isThere = rows.length > 0
  useEffect(() => {
    if (!autoFocus || !isThere) return undefined
    const timer = setTimeout(() => {
      if (isFocusFree() && body.current?.contains(document.activeElement) === false)
        body.current.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus()
    }, 60)
    return () => clearTimeout(timer)
  }, [autoFocus, isThere])
  const go = (index: number) => {
    const row = shown[index]
    if (row === undefined) return
    setAt(index)
    body.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus()
    onCurrent?.(row)
  }
  const onKey = (event: KeyboardEvent, row: R, index: number) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: shown.length - 1 }[event.key]
    if (to !== undefined) go(to)
    else if (event.key === 'Enter') onOpen?.(row)
    else return
    event.preventDefault()
  }
  return (
    <div className="table" data-tight={isTight}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys; rows one walks through are */}
      <div ref={room} className="table-scroll" {...(walks ? {} : { tabIndex: 0, role: 'group', 'aria-label': label })}>
        <table aria-label={label} aria-rowcount={rows.length} style={{ minWidth: `calc(${wanted * narrowable}px * var(--scale))` }}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.key} scope="col" data-right={column.right} style={{ width: widthOf(column) }}>
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body}>
            {shown.map((row, index) => (
              <tr
                key={rowKey(row, index)}
                data-index={index}
                data-walks={walks}
                data-tone={tone?.(row)}
                aria-selected={walks ? rowKey(row, index) === chosenKey : undefined}
                {...(walks ? { tabIndex: index === here ? 0 : -1 } : {})}
                onClick={() => {
                  if (walks) go(index)
                }}
                onDoubleClick={() => onOpen?.(row)}
                onKeyDown={(event) => onKey(event, row, index)}
              >
                {columns.map((column) => (
                  <td key={column.key} data-right={column.right} data-wrap={column.wrap}>
                    {column.render(row)}
                  </td>
                ))}
              </tr>
            ))}
            {rows.length === 0 && (
              <tr>
                <td className="table-none" colSpan={columns.length}>
                  {empty}
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
      {(foot !== undefined || rows.length > limit) && (
        <div className="table-foot">
          {rows.length > limit && (
            <button type="button" className="link" onClick={() => setLimit(limit + 1000)}>
              {text('showMore', { shown: limit, total: rows.length })}
            </button>
          )}
          <span className="spring" />
          {foot}
        </div>
      )}
    </div>
  )
}
