import { AG_GRID_LOCALE_CN } from '@ag-grid-community/locale'
import {
  CellStyleModule, ColumnApiModule, EventApiModule, InfiniteRowModelModule, LocaleModule, ModuleRegistry, RenderApiModule, RowApiModule, RowSelectionModule, RowStyleModule,
  ScrollApiModule, type CellKeyDownEvent, type FullWidthCellKeyDownEvent, type GridApi, type GridReadyEvent, type RowSelectionOptions,
} from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { contract } from '#contract/index'
import type { Contract } from '#contract/define'
import { isList } from '#contract/list'
import type { Condition } from '#domain/list-filter'
import { onChanged, refusalOf, useApiQuery, type ApiFeature, type ApiInput, type ApiMethod, type ApiOutput } from '../api.ts'
import { useLanguage, useText, useWord } from '../messages/index.ts'
import { useAppearance } from '../theme/appearance.ts'
import { gridTheme } from '../theme/grid-theme.ts'
import { useActiveGrid } from './grid/active-grid.ts'
import { ColumnChoice } from './grid/ColumnChoice.tsx'
import { cellText, columnDefinitions, type GridColumn } from './grid/columns.tsx'
import { askables, known } from './grid/conditions.ts'
import { ExportButton, type ExportAsked } from './grid/ExportButton.tsx'
import { GridBar } from './grid/GridBar.tsx'
import { GridFoot, type GridSum } from './grid/GridFoot.tsx'
import { useGridMemory } from './grid/grid-memory.ts'
import { returnToRow } from './grid/return-to-row.ts'
import { asTabSeparated, datasource, listQuery, shownRange, type Page } from './grid/rows.ts'
import { SavedViews, type SavedView } from './grid/SavedViews.tsx'
import { applyState, exportColumns, sortOf, stateOf } from './grid/view-state.ts'
import './grid/grid.css'
import { Empty } from './Empty.tsx'
import { Notice } from './Notice.tsx'
import { useLatest } from './use-latest.ts'

ModuleRegistry.registerModules([
  CellStyleModule, ColumnApiModule, EventApiModule, InfiniteRowModelModule, LocaleModule, RenderApiModule, RowApiModule, RowSelectionModule, RowStyleModule, ScrollApiModule,
])

export type RowOf<F extends ApiFeature, M extends ApiMethod<F>> = ApiOutput<F, M> extends { rows: (infer R)[] } ? R : never
export type FilterOf<F extends ApiFeature, M extends ApiMethod<F>> = ApiInput<F, M> extends { filter: infer I } ? I : never

type Props<F extends ApiFeature, M extends ApiMethod<F>, R> = {
  /** names the remembered state, e.g. `work-orders` */
  readonly id: string
  readonly label: string
  readonly feature: F
  readonly method: M
  readonly columns: readonly GridColumn<R>[]
  readonly filter: FilterOf<F, M>
  /** free text; narrows on the host */
  readonly text?: string
  /** Enter, double click, or the link in the first column */
  readonly onOpen: (row: R) => void
  /** the row the cursor is on */
  readonly onCurrent?: (row: R) => void
  readonly onEscape?: () => void
  /** many: with boxes; `onChosen` gets the chosen rows */
  readonly selection?: 'one' | 'many'
  readonly onChosen?: (rows: readonly R[]) => void
  /** many: another value lets go of what is chosen, e.g. after it was dealt with */
  readonly unchooseOn?: number
  readonly sums?: readonly GridSum[]
  readonly empty: { readonly title: string; readonly hint?: string; readonly action?: ReactNode }
  /** further features whose change refreshes this list */
  readonly alsoOn?: readonly string[]
  readonly autoFocus?: boolean
  /** which of the screen's own views is open, so that a saved view can name it and lead back to it */
  readonly base?: string
  readonly onBase?: (base: string) => void
  /** a saved view brings its free text along */
  readonly onText?: (text: string) => void
}

const blockSize = 100
// The grid starts over whenever one of these is another object, so they stand outside the component.
const selections: Record<'one' | 'many', RowSelectionOptions> = {
  one: { mode: 'singleRow', checkboxes: false, enableClickSelection: true },
  many: { mode: 'multiRow', checkboxes: true, headerCheckbox: false, enableClickSelection: false, copySelectedRows: false },
}
const rowId = ({ data }: { readonly data: { readonly id: number } }) => String(data.id)
const tickColumn = { width: 36, minWidth: 36, resizable: false, suppressHeaderMenuButton: true } as const
const noTopics: readonly string[] = []
const noSums: readonly GridSum[] = []

/** The columns the contract's list can be sorted and narrowed by. */
function fieldsOf(feature: string, method: string) {
  const endpoint = (contract as Contract)[feature]?.[method]
  return isList(endpoint) ? endpoint.fields : {}
}

/**
 * Every list of records: AG Grid's infinite rows fed by a list query of the contract, which sorts, filters and counts
 * on the host. Columns, their order and sorting are remembered per user; the row one came from is found again.
 */
