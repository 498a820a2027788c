import { useParams } from 'react-router'
import { RequestList } from './RequestList.tsx'
import { RequestPage } from './RequestPage.tsx'
import './requests.css'

/** `/requests` the list, `/requests/:id` one request. */
export function RequestsScreen() {
  const id = Number(useParams()['id'])
  return Number.isInteger(id) ? <RequestPage key={id} id={id} /> : <RequestList />
}
