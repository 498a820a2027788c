import { HolderOutlined, SettingOutlined } from '@ant-design/icons'
import { Checkbox, Popover } from 'antd'
import type { GridApi } from 'ag-grid-community'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useText } from '../../messages/index.ts'
import { shownCombo, useHotkey } from '../hotkeys.ts'

type Props<R> = {
  readonly columns: readonly { readonly field: string; readonly title: string; readonly last?: boolean }[]
  readonly api: GridApi<R>
  readonly listens: boolean
  readonly onReset: () => void
}

/** Which columns, in which order and how wide: drag, or Alt with the arrows. */
export function ColumnChoice<R>({ columns, api, listens, onReset }: Props<R>) {
  const text = useText('grid')
  const words = useText('ui')
  const [open, setOpen] = useState(false)
  const [, redraw] = useState(0)
  const dragged = useRef<string | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const key = 'Ctrl+Shift+L'
  useHotkey(key, () => setOpen(true), text('columnsTitle'), listens)
  const titles = new Map(columns.map(({ field, title, last = false }) => [field, { title, last }]))
  const shown = api
    .getColumnState()
    .map(({ colId }) => colId)
    .filter((field) => titles.has(field))
  const again = () => redraw((times) => times + 1)
  const move = (field: string, before: string) => {
    const all = api.getColumnState().map(({ colId }) => colId)
    api.moveColumns([field], all.indexOf(before))
    again()
  }
  const focusOn = (field: string) =>
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"] input`)?.focus())
  const onKey = (event: KeyboardEvent, field: string) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      setOpen(false)
    }
    const at = shown.indexOf(field)
    if (event.altKey ? event.key === 'ArrowLeft' || event.key === 'ArrowRight' : false) {
      event.preventDefault()
      const now = api.getColumn(field)?.getActualWidth() ?? 100
      api.setColumnWidths([{ key: field, newWidth: Math.max(48, now + (event.key === 'ArrowRight' ? 12 : -12)) }])
      return
    }
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    const other = shown[at + (event.key === 'ArrowDown' ? 1 : -1)]
    if (other === undefined) return
    if (event.altKey && titles.get(field)?.last !== true && titles.get(other)?.last !== true) move(field, other)
    focusOn(event.altKey ? field : other)
  }
  const content = (
    <div className="column-choice">
      <ol ref={list}>
        {shown.map((field) => (
          <li
            key={field}
            data-field={field}
            draggable={titles.get(field)?.last !== true}
            onDragStart={() => {
              dragged.current = field
            }}
            onDragOver={(event) => event.preventDefault()}
            onDrop={() => {
              if (dragged.current !== null && dragged.current !== field && titles.get(field)?.last !== true) move(dragged.current, field)
              dragged.current = null
            }}
            onKeyDown={(event) => onKey(event, field)}
          >
            <HolderOutlined className="faint" aria-hidden />
            <Checkbox
              checked={api.getColumn(field)?.isVisible() ?? true}
              onChange={({ target }) => {
                api.setColumnsVisible([field], target.checked)
                again()
              }}
            >
              {titles.get(field)?.title}
            </Checkbox>
          </li>
        ))}
      </ol>
      <p className="small muted">{text('columnsHint')}</p>
      <button
        type="button"
        className="link"
        onClick={() => {
          onReset()
          again()
        }}
      >
        {words('columnsReset')}
      </button>
    </div>
  )
  return (
    <Popover
      content={content}
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      afterOpenChange={(now) => {
        if (now) list.current?.querySelector('input')?.focus()
      }}
      destroyOnHidden
    >
      <button type="button" className="grid-tool" title={shownCombo(key)} aria-keyshortcuts="Control+Shift+L">
        <SettingOutlined aria-hidden /> {words('columns')}
      </button>
    </Popover>
  )
}
