import type { GridApi } from 'ag-grid-community'
import { useMemo, type ReactNode, type RefObject } from 'react'
import { contract } from '#contract/index'
import type { Contract } from '#contract/define'
import { isList } from '#contract/list'
import type { ListFields } from '#domain/list-fields'
import type { Condition } from '#domain/list-filter'
import { useText, useWord } from '../../messages/index.ts'
import { useActiveGrid } from './active-grid.ts'
import { ColumnChoice } from './ColumnChoice.tsx'
import { sortOf } from './column-layout.ts'
import type { GridColumn } from './columns.tsx'
import { askables } from './conditions.ts'
import { ExportButton, type ExportAsked } from './ExportButton.tsx'
import { GridBar } from './GridBar.tsx'
import type { GridMemory, useGridMemory } from './grid-memory.ts'
import { SavedViews } from './SavedViews.tsx'
import { useGridView } from './use-grid-view.ts'
import { exportColumns, stateOf } from './view-state.ts'
import './grid.css'

type Asked<R> = {
  readonly id: string
  readonly label: string
  readonly feature: string
  readonly method: string
  readonly columns: readonly GridColumn<R>[]
  readonly api: GridApi<R> | null
  readonly memory: ReturnType<typeof useGridMemory>
  /** where one was when the list was opened */
  readonly place: GridMemory
  readonly section: RefObject<HTMLElement | null>
  readonly filter: unknown
  readonly text: string
  /** ids of the chosen rows; none: all that match */
  readonly chosen: readonly number[]
  readonly base: string
  readonly onBase: ((base: string) => void) | undefined
  readonly onText: ((text: string) => void) | undefined
  readonly autoFocus: boolean
  /** the tools are done with: the cursor goes back into the rows */
  readonly back: () => void
}

/** The columns the contract's list can be sorted and narrowed by. */
function fieldsOf(feature: string, method: string): ListFields {
  const endpoint = (contract as Contract)[feature]?.[method]
  return isList(endpoint) ? endpoint.fields : {}
}

/** What every list has above its rows: conditions, saved views, columns, export. */
export function useListTools<R extends { readonly id: number }>({
  id,
  label,
  feature,
  method,
  columns,
  api,
  memory,
  place,
  section,
  filter,
  text,
  chosen,
  base,
  onBase,
  onText,
  autoFocus,
  back,
}: Asked<R>): { readonly fields: ListFields; readonly filters: readonly Condition[]; readonly bar: ReactNode } {
  const word = useWord()
  const hints = useText('grid')
  const fields = useMemo(() => fieldsOf(feature, method), [feature, method])
  const askable = useMemo(() => askables(columns, fields, word, hints), [columns, fields, word, hints])
  const listens = useActiveGrid(id, section, autoFocus)
  const { filters, narrow, view, openView } = useGridView({ id, api, memory, place, askable, base, onBase, text, onText, back })
  const exportAsked = (): ExportAsked => ({
    list: `${feature}.${method}`,
    title: label,
    columns: api ? exportColumns(api, columns, word) : [],
    ids: chosen.length > 0 ? [...chosen] : null,
    question: { sort: api ? sortOf(api.getColumnState()) : [], text, filter, filters },
  })
  const bar = (
    <GridBar askable={askable} filters={filters} onFilters={narrow} listens={listens} onLeave={back}>
      {api && (
        <SavedViews grid={id} current={view} listens={listens} stateNow={() => stateOf(api, { filters, base, text })} onPick={openView} />
      )}
      {api && (
        <ColumnChoice
          columns={columns}
          api={api}
          listens={listens}
          onReset={() => {
            memory.forgetLayout()
            api.resetColumnState()
          }}
        />
      )}
      {api && <ExportButton title={label} chosen={chosen.length} listens={listens} ask={exportAsked} />}
    </GridBar>
  )
  return { fields, filters, bar }
}
