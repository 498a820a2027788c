import { daysBetween, type LocalDate } from '#domain/dates'
import { today } from '../format.ts'
import { useText } from '../messages/index.ts'
import { Tag } from './values.tsx'
import type { Tone } from './tones.ts'

const tones: Readonly<Record<string, Tone>> = { overdue: 'stop', dueSoon: 'warn', normal: 'ok' }

type Props = {
  readonly dueOn: LocalDate | null
  /** taskState of the clock */
  readonly state: string
  /** false: the clock has stopped, only the day is shown */
  readonly running: boolean
}

/** A day clock in plain sight: the day, and in word and colour how much is left. */
export function DueTag({ dueOn, state, running }: Props) {
  const text = useText('ui')
  if (dueOn === null) return null
  if (!running) return <span className="faint figures">{dueOn}</span>
  const left = daysBetween(today(), dueOn)
  const words = left < 0 ? text('dueLate', { days: -left }) : left === 0 ? text('dueToday') : text('dueLeft', { days: left })
  return (
    <span className="due figures">
      {dueOn}
      <Tag tone={left < 0 ? 'stop' : (tones[state] ?? 'wait')}>{words}</Tag>
    </span>
  )
}
