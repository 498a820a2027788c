import { CheckOutlined, UnorderedListOutlined } from '@ant-design/icons'
import { Popover } from 'antd'
import { useRef, useState } from 'react'
import { useApiCommand, useApiQuery, type ApiOutput } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../Button.tsx'
import { TextInput } from '../fields/inputs.tsx'
import { shownCombo, useHotkey } from '../hotkeys.ts'
import { Notice } from '../Notice.tsx'

export type SavedView = ApiOutput<'views', 'list'>[number]
export type ViewState = SavedView['state']
type Props = {
  readonly grid: string
  readonly current: SavedView | null
  readonly listens: boolean
  readonly stateNow: () => ViewState
  readonly onPick: (view: SavedView | null) => void
}

/** The person's own views of this list: open, save, rename, delete, the default. The built-in ones stand above the list. */
export function SavedViews({ grid, current, listens, stateNow, onPick }: Props) {
  const text = useText('grid')
  const [open, setOpen] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const key = 'Ctrl+Shift+Y'
  useHotkey(key, () => setOpen(true), text('views'), listens)
  const pick = (view: SavedView | null) => {
    onPick(view)
    setOpen(false)
  }
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      afterOpenChange={(now) => {
        if (now) list.current?.querySelector('input')?.focus()
      }}
      content={
        <div ref={list}>
          <ViewList grid={grid} current={current} stateNow={stateNow} onPick={pick} onClose={() => setOpen(false)} />
        </div>
      }
    >
      <button type="button" className="grid-tool" title={shownCombo(key)} aria-keyshortcuts="Control+Shift+Y">
        <UnorderedListOutlined aria-hidden /> {current === null ? text('views') : text('viewsOf', { name: current.name })}
      </button>
    </Popover>
  )
}

function ViewList({ grid, current, stateNow, onPick, onClose }: Omit<Props, 'listens'> & { readonly onClose: () => void }) {
  const text = useText('grid')
  const { data: views = [] } = useApiQuery('views', 'list', { grid })
  const save = useApiCommand('views', 'save')
  const remove = useApiCommand('views', 'remove')
  const setDefault = useApiCommand('views', 'setDefault')
  const [name, setName] = useState('')
  const keep = async (id: number | null, as: string) => {
    const state = stateNow()
    const saved = await save.run({ id, grid, name: as, state })
    if (saved === null) return
    setName('')
    onPick({
      id: saved.id,
      name: as,
      state,
      isDefault: current?.isDefault ?? false,
      savedAt: new Date().toISOString() as SavedView['savedAt'],
    })
  }
  const drop = async (view: SavedView) => {
    if ((await remove.run({ id: view.id })) !== null && view.id === current?.id) onPick(null)
  }
  return (
    <div
      className="view-list"
      role="group"
      aria-label={text('views')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          onClose()
        }
      }}
    >
      <Notice
        refusal={save.refusal ?? remove.refusal ?? setDefault.refusal}
        onClose={() => {
          save.clear()
          remove.clear()
          setDefault.clear()
        }}
      />
      {views.length === 0 && <p className="muted small">{text('noViews')}</p>}
      <ul>
        {views.map((view) => (
          <li key={view.id}>
            <button type="button" className="view-name" aria-current={view.id === current?.id} onClick={() => onPick(view)}>
              {view.id === current?.id && <CheckOutlined aria-hidden />} {view.name}
              {view.isDefault && <span className="muted small"> · {text('isDefault')}</span>}
            </button>
            <button type="button" className="link-quiet" onClick={() => void setDefault.run({ grid, id: view.isDefault ? null : view.id })}>
              {text(view.isDefault ? 'noDefault' : 'makeDefault')}
            </button>
            <button type="button" className="link-quiet" onClick={() => void drop(view)}>
              {text('deleteView')}
            </button>
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') void keep(null, name.trim())
        }}
      >
        <TextInput aria-label={text('viewName')} placeholder={text('viewName')} maxLength={30} value={name} onChange={setName} />
        <Button submit size="small" kind="primary" disabled={name.trim() === ''} running={save.running}>
          {text('saveView')}
        </Button>
      </form>
      <div className="view-acts">
        {current !== null && (
          <Button size="small" onClick={() => keep(current.id, current.name)}>
            {text('saveChanges')}
          </Button>
        )}
        {current !== null && (
          <Button size="small" disabled={name.trim() === ''} onClick={() => keep(current.id, name.trim())}>
            {text('rename')}
          </Button>
        )}
        <Button size="small" kind="quiet" onClick={() => onPick(null)}>
          {text('builtIn')}
        </Button>
      </div>
    </div>
  )
}
