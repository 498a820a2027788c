import { unusedPieces } from '#domain/parts-request'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import type { BarStep } from '../../ui/StepBar.tsx'
import { Message } from '../../ui/Notice.tsx'
import type { RequestDetail } from './request-words.ts'

type Props = { readonly detail: RequestDetail; readonly steps: readonly BarStep[]; readonly onStep: (event: string) => void }

/** New parts that came when the repair was done: whether they were fitted or go back is said here. */
export function RequestRest({ detail: { lines }, steps, onStep }: Props) {
  const text = useText('requests')
  if (!steps.some(({ event }) => event === 'sendBackRest')) return null
  return (
    <Message
      tone="warn"
      action={steps
        .filter(({ event }) => event !== 'receiveRest')
        .map(({ event, word, allowed }) => (
          <Button key={event} size="small" disabled={!allowed} onClick={() => onStep(event)}>
            {word}
          </Button>
        ))}
    >
      <b>{text('restUnused', { count: unusedPieces(lines) })}</b>{' '}
      {text(steps.some(({ event }) => event === 'fit') ? 'restUnusedHint' : 'restBackHint')}
    </Message>
  )
}
