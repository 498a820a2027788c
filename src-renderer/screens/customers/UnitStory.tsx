import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { count } from '../../format.ts'
import { useText, useWord } from '../../messages/index.ts'
import { Views } from '../../ui/Choices.tsx'
import { Section } from '../../ui/Page.tsx'
import { Money, StatusTag, Tag } from '../../ui/values.tsx'
import { storyOf, type StoryEvent, type StoryPart, type UnitStory as Unit } from './story-events.ts'

const views = ['all', 'repairs', 'owners', 'odometer'] as const

/** Everything that happened to one vehicle, newest first, each with the way to its record. */
export function UnitStory({ unit }: { readonly unit: Unit }) {
  const text = useText('customers')
  const [part, setPart] = useState<StoryPart>('all')
  const events = useMemo(() => storyOf(unit, part), [unit, part])
  const titles = { all: text('storyAll'), repairs: text('storyRepairs'), owners: text('owners'), odometer: text('odometer') }
  return (
    <Section
      id="story"
      title={text('story')}
      beside={text('storyOrders', { count: unit.sums.orders })}
      actions={
        <Views label={text('story')} value={part} onChange={setPart} views={views.map((value) => ({ value, label: titles[value] }))} />
      }
    >
      {events.length === 0 && <p className="muted">{text('storyNone')}</p>}
      <ol className="story" aria-label={text('story')}>
        {events.map((event, index) => (
          <li key={`${event.kind}-${event.on}-${String(index)}`} className="story-event" data-kind={event.kind}>
            <time className="figures" dateTime={event.on}>
              {event.on}
            </time>
            <span className="story-mark" aria-hidden />
            <div className="story-said">
              <Said event={event} />
            </div>
          </li>
        ))}
      </ol>
      {unit.sums.orders > unit.orders.length && (
        <p className="muted small">{text('storyMore', { shown: unit.orders.length, total: unit.sums.orders })}</p>
      )}
    </Section>
  )
}

function Said({ event }: { readonly event: StoryEvent }) {
  const text = useText('customers')
  switch (event.kind) {
    case 'order':
      return <OrderSaid {...event} />
    case 'owner':
      return (
        <p>
          <b>{text(event.isFirst ? 'firstOwner' : 'ownerChanged')}</b>{' '}
          <Link className="link strong" to={`/customers/${event.owner.customerId}`}>
            {event.owner.name}
          </Link>
        </p>
      )
    case 'odometer': {
      const { oldReading, newReading, reason, by } = event.change
      return (
        <>
          <p>
            <b>{text('odometerChanged')}</b>{' '}
            <span className="figures">
              {count(oldReading)} km → {count(newReading)} km
            </span>{' '}
            <span className="muted">
              {text('offset')} +{count(oldReading - newReading)} km
            </span>
          </p>
          <p className="muted small">
            {reason} · {by}
          </p>
        </>
      )
    }
    case 'merge':
      return (
        <>
          <p>
            <b>{text('merged')}</b> <span className="mono">{event.merge.said}</span>
          </p>
          <p className="muted small">
            {event.merge.reason} · {event.merge.by}
          </p>
        </>
      )
    default:
      return (
        <p>
          <b>{text(event.kind)}</b>
        </p>
      )
  }
}

function OrderSaid({ order, reading }: Extract<StoryEvent, { kind: 'order' }>) {
  const text = useText('customers')
  const word = useWord()
  const { claim } = order
  return (
    <>
      <p className="story-line">
        <Link className="link figures strong" to={`/work-orders/${order.id}`}>
          {order.no}
        </Link>
        <StatusTag table="workOrderStatus" code={order.status} />
        <span>{word('nature', order.nature)}</span>
        {reading !== undefined && <span className="figures">{count(reading.km)} km</span>}
        {reading?.found && (
          <Tag tone={reading.found === 'back' ? 'stop' : 'warn'}>{text(reading.found === 'back' ? 'backwards' : 'jump')}</Tag>
        )}
        <span className="spring" />
        <Money fen={order.totalFen} />
      </p>
      <p>
        {order.customerStatement}
        {order.faultReason !== '' && <span className="muted"> · {order.faultReason}</span>}
      </p>
      {order.parts.length > 0 && (
        <p className="small">
          <span className="muted">{text('partsChanged')}</span>{' '}
          {order.parts.map(({ code, name, qty }, index) => (
            <span key={`${code}-${String(index)}`} className="story-part">
              <span className="mono muted">{code}</span> {name}
              {qty > 1 && ` ×${qty}`}
            </span>
          ))}
        </p>
      )}
      {claim && (
        <p className="story-line small">
          <span className="muted">{text('claim')}</span>
          <Link className="link figures" to={`/claims/${claim.id}`}>
            {claim.no}
          </Link>
          <StatusTag table="claimStatus" code={claim.status} />
          <span className="figures">
            {text('claimed')} <Money fen={claim.totalFen} />
          </span>
          {claim.approvedFen !== null && (
            <span className="figures">
              {text('approved')} <Money fen={claim.approvedFen} />
            </span>
          )}
        </p>
      )}
      {order.papers.length > 0 && (
        <p className="small">
          <span className="muted">{text('papers')}</span>{' '}
          {order.papers.map((paper) => (
            <Link key={paper.id} className="link figures story-paper" data-void={paper.status === 'voided'} to={`/papers/${paper.id}`}>
              {paper.form} {paper.number}
            </Link>
          ))}
        </p>
      )}
    </>
  )
}
