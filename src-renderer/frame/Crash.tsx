import { useMemo, useState } from 'react'
import { useLocation, useNavigate, useRouteError } from 'react-router'
import { dayTime, now } from '../format.ts'
import { useText } from '../messages/index.ts'
import { platform } from '../transport.ts'
import { Button } from '../ui/Button.tsx'

/** Names only what a maintainer needs: no customer's data stands in it. */
function reportOf(error: unknown, page: string): string {
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return [`三包站 · ${dayTime(now())} · ${platform}`, page, navigator.userAgent, said].join('\n')
}

/** A page that failed leaves the frame and every other page working: try again, go home, or pass the report on. */
export function Crash() {
  const text = useText('frame')
  const error = useRouteError()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const report = useMemo(() => reportOf(error, pathname), [error, pathname])
  const [copied, setCopied] = useState(false)
  const copy = () =>
    navigator.clipboard.writeText(report).then(
      () => setCopied(true),
      () => undefined,
    )
  return (
    <main className="crash" role="alert">
      <h2>× {text('crashed')}</h2>
      <p>{text('crashedHint')}</p>
      <div className="crash-acts">
        <Button kind="primary" onClick={() => window.location.reload()}>
          {text('reload')}
        </Button>
        <Button onClick={() => void navigate('/')}>{text('goHome')}</Button>
        <Button onClick={copy}>{copied ? text('reportCopied') : text('copyReport')}</Button>
      </div>
      <details open>
        <summary>{text('report')}</summary>
        <pre>{report}</pre>
      </details>
    </main>
  )
}
