import { useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import type { ApiOutput } from '../../api.ts'
import { count, day } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { Section } from '../../ui/Page.tsx'
import { Table, type TableColumn } from '../../ui/Table.tsx'
import { FrameNumber, Money, StatusTag } from '../../ui/values.tsx'

type Customer = ApiOutput<'customers', 'get'>
type Unit = Customer['units'][number]
type Order = Customer['orders'][number]
type Props = { readonly customer: Customer }

/** Vehicles the customer has now; Enter opens one. */
export function CustomerUnits({ customer }: Props) {
  const text = useText('customers')
  const navigate = useNavigate()
  const columns = useMemo(
    (): readonly TableColumn<Unit>[] => [
      {
        key: 'frame',
        title: text('frameNo'),
        width: 190,
        render: (unit) => (
          <Link className="link" to={`/units/${unit.id}`}>
            <FrameNumber value={unit.frameNo} />
          </Link>
        ),
      },
      { key: 'plate', title: text('plateNo'), width: 100, render: (unit) => unit.plateNo },
      { key: 'model', title: text('model'), render: (unit) => unit.modelName },
      { key: 'bought', title: text('purchasedOn'), width: 110, render: (unit) => unit.purchasedOn ?? '' },
      {
        key: 'km',
        title: text('lastMileage'),
        width: 120,
        right: true,
        render: (unit) => (unit.lastMileage === null ? '' : `${count(unit.lastMileage)} km`),
      },
    ],
    [text],
  )
  return (
    <Section id="units" title={text('unitsOf')} beside={count(customer.units.length)}>
      <Table
        label={text('unitsOf')}
        columns={columns}
        rows={customer.units}
        rowKey={(unit) => unit.id}
        onOpen={(unit) => void navigate(`/units/${unit.id}`)}
        empty={text('unitsNone')}
      />
    </Section>
  )
}

/** Orders of all vehicles with what they cost and what was claimed; what was merged into the record stands below. */
export function CustomerOrders({ customer }: Props) {
  const text = useText('customers')
  const navigate = useNavigate()
  const { orders, sums, merges } = customer
  const columns = useMemo(
    (): readonly TableColumn<Order>[] => [
      {
        key: 'no',
        title: text('no'),
        width: 172,
        render: (order) => (
          <Link className="link figures" to={`/work-orders/${order.id}`}>
            {order.no}
          </Link>
        ),
      },
      { key: 'status', title: text('state'), width: 92, render: (order) => <StatusTag table="workOrderStatus" code={order.status} /> },
      { key: 'received', title: text('received'), width: 96, render: (order) => day(order.receivedAt ?? order.reportedAt) },
      {
        key: 'unit',
        title: text('unit'),
        width: 170,
        render: (order) => (
          <Link className="link" to={`/units/${order.unitId}`}>
            {order.modelName} <FrameNumber value={order.frameNo.slice(-6)} />
          </Link>
        ),
      },
      { key: 'statement', title: text('statement'), render: (order) => order.customerStatement },
      { key: 'total', title: text('repairSum'), width: 96, right: true, render: (order) => <Money fen={order.totalFen} /> },
      {
        key: 'claim',
        title: text('claim'),
        width: 110,
        render: (order) => order.claim && <StatusTag table="claimStatus" code={order.claim.status} />,
      },
    ],
    [text],
  )
  return (
    <Section id="orders" title={text('ordersOf')} beside={count(sums.orders)}>
      <Table
        label={text('ordersOf')}
        columns={columns}
        rows={orders}
        rowKey={(order) => order.id}
        onOpen={(order) => void navigate(`/work-orders/${order.id}`)}
        empty={text('ordersNoneOfCustomer')}
        shownFirst={20}
        foot={
          <span>
            {text('repairSum')}{' '}
            <b className="figures">
              <Money fen={sums.totalFen} />
            </b>{' '}
            · {text('claimed')}{' '}
            <b className="figures">
              <Money fen={sums.claimedFen} />
            </b>{' '}
            · {text('approved')}{' '}
            <b className="figures">
              <Money fen={sums.approvedFen} />
            </b>
          </span>
        }
      />
      {merges.length > 0 && (
        <ul className="merge-notes small muted">
          {merges.map((merge) => (
            <li key={merge.at}>
              {day(merge.at)} {text('merged')} {merge.said} · {merge.reason} · {merge.by}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
