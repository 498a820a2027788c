import { useSearchParams } from 'react-router'
import { useBack } from '../../frame/use-back.ts'
import { useText } from '../../messages/index.ts'
import { Views } from '../../ui/Choices.tsx'
import { useHotkey } from '../../ui/hotkeys.ts'
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

/** `?view=manufacturers`; `?part=12` shows a part; with `&field=` one was led here from where the field is wanted, and goes back there. */
export function CatalogueScreen() {
  const text = useText('catalogue')
  const ui = useText('ui')
  const [search, setSearch] = useSearchParams()
  const view = views.find((each) => each === search.get('view')) ?? 'parts'
  const isLed = search.get('field') !== null
  const back = useBack('/catalogue')
  useHotkey('Escape', back, ui('back'), isLed)
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
    <Page title={text('title')} {...(isLed ? { onBack: back } : {})}>
      <Toolbar>{choice}</Toolbar>
      {view === 'manufacturers' ? <MakersPart /> : <PoliciesPart />}
    </Page>
  )
}
