import { Progress as AntProgress } from 'antd'
import { useText } from '../messages/index.ts'
import { Button } from './Button.tsx'

/** Long work: how far it is, and a way to stop it. `done` null: not known yet. */
export function Progress({
  label,
  done,
  of,
  onStop,
}: {
  readonly label: string
  readonly done: number | null
  readonly of: number
  readonly onStop?: () => void
}) {
  const text = useText('ui')
  const percent = done === null || of === 0 ? 100 : Math.round((done / of) * 100)
  return (
    <output className="progress">
      <span>{label}</span>
      <AntProgress percent={percent} status="active" showInfo={done !== null} size="small" aria-label={label} />
      {done !== null && (
        <span className="figures">
          {done} / {of}
        </span>
      )}
      {onStop && (
        <Button size="small" onClick={onStop}>
          {text('stopWork')}
        </Button>
      )}
    </output>
  )
}

/** While the first answer is on its way. */
export function Loading() {
  const text = useText('ui')
  return <output className="loading">{text('loading')}</output>
}
