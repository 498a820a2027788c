import { Link } from 'react-router'
import { cameToNothing } from '#domain/parts-request'
import { dayTime } from '../../format.ts'
import { usePast, useText } from '../../messages/index.ts'
import { Message } from '../../ui/Notice.tsx'
import { eventWord, type RequestDetail } from './request-words.ts'

/** A request that came to nothing says why, and where the part can still be had. */
export function RequestEnd({ detail: { status, history, workOrderId } }: { readonly detail: RequestDetail }) {
  const text = useText('requests')
  const last = history.at(-1)
  const past = usePast()
  if (!cameToNothing.includes(status) || last === undefined) return null
  const event = past(eventWord(last.event, text))
  return (
    <Message tone="warn">
      <p>
        <b>{last.note === '' ? event : text('endedBecause', { event, reason: last.note })}</b>{' '}
        <span className="muted figures">
          {last.by} {dayTime(last.at)}
        </span>
      </p>
      {workOrderId !== null && (
        <p>
          {text('endedOrder')}{' '}
          <Link className="link" to={`/work-orders/${workOrderId}`}>
            {text('toOrder')} →
          </Link>
        </p>
      )}
    </Message>
  )
}
