import { PrintDialog } from '../../frame/print/PrintDialog.tsx'
import { useText } from '../../messages/index.ts'
import { BorrowDialog } from './BorrowDialog.tsx'
import { OverrideDialog } from './OverrideDialog.tsx'
import { StepDialog } from './StepDialogs.tsx'
import { eventWord } from './event-words.ts'
import type { OrderDetail } from './order-form.ts'
import type { OrderActs } from './use-order-acts.ts'

/** What is asked or shown over the order, one at a time. */
export function OrderDialogs({ detail, acts }: { readonly detail: OrderDetail; readonly acts: OrderActs }) {
  const text = useText('workOrders')
  const { asking, showing, close } = acts
  if (showing !== null) return <PrintDialog {...showing} onClose={close} />
  switch (asking?.what) {
    case 'borrow':
      return <BorrowDialog detail={detail} onDone={(requestId) => void acts.borrowed(requestId)} onClose={close} />
    case 'override':
      return (
        <OverrideDialog
          id={detail.id}
          revision={detail.revision}
          approvalNo={detail.approvalNo}
          onDone={() => void acts.overridden()}
          onClose={close}
        />
      )
    case 'step': {
      const { event } = asking
      return (
        <StepDialog
          step={{ event, word: eventWord(event, text) }}
          detail={detail}
          running={acts.running}
          refusal={acts.stepRefusal}
          onSaid={(said) => void acts.said(event, said)}
          onClose={close}
        />
      )
    }
    case undefined:
      return null
  }
}
