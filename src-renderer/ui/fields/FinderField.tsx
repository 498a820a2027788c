import { useState } from 'react'
import { useText } from '../../messages/index.ts'
import { FieldShell, type ShellProps } from './FieldShell.tsx'
import { Finder, type FinderProps } from './Finder.tsx'

type Props<I> = FinderProps<I> & Omit<ShellProps, 'children'>

/**
 * A Finder in a form. It is not bound to one value: picking usually fills several fields, which is the screen's business.
 * A text that was neither chosen nor may stand is named below until something else is typed.
 */
export function FinderField<I>({ name, label, hint, span, error, ...finder }: Props<I>) {
  const text = useText('ui')
  const [lost, setLost] = useState<string | null>(null)
  const { search, onPick, onEmpty, onFree } = finder
  return (
    <FieldShell
      name={name}
      label={label}
      hint={hint}
      span={span}
      error={error ?? (lost === null ? undefined : text('notChosen', { text: lost }))}
    >
      {(shown) => (
        <Finder<I>
          {...finder}
          search={async (typed) => {
            setLost(null)
            return search(typed)
          }}
          onPick={(item) => {
            setLost(null)
            onPick(item)
          }}
          onEmpty={() => {
            setLost(null)
            onEmpty?.()
          }}
          onLost={onFree === undefined ? setLost : undefined}
          id={shown.id}
          disabled={shown.disabled || finder.disabled}
          status={shown.status}
          aria-describedby={shown.describedBy}
        />
      )}
    </FieldShell>
  )
}
