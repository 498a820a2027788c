import { useSearchParams } from 'react-router'
import { useText } from '../../messages/index.ts'
import { Views } from '../../ui/Choices.tsx'
import { Page, Toolbar } from '../../ui/Page.tsx'
import { MakersPart } from './MakersPart.tsx'
import { PartsPart } from './PartsPart.tsx'
import { PoliciesPart } from './PoliciesPart.tsx'
import './catalogue.css'

const views = ['parts', 'manufacturers', 'policies'] as const

/** `?view=manufacturers`; `?part=12` opens a part. */
export function CatalogueScreen() {
  const text = useText('catalogue')
  const [search, setSearch] = useSearchParams()
  const view = views.find((each) => each === search.get('view')) ?? 'parts'
  const choice = <Views label={text('title')} value={view} onChange={(next) => setSearch({ view: next }, { replace: true })} views={views.map((value) => ({ value, label: text(value) }))} />
  return (
    <Page title={text('title')} fill={view === 'parts'}>
      {view === 'parts' ? <PartsPart views={choice} /> : <Toolbar>{choice}</Toolbar>}
      {view === 'manufacturers' && <MakersPart />}
      {view === 'policies' && <PoliciesPart />}
    </Page>
  )
}
