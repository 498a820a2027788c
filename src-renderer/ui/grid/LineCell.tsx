import type { KeyboardEvent, ReactNode } from 'react'
import type { Problem } from '#domain/errors'
import { useSentence } from '../../messages/index.ts'

type CellProps = {
  readonly path: string
  readonly problems: readonly Problem[]
  readonly right: boolean
  readonly column: number
  readonly active: boolean
  readonly locked: boolean
  readonly onClick: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly children: ReactNode
}

/** A cell of a typed line: its place for the keys, what is wrong in it, whether it opens. */
export function LineCell({ path, problems, right, column, active, locked, onClick, onKeyDown, children }: CellProps) {
  const say = useSentence()
  const found = problems.filter(({ field }) => field === path)
  const worst = found.find(({ level }) => level === 'stop') ?? found[0]
  return (
    <td
      data-field={path}
      data-column={column}
      data-level={worst?.level}
      tabIndex={active ? 0 : -1}
      title={worst && say(worst)}
      className={`line-cell ${right ? 'cell-right figures' : ''}`}
      data-locked={locked}
      aria-invalid={worst?.level === 'stop'}
      onClick={active ? undefined : onClick}
      onDoubleClick={onClick}
      onKeyDown={onKeyDown}
    >
      {children}
    </td>
  )
}
