import { useLocation, useParams } from 'react-router'
import { ManifestPage } from './ManifestPage.tsx'
import { OldPartsList } from './OldPartsList.tsx'
import './old-parts.css'

/** `/old-parts` the pieces and the manifests, `/manifests/:id` one manifest: packing, then its way to the manufacturer. */
export function OldPartsScreen() {
  const { pathname } = useLocation()
  const id = Number(useParams()['id'])
  return pathname.startsWith('/manifests') && Number.isInteger(id) ? <ManifestPage key={id} id={id} /> : <OldPartsList />
}
