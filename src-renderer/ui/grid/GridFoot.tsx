import { SettingOutlined } from '@ant-design/icons'
import { Checkbox, Popover } from 'antd'
import type { GridApi } from 'ag-grid-community'
import { useState } from 'react'
import { count, money } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import type { Page } from './rows.ts'

export type GridSum = { readonly name: string; readonly label: string; readonly kind?: 'money' | 'number' }

type Props<R> = {
  readonly range: readonly [number, number]
  readonly page: Page<R> | null
  readonly sums: readonly GridSum[]
  readonly chosen: number
  readonly columns: readonly { readonly field: string; readonly title: string }[]
  readonly api: GridApi<R> | null
  readonly onReset: () => void
}

/** What is in sight of how many, and the sums of all that matches. */
export function GridFoot<R>({ range, page, sums, chosen, columns, api, onReset }: Props<R>) {
  const text = useText('ui')
  const total = page?.total ?? 0
  return (
    <footer className="grid-foot figures">
      <span>{page === null ? text('loading') : total === 0 ? text('rowsNone') : text('rowsOf', { from: Math.max(1, range[0]), to: Math.min(total, range[1]), total: count(total) })}</span>
      {chosen > 0 && <span className="grid-chosen">{text('chosen', { count: chosen })}</span>}
      <span className="spring" />
      {total > 0 && sums.map(({ name, label, kind = 'money' }) => (
        <span key={name} className="grid-sum">{label} <b>{kind === 'money' ? money(page?.sums[name] ?? 0) : count(page?.sums[name] ?? 0)}</b></span>
      ))}
      {api && <ColumnChoice columns={columns} api={api} onReset={onReset} />}
    </footer>
  )
}

function ColumnChoice<R>({ columns, api, onReset }: { readonly columns: Props<R>['columns']; readonly api: GridApi<R>; readonly onReset: () => void }) {
  const text = useText('ui')
  const [, redraw] = useState(0)
  const list = (
    <div className="column-choice">
      {columns.map(({ field, title }) => (
        <Checkbox key={field} checked={api.getColumn(field)?.isVisible() ?? true} onChange={(event) => { api.setColumnsVisible([field], event.target.checked); redraw((times) => times + 1) }}>{title}</Checkbox>
      ))}
      <button type="button" className="link" onClick={() => { onReset(); redraw((times) => times + 1) }}>{text('columnsReset')}</button>
    </div>
  )
  return (
    <Popover content={list} trigger="click" placement="topRight">
      <button type="button" className="link-quiet"><SettingOutlined aria-hidden /> {text('columns')}</button>
    </Popover>
  )
}
