import { useMemo, useRef, useState, type ReactNode } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { codesOf, partCategory, type PartCategory } from '#domain/words'
import { useMay } from '../../frame/session.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { SearchInput } from '../../ui/Choices.tsx'
import { shownCombo } from '../../ui/hotkeys.ts'
import { Grid, type FilterOf } from '../../ui/Grid.tsx'
import { TickInput, WordInput } from '../../ui/fields/inputs.tsx'
import type { GridColumn } from '../../ui/grid/columns.tsx'
import { Split, Toolbar } from '../../ui/Page.tsx'
import { PartPanel } from './PartPanel.tsx'
import type { PartRow } from './part-row.ts'


/** The parts list; Enter opens one beside it. */
export function PartsPart({ views }: { readonly views: ReactNode }) {
  const text = useText('catalogue')
  const navigate = useNavigate()
  const mayEdit = useMay('editCatalogue')
  const mayImport = useMay('importData')
  const [address, setAddress] = useSearchParams()
  const [search, setSearch] = useState('')
  const [category, setCategory] = useState<PartCategory | null>(null)
  const [withInactive, setWithInactive] = useState(false)
  const [opened, setOpened] = useState<PartRow | 'new' | null>(null)
  const filter = useMemo<FilterOf<'catalogue', 'listParts'>>(() => ({ category, activeOnly: !withInactive }), [category, withInactive])
  const columns = useMemo<readonly GridColumn<PartRow>[]>(() => [
    { field: 'code', title: text('code'), kind: 'link', sortable: true, width: 150 },
    { field: 'name', title: text('name'), sortable: true, flex: 1, width: 150 },
    { field: 'category', title: text('category'), kind: 'word', table: 'partCategory', sortable: true, width: 110 },
    { field: 'priceFen', title: text('price'), kind: 'money', sortable: true, width: 90 },
    { field: 'retailPriceFen', title: text('retailPrice'), kind: 'money', width: 90 },
    { field: 'warrantyMonths', title: text('warrantyMonths'), kind: 'number', width: 84 },
    { field: 'warrantyKm', title: text('warrantyKm'), kind: 'number', width: 84 },
    { field: 'oldPartReturn', title: text('oldPartReturn'), kind: 'word', table: 'oldPartDuty', width: 90 },
    { field: 'supplierName', title: text('supplierName'), sortable: true, width: 130 },
    { field: 'unit', title: text('unit'), width: 56, hidden: true }, { field: 'spec', title: text('spec'), hidden: true }, { field: 'assembly', title: text('assembly'), hidden: true },
    { field: 'active', title: text('active'), width: 70, words: { true: text('active'), false: text('inactive') } },
  ], [text])
  const body = useRef<HTMLDivElement>(null)
  const close = () => {
    setOpened(null)
    // back to the row one came from
    requestAnimationFrame(() => body.current?.querySelector<HTMLElement>('.ag-cell-focus')?.focus())
    if (address.has('part')) setAddress({ view: 'parts' }, { replace: true })
  }
  const fromAddress = Number(address.get('part'))
  const detail = opened !== null ? opened : Number.isInteger(fromAddress) && fromAddress > 0 ? fromAddress : null
  return (
    <>
      <Toolbar actions={<>{mayImport && <Button onClick={() => void navigate('/import')}>{text('importParts')}</Button>}{mayEdit && <Button kind={detail === null ? 'primary' : 'plain'} hotkey="Ctrl+N" onClick={() => setOpened('new')}>{text('newPart')}</Button>}</>}>
        {views}
        <SearchInput value={search} onChange={setSearch} placeholder={text('searchParts')} width={200} />
        <div className="catalogue-choice"><WordInput aria-label={text('category')} placeholder={text('allCategories')} empty table="partCategory" codes={codesOf(partCategory)} value={category} onChange={setCategory} /></div>
        <TickInput value={withInactive} onChange={setWithInactive}>{text('withInactive')}</TickInput>
      </Toolbar>
      <div className="parts-body" ref={body}>
        <Split
          list={
            <Grid
              id="parts" label={text('parts')} feature="catalogue" method="listParts" columns={columns} filter={filter} text={search} autoFocus onOpen={setOpened} onEscape={close}
              empty={category !== null ? { title: text('partsEmptyFiltered'), hint: text('partsEmptyFilteredHint') } : { title: text('partsEmpty'), hint: text('partsEmptyHint', { key: shownCombo('Ctrl+N') }) }}
            />
          }
          detail={detail === null ? null : <PartPanel key={typeof detail === 'object' ? detail.id : detail} part={detail} onClose={close} />}
        />
      </div>
    </>
  )
}
