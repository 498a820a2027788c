import { useMemo, useState, type ReactNode } from 'react'
import { reckonOrder, type ReckonedGroup } from '#domain/warranty-reckoning'
import { count } from '../../format.ts'
import { useText, useWord } from '../../messages/index.ts'
import { Section } from '../../ui/Page.tsx'
import { StatusTag, Tag } from '../../ui/values.tsx'
import type { Assessment, OrderDetail } from './order-form.ts'
import { SumLine, VerdictSources } from './VerdictSum.tsx'
import { RepeatLine, type EarlierOrder } from './RepeatLine.tsx'

type Verdict = Assessment['verdict']
type Props = {
  readonly verdict: Verdict | null
  readonly override?: OrderDetail['eligibilityOverride']
  /** earlier orders of the unit and where they open */
  readonly earlier: readonly EarlierOrder[]
  readonly actions?: ReactNode
}

const tones = { covered: 'ok', notCovered: 'stop', special: 'warn', pending: 'warn' } as const

/** 三包判定: the sum as on paper with the rule of each line, the repeat counter, and all of the decision behind 依据 (domain.md §4.4.4). */
export function VerdictCard({ verdict, override = null, earlier, actions }: Props) {
  const text = useText('workOrders')
  const word = useWord()
  const [open, setOpen] = useState(false)
  const groups = useMemo(() => (verdict === null ? [] : reckonOrder(verdict, verdict.law)), [verdict])
  if (verdict === null) {
    return (
      <Section id="verdict" title={text('verdict')} beside={text('verdictWaits')}>
        <p className="muted" data-field="eligibility">
          {text('verdictHint')}
        </p>
      </Section>
    )
  }
  const { result } = verdict
  const limit = limitOf(verdict, groups)
  const limitWords = [
    limit.until === null ? '' : text('until', { until: limit.until }),
    limit.kmLimit === null ? '' : `${count(limit.kmLimit)} km`,
  ]
    .filter((part) => part !== '')
    .join(' / ')
  return (
    <Section
      id="verdict"
      title={text('verdict')}
      tone={tones[result]}
      actions={actions}
      beside={
        <span className="verdict-head">
          <StatusTag table="eligibility" code={result} />
          <b className="figures">{limitWords}</b>
          {override && <Tag tone="warn">{text('overrideBy', { no: override.approvalNo, by: override.by })}</Tag>}
        </span>
      }
    >
      <div className="verdict" data-field="eligibility">
        {groups.map((group) => (
          <SumGroup key={group.parts.join('|')} group={group} verdict={groups.length > 1 ? verdict : null} />
        ))}
        <RepeatLine verdict={verdict} earlier={earlier} open={open} />
        {open && <VerdictSources verdict={verdict} groups={groups} />}
        <button type="button" className="link small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {text(open ? 'sourcesLess' : 'sources')} {open ? '▾' : '▸'}
        </button>
        <span className="visually-hidden" role="status">
          {word('eligibility', result)}
        </span>
      </div>
    </Section>
  )
}

/** End and km of the sum that is shown: of the parts where they are all judged alike, else of the whole unit. */
function limitOf(verdict: Verdict, groups: readonly ReckonedGroup[]): Pick<Verdict, 'until' | 'kmLimit'> {
  return (groups.length === 1 ? verdict.perLine[0] : undefined) ?? verdict
}

/** `verdict`: where parts are judged apart, each sum says whose it is and how it came out. */
function SumGroup({ group, verdict }: { readonly group: ReckonedGroup; readonly verdict: Verdict | null }) {
  const text = useText('workOrders')
  const own = verdict?.perLine.find(({ partName }) => partName === group.parts[0])
  return (
    <div className="verdict-group">
      {own && (
        <p className="verdict-parts">
          <b>{group.parts.join(text('listSeparator'))}</b> <StatusTag table="eligibility" code={own.result} />
        </p>
      )}
      <ol className="verdict-lines figures">
        {group.lines.map((line, index) => (
          <SumLine key={String(index)} line={line} />
        ))}
      </ol>
    </div>
  )
}
