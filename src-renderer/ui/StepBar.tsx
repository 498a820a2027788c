import type { Problem } from '#domain/errors'
import { useText } from '../messages/index.ts'
import { Button } from './Button.tsx'
import { jumpToField } from './form-context.ts'
import { ProblemList } from './Notice.tsx'

export type BarState = { readonly code: string; readonly word: string }
/** One step that is open now (contract/work-orders.ts nextStep), with what stands in its way. */
export type BarStep = {
  readonly event: string
  readonly word: string
  readonly allowed: boolean
  readonly problems: readonly Problem[]
  /** whose step it is, said where this person may not take it */ readonly doneBy?: string | undefined
}

type Props = {
  /** the states of the straight way, in order */
  readonly states: readonly BarState[]
  readonly current: string
  readonly steps: readonly BarStep[]
  readonly onStep: (event: string) => void
  readonly onJump?: (field: string) => unknown
  readonly running?: boolean
}

/**
 * The line of states, the next step as one button (Ctrl+Enter), and beside it all that is still missing.
 * A record that left the straight way (已取消 …) has no line: its heading tells its state.
 */
export function StepBar({ states, current, steps, onStep, onJump = jumpToField, running = false }: Props) {
  const text = useText('ui')
  const at = states.findIndex(({ code }) => code === current)
  const [next, ...others] = steps
  const stops = next?.problems.filter(({ level }) => level === 'stop') ?? []
  const warns = next?.problems.filter(({ level }) => level === 'warn') ?? []
  if (at === -1 && next === undefined) return null
  return (
    <section className="step-bar" aria-label={text('nextStep')}>
      {at !== -1 && (
        <ol className="step-line">
          {states.map(({ code, word }, index) => (
            <li
              key={code}
              className="step"
              data-at={index < at ? 'done' : index === at ? 'now' : 'ahead'}
              aria-current={index === at ? 'step' : undefined}
            >
              {index < at && <span aria-label={text('done')}>✓ </span>}
              {word}
            </li>
          ))}
        </ol>
      )}
      {next && (
        <div className="step-next">
          <Button kind="primary" hotkey="Ctrl+Enter" running={running} disabled={!next.allowed} onClick={() => onStep(next.event)}>
            {next.word}
          </Button>
          {others.map((step) => (
            <Button key={step.event} disabled={!step.allowed || running} onClick={() => onStep(step.event)}>
              {step.word}
            </Button>
          ))}
          <div className="step-missing">
            {stops.length > 0 && (
              <>
                <strong className="tone-stop">
                  {text('stillMissing')} {stops.length}
                </strong>
                <ProblemList problems={stops} onJump={onJump} />
              </>
            )}
            {!next.allowed && next.doneBy !== undefined && (
              <span className="muted">{text('stepOf', { step: next.word, who: next.doneBy })}</span>
            )}
            {next.allowed && stops.length === 0 && warns.length === 0 && <span className="tone-ok">✓ {text('nothingMissing')}</span>}
            {warns.length > 0 && <ProblemList problems={warns} onJump={onJump} />}
          </div>
        </div>
      )}
    </section>
  )
}
