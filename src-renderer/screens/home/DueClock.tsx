import { millisOf, type Instant } from '#domain/dates'
import type { TaskState } from '#domain/words'
import { dayTime, now } from '../../format.ts'
import { useText, type Text } from '../../messages/index.ts'
import { Tag } from '../../ui/values.tsx'
import type { Tone } from '../../ui/tones.ts'

const tones: Readonly<Record<TaskState, Tone>> = { overdue: 'stop', dueSoon: 'warn', normal: 'wait' }
const hour = 3_600_000

function leftWords(text: Text<'home'>, left: number): string {
  const hours = Math.floor(Math.abs(left) / hour)
  const count = hours < 48 ? Math.max(1, hours) : Math.floor(hours / 24)
  if (left < 0) return text(hours < 48 ? 'lateHours' : 'lateDays', { count })
  if (hours === 0) return text('leftMinutes')
  return text(hours < 48 ? 'leftHours' : 'leftDays', { count })
}

/** What is left of a clock, in word and colour; the moment it ends on hover. */
export function DueClock({ dueAt, state }: { readonly dueAt: Instant; readonly state: TaskState }) {
  const text = useText('home')
  return (
    <span className="desk-due" title={`${text('due')} ${dayTime(dueAt)}`}>
      <Tag tone={tones[state]}>{leftWords(text, millisOf(dueAt) - millisOf(now()))}</Tag>
    </span>
  )
}
