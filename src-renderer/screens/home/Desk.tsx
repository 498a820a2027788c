import { useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useApiQuery } from '../../api.ts'
import { useMay, useMe } from '../../frame/session.ts'
import { count } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Views } from '../../ui/Choices.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Page.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { ClockList } from './ClockList.tsx'
import { groupTitles, groupWays, type DeskGroupRows, type DeskRow } from './desk-acts.ts'
import { LabelHere } from './DeskDialogs.tsx'
import { DeskLine } from './DeskLine.tsx'
import { useDeskKeys } from './use-desk-keys.ts'

export type DeskView = 'mine' | 'everyone' | 'clocks'

/** What waits to be done, grouped by the act and done here; or every running deadline. */
export function Desk({ view, onView }: { readonly view: DeskView; readonly onView: (view: DeskView) => void }) {
  const text = useText('home')
  const { role } = useMe()
  const [done, setDone] = useState('')
  const [labelling, setLabelling] = useState<DeskRow | null>(null)
  const labelled = ({ no }: DeskRow) => {
    setLabelling(null)
    setDone(text('doneAct', { act: text('actLabel'), no }))
  }
  const desk = useRef<HTMLDivElement>(null)
  useDeskKeys(desk)
  const views = (role === 'chief' ? (['mine', 'clocks'] as const) : (['mine', 'everyone', 'clocks'] as const)).map((value) => ({
    value,
    label: text(value === 'clocks' ? 'byClock' : value === 'everyone' || role === 'chief' ? 'everyone' : 'mine'),
  }))
  return (
    <Section
      id="desk"
      title={text('today')}
      beside={<output className="tone-ok">{done}</output>}
      actions={<Views<DeskView> label={text('today')} value={view} onChange={onView} views={views} />}
    >
      <div className="desk" ref={desk}>
        {view === 'clocks' ? (
          <ClockList />
        ) : (
          <Groups
            mineOnly={view === 'mine'}
            onAll={() => onView('everyone')}
            onDone={(act, no) => setDone(text('doneAct', { act, no }))}
            onLabel={setLabelling}
          />
        )}
        {labelling && (
          <LabelHere key={labelling.id} row={labelling} onDone={() => labelled(labelling)} onClose={() => setLabelling(null)} />
        )}
      </div>
    </Section>
  )
}

type GroupsProps = {
  readonly mineOnly: boolean
  readonly onAll: () => void
  readonly onDone: (act: string, no: string) => void
  readonly onLabel: (row: DeskRow) => void
}

function Groups({ mineOnly, onAll, onDone, onLabel }: GroupsProps) {
  const { data: groups, error, refetch } = useApiQuery('home', 'desk', { mineOnly, limit: 6 }, { keepPrevious: true })
  if (error) return <Notice refusal={error} onRetry={() => void refetch()} />
  if (!groups) return <Loading />
  if (groups.length === 0) return <NothingWaits mineOnly={mineOnly} onAll={onAll} />
  return groups.map((group) => <Group key={group.group} {...group} onDone={onDone} onLabel={onLabel} />)
}

function Group({ group, count: all, rows, onDone, onLabel }: DeskGroupRows & Pick<GroupsProps, 'onDone' | 'onLabel'>) {
  const text = useText('home')
  const title = text(groupTitles[group])
  return (
    <section aria-label={title}>
      <h3 className="desk-group">
        {title} <span className="figures">{count(all)}</span>
        <span className="spring" />
        {all > rows.length && (
          <Link className="link" to={groupWays[group]}>
            {text('allOf', { count: count(all) })} →
          </Link>
        )}
      </h3>
      <ul>
        {rows.map((row) => (
          <DeskLine key={row.id} group={group} row={row} onDone={onDone} onLabel={onLabel} />
        ))}
      </ul>
    </section>
  )
}

function NothingWaits({ mineOnly, onAll }: { readonly mineOnly: boolean; readonly onAll: () => void }) {
  const text = useText('home')
  const navigate = useNavigate()
  const mayOpen = useMay('openWorkOrder')
  const { role } = useMe()
  return (
    <Empty
      title={text('noWork')}
      hint={text(mayOpen ? 'noWorkHintReception' : 'noWorkHint')}
      action={
        <span className="desk-dialog-line">
          {mineOnly && role !== 'chief' && <Button onClick={onAll}>{text('showAll')}</Button>}
          {mayOpen && <Button onClick={() => void navigate('/work-orders/new')}>{text('newOrder')}</Button>}
        </span>
      }
    />
  )
}
