import { Link } from 'react-router'
import { dayTime } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { Message } from '../../ui/Notice.tsx'
import { isTakenBack, type Batch } from './batch.ts'
import { useBatchWords } from './claim-words.ts'

/** A batch that was taken back says why, and where its claims are now. */
export function BatchEnd({ batch: { status, history } }: { readonly batch: Batch }) {
  const text = useText('claims')
  const { eventWord } = useBatchWords()
  const ended = history.find(({ event }) => event === (status === 'withdrawn' ? 'withdraw' : 'void'))
  if (!isTakenBack(status) || ended === undefined) return null
  return (
    <Message
      tone="warn"
      action={
        <Link className="link" to="/claims">
          {text('toPool')} →
        </Link>
      }
    >
      <p>
        <b>{text('endedBecause', { event: eventWord(ended.event), reason: ended.note })}</b>{' '}
        <span className="muted figures">
          {ended.by} {dayTime(ended.at)}
        </span>
      </p>
      <p>{text(status === 'withdrawn' ? 'withdrawnNow' : 'voidedNow')}</p>
    </Message>
  )
}
