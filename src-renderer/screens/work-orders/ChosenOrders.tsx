import { ChosenPapers } from '../../frame/print/ChosenPapers.tsx'
import { useText } from '../../messages/index.ts'

/** What can be done to the chosen orders together: their vouchers, and the labels of their old parts. */
export function ChosenOrders({ ids }: { readonly ids: readonly number[] }) {
  const text = useText('workOrders')
  return (
    <ChosenPapers
      field="workOrderId"
      ids={ids}
      kinds={[
        { word: (count) => text('printVouchersOf', { count }), none: text('noVouchersOf'), forms: ['F16'] },
        { word: (count) => text('printLabelsOf', { count }), none: text('noLabelsOf'), forms: ['F27', 'F30'] },
      ]}
    />
  )
}
