import { FieldShell, type ShellProps } from './FieldShell.tsx'
import { Finder, type FinderProps } from './Finder.tsx'

type Props<I> = FinderProps<I> & Omit<ShellProps, 'children'>

/** A Finder in a form. It is not bound to one value: picking usually fills several fields, which is the screen's business. */
export function FinderField<I>({ name, label, hint, span, error, ...finder }: Props<I>) {
  return (
    <FieldShell name={name} label={label} hint={hint} span={span} error={error}>
      {(shown) => (
        <Finder<I>
          {...finder}
          id={shown.id}
          disabled={shown.disabled || finder.disabled}
          status={shown.status}
          aria-describedby={shown.describedBy}
        />
      )}
    </FieldShell>
  )
}
