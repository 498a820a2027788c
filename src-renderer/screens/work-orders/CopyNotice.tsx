import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Message } from '../../ui/Notice.tsx'
import type { OrderCopy } from './order-copy.ts'

type Props = {
  readonly copy: OrderCopy
  /** false: another new order was being typed and goes first */ readonly taken: boolean
  readonly onTake: () => void
}

/** What came along from the order that was copied, and what did not. */
export function CopyNotice({
  copy: {
    from: { no, kind },
  },
  taken,
  onTake,
}: Props) {
  const text = useText('workOrders')
  if (!taken)
    return (
      <Message
        tone="warn"
        action={
          <Button size="small" onClick={onTake}>
            {text('copyInstead')}
          </Button>
        }
      >
        {text('copyWaits', { no })}
      </Message>
    )
  return (
    <Message tone="now">
      <b>{text(kind === 'copy' ? 'copiedFrom' : 'reworkOf', { no })}</b>
      <span>{text(kind === 'copy' ? 'copiedWhat' : 'reworkWhat')}</span>
      <span className="muted">{text('copiedNot')}</span>
    </Message>
  )
}
