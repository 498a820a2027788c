import { useEffect, useRef, type ReactNode, type Ref } from 'react'
import type { AppError, Problem } from '#domain/errors'
import { useSentence, useText } from '../messages/index.ts'
import { Button } from './Button.tsx'
import { useJump } from './elsewhere.ts'
import { toneSigns, type Tone } from './tones.ts'

const toneOfLevel = { stop: 'stop', warn: 'warn' } as const

/** Findings as lines: what is wrong, and a jump to the field. */
export function ProblemList({ problems, onJump }: { readonly problems: readonly Problem[]; readonly onJump?: (field: string) => unknown }) {
  const say = useSentence()
  const text = useText('ui')
  const anywhere = useJump()
  const jump = onJump ?? anywhere
  return (
    <ul className="problems">
      {problems.map((problem, index) => {
        const { field } = problem
        return (
          // oxlint-disable-next-line react/no-array-index-key -- findings have no identity of their own and are never reordered in place
          <li key={`${problem.key}-${field ?? ''}-${index}`} data-tone={toneOfLevel[problem.level]}>
            <span className="tag-sign" aria-label={text(problem.level === 'stop' ? 'problemStop' : 'problemWarn')}>
              {toneSigns[toneOfLevel[problem.level]]}
            </span>
            <span>{say(problem)}</span>
            {field !== null && (
              <button type="button" className="link" onClick={() => jump(field)}>
                {text('jump')} →
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** A box that says how something stands; it stays where it happened. */
export function Message({
  tone,
  children,
  action,
  place,
}: {
  readonly tone: Tone
  readonly children: ReactNode
  readonly action?: ReactNode
  readonly place?: Ref<HTMLDivElement>
}) {
  return (
    <div ref={place} className="notice" data-tone={tone} role={tone === 'stop' ? 'alert' : 'status'}>
      <span className="tag-sign" aria-hidden>
        {toneSigns[tone]}
      </span>
      <div className="notice-body">{children}</div>
      {action}
    </div>
  )
}

/** A refused call with its findings; where the sentence only joins them (填写的内容有误：…), they alone. Shows nothing when `refusal` is null. */
export function Notice({
  refusal,
  onRetry,
  onClose,
}: {
  readonly refusal: AppError | null
  readonly onRetry?: () => void
  readonly onClose?: () => void
}) {
  const say = useSentence()
  const text = useText('ui')
  const place = useRef<HTMLDivElement>(null)
  const said = refusal === null ? '' : JSON.stringify([refusal.sentence, refusal.problems])
  // A key far down on a long page may be refused: what says so comes into sight.
  useEffect(() => {
    if (said !== '') place.current?.scrollIntoView({ block: 'nearest' })
  }, [said])
  if (refusal === null) return null
  return (
    <Message
      tone="stop"
      place={place}
      action={
        <>
          {onRetry && (
            <Button size="small" onClick={onRetry}>
              {text('retry')}
            </Button>
          )}
          {onClose && (
            <Button size="small" kind="quiet" onClick={onClose}>
              {text('close')}
            </Button>
          )}
        </>
      }
    >
      {(refusal.sentence.key !== 'common.invalid' || refusal.problems.length === 0) && <p>{say(refusal.sentence)}</p>}
      {refusal.problems.length > 0 && <ProblemList problems={refusal.problems} />}
    </Message>
  )
}
