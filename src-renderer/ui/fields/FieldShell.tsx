import type { ReactNode } from 'react'
import { useSentence, useText } from '../../messages/index.ts'
import { useFormSetting } from '../form-context.ts'

export type ShellProps = {
  readonly name: string
  readonly label: string
  /** said where nothing else is to be said */
  readonly hint?: string | undefined
  /** how many columns of the field grid it takes; 'all' is the whole line */
  readonly span?: number | 'all' | undefined
  /** what the form's own schema found */
  readonly error?: string | undefined
  readonly children: (given: {
    readonly id: string
    readonly disabled: boolean
    readonly describedBy: string
    readonly status: 'error' | 'warning' | ''
  }) => ReactNode
}

const signs = { stop: '×', warn: '!' } as const

/** Label above, finding below: a schema error first, then what the host's checks found for this field. */
export function FieldShell({ name, label, hint, span = 1, error, children }: ShellProps) {
  const { problems, readOnly, frozen } = useFormSetting()
  const say = useSentence()
  const text = useText('ui')
  const found = problems.filter((problem) => problem.field === name)
  const worst = found.find((problem) => problem.level === 'stop') ?? found[0]
  const locked = frozen !== null && (frozen.fields === null || frozen.fields.includes(name))
  const said = error !== undefined ? { level: 'stop' as const, words: error } : worst ? { level: worst.level, words: say(worst) } : null
  const id = `field-${name.replaceAll('.', '-')}`
  const saidId = `${id}-said`
  return (
    <div
      className="field"
      data-field={name}
      style={span === 'all' ? { gridColumn: '1 / -1' } : span > 1 ? { gridColumn: `span ${span}` } : undefined}
    >
      <label className="field-label" htmlFor={id} title={locked ? text('frozenBy', { number: frozen.by }) : undefined}>
        {label}
      </label>
      {children({
        id,
        disabled: readOnly || locked,
        describedBy: saidId,
        status: said === null ? '' : said.level === 'stop' ? 'error' : 'warning',
      })}
      <div id={saidId} className="field-said" data-level={said?.level ?? 'hint'} role={said ? 'alert' : undefined}>
        {said ? (
          <>
            <span aria-hidden>{signs[said.level]}</span> {said.words}
            {error !== undefined && hint !== undefined && !hint.includes(error) && ` · ${hint}`}
          </>
        ) : (
          !(readOnly || locked) && hint
        )}
      </div>
    </div>
  )
}
