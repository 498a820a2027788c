import { Link } from 'react-router'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import type { CopyKind } from './order-copy.ts'
import type { OrderDetail } from './order-form.ts'

/** 返修自 and 之后返修: to the order this one repeats, and to those that repeat it. */
export function OrderLinks({ detail: { repeatOfId, repeatOfNo, repeatedBy } }: { readonly detail: OrderDetail }) {
  const text = useText('workOrders')
  return (
    <>
      {repeatOfId !== null && (
        <p data-rule="repeat">
          <span className="muted">{text('repeatOf')}</span>{' '}
          <Link className="link figures" to={`/work-orders/${repeatOfId}`}>
            {repeatOfNo}
          </Link>
        </p>
      )}
      {repeatedBy.length > 0 && (
        <p data-rule="repeat">
          <span className="tone-warn">! {text('repeatedBy')}</span>{' '}
          {repeatedBy.map(({ id, no }) => (
            <Link key={id} className="link figures" to={`/work-orders/${id}`}>
              {no}
            </Link>
          ))}
        </p>
      )}
    </>
  )
}

/** Another order for the same vehicle: 复制, and 返修 of a finished one. */
export function CopyButtons({ isFinished, onCopy }: { readonly isFinished: boolean; readonly onCopy: (kind: CopyKind) => void }) {
  const text = useText('workOrders')
  return (
    <p className="order-again">
      <Button size="small" hotkey="Ctrl+D" title={text('copyHint')} onClick={() => onCopy('copy')}>
        {text('copy')}
      </Button>
      {isFinished && (
        <Button size="small" hotkey="Ctrl+Shift+D" title={text('reworkHint')} onClick={() => onCopy('rework')}>
          {text('rework')}
        </Button>
      )}
    </p>
  )
}
