import type { ReactNode } from 'react'
import { count, money } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { shownCombo } from '../hotkeys.ts'
import type { Page } from './rows.ts'

export type GridSum = { readonly name: string; readonly label: string; readonly kind?: 'money' | 'number' }

type Props<R> = {
  readonly range: readonly [number, number]
  readonly page: Page<R> | null
  readonly sums: readonly GridSum[]
  /** null: rows are not chosen here */
  readonly choosing: { readonly count: number; readonly all: () => void; readonly clear: () => void } | null
  /** what was just done with the rows */
  readonly said?: string
  /** what can be done with the chosen ones */
  readonly acts?: ReactNode
}

/** What is in sight of how many, and the sums of all that matches. */
export function GridFoot<R>({ range, page, sums, choosing, said = '', acts }: Props<R>) {
  const text = useText('ui')
  const hint = useText('grid')
  const total = page?.total ?? 0
  return (
    <footer className="grid-foot figures">
      <span>
        {page === null
          ? text('loading')
          : total === 0
            ? text('rowsNone')
            : text('rowsOf', { from: Math.max(1, range[0]), to: Math.min(total, range[1]), total: count(total) })}
      </span>
      {choosing !== null && choosing.count > 0 && <span className="grid-chosen">{text('chosen', { count: count(choosing.count) })}</span>}
      {choosing !== null && choosing.count < total && (
        <button type="button" className="link-quiet" title={shownCombo('Ctrl+A')} onClick={choosing.all}>
          {hint('chooseAll', { count: count(total) })}
        </button>
      )}
      {choosing !== null && choosing.count > 0 && (
        <button type="button" className="link-quiet" onClick={choosing.clear}>
          {hint('chooseNone')}
        </button>
      )}
      {acts}
      <span role="status">{said}</span>
      <span className="spring" />
      {total > 0 &&
        sums.map(({ name, label, kind = 'money' }) => (
          <span key={name} className="grid-sum">
            {label} <b>{sumWords(page?.sums[name], kind) ?? <span title={hint('noSum')}>—</span>}</b>
          </span>
        ))}
    </footer>
  )
}

/** null: too many rows to be added up at every look */
function sumWords(sum: number | undefined, kind: 'money' | 'number'): string | null {
  if (sum === undefined) return null
  return kind === 'money' ? money(sum) : count(sum)
}
