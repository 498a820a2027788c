import { useSearchParams } from 'react-router'
import { useText } from '../../messages/index.ts'
import { Views } from '../../ui/Choices.tsx'
import { Page, Toolbar } from '../../ui/Page.tsx'
import { FaultsPart, LabourPart, ModelsPart } from './code-lists.tsx'
import { MakersPart } from './MakersPart.tsx'
import { PartsPart } from './PartsPart.tsx'
import { PoliciesPart } from './PoliciesPart.tsx'
import { PricesPart } from './PricesPart.tsx'
import { HolidaysPart, OutletsPart, TechniciansPart } from './station-lists.tsx'
import './catalogue.css'

const lists = {
  parts: PartsPart,
  prices: PricesPart,
  labour: LabourPart,
  faults: FaultsPart,
  models: ModelsPart,
  technicians: TechniciansPart,
  outlets: OutletsPart,
  holidays: HolidaysPart,
} as const
const views = ['parts', 'prices', 'labour', 'faults', 'models', 'manufacturers', 'policies', 'technicians', 'outlets', 'holidays'] as const

function isList(view: string): view is keyof typeof lists {
  return Object.hasOwn(lists, view)
}

/** `?view=manufacturers`; `?part=12` shows a part. */
export function CatalogueScreen() {
  const text = useText('catalogue')
  const [search, setSearch] = useSearchParams()
  const view = views.find((each) => each === search.get('view')) ?? 'parts'
  const choice = (
    <Views
      label={text('title')}
      value={view}
      onChange={(next) => setSearch({ view: next }, { replace: true })}
      views={views.map((value) => ({ value, label: text(`list.${value}`) }))}
    />
  )
  if (isList(view)) {
    const List = lists[view]
    return (
      <Page title={text('title')} fill>
        <List key={view} views={choice} />
      </Page>
    )
  }
  return (
    <Page title={text('title')}>
      <Toolbar>{choice}</Toolbar>
      {view === 'manufacturers' ? <MakersPart /> : <PoliciesPart />}
    </Page>
  )
}
