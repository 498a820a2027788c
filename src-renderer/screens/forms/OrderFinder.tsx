import { api, type ApiOutput } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { Finder } from '../../ui/fields/Finder.tsx'

type Order = ApiOutput<'workOrders', 'list'>['rows'][number]

async function findOrders(text: string): Promise<readonly Order[]> {
  const { rows } = await api.workOrders.list({
    offset: 0,
    limit: 12,
    text,
    sort: [{ column: 'reportedAt', direction: 'desc' }],
    filter: { statuses: [], nature: null, technicianId: null, view: 'all' },
  })
  return rows
}

/** A work order by number, plate or customer. */
export function OrderFinder({ onPick }: { readonly onPick: (workOrderId: number) => void }) {
  const text = useText('forms')
  return (
    <div className="forms-order">
      <Finder<Order>
        aria-label={text('fromOrder')}
        value=""
        placeholder={`${text('fromOrder')} · ${text('fromOrderHint')}`}
        search={findOrders}
        stay
        onPick={({ id }) => onPick(id)}
        hitOf={({ id, no, customerName, plateNo, frameNo, modelName }) => ({
          key: String(id),
          title: no,
          detail: [customerName, plateNo, modelName].filter((part) => part !== '').join(' · '),
          ...(plateNo === '' ? { frameNo } : {}),
          code: no,
        })}
      />
    </div>
  )
}
