import { useNavigate } from 'react-router'
import type { Problem } from '#domain/errors'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Message, ProblemList } from '../../ui/Notice.tsx'

export type RefusedClaim = { readonly id: number; readonly no: string; readonly problems: readonly Problem[]; readonly workOrderId: number }

/** What passed, and each claim that did not: why, and the way to the field in its order. */
export function Refused({
  ready,
  refused,
  title = null,
  onClose,
}: {
  readonly ready: number
  readonly refused: readonly RefusedClaim[]
  readonly title?: string | null
  readonly onClose: () => void
}) {
  const text = useText('claims')
  const done = ready > 0 ? text('completed', { ready }) : refused.length === 0 ? text('completedNone') : ''
  return (
    <Message
      tone={refused.length > 0 ? 'warn' : 'ok'}
      action={
        <Button size="small" kind="quiet" onClick={onClose}>
          {text('hideRefused')}
        </Button>
      }
    >
      <p>
        {title ?? done} {refused.length > 0 && title === null && text('refusedTitle', { count: refused.length })}
      </p>
      {refused.length > 0 && (
        <ul className="refused">
          {refused.map((claim) => (
            <RefusedLine key={claim.id} claim={claim} />
          ))}
        </ul>
      )}
    </Message>
  )
}

function RefusedLine({ claim: { id, no, problems, workOrderId } }: { readonly claim: RefusedClaim }) {
  const text = useText('claims')
  const navigate = useNavigate()
  const toOrder = (field: string | null) =>
    void navigate(`/work-orders/${workOrderId}${field === null ? '' : `?field=${encodeURIComponent(field)}`}`)
  return (
    <li>
      <button type="button" className="link figures" onClick={() => void navigate(`/claims/${id}`)}>
        {no}
      </button>
      <ProblemList problems={problems} onJump={toOrder} />
      {problems.every(({ field }) => field === null) && (
        <button type="button" className="link small" onClick={() => toOrder(null)}>
          {text('openOrder')}
        </button>
      )}
    </li>
  )
}
