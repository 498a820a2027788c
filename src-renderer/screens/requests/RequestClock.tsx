import { daysBetween } from '#domain/dates'
import { localDateOf } from '#domain/dates'
import { defaultDueParameters } from '#domain/due-dates'
import { money, today } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { DueTag } from '../../ui/DueTag.tsx'
import { isClockRunning, type RequestDetail } from './request-words.ts'

const returned: readonly string[] = ['oldPartSent', 'settled']

/** The seven days as a line of days: how many are gone, how many are left. */
export function RequestClock({ detail }: { readonly detail: RequestDetail }) {
  const text = useText('requests')
  const { oldPartDueOn: dueOn, fittedAt, status, chargedFen, kind } = detail
  if (kind !== 'borrow') return null
  const days =
    fittedAt === null || dueOn === null ? defaultDueParameters.borrowReturnD : Math.max(1, daysBetween(localDateOf(fittedAt), dueOn))
  const left = dueOn === null ? days : daysBetween(today(), dueOn)
  const isRunning = isClockRunning(status) && dueOn !== null
  const said = isRunning ? text('clockRunning', { days }) : returned.includes(status) ? text('clockDone') : text('clockNone', { days })
  return (
    <div className="request-clock" data-tone={!isRunning ? 'wait' : left < 0 ? 'stop' : left <= 1 ? 'warn' : 'ok'}>
      <b>{text('clock')}</b>
      <span className="request-days" aria-hidden>
        {Array.from({ length: days }, (_, index) => (
          <i key={index} data-gone={isRunning && index < days - left} />
        ))}
      </span>
      {isRunning && <DueTag dueOn={dueOn} state={left <= 1 ? 'dueSoon' : 'normal'} running />}
      <span className="muted small">{chargedFen > 0 ? text('clockCharged', { sum: money(chargedFen) }) : said}</span>
    </div>
  )
}
