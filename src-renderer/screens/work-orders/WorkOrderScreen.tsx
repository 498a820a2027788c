import { useParams } from 'react-router'
import { IntakePage } from './IntakePage.tsx'
import { OrderPage } from './OrderPage.tsx'

/** `/work-orders/new` and `/work-orders/:id`. */
export function WorkOrderScreen() {
  const { id } = useParams()
  return id === undefined ? <IntakePage /> : <OrderPage key={id} id={Number(id)} />
}
