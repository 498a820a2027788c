import { CloseOutlined, FilterOutlined } from '@ant-design/icons'
import { Popover } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import type { Condition } from '#domain/list-filter'
import { useText } from '../../messages/index.ts'
import { shownCombo, useHotkey } from '../hotkeys.ts'
import { conditionWords, type Askable } from './conditions.ts'
import { FilterEditor } from './FilterEditor.tsx'

type Props = {
  readonly askable: readonly Askable[]
  readonly filters: readonly Condition[]
  readonly onFilters: (filters: readonly Condition[]) => void
  /** the keys are this grid's; on a page with two only one answers */
  readonly listens: boolean
  readonly onLeave: () => void
  readonly children: ReactNode
}

/** Above the rows: what the list is narrowed by, each condition removable; views, columns and export at the right. */
export function GridBar({ askable, filters, onFilters, listens, onLeave, children }: Props) {
  const text = useText('grid')
  /** place of the condition that is changed; its count is one more than there are for a new one */
  const [edited, setEdited] = useState<number | null>(null)
  const editor = useRef<HTMLDivElement>(null)
  const key = 'Ctrl+Shift+F'
  useHotkey(key, () => setEdited(filters.length), text('filter'), listens && askable.length > 0)
  const close = () => {
    setEdited(null)
    onLeave()
  }
  const put = (condition: Condition) => {
    onFilters(
      edited === null || edited >= filters.length
        ? [...filters, condition]
        : filters.map((each, nth) => (nth === edited ? condition : each)),
    )
    close()
  }
  const remove = (at: number) => {
    onFilters(filters.filter((_, nth) => nth !== at))
    onLeave()
  }
  return (
    <div className="grid-bar" role="toolbar" aria-label={text('tools')}>
      <Popover
        open={edited !== null}
        onOpenChange={(open) => {
          if (!open) setEdited(null)
        }}
        trigger="click"
        placement="bottomLeft"
        destroyOnHidden
        afterOpenChange={(open) => {
          if (open) editor.current?.querySelector('input')?.focus()
        }}
        content={
          <div ref={editor}>
            {edited !== null && (
              <FilterEditor key={edited} askable={askable} condition={filters[edited] ?? null} onDone={put} onCancel={close} />
            )}
          </div>
        }
      >
        <button
          type="button"
          className="grid-tool"
          aria-keyshortcuts="Control+Shift+F"
          title={shownCombo(key)}
          aria-expanded={edited !== null}
          onClick={() => setEdited(edited === null ? filters.length : null)}
        >
          <FilterOutlined aria-hidden /> {text('filter')}
        </button>
      </Popover>
      <ul className="grid-chips">
        {filters.map((condition, nth) => {
          const asked = askable.find(({ field }) => field === condition.field)
          const words = asked === undefined ? condition.field : conditionWords(condition, asked, text)
          return (
            <li key={JSON.stringify(condition)} className="grid-chip">
              <button
                type="button"
                onClick={() => setEdited(nth)}
                onKeyDown={(event) => {
                  if (event.key === 'Delete' || event.key === 'Backspace') {
                    event.preventDefault()
                    remove(nth)
                  }
                }}
              >
                {words}
              </button>
              <button
                type="button"
                className="grid-chip-off"
                aria-label={text('removeFilter', { condition: words })}
                onClick={() => remove(nth)}
              >
                <CloseOutlined aria-hidden />
              </button>
            </li>
          )
        })}
        {filters.length > 1 && (
          <li>
            <button
              type="button"
              className="link-quiet"
              onClick={() => {
                onFilters([])
                onLeave()
              }}
            >
              {text('clearFilters')}
            </button>
          </li>
        )}
      </ul>
      <span className="spring" />
      {children}
    </div>
  )
}
