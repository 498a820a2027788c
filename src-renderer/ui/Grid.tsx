import { AG_GRID_LOCALE_CN } from '@ag-grid-community/locale'
import type { CellFocusedEvent, GridApi } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useMemo, useRef, useState } from 'react'
import { useNavigationType } from 'react-router'
import type { ApiFeature, ApiInput, ApiMethod, ApiOutput } from '../api.ts'
import { useLanguage, useText, useWord } from '../messages/index.ts'
import { useAppearance } from '../theme/appearance.ts'
import { gridTheme } from '../theme/grid-theme.ts'
import { columnDefinitions, type GridColumn } from './grid/columns.tsx'
import { headingsOf } from './grid/headings.ts'
import { tellCutWords } from './grid/cut-words.ts'
import { GridEmpty, type EmptyWords } from './grid/GridEmpty.tsx'
import { GridFoot, type GridSum } from './grid/GridFoot.tsx'
import { placeOf, useGridMemory } from './grid/grid-memory.ts'
import { gridKeys } from './grid/grid-keys.ts'
import { useColumnLayout } from './grid/use-column-layout.ts'
import { tickColumn, type Chosen } from './grid/use-chosen.ts'
import { useList } from './grid/use-list.tsx'
import './grid/modules.ts'
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
  /** the row the address names: the cursor begins there, and nowhere while it is further down than the rows in sight */
  readonly named?: number | null
  /** the row the cursor is on */
  readonly onCurrent?: (row: R) => void
  readonly onEscape?: () => void
  /** many: with boxes; `onChosen` gets what is chosen, rows in sight or not */
  readonly selection?: 'one' | 'many'
  readonly onChosen?: (chosen: Chosen<R>) => void
  /** many: another value lets go of what is chosen, e.g. after it was dealt with */
  readonly unchooseOn?: number
  readonly sums?: readonly GridSum[]
  readonly empty: EmptyWords
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
const rowId = ({ data }: { readonly data: { readonly id: number } }) => String(data.id)
const noTopics: readonly string[] = []
const noSums: readonly GridSum[] = []

/**
 * Every list of records: AG Grid's infinite rows fed by a list query of the contract, which sorts, filters and counts
 * on the host. Columns, their order and sorting are remembered per user; the row one came from is found again.
 */
export function Grid<
  F extends ApiFeature,
  M extends ApiMethod<F>,
  R extends { readonly id: number } = RowOf<F, M> & { readonly id: number },
>({
  id,
  label,
  feature,
  method,
  columns,
  filter,
  text = '',
  onOpen,
  named = null,
  onCurrent,
  onEscape,
  selection = 'one',
  onChosen,
  unchooseOn = 0,
  sums = noSums,
  empty,
  alsoOn = noTopics,
  autoFocus = false,
  base = '',
  onBase,
  onText,
}: Props<F, M, R>) {
  const language = useLanguage()
  const hints = useText('grid')
  const word = useWord()
  const { mode, appearance } = useAppearance()
  const memory = useGridMemory(id)
  const [api, setApi] = useState<GridApi<R> | null>(null)
  const isMany = selection === 'many'
  const isWayBack = useNavigationType() === 'POP'
  const [place] = useState(() => placeOf(memory.read(), named, isWayBack))
  const section = useRef<HTMLElement>(null)
  const back = () =>
    setTimeout(() => {
      if (api && !api.isDestroyed() && columns[0] !== undefined)
        api.setFocusedCell(api.getFocusedCell()?.rowIndex ?? 0, api.getFocusedCell()?.column.getColId() ?? columns[0].field)
    }, 60)
  const list = useList<F, M, R>({
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
    base,
    onBase,
    onText,
    autoFocus: autoFocus && !place.isNamed,
    back,
    alsoOn,
    isMany,
    onChosen,
    unchooseOn,
    firstColumn: columns[0]?.field,
  })
  const { fields, filters, page, choosing } = list
  const now = useLatest({ onOpen, onCurrent })

  const open = (row: R) => {
    if (api) list.keepPlace(api, row)
    now.current.onOpen(row)
  }
  const opener = useLatest(open)
  const theme = useMemo(() => gridTheme(mode, appearance.density, appearance.scale), [mode, appearance.density, appearance.scale])
  const definitions = useMemo(
    () =>
      columnDefinitions(
        columns,
        headingsOf(fields, hints),
        word,
        { scale: appearance.scale, words: language === 'en' ? 1.3 : 1 },
        (row: R) => opener.current(row),
      ),
    [columns, fields, hints, word, appearance.scale, language, opener],
  )

  const body = useRef<HTMLDivElement>(null)
  const layout = useColumnLayout({ api, definitions, body, beside: isMany ? tickColumn.width : 0, memory })
  const onCell = ({ api: grid, rowIndex }: CellFocusedEvent<R>) => {
    const row = rowIndex === null ? undefined : grid.getDisplayedRowAtIndex(rowIndex)
    if (row?.data === undefined) return
    if (selection === 'one') row.setSelected(true)
    list.keepPlace(grid, row.data)
    now.current.onCurrent?.(row.data)
  }

  return (
    <section className="grid" aria-label={label} ref={section}>
      {list.bar}
      {list.failures}
      <div className="grid-body" ref={body} onMouseOver={tellCutWords} onFocus={tellCutWords}>
        <AgGridReact<R>
          theme={theme}
          rowModelType="infinite"
          cacheBlockSize={blockSize}
          maxBlocksInCache={20}
          infiniteInitialRowCount={1}
          columnDefs={layout.definitions}
          getRowId={rowId}
          blockLoadDebounceMillis={30}
          {...(language === 'zh' ? { localeText: AG_GRID_LOCALE_CN } : {})}
          animateRows={false}
          suppressColumnVirtualisation={false}
          suppressDragLeaveHidesColumns
          enableBrowserTooltips
          enableCellTextSelection={false}
          suppressNoRowsOverlay
          onGridReady={({ api: grid }) => setApi(grid)}
          onCellKeyDown={gridKeys<R>({
            columns,
            word,
            many: isMany ? { chosen: () => choosing.held.current, all: list.chooseAll } : null,
            onCopied: list.onCopied,
            open,
            onEscape,
          })}
          onCellFocused={onCell}
          onRowDoubleClicked={({ data }) => {
            if (data !== undefined) open(data)
          }}
          {...list.rows}
          {...layout.listeners}
        />
        {page?.total === 0 && <GridEmpty filtered={filters.length > 0} text={text} empty={empty} />}
      </div>
      <GridFoot sums={sums} {...list.foot} />
    </section>
  )
}
