import { AG_GRID_LOCALE_CN } from '@ag-grid-community/locale'
import type { CellEditRequestEvent, CellFocusedEvent, CellKeyDownEvent, FullWidthCellKeyDownEvent, GridApi } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useContext, useEffect, useMemo, useRef, useState, type FocusEvent, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { announce, refusalOf, type ApiFeature, type ApiMethod } from '../api.ts'
import { today } from '../format.ts'
import { useLanguage, useSentence, useText, useWord } from '../messages/index.ts'
import { useAppearance } from '../theme/appearance.ts'
import { gridTheme } from '../theme/grid-theme.ts'
import { Empty } from './Empty.tsx'
import type { FilterOf } from './Grid.tsx'
import { GridFoot } from './grid/GridFoot.tsx'
import { headingsOf } from './grid/headings.ts'
import { OwnerContext, useGridMemory } from './grid/grid-memory.ts'
import { useListTools } from './grid/list-tools.tsx'
import { returnToRow } from './grid/return-to-row.ts'
import { asTabSeparated, shownRange } from './grid/rows.ts'
import { useGridRows } from './grid/use-grid-rows.ts'
import { useHotkey } from './hotkeys.ts'
import { Notice } from './Notice.tsx'
import { CellMessage } from './record-grid/CellMessage.tsx'
import { take, type RecordColumn } from './record-grid/columns.ts'
import { keyAt, recordDefinitions } from './record-grid/definitions.ts'
import { gridColumns } from './record-grid/grid-columns.ts'
import { LastSaved, type Saved } from './record-grid/LastSaved.tsx'
import { RowTrouble } from './record-grid/RowTrouble.tsx'
import { draftsOf, newRow, rowKey, useRowDrafts, wrongIn, type SaveRow } from './record-grid/use-row-drafts.ts'
import { useLatest } from './use-latest.ts'
import './grid/modules.ts'
import './record-grid/record-grid.css'

type Kept = { readonly id: number; readonly revision: number }

type Props<F extends ApiFeature, M extends ApiMethod<F>, R> = {
  readonly id: string
  readonly label: string
  readonly feature: F
  readonly method: M
  readonly columns: readonly RecordColumn<R>[]
  readonly filter: FilterOf<F, M>
  readonly text?: string
  readonly onText?: (text: string) => void
  readonly mayEdit: boolean
  readonly save: SaveRow<R>
  /** a new record before anything is typed; null: none can be made yet */
  readonly newRecord: R | null
  /** counts up: a new record is wanted */
  readonly wanted: number
  readonly onRemove: (row: R) => void
  /** how a row is called in words */
  readonly nameOf: (row: R) => string
  readonly empty: { readonly title: string; readonly hint?: string; readonly action?: ReactNode }
}

const rowId = ({ data, rowPinned }: { readonly data: { readonly id: number }; readonly rowPinned?: string | null | undefined }) => (rowPinned ? newRow : String(data.id))
const noRows: never[] = []

/**
 * A list whose rows are edited in place: arrows move, F2, Enter or typing opens a cell, Tab goes to the next one, leaving
 * the row or Ctrl+Enter saves it, Esc takes it back, Ctrl+Z undoes the last save, Ctrl+Delete deletes. What is refused
 * stays typed and is said at its cell.
 */
