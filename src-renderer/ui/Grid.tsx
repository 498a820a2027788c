import { AG_GRID_LOCALE_CN } from '@ag-grid-community/locale'
import type { CellFocusedEvent, GridApi, GridReadyEvent, RowSelectionOptions } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { refusalOf, type ApiFeature, type ApiInput, type ApiMethod, type ApiOutput } from '../api.ts'
import { useLanguage, useText, useWord } from '../messages/index.ts'
import { useAppearance } from '../theme/appearance.ts'
import { gridTheme } from '../theme/grid-theme.ts'
import { columnDefinitions, type GridColumn } from './grid/columns.tsx'
import { headingsOf } from './grid/headings.ts'
import { GridFoot, type GridSum } from './grid/GridFoot.tsx'
import { OwnerContext, useGridMemory } from './grid/grid-memory.ts'
import { gridKeys } from './grid/grid-keys.ts'
import { useListTools } from './grid/list-tools.tsx'
import { returnToRow } from './grid/return-to-row.ts'
import { listQuery, shownRange } from './grid/rows.ts'
import { mostChosenRows, useChosen, type Chosen } from './grid/use-chosen.ts'
import { useGridRows } from './grid/use-grid-rows.ts'
import './grid/modules.ts'
import { Empty } from './Empty.tsx'
import { Notice } from './Notice.tsx'
import { useLatest } from './use-latest.ts'

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
  /** many: with boxes; `onChosen` gets what is chosen, rows in sight or not */
  readonly selection?: 'one' | 'many'
  readonly onChosen?: (chosen: Chosen<R>) => void
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
/** None is chosen: what is done with the list is done with all that match. */
const nothing: readonly number[] = []
// The grid starts over whenever one of these is another object, so they stand outside the component.
const selections: Record<'one' | 'many', RowSelectionOptions> = {
  one: { mode: 'singleRow', checkboxes: false, enableClickSelection: true },
  many: { mode: 'multiRow', checkboxes: true, headerCheckbox: false, enableClickSelection: false, copySelectedRows: false },
}
const rowId = ({ data }: { readonly data: { readonly id: number } }) => String(data.id)
const tickColumn = { width: 36, minWidth: 36, resizable: false, suppressHeaderMenuButton: true } as const
const noTopics: readonly string[] = []
const noSums: readonly GridSum[] = []

/**
 * Every list of records: AG Grid's infinite rows fed by a list query of the contract, which sorts, filters and counts
 * on the host. Columns, their order and sorting are remembered per user; the row one came from is found again.
 */
