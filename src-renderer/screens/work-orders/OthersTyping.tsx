import { useState } from 'react'
import type { Instant } from '#domain/dates'
import { useApiQuery } from '../../api.ts'
import { dayTime } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Message } from '../../ui/Notice.tsx'
import { useContentWords } from './content-words.ts'
import { changedFields } from './merge-content.ts'
import type { OrderContent } from './order-form.ts'
import { orderDraft } from './use-order-editor.ts'

type Props = {
  readonly workOrderId: number
  readonly onFile: OrderContent
  readonly onTake: ((content: Partial<OrderContent>) => void) | null
}
type Other = {
  readonly name: string
  readonly isMine: boolean
  readonly savedAt: Instant
  readonly changed: readonly (readonly [string, unknown])[]
}

/** Someone is typing on this order elsewhere and has not saved: who, since when, what; it can be taken over here. */
export function OthersTyping({ workOrderId, onFile, onTake }: Props) {
  const text = useText('workOrders')
  const say = useContentWords()
  const { data = [] } = useApiQuery('drafts', 'others', { key: `workOrder:${workOrderId}` })
  const [shown, setShown] = useState(false)
  const others = data.flatMap(({ name, isMine, savedAt, content }): Other[] => {
    const draft = orderDraft.safeParse(content)
    const changed = draft.success ? changedFields(draft.data.base, draft.data.content) : []
    return changed.length === 0 ? [] : [{ name, isMine, savedAt, changed }]
  })
  const first = others[0]
  if (first === undefined) return null
  const take = ({ changed }: Other) => {
    onTake?.(Object.fromEntries(changed))
    setShown(false)
  }
  return (
    <>
      <Message
        tone="now"
        action={
          <Button size="small" onClick={() => setShown(true)}>
            {text('othersShow')}
          </Button>
        }
      >
        {text(first.isMine ? 'othersMine' : 'othersTyping', {
          name: others.map(({ name }) => name).join(' · '),
          time: dayTime(first.savedAt),
        })}
      </Message>
      {shown && (
        <Dialog title={text('othersTitle')} open width={820} onClose={() => setShown(false)}>
          {others.map((other, index) => (
            <section key={`${other.name}-${String(index)}`} className="others">
              <p>
                <b>{other.name}</b> <span className="muted figures">{dayTime(other.savedAt)}</span>
              </p>
              <table className="rows">
                <thead>
                  <tr>
                    <th>{text('conflictField')}</th>
                    <th>{text('onFile')}</th>
                    <th>{text('othersValue')}</th>
                  </tr>
                </thead>
                <tbody>
                  {other.changed.map(([field, value]) => (
                    <tr key={field}>
                      <th>{say.label(field)}</th>
                      <td className="wide muted">{say.value(field, Object.entries(onFile).find(([name]) => name === field)?.[1])}</td>
                      <td className="wide">{say.value(field, value)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {onTake !== null && (
                <Button size="small" onClick={() => take(other)}>
                  {text('othersTake')}
                </Button>
              )}
            </section>
          ))}
        </Dialog>
      )}
    </>
  )
}