export function RecordGrid<F extends ApiFeature, M extends ApiMethod<F>, R extends Kept>({ id, label, feature, method, columns, filter, text = '', onText, mayEdit, save, newRecord, wanted, onRemove, nameOf, empty }: Props<F, M, R>) {
  const language = useLanguage()
  const words = useText('ui')
  const hints = useText('grid')
  const word = useWord()
  const say = useSentence()
  const { mode, appearance } = useAppearance()
  const memory = useGridMemory(id)
  const owner = useContext(OwnerContext)
  const [api, setApi] = useState<GridApi<R> | null>(null)
  const [range, setRange] = useState<readonly [number, number]>([0, 0])
  const [kept] = useState(() => draftsOf<R>(`${owner}:${id}`))
  const [pinned, setPinned] = useState<R[]>(() => { const begun = kept.get(newRow); return begun === undefined ? noRows : [begun.base] })
  const [last, setLast] = useState<Saved<R> | null>(null)
  /** the cell of the cursor: its row's key and its column */
  const [cursor, setCursor] = useState<{ readonly row: string; readonly field: string } | null>(null)
  const at = useRef<string | null>(null)
  const [place] = useState(memory.read)
  const section = useRef<HTMLElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const theme = useMemo(() => gridTheme(mode, appearance.density, appearance.scale), [mode, appearance.density, appearance.scale])
  const ticks = useMemo(() => [words('yes'), words('no')] as const, [words])
  const known = useMemo(() => gridColumns(columns, ticks), [columns, ticks])

  const focus = (index: number, field: string, pin: 'top' | null = null) => { if (api && !api.isDestroyed()) api.setFocusedCell(index, field, pin) }
  const firstField = columns.find(({ editable, hidden }) => editable !== false && hidden !== true)?.field ?? columns[0]?.field ?? ''
  const toRows = () => setTimeout(() => focus(api?.getFocusedCell()?.rowIndex ?? 0, api?.getFocusedCell()?.column.getColId() ?? firstField), 60)
  const { fields, filters, bar } = useListTools<R>({ id, label, feature, method, columns: known, api, memory, place, section, filter, text, chosen: noRows, base: '', onBase: undefined, onText, autoFocus: true, back: toRows })

  /** Beware: a cell that is just being opened would be closed by it. */
  const refresh = () => {
    if (!api || api.isDestroyed()) return
    const open = new Set(api.getEditingCells().map(({ column }) => column))
    api.refreshCells({ force: true, columns: api.getColumns()?.filter((column) => !open.has(column)) ?? [] })
  }
  const drafts = useRowDrafts<R>({
    save, kept, onChange: () => setTimeout(refresh, 0),
    onSaved: (row, before) => {
      setLast({ row, before })
      if (before !== null) api?.getRowNode(String(row.id))?.setData(row)
      else if (pinned.length > 0) {
        setPinned(noRows)
        if (at.current === newRow) { at.current = null; toRows() }
      }
      announce([feature])
    },
  })
  const now = useLatest({ text, filter, filters, drafts })
  const definitions = useMemo(() => recordDefinitions<R>(columns, {
    mayEdit, word, ticks, scale: appearance.scale, words: language === 'en' ? 1.2 : 1, headings: headingsOf(fields, hints),
    draftOf: (key) => now.current.drafts.of(key), rowNow: (key, row) => now.current.drafts.shown(key, row), wrongAt: (key, field) => wrongIn(now.current.drafts.of(key), field, say) ?? '',
  }), [columns, mayEdit, word, say, ticks, appearance.scale, language, fields, hints, now])
  const { source, page, failure } = useGridRows<F, M, R>({ api, feature, method, narrowed: now, narrowing: JSON.stringify([text, filter, filters]), alsoOn: noRows })
  // A list that is left by a key saves what was typed; what is refused is still there on the way back.
  useEffect(() => () => { for (const { id: row } of now.current.drafts.all()) void now.current.drafts.store(rowKey(row)) }, [now])

  const add = () => {
    if (!api || !mayEdit || newRecord === null) return
    setPinned((rows) => (rows.length > 0 ? rows : [newRecord]))
    openNew(20)
  }
  /** The new row's first cell, as soon as the grid has drawn it. */
  const openNew = (tries: number) => setTimeout(() => {
    if (!api || api.isDestroyed()) return
    if (api.getPinnedTopRow(0) === undefined && tries > 0) {
      openNew(tries - 1)
      return
    }
    focus(0, firstField, 'top')
    api.startEditingCell({ rowIndex: 0, colKey: firstField, rowPinned: 'top' })
  }, 60)
  const latestAdd = useLatest(add)
  useEffect(() => { if (wanted > 0) latestAdd.current() }, [wanted, latestAdd])

  const leaveRow = (key: string | null) => {
    if (key === null) return
    setTimeout(() => {
      if (key === newRow && now.current.drafts.of(key) === undefined) setPinned(noRows)
      else void now.current.drafts.store(key)
    }, 0)
  }
  const saveAll = () => {
    api?.stopEditing()
    setTimeout(() => { for (const { id: row } of now.current.drafts.all()) void now.current.drafts.store(rowKey(row)) }, 0)
  }
  const undo = () => {
    if (last === null || last.before === null) return
    drafts.put({ id: last.row.id, base: last.row, values: { ...last.before, revision: last.row.revision }, wrong: {}, refusal: null, saving: false })
    void drafts.store(String(last.row.id))
  }
  const listens = mayEdit
  useHotkey('Ctrl+Enter', saveAll, words('save'), listens)
  useHotkey('Ctrl+Z', undo, words('undo'), listens && last !== null && last.before !== null)
  const takeBack = (key: string) => {
    drafts.drop(key)
    if (key === newRow) { setPinned(noRows); at.current = null; toRows() }
  }

  const onEdit = ({ data, node, column, newValue }: CellEditRequestEvent<R>) => {
    const edited = columns.find(({ field }) => field === column.getColId())
    if (!edited) return
    const taken = take(edited, newValue, today())
    const key = keyAt(data, node)
    const unchanged = 'values' in taken && Object.entries(taken.values).every(([field, value]) => Object.entries(drafts.shown(key, data)).some(([name, is]) => name === field && is === value))
    if (unchanged && drafts.of(key)?.wrong[edited.field] === undefined) return
    drafts.edit(key === newRow ? null : data.id, data, edited.field, 'values' in taken ? taken : { typed: String(newValue ?? ''), why: words(taken.wrong, taken.params ?? {}) })
  }
  /** whether the key found a cell open: the grid has closed it when the key comes here */
  const wasOpen = useRef(false)
  const beforeKey = ({ key, target }: { readonly key: string; readonly target: EventTarget }) => {
    wasOpen.current = (api?.getEditingCells().length ?? 0) > 0 || (target instanceof Element && target.closest('.record-editor') !== null)
    const cell = api?.getFocusedCell()
    // An input method's keys have no letter: the grid would not open the cell for them.
    if (key !== 'Process' || wasOpen.current || !api || !cell || !(target instanceof HTMLElement && target.classList.contains('ag-cell'))) return
    flushSync(() => api.startEditingCell({ rowIndex: cell.rowIndex, colKey: cell.column, rowPinned: cell.rowPinned ?? null }))
  }
  const onKey = ({ event, data, node, ...rest }: CellKeyDownEvent<R> | FullWidthCellKeyDownEvent<R>) => {
    if (!(event instanceof KeyboardEvent) || data === undefined || wasOpen.current) return
    const key = keyAt(data, node)
    const column = 'column' in rest ? columns.find(({ field }) => field === rest.column.getColId()) : undefined
    if (event.key === 'Escape' && (key === newRow || drafts.of(key))) {
      event.stopPropagation()
      takeBack(key)
    }
    if (event.key === 'Delete' && event.ctrlKey && mayEdit && key !== newRow) onRemove(data)
    if (event.key === ' ' && column?.kind === 'tick' && mayEdit && column.editable !== false) {
      event.preventDefault()
      drafts.edit(key === newRow ? null : data.id, data, column.field, take(column, String(drafts.shown(key, data)[column.field] !== true), today()) as { values: Partial<R> })
    }
    if (event.key.toLowerCase() === 'c' && (event.ctrlKey || event.metaKey)) {
      const shown = event.shiftKey ? (api?.getAllDisplayedColumns() ?? []) : [api?.getFocusedCell()?.column ?? '']
      void navigator.clipboard.writeText(asTabSeparated([shown.map((colKey) => String(api?.getCellValue({ rowNode: node, colKey }) ?? ''))]))
    }
  }
  const onFocused = ({ rowIndex, rowPinned, column }: CellFocusedEvent<R>) => {
    const row = rowPinned === 'top' ? newRow : rowIndex === null ? null : String(api?.getDisplayedRowAtIndex(rowIndex)?.data?.id ?? '')
    if (row !== null && column !== null) setCursor({ row, field: typeof column === 'string' ? column : column.getColId() })
    if (row === at.current || row === null) return
    leaveRow(at.current)
    at.current = row
  }
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
    if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return
    leaveRow(at.current)
  }
  const jump = (key: string, field: string) => {
    const node = key === newRow ? api?.getPinnedTopRow(0) : api?.getRowNode(key)
    if (node && typeof node.rowIndex === 'number') focus(node.rowIndex, field, key === newRow ? 'top' : null)
  }
  const restored = useRef(false)
  const onRows = ({ api: grid }: { readonly api: GridApi<R> }) => {
    setRange(shownRange(grid))
    if (!restored.current) restored.current = returnToRow(grid, place, { firstColumn: firstField, select: false, autoFocus: true })
  }
  const keepColumns = () => { if (api && restored.current) memory.keepColumns(api.getColumnState()) }
  const troubled = drafts.all().filter((draft) => draft.refusal !== null || Object.keys(draft.wrong).length > 0)
  // At the cursor, else at the first cell of its row that is not right.
  const told = cursor === null ? undefined : [cursor.field, ...columns.map(({ field }) => field)].flatMap((field) => { const why = wrongIn(drafts.of(cursor.row), field, say); return why === undefined ? [] : [{ field, why }] })[0]

  return (
    <section className="grid record-grid" aria-label={label} onBlur={onBlur} onKeyDownCapture={beforeKey} ref={section}>
      {bar}
      {failure !== null && <Notice refusal={refusalOf(failure)} onRetry={() => api?.refreshInfiniteCache()} />}
      <div className="grid-body" ref={body}>
        <AgGridReact<R>
          theme={theme} rowModelType="infinite" datasource={source} cacheBlockSize={100} maxBlocksInCache={20} infiniteInitialRowCount={1} columnDefs={definitions} getRowId={rowId} blockLoadDebounceMillis={30}
          pinnedTopRowData={pinned} {...(language === 'zh' ? { localeText: AG_GRID_LOCALE_CN } : {})}
          readOnlyEdit stopEditingWhenCellsLoseFocus animateRows={false} suppressDragLeaveHidesColumns enableBrowserTooltips suppressNoRowsOverlay
          onGridReady={({ api: grid }) => { setApi(grid); if (place.columns) grid.applyColumnState({ state: place.columns, applyOrder: true }) }}
          onModelUpdated={onRows} onViewportChanged={onRows} onCellEditRequest={onEdit} onCellKeyDown={onKey} onCellFocused={onFocused}
          onSortChanged={keepColumns} onColumnMoved={({ finished }) => { if (finished) keepColumns() }} onColumnResized={({ finished }) => { if (finished) keepColumns() }} onColumnVisible={keepColumns}
        />
        {told !== undefined && cursor !== null && <CellMessage body={body} row={cursor.row} field={told.field} words={told.why} />}
        {page?.total === 0 && pinned.length === 0 && <div className="grid-empty">{filters.length > 0 ? <Empty title={hints('emptyFiltered')} hint={hints('emptyFilteredHint')} /> : text === '' ? <Empty {...empty} /> : <Empty title={words('emptyText', { text })} hint={words('emptyTextHint')} />}</div>}
      </div>
      {troubled.map((draft) => (
        <RowTrouble key={rowKey(draft.id)} draft={draft} name={nameOf({ ...draft.base, ...draft.values })} columns={columns} current={draft.id === null ? null : (api?.getRowNode(String(draft.id))?.data ?? null)}
          onJump={(field) => jump(rowKey(draft.id), field)} onTheirs={() => takeBack(rowKey(draft.id))}
          onMine={(row) => { drafts.rebase(rowKey(draft.id), row); void drafts.store(rowKey(draft.id)) }} />
      ))}
      {mayEdit && <LastSaved saved={last} nameOf={nameOf} onUndo={undo} />}
      <GridFoot range={range} page={page} sums={noRows} choosing={null} />
    </section>
  )
}
