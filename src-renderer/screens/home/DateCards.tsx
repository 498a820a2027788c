import { Link } from 'react-router'
import { daysBetween, localDateOf } from '#domain/dates'
import { useApiCommand, useApiQuery, type ApiOutput } from '../../api.ts'
import { bytes, count, dayTime, today } from '../../format.ts'
import { useSentence, useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Page.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { Tag } from '../../ui/values.tsx'
import type { Tone } from '../../ui/tones.ts'

type Dates = ApiOutput<'home', 'dates'>

export function useDates() {
  return useApiQuery('home', 'dates', {})
}

type Props = { readonly dates: ReturnType<typeof useDates> }

const spanWords = { late: 'spanLate', days3: 'spanDays3', days7: 'spanDays7', later: 'spanLater', noDay: 'spanNoDay' } as const
const spanTones: Readonly<Record<Dates['oldParts'][number]['span'], Tone>> = {
  late: 'stop',
  days3: 'warn',
  days7: 'now',
  later: 'wait',
  noDay: 'wait',
}

/** 旧件时钟: what is still in the house, by how soon it must be on its way. */
export function OldPartClock({ dates: { data, error, refetch } }: Props) {
  const text = useText('home')
  const all = data?.oldParts.reduce((sum, span) => sum + span.count, 0) ?? 0
  return (
    <Section
      id="old-part-clock"
      title={text('oldPartClock')}
      beside={data && all > 0 && text('oldPartsIn', { count: count(all) })}
      actions={
        <Link className="link" to="/old-parts">
          {text('goPack')} →
        </Link>
      }
    >
      <Notice refusal={error} onRetry={() => void refetch()} />
      {!data && !error && <Loading />}
      {data && all === 0 && <p className="muted">{text('oldPartsNone')}</p>}
      {data && all > 0 && (
        <ul className="spans">
          {data.oldParts
            .filter((row) => row.count > 0)
            .map(({ span, count: pieces, oldest }) => (
              <li key={span}>
                <Tag tone={spanTones[span]}>{text(spanWords[span])}</Tag>
                <span className="span-bar" aria-hidden>
                  <i data-tone={spanTones[span]} style={{ width: `${Math.max(2, Math.round((pieces / all) * 100))}%` }} />
                </span>
                <b className="figures">{text('pieces', { count: count(pieces) })}</b>
                <small className="figures">{oldest ?? ''}</small>
              </li>
            ))}
        </ul>
      )}
    </Section>
  )
}

const reportTones: Readonly<Record<Dates['reports'][number]['state'], Tone>> = { overdue: 'stop', dueSoon: 'warn', normal: 'wait' }

/** 下次报表: what must leave next, by the maker's own days (D12–D16). */
export function NextReports({ dates: { data, error, refetch } }: Props) {
  const text = useText('home')
  const say = useSentence()
  const left = (dueOn: Dates['reports'][number]['dueOn']) => {
    const days = daysBetween(today(), dueOn)
    return days <= 0 ? text('reportToday') : text('reportIn', { days })
  }
  return (
    <Section id="reports" title={text('reports')}>
      <Notice refusal={error} onRetry={() => void refetch()} />
      {!data && !error && <Loading />}
      <ul className="reports">
        {data?.reports.map((report) => (
          <li key={`${report.said.key} ${report.dueOn}`}>
            <span>
              {say(report.said)}
              {report.makers.length > 0 && <small> {report.makers.join(' · ')}</small>}
            </span>
            <span className="figures muted">{report.dueOn.slice(5)}</span>
            {report.sentOn === null ? (
              <Tag tone={reportTones[report.state]}>{left(report.dueOn)}</Tag>
            ) : (
              <Tag tone="ok">{text('reportSent', { day: report.sentOn.slice(5) })}</Tag>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** 备份: when the last copy was made and whether it was read back. */
export function BackupCard({ dates: { data, error, refetch } }: Props) {
  const text = useText('home')
  const backUp = useApiCommand('backups', 'make')
  const copy = data?.backup ?? null
  const age = copy === null ? 0 : daysBetween(localDateOf(copy.at), today())
  return (
    <Section
      id="backup"
      title={text('backup')}
      actions={
        <Button size="small" running={backUp.running} onClick={() => backUp.run({})}>
          {text('backupNow')}
        </Button>
      }
    >
      <Notice refusal={backUp.refusal ?? error} onRetry={() => void refetch()} />
      {!data && !error && <Loading />}
      {data && copy === null && (
        <p>
          <Tag tone="warn">{text('backupNone')}</Tag> <span className="muted">{text('backupNoneHint')}</span>
        </p>
      )}
      {data && data.trouble !== null && (
        <p className="tone-stop">
          × {text('backupTrouble', { reason: data.trouble })}{' '}
          <Link className="link" to="/settings?part=backups">
            {text('goSettings')} →
          </Link>
        </p>
      )}
      {copy && (
        <p className="backup-line">
          <Tag tone={!copy.proven || age > 1 ? 'warn' : 'ok'}>{copy.proven ? text('backupProven') : text('backupNotProven')}</Tag>
          <span className="figures">{dayTime(copy.at)}</span>
          <span className="muted figures">
            {age <= 0 ? text('backupToday') : text('backupAge', { days: age })} · {bytes(copy.bytes)}
          </span>
        </p>
      )}
    </Section>
  )
}