export function Grid<F extends ApiFeature, M extends ApiMethod<F>, R extends { readonly id: number } = RowOf<F, M> & { readonly id: number }>({
  id, label, feature, method, columns, filter, text = '', onOpen, onCurrent, onEscape, selection = 'one', onChosen, unchooseOn = 0, sums = noSums, empty, alsoOn = noTopics, autoFocus = false, base = '', onBase, onText,
}: Props<F, M, R>) {
  const language = useLanguage()
  const words = useText('ui')
  const hints = useText('grid')
  const word = useWord()
  const { mode, appearance } = useAppearance()
  const memory = useGridMemory(id)
  const [api, setApi] = useState<GridApi<R> | null>(null)
  const [range, setRange] = useState<readonly [number, number]>([0, 0])
  const owner = useContext(OwnerContext)
  const [said, setSaid] = useState('')
  const isMany = selection === 'many'
  const [ticked, setTicked] = useState<readonly number[]>(nothing)
  const [place] = useState(memory.read)
  const section = useRef<HTMLElement>(null)
  const back = () => setTimeout(() => {
    if (api && !api.isDestroyed() && columns[0] !== undefined) api.setFocusedCell(api.getFocusedCell()?.rowIndex ?? 0, api.getFocusedCell()?.column.getColId() ?? columns[0].field)
  }, 60)
  const { fields, filters, bar } = useListTools<R>({ id, label, feature, method, columns, api, memory, place, section, filter, text, chosen: ticked, base, onBase, onText, autoFocus, back })
  const now = useLatest({ text, filter, filters, onOpen, onCurrent })
  const narrowing = JSON.stringify([text, filter, filters])
  const [ask] = useState(() => listQuery<F, M, R>(feature, method))
  const choosing = useChosen<R>({ api: isMany ? api : null, place: `${owner}:${id}`, list: `${feature}.${method}`, ask, narrowed: now, narrowing, onChosen: (chosen) => { setTicked(chosen.ids); setSaid(''); onChosen?.(chosen) } })
  const { source, page, failure } = useGridRows<F, M, R>({ api, feature, method, narrowed: now, narrowing, alsoOn, onNarrowed: choosing.clear, onRecordsChanged: choosing.again })
  const unchoose = useLatest(choosing.clear)
  useEffect(() => { if (unchooseOn > 0) unchoose.current() }, [unchoose, unchooseOn])
  const chooseAll = () => choosing.all(page?.total ?? 0)

  /** Where one is, so that one comes back to it: the first row in sight and, with a row under the cursor, that. */
  const keepPlace = (grid: GridApi<R>, row: R | null) => memory.keepPlace({
    row: Math.max(0, shownRange(grid)[0] - 1), ...(row === null ? {} : { openId: row.id, column: grid.getFocusedCell()?.column.getColId() ?? null }),
  })
  const open = (row: R) => {
    if (api) keepPlace(api, row)
    now.current.onOpen(row)
  }
  const opener = useLatest(open)
  const theme = useMemo(() => gridTheme(mode, appearance.density, appearance.scale), [mode, appearance.density, appearance.scale])
  const definitions = useMemo(
    () => columnDefinitions(columns, headingsOf(fields, hints), word, { scale: appearance.scale, words: language === 'en' ? 1.3 : 1 }, (row: R) => opener.current(row)),
    [columns, fields, hints, word, appearance.scale, language, opener],
  )

  const ready = ({ api: grid }: GridReadyEvent<R>) => {
    setApi(grid)
    if (place.columns) grid.applyColumnState({ state: place.columns, applyOrder: true })
  }
  /** Once the first rows are there: back to the row one came from. */
  const restored = useRef(false)
  const onRows = ({ api: grid }: { readonly api: GridApi<R> }) => {
    setRange(shownRange(grid))
    if (isMany) choosing.tick()
    if (!restored.current) restored.current = returnToRow(grid, place, { firstColumn: columns[0]?.field, select: selection === 'one', autoFocus })
  }
  const onCell = ({ api: grid, rowIndex }: CellFocusedEvent<R>) => {
    const row = rowIndex === null ? undefined : grid.getDisplayedRowAtIndex(rowIndex)
    if (row?.data === undefined) return
    if (selection === 'one') row.setSelected(true)
    if (restored.current) keepPlace(grid, row.data)
    now.current.onCurrent?.(row.data)
  }
  const onCopied = (rows: number | 'tooMany') => setSaid(rows === 'tooMany' ? hints('copyTooMany', { most: mostChosenRows }) : hints('copiedRows', { rows }))
  const keepColumns = () => { if (api && restored.current) memory.keepColumns(api.getColumnState()) }

  return (
    <section className="grid" aria-label={label} ref={section}>
      {bar}
      {failure !== null && <Notice refusal={refusalOf(failure)} onRetry={() => api?.refreshInfiniteCache()} />}
      {choosing.failure !== null && <Notice refusal={refusalOf(choosing.failure)} onRetry={chooseAll} />}
      <div className="grid-body">
        <AgGridReact<R>
          theme={theme} rowModelType="infinite" datasource={source} cacheBlockSize={blockSize} maxBlocksInCache={20} infiniteInitialRowCount={1}
          columnDefs={definitions} getRowId={rowId} blockLoadDebounceMillis={30}
          rowSelection={selections[selection]} selectionColumnDef={tickColumn}
          {...(language === 'zh' ? { localeText: AG_GRID_LOCALE_CN } : {})}
          animateRows={false} suppressColumnVirtualisation={false} suppressDragLeaveHidesColumns enableBrowserTooltips enableCellTextSelection={false} suppressNoRowsOverlay
          onGridReady={ready} onModelUpdated={onRows} onViewportChanged={onRows} onCellKeyDown={gridKeys<R>({ columns, word, many: isMany ? { chosen: () => choosing.held.current, all: chooseAll } : null, onCopied, open, onEscape })}
          onBodyScrollEnd={() => { if (api && restored.current) keepPlace(api, null) }} onCellFocused={onCell}
          onRowDoubleClicked={({ data }) => { if (data !== undefined) open(data) }}
          {...(isMany ? { onRowSelected: choosing.onTick } : {})}
          onSortChanged={keepColumns} onColumnMoved={({ finished }) => { if (finished) keepColumns() }} onColumnResized={({ finished }) => { if (finished) keepColumns() }} onColumnVisible={keepColumns}
        />
        {page?.total === 0 && (
          <div className="grid-empty">{filters.length > 0 ? <Empty title={hints('emptyFiltered')} hint={hints('emptyFilteredHint')} /> : text === '' ? <Empty {...empty} /> : <Empty title={words('emptyText', { text })} hint={words('emptyTextHint')} />}</div>
        )}
      </div>
      <GridFoot range={range} page={page} sums={sums} choosing={isMany ? { count: ticked.length, all: chooseAll, clear: choosing.clear } : null} said={said} />
    </section>
  )
}
