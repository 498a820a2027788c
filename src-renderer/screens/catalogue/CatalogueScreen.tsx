import { useNavigate, useSearchParams } from 'react-router'
import { useMay } from '../../frame/session.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
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
  const navigate = useNavigate()
  const mayImport = useMay('importData')
  const [search, setSearch] = useSearchParams()
  const view = views.find((each) => each === search.get('view')) ?? 'parts'
  return (
    <Page title={text('title')} fill={view === 'parts'}>
      <Toolbar actions={mayImport && view === 'parts' && <Button onClick={() => void navigate('/import')}>{text('importParts')}</Button>}>
        <Views label={text('title')} value={view} onChange={(next) => setSearch({ view: next }, { replace: true })} views={views.map((value) => ({ value, label: text(value) }))} />
      </Toolbar>
      {view === 'parts' && <PartsPart />}
      {view === 'manufacturers' && <MakersPart />}
      {view === 'policies' && <PoliciesPart />}
    </Page>
  )
}
