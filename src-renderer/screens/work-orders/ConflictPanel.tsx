import { useState } from 'react'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Message } from '../../ui/Notice.tsx'
import { useContentWords } from './content-words.ts'
import type { OrderContent } from './order-form.ts'

type Props = {
  readonly mine: OrderContent
  readonly theirs: OrderContent
  readonly fields: readonly string[]
  readonly onTake: (theirFields: readonly string[]) => void
}

const valueOf = (content: OrderContent, field: string): unknown => Object.entries(content).find(([name]) => name === field)?.[1]

/** Both seats changed the same fields: each with both values, and one choice per field. What no one touched twice is merged already. */
export function ConflictPanel({ mine, theirs, fields, onTake }: Props) {
  const text = useText('workOrders')
  const say = useContentWords()
  const [their, setTheir] = useState<ReadonlySet<string>>(new Set())
  const choose = (field: string, isTheirs: boolean) => {
    const next = new Set(their)
    if (isTheirs) next.add(field)
    else next.delete(field)
    setTheir(next)
  }
  return (
    <Message tone="warn">
      <p>{text('conflict')}</p>
      <table className="rows conflict" aria-label={text('conflictTable')}>
        <thead>
          <tr>
            <th>{text('conflictField')}</th>
            <th>{text('conflictMine')}</th>
            <th>{text('conflictTheirs')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th>{say.label(field)}</th>
              {[false, true].map((isTheirs) => (
                <td key={String(isTheirs)}>
                  <button
                    type="button"
                    className="chip conflict-choice"
                    aria-pressed={their.has(field) === isTheirs}
                    onClick={() => choose(field, isTheirs)}
                  >
                    {say.value(field, valueOf(isTheirs ? theirs : mine, field))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="conflict-acts">
        <Button size="small" onClick={() => onTake([...their])}>
          {text('conflictTake')}
        </Button>
        <Button size="small" kind="quiet" onClick={() => onTake(fields)}>
          {text('takeTheirs')}
        </Button>
        <Button size="small" kind="quiet" onClick={() => onTake([])}>
          {text('keepMine')}
        </Button>
      </div>
    </Message>
  )
}
