import { useLocation, useParams } from 'react-router'
import { BatchScreen } from './BatchScreen.tsx'
import { ClaimScreen } from './ClaimScreen.tsx'
import { ClaimsBoard } from './ClaimsBoard.tsx'
import './claims.css'

/** `/claims` the money in three columns, `/claims/:id` one claim, `/batches/:id` one batch. */
export function ClaimsScreen() {
  const { pathname } = useLocation()
  const id = Number(useParams()['id'])
  if (!Number.isInteger(id)) return <ClaimsBoard />
  return pathname.startsWith('/batches') ? <BatchScreen key={id} id={id} /> : <ClaimScreen key={id} id={id} />
}
