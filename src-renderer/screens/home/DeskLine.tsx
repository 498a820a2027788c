import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { DeskGroup } from '#domain/desk'
import { useApiCommand } from '../../api.ts'
import { useMe } from '../../frame/session.ts'
import { day, money } from '../../format.ts'
import { useSentence, useText, useWord } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { jumpWhenThere } from '../../ui/form-context.ts'
import { Message, ProblemList } from '../../ui/Notice.tsx'
import { Phone } from '../../ui/values.tsx'
import { CallBackHere } from './DeskDialogs.tsx'
import { actOf, callingGroups, wayTo, type Act, type DeskRow } from './desk-acts.ts'
import { DueClock } from './DueClock.tsx'

type Props = {
  readonly group: DeskGroup
  readonly row: DeskRow
  /** says on the page what was done */ readonly onDone: (act: string, no: string) => void
  /** asks for the label on the page: this line goes as soon as the piece has its number */ readonly onLabel: (row: DeskRow) => void
}

/** One thing that waits: what it is, its clock, and the act that deals with it. */
export function DeskLine({ group, row, onDone, onLabel }: Props) {
  const text = useText('home')
  const orderText = useText('workOrders')
  const navigate = useNavigate()
  const say = useSentence()
  const word = useWord()
  const { role } = useMe()
  const [asking, setAsking] = useState(false)
  const step = useApiCommand('workOrders', 'step')
  const act = actOf(group, row, role)
  const name = act === null ? '' : wordOf(act, text, orderText)
  const done = () => {
    setAsking(false)
    onDone(name, row.no)
  }
  const run = async () => {
    if (act?.kind === 'open') void navigate(act.to)
    else if (act?.kind === 'openStep') void navigate(wayTo(row))
    else if (act?.kind === 'step') {
      const taken = await step.run({ id: row.id, revision: row.revision, event: act.event })
      if (taken !== null) done()
    } else if (act?.kind === 'label') onLabel(row)
    else setAsking(true)
  }
  const toField = (field: string) => {
    void navigate(wayTo(row))
    jumpWhenThere(field)
  }
  return (
    <li className="desk-line">
      <Link className="link figures desk-no" to={wayTo(row)}>
        {row.no || word('requestStatus', row.status)}
      </Link>
      <span className="desk-what" title={`${row.who} ${row.what} ${row.technician}`}>
        <b>{row.who}</b> {row.what}
      </span>
      <span className="desk-more">
        {callingGroups.includes(group) && row.phone !== '' && <Phone value={row.phone} />}
        {row.amountFen === null ? (
          <span className="desk-technician">{row.technician}</span>
        ) : (
          <span className="figures">{money(row.amountFen)}</span>
        )}
      </span>
      {row.dueAt !== null && row.state !== null ? (
        <DueClock dueAt={row.dueAt} state={row.state} />
      ) : (
        <span className="desk-due faint figures">{day(row.since)}</span>
      )}
      <span className="desk-act">
        {act !== null && (
          <Button size="small" running={step.running} label={`${name} ${row.no}`} onClick={run}>
            {name}
          </Button>
        )}
      </span>
      {step.refusal && (
        <div className="desk-refusal">
          <Message
            tone="stop"
            action={
              <Button size="small" kind="quiet" onClick={step.clear}>
                {text('close')}
              </Button>
            }
          >
            <p>
              {say(step.refusal.sentence)}{' '}
              <Link className="link" to={wayTo(row)}>
                {text('open', { no: row.no })} →
              </Link>
            </p>
            {step.refusal.problems.length > 0 && <ProblemList problems={step.refusal.problems} onJump={toField} />}
          </Message>
        </div>
      )}
      {asking && act?.kind === 'callBack' && <CallBackHere row={row} onDone={done} onClose={() => setAsking(false)} />}
    </li>
  )
}

function wordOf(act: Act, text: ReturnType<typeof useText<'home'>>, orderText: ReturnType<typeof useText<'workOrders'>>): string {
  if (act.kind === 'open') return text(act.word)
  if (act.kind === 'label') return text('actLabel')
  return orderText(`event_${act.event}`)
}
