import { Link } from 'react-router'
import type { ApiOutput } from '../../api.ts'
import { count, day } from '../../format.ts'
import { useText, useWord } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Section } from '../../ui/Page.tsx'
import { StatusTag } from '../../ui/values.tsx'

type Props = { readonly unit: ApiOutput<'customers', 'getUnit'>; readonly mayEdit: boolean; readonly onOwner: () => void; readonly onOdometer: () => void }

/** Orders, owners and odometer of one vehicle, newest first. */
export function UnitStory({ unit, mayEdit, onOwner, onOdometer }: Props) {
  const text = useText('customers')
  const word = useWord()
  return (
    <>
      <Section id="orders" title={text('ordersOf')} beside={count(unit.orders.length)}>
        {unit.orders.length === 0 ? <p className="muted">{text('ordersNone')}</p> : (
          <table className="story">
            <thead><tr><th>{text('no')}</th><th>{text('state')}</th><th>{text('nature')}</th><th>{text('received')}</th><th>{text('finished')}</th><th className="cell-right">{text('mileage')}</th><th>{text('statement')}</th><th>{text('partsChanged')}</th></tr></thead>
            <tbody>
              {unit.orders.map((order) => (
                <tr key={order.id}>
                  <td><Link className="link figures" to={`/work-orders/${order.id}`}>{order.no}</Link></td><td><StatusTag table="workOrderStatus" code={order.status} /></td><td>{word('nature', order.nature)}</td>
                  <td className="figures">{day(order.receivedAt)}</td><td className="figures">{day(order.finishedAt)}</td><td className="cell-right figures">{order.mileage === null ? '' : count(order.mileage)}</td>
                  <td className="wide">{order.customerStatement}</td><td className="wide">{order.parts.join('、')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Section>
      <div className="story-columns">
        <Section id="owners" title={text('owners')} beside={count(unit.owners.length)} actions={mayEdit && <Button size="small" hotkey="Ctrl+O" onClick={onOwner}>{text('changeOwner')}</Button>}>
          <table className="story">
            <tbody>
              {unit.owners.toReversed().map((owner, index) => (
                <tr key={`${owner.customerId}-${owner.since}`}><td className="figures">{owner.since} {text('since')}</td><td><Link className="link" to={`/customers/${owner.customerId}`}>{owner.name}</Link></td><td className="muted">{index === 0 && text('now')}</td></tr>
              ))}
            </tbody>
          </table>
        </Section>
        <Section id="odometer" title={text('odometer')} beside={count(unit.odometerChanges.length)} actions={mayEdit && <Button size="small" hotkey="Ctrl+M" onClick={onOdometer}>{text('changeOdometer')}</Button>}>
          {unit.odometerChanges.length === 0 ? <p className="muted">{text('odometerNone')}</p> : (
            <table className="story">
              <thead><tr><th>{text('on')}</th><th className="cell-right">{text('oldReading')}</th><th className="cell-right">{text('newReading')}</th><th>{text('reason')}</th><th>{text('by')}</th></tr></thead>
              <tbody>{unit.odometerChanges.map((change, index) => <tr key={`${change.on}-${String(index)}`}><td className="figures">{change.on}</td><td className="cell-right figures">{count(change.oldReading)}</td><td className="cell-right figures">{count(change.newReading)}</td><td className="wide">{change.reason}</td><td>{change.by}</td></tr>)}</tbody>
            </table>
          )}
        </Section>
      </div>
    </>
  )
}
