import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import type { Sentence } from '#domain/sentences/index'
import { count } from '../../format.ts'
import { useSentence, useText, useWord } from '../../messages/index.ts'
import { Section } from '../../ui/Page.tsx'
import { StatusTag, Tag } from '../../ui/values.tsx'
import type { Assessment, OrderDetail } from './order-form.ts'

type Props = {
  readonly verdict: Assessment['verdict'] | null
  readonly override?: OrderDetail['eligibilityOverride']
  /** numbers of earlier orders of the unit and where they open */
  readonly earlier: readonly { readonly id: number; readonly no: string }[]
  readonly actions?: ReactNode
}

const tones = { covered: 'ok', notCovered: 'stop', special: 'warn', pending: 'warn' } as const
/** The arithmetic itself is always in sight; policy, limits and rules that applied stand behind 依据. */
const always = /^warranty\.(ask|start|deducted\.(repair|wait)|end$|shifted|time|km|reason|approved|commercial|order$)/

/** 三包判定 with its arithmetic, the repeat counter and its sources (domain.md §4.4.4). */
export function VerdictCard({ verdict, override = null, earlier, actions }: Props) {
  const text = useText('workOrders')
  const word = useWord()
  const say = useSentence()
  const [open, setOpen] = useState(false)
  if (verdict === null) {
    return <Section id="verdict" title={text('verdict')} beside={text('verdictWaits')}><p className="muted" data-field="eligibility">{text('verdictHint')}</p></Section>
  }
  const { result, until, kmLimit, lines, repeat, perLine } = verdict
  const shown = open ? lines : lines.filter(({ key }) => always.test(key))
  // A part judged like the whole order is not explained twice.
  const whole = new Set(lines.map((line) => JSON.stringify(line)))
  const limit = [until === null ? '' : text('until', { until }), kmLimit === null ? '' : `${count(kmLimit)} km`].filter((part) => part !== '').join(' / ')
  return (
    <Section
      id="verdict" title={text('verdict')} tone={tones[result]} actions={actions}
      beside={<span className="verdict-head"><StatusTag table="eligibility" code={result} /><b className="figures">{limit}</b>{override && <span>{text('overrideBy', { no: override.approvalNo, by: override.by })}</span>}</span>}
    >
      <div className="verdict" data-field="eligibility">
        <ol className="verdict-lines figures">{shown.map((line, index) => <Line key={`${line.key}-${String(index)}`} said={line} />)}</ol>
        {repeat.level !== 'none' || repeat.count > 0 ? (
          <div className="repeat" data-level={repeat.level}>
            {repeat.lines.filter(({ key }) => key === 'warranty.repeat.count').map((line) => (
              <Tag key={line.key} tone={repeat.level === 'red' ? 'stop' : repeat.level === 'yellow' ? 'warn' : 'wait'}>{say(line)}</Tag>
            ))}
            {repeat.orders.map((no) => {
              const order = earlier.find((each) => each.no === no)
              return order === undefined ? <span key={no} className="figures">{no}</span> : <Link key={no} className="link figures" to={`/work-orders/${order.id}`}>{no}</Link>
            })}
            <ul>{repeat.lines.filter(({ key }) => key !== 'warranty.repeat.count' && (open || /yellow|red/.test(key))).map((line, index) => <Line key={`${line.key}-${String(index)}`} said={line} />)}</ul>
          </div>
        ) : null}
        {open && perLine.length > 0 && (
          <ul className="per-line">
            {perLine.map(({ partCode, partName, result: ofLine, lines: sum }, index) => (
              <li key={`${partCode}-${String(index)}`}><b>{partName}</b> <span className="mono muted">{partCode}</span> <StatusTag table="eligibility" code={ofLine} /><span className="muted">{sum.filter((line) => !whole.has(JSON.stringify(line))).map(say).join(' · ')}</span></li>
            ))}
          </ul>
        )}
        <button type="button" className="link small" aria-expanded={open} onClick={() => setOpen(!open)}>{text(open ? 'sourcesLess' : 'sources')} {open ? '▾' : '▸'}</button>
        <span className="visually-hidden" role="status">{word('eligibility', result)}</span>
      </div>
    </Section>
  )
}

function Line({ said }: { readonly said: Sentence }) {
  const say = useSentence()
  const tone = /\.(out|tampered)$|^warranty\.(reason|repeat\.red)/.test(said.key) ? 'tone-stop' : /^warranty\.(ask|repeat\.yellow)/.test(said.key) ? 'tone-warn' : ''
  return <li className={tone}>{say(said)}</li>
}
