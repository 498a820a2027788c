import { useNavigate } from 'react-router'
import { api, announce, refusalOf } from '../../api.ts'
import { useText, useWord } from '../../messages/index.ts'
import { useMay } from '../session.ts'
import { wayTo } from './recent.ts'
import type { Found } from './use-found.ts'

/** `asks` is answered before it is done: a step of an order cannot be taken back. Rejects with what the host says. */
export type FirstAct = { readonly word: string; readonly asks: string | null; readonly run: () => Promise<void> }

/** What Ctrl+Enter does with a record: the step, paper or order one mostly wants, without opening it first. */
export function useFirstAct(onPrint: (paperId: number) => void): (found: Found) => FirstAct | null {
  const text = useText('frame')
  const word = useWord()
  const navigate = useNavigate()
  const mayOpen = useMay('openWorkOrder')
  const intake = (query: string): FirstAct | null =>
    mayOpen
      ? {
          word: text('takeIn'),
          asks: null,
          run: async () => {
            await navigate(`/work-orders/new?${query}`)
          },
        }
      : null
  return (found) => {
    const { kind, id, title } = found
    switch (kind) {
      case 'unit':
        return intake(`unit=${id}`)
      case 'customer':
        return intake(`customer=${id}`)
      case 'paper':
        return { word: text('printIt'), asks: null, run: async () => onPrint(id) }
      case 'claim':
        return {
          word: text('openOrder'),
          asks: null,
          run: async () => {
            await navigate(wayTo.workOrder((await api.claims.get({ id })).workOrderId))
          },
        }
      case 'workOrder':
        return {
          word: text('nextStep'),
          asks: text('nextStepAsks', { no: title, status: word('workOrderStatus', found.status) }),
          run: () => takeNextStep(id),
        }
      default:
        return { word: text('copyNumber'), asks: null, run: () => navigator.clipboard.writeText(title) }
    }
  }
}

/** The next step of the order as it stands now, with nothing ticked or said: what needs more is refused with what is missing. */
async function takeNextStep(id: number): Promise<void> {
  const { revision, steps } = await api.workOrders.get({ id })
  const [next] = steps
  if (next === undefined) return
  try {
    await api.workOrders.step({ id, revision, event: next.event })
  } catch (error) {
    throw refusalOf(error)
  }
  announce(['workOrders', 'home', 'claims', 'returnedParts'])
}
