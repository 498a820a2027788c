import { useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { rightOf, type CatalogueList } from '#domain/catalogue'
import type { ApiMethod } from '../../api.ts'
import { useAsked } from '../../frame/use-asked.ts'
import { useMay } from '../../frame/session.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { SearchInput } from '../../ui/Choices.tsx'
import type { Chosen } from '../../ui/grid/use-chosen.ts'
import type { FilterOf } from '../../ui/Grid.tsx'
import { Toolbar } from '../../ui/Page.tsx'
import type { RecordColumn } from '../../ui/record-grid/columns.ts'
import { useKeptRows } from '../../ui/record-grid/kept-rows.ts'
import { rowKey } from '../../ui/record-grid/row-draft.ts'
import type { SaveRow } from '../../ui/record-grid/use-row-drafts.ts'
import { RecordGrid } from '../../ui/RecordGrid.tsx'
import { ChosenRecords } from './ChosenRecords.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'

type Kept = { readonly id: number; readonly revision: number }

type Props<M extends ApiMethod<'catalogue'>, R> = {
  readonly list: CatalogueList
  readonly method: M
  readonly columns: readonly RecordColumn<R>[]
  readonly filter: FilterOf<'catalogue', M>
  readonly save: SaveRow<R>
  readonly newRecord: R | null
  readonly nameOf: (row: R) => string
  readonly views: ReactNode
  /** further narrowing, right of the search */
  readonly narrow?: ReactNode
  readonly beside?: ReactNode
  readonly startText?: string
}

/** A catalogue as a grid that is edited in place, with its search and its one new record. */
export function ListPart<M extends ApiMethod<'catalogue'>, R extends Kept>({
  list,
  method,
  columns,
  filter,
  save,
  newRecord,
  nameOf,
  views,
  narrow,
  beside,
  startText = '',
}: Props<M, R>) {
  const text = useText('catalogue')
  const mayEdit = useMay(rightOf[list])
  const mayImport = useMay('importData')
  const navigate = useNavigate()
  const [search, setSearch] = useAsked('text', startText)
  const [wanted, setWanted] = useState(0)
  const [chosen, setChosen] = useState<Chosen<R>>({ ids: [], rows: [] })
  const kept = useKeptRows<R>(`catalogue-${list}`, text('unsavedIn', { list: text(`list.${list}`) }))
  const [removing, setRemoving] = useState<R | null>(null)
  // What was typed in the row is saved as the question takes the cursor: the row that goes is the one saved.
  const saveRow: SaveRow<R> = async (row, id) => {
    const saved = await save(row, id)
    setRemoving((asked) => (asked?.id === saved.id ? { ...asked, ...saved } : asked))
    return saved
  }
  const onRemoved = () => {
    if (removing !== null && kept?.rows.delete(rowKey(removing.id)) === true) kept.changed()
  }
  return (
    <>
      <div className="catalogue-lists">{views}</div>
      <Toolbar
        actions={
          mayEdit && (
            <>
              {mayImport && <Button onClick={() => void navigate(`/import?kind=${list}`)}>{text('importList')}</Button>}
              <Button kind="primary" hotkey="Ctrl+N" disabled={newRecord === null} onClick={() => setWanted((times) => times + 1)}>
                {text(`new.${list}`)}
              </Button>
            </>
          )
        }
      >
        <SearchInput value={search} onChange={setSearch} placeholder={text('search')} width={220} />
        {narrow}
      </Toolbar>
      <div className="catalogue-body">
        {beside}
        {kept !== null && (
          <RecordGrid
            id={`catalogue-${list}`}
            label={text(`list.${list}`)}
            feature="catalogue"
            method={method}
            columns={columns}
            filter={filter}
            text={search}
            onText={setSearch}
            mayEdit={mayEdit}
            save={saveRow}
            kept={kept}
            newRecord={newRecord}
            wanted={wanted}
            nameOf={nameOf}
            onRemove={setRemoving}
            onChosen={setChosen}
            acts={(onChanged) => mayEdit && <ChosenRecords list={list} chosen={chosen} onChanged={onChanged} />}
            empty={{
              title: text('listEmpty', { list: text(`list.${list}`) }),
              ...(mayEdit ? { hint: text(mayImport ? 'listEmptyImport' : 'listEmptyHint', { word: text(`new.${list}`) }) } : {}),
            }}
          />
        )}
      </div>
      <RemoveDialog
        list={list}
        record={removing}
        name={removing === null ? '' : nameOf(removing)}
        onClose={() => setRemoving(null)}
        onRemoved={onRemoved}
      />
    </>
  )
}
