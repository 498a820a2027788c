import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { count } from '../../format.ts'
import { useText, useWord } from '../../messages/index.ts'
import { Section } from '../../ui/Page.tsx'
import { FrameNumber, Phone, Tag } from '../../ui/values.tsx'
import type { OrderDetail } from './order-form.ts'

type Props = {
  readonly customer: OrderDetail['customer']
  readonly unit: OrderDetail['unit'] | null
  /** km the odometer said before this order */
  readonly lastMileage: number | null
  /** orders of this unit on file */
  readonly orderCount: number | null
  readonly actions?: ReactNode
  /** further lines: what the order is tied to */
  readonly children?: ReactNode
}

/** 用户与车辆: who and what, with a way to the whole story of both. */
export function UnitCard({ customer, unit, lastMileage, orderCount, actions, children }: Props) {
  const text = useText('workOrders')
  const word = useWord()
  return (
    <Section id="subject" title={text('subject')} actions={actions}>
      <div className="subject">
        <p data-field="customer">
          <Link className="link strong" to={`/customers/${customer.id}`}>
            {customer.name}
          </Link>{' '}
          <Phone value={customer.phone} />
          {customer.kind === 'person' ? null : <span className="muted">{word('customerKind', customer.kind)}</span>}
          <span className="muted subject-address">{customer.address}</span>
        </p>
        {unit && (
          <div data-field="unit">
            <p>
              <Link className="link strong" to={`/units/${unit.id}`}>
                {unit.modelName}
              </Link>{' '}
              <FrameNumber value={unit.frameNo} />
              {unit.plateNo !== '' && <b>{unit.plateNo}</b>}
            </p>
            <p className="muted small">
              {unit.engineNo !== '' && (
                <span>
                  {text('engineNo')} <span className="mono">{unit.engineNo}</span>
                </span>
              )}
              <span>
                {text('purchasedOn')} {unit.purchasedOn ?? text('unknown')}
              </span>
              <span>
                {text('usage')} {word('usage', unit.usage)}
              </span>
              {lastMileage !== null && <span>{text('lastMileage', { km: count(lastMileage) })}</span>}
              {unit.tamperFlag && <Tag tone="stop">{text('tampered')}</Tag>}
            </p>
            <p>
              <Link className="link" to={`/units/${unit.id}`}>
                {text('wholeStory')}
                {orderCount === null ? '' : ` ${orderCount}`} ▸
              </Link>
            </p>
          </div>
        )}
        {children}
      </div>
    </Section>
  )
}