export function Grid<F extends ApiFeature, M extends ApiMethod<F>, R extends { readonly id: number } = RowOf<F, M> & { readonly id: number }>({
  id, label, feature, method, columns, filter, text = '', onOpen, onCurrent, onEscape, selection = 'one', onChosen, unchooseOn = 0, sums = noSums, empty, alsoOn = noTopics, autoFocus = false, base = '', onBase, onText,
}: Props<F, M, R>) {
  const language = useLanguage()
  const words = useText('ui')
  const word = useWord()
  const { mode, appearance } = useAppearance()
  const memory = useGridMemory(id)
  const [api, setApi] = useState<GridApi<R> | null>(null)
  const [page, setPage] = useState<Page<R> | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [range, setRange] = useState<readonly [number, number]>([0, 0])
  const [chosen, setChosen] = useState<readonly R[]>([])

  const hints = useText('grid')
  const place = useRef(memory.read())
  const fields = useMemo(() => fieldsOf(feature, method), [feature, method])
  const askable = useMemo(() => askables(columns, fields, word, hints), [columns, fields, word, hints])
  const [filters, setFilters] = useState<readonly Condition[]>(() => known(place.current.filters, askable))
  const [view, setView] = useState<SavedView | null>(place.current.view)
  const section = useRef<HTMLElement>(null)
  const listens = useActiveGrid(id, section, autoFocus)
  const now = useLatest({ text, filter, filters, onOpen, onCurrent })
  const narrow = (next: readonly Condition[]) => { setFilters(next); memory.keepPlace({ filters: next, row: 0, openId: null }) }

  const theme = useMemo(() => gridTheme(mode, appearance.density, appearance.scale), [mode, appearance.density, appearance.scale])
  const open = (row: R) => {
    if (api) memory.keepPlace({ row: Math.max(0, shownRange(api)[0] - 1), openId: row.id, column: api.getFocusedCell()?.column.getColId() ?? null })
    now.current.onOpen(row)
  }
  const opener = useLatest(open)
  const definitions = useMemo(() => columnDefinitions(columns, (field) => fields[field] !== undefined && fields[field].sorts !== false, word, { scale: appearance.scale, words: language === 'en' ? 1.3 : 1 }, (row: R) => opener.current(row)), [columns, fields, word, appearance.scale, language, opener])
  // A Grid asks one list for as long as it stands.
  const [source] = useState(() => datasource<R>({
    ask: listQuery<F, M, R>(feature, method), narrowed: () => ({ text: now.current.text, filter: now.current.filter, filters: now.current.filters }),
    onAnswer: (answer) => { setPage(answer); setFailure(null) }, onFailed: setFailure,
  }))

  const narrowing = JSON.stringify([text, filter, filters])
  const firstNarrowing = useRef(narrowing)
  useEffect(() => {
    if (!api || firstNarrowing.current === narrowing) return undefined
    firstNarrowing.current = narrowing
    const timer = setTimeout(() => {
      api.deselectAll()
      if (api.getDisplayedRowCount() > 0) api.ensureIndexVisible(0, 'top')
      api.refreshInfiniteCache()
    }, 120)
    return () => clearTimeout(timer)
  }, [api, narrowing])

  useEffect(() => { if (unchooseOn > 0) api?.deselectAll() }, [api, unchooseOn])

  useEffect(() => onChanged((topics) => {
    if (topics.includes('*') || topics.includes(feature) || alsoOn.some((topic) => topics.includes(topic))) api?.refreshInfiniteCache()
  }), [api, feature, alsoOn])

  const ready = ({ api: grid }: GridReadyEvent<R>) => {
    setApi(grid)
    const { columns: kept } = place.current
    if (kept) grid.applyColumnState({ state: kept, applyOrder: true })
  }
  /** Once the first rows are there: back to the row one came from. */
  const restored = useRef(false)
  const onRows = ({ api: grid }: { readonly api: GridApi<R> }) => {
    setRange(shownRange(grid))
    if (!restored.current) restored.current = returnToRow(grid, place.current, { firstColumn: columns[0]?.field, select: selection === 'one', autoFocus })
  }

  const copy = (row: R, columnId: string | undefined, whole: boolean) => {
    const shown = (api?.getAllDisplayedColumns() ?? []).flatMap((column) => columns.find(({ field }) => field === column.getColId()) ?? [])
    const rows = chosen.length > 1 ? chosen : [row]
    const cell = columns.find(({ field }) => field === columnId)
    const lines = chosen.length > 1 || whole || !cell ? rows.map((each) => shown.map((column) => cellText(column, each, word))) : [[cellText(cell, row, word)]]
    void navigator.clipboard.writeText(asTabSeparated(lines))
  }
  const onKey = ({ event, data, ...rest }: CellKeyDownEvent<R> | FullWidthCellKeyDownEvent<R>) => {
    if (!(event instanceof KeyboardEvent)) return
    if (event.key === 'Escape') onEscape?.()
    if (data === undefined) return
    if (event.key === 'Enter' && !event.ctrlKey) {
      event.preventDefault()
      open(data)
    }
    if (selection === 'many' && event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      // all that is loaded: the first hundred rows and what was scrolled to
      api?.forEachNode((node) => { if (node.data !== undefined) node.setSelected(true) })
    }
    if (event.key.toLowerCase() === 'c' && (event.ctrlKey || event.metaKey) && window.getSelection()?.isCollapsed !== false) {
      event.preventDefault()
      copy(data, 'column' in rest ? rest.column.getColId() : undefined, event.shiftKey)
    }
  }
  /** the cursor goes back into the rows */
  const back = () => setTimeout(() => {
    if (api && !api.isDestroyed() && columns[0] !== undefined) api.setFocusedCell(api.getFocusedCell()?.rowIndex ?? 0, api.getFocusedCell()?.column.getColId() ?? columns[0].field)
  }, 60)
  const openView = (next: SavedView | null) => {
    if (!api) return
    setView(next)
    if (next === null) api.resetColumnState()
    else applyState(api, next.state)
    memory.keepPlace({ view: next })
    narrow(next === null ? [] : known(next.state.filters, askable))
    if (next !== null && next.state.base !== base) onBase?.(next.state.base)
    if (next !== null && next.state.text !== text) onText?.(next.state.text)
    back()
  }
  useDefaultView(id, api !== null && place.current.isNew, openView)
  const exportAsked = (): ExportAsked => ({
    list: `${feature}.${method}`, title: label, columns: api ? exportColumns(api, columns, word) : [], ids: chosen.length > 0 ? chosen.map((row) => row.id) : null,
    question: { sort: api ? sortOf(api.getColumnState()) : [], text, filter, filters },
  })
  const keepColumns = () => { if (api && restored.current) memory.keepColumns(api.getColumnState()) }

  return (
    <section className="grid" aria-label={label} ref={section}>
      <GridBar askable={askable} filters={filters} onFilters={narrow} listens={listens} onLeave={back}>
        {api && <SavedViews grid={id} current={view} listens={listens} stateNow={() => stateOf(api, columns, { filters, base, text })} onPick={openView} />}
        {api && <ColumnChoice columns={columns} api={api} listens={listens} onReset={() => { memory.forgetColumns(); api.resetColumnState() }} />}
        {api && <ExportButton title={label} chosen={chosen.length} listens={listens} ask={exportAsked} />}
      </GridBar>
      {failure !== null && <Notice refusal={refusalOf(failure)} onRetry={() => api?.refreshInfiniteCache()} />}
      <div className="grid-body">
        <AgGridReact<R>
          theme={theme} rowModelType="infinite" datasource={source} cacheBlockSize={blockSize} maxBlocksInCache={20} infiniteInitialRowCount={1}
          columnDefs={definitions} getRowId={rowId} blockLoadDebounceMillis={30}
          rowSelection={selections[selection]} selectionColumnDef={tickColumn}
          {...(language === 'zh' ? { localeText: AG_GRID_LOCALE_CN } : {})}
          animateRows={false} suppressColumnVirtualisation={false} suppressDragLeaveHidesColumns enableCellTextSelection={false} suppressNoRowsOverlay
          onGridReady={ready} onModelUpdated={onRows} onViewportChanged={onRows} onCellKeyDown={onKey}
          onBodyScrollEnd={() => { if (api && restored.current) memory.keepPlace({ row: Math.max(0, shownRange(api)[0] - 1) }) }}
          onCellFocused={({ rowIndex }) => {
            const row = rowIndex === null ? undefined : api?.getDisplayedRowAtIndex(rowIndex)
            if (row?.data === undefined) return
            if (selection === 'one') row.setSelected(true)
            if (restored.current) memory.keepPlace({ openId: row.data.id, row: api ? Math.max(0, shownRange(api)[0] - 1) : 0, column: api?.getFocusedCell()?.column.getColId() ?? null })
            now.current.onCurrent?.(row.data)
          }}
          onRowDoubleClicked={({ data }) => { if (data !== undefined) open(data) }}
          onSelectionChanged={({ api: grid }) => { const rows = grid.getSelectedRows(); setChosen(rows); onChosen?.(rows) }}
          onSortChanged={keepColumns} onColumnMoved={({ finished }) => { if (finished) keepColumns() }} onColumnResized={({ finished }) => { if (finished) keepColumns() }} onColumnVisible={keepColumns}
        />
        {page?.total === 0 && (
          <div className="grid-empty">{filters.length > 0 ? <Empty title={hints('emptyFiltered')} hint={hints('emptyFilteredHint')} /> : text === '' ? <Empty {...empty} /> : <Empty title={words('emptyText', { text })} hint={words('emptyTextHint')} />}</div>
        )}
      </div>
      <GridFoot range={range} page={page} sums={sums} chosen={selection === 'many' ? chosen.length : 0} />
    </section>
  )
}

/** The person's default view, once, when the list is opened for the first time in this window. */
function useDefaultView(grid: string, due: boolean, open: (view: SavedView) => void): void {
  const { data: views } = useApiQuery('views', 'list', { grid }, { enabled: due })
  const done = useRef(false)
  const opened = useLatest(open)
  useEffect(() => {
    if (!due || done.current || views === undefined) return
    done.current = true
    const usual = views.find(({ isDefault }) => isDefault)
    if (usual !== undefined) opened.current(usual)
  }, [due, views, opened])
}
