import { AG_GRID_LOCALE_CN } from '@ag-grid-community/locale'
import { CustomEditorModule, ModuleRegistry, PinnedRowModule, type CellEditRequestEvent, type CellFocusedEvent, type CellKeyDownEvent, type ColDef, type FullWidthCellKeyDownEvent, type GridApi } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useEffect, useMemo, useRef, useState, type FocusEvent, type ReactNode } from 'react'
import { announce, onChanged, refusalOf, type ApiFeature, type ApiMethod } from '../api.ts'
import { today } from '../format.ts'
import { useLanguage, useSentence, useText, useWord } from '../messages/index.ts'
import { useAppearance } from '../theme/appearance.ts'
import { gridTheme } from '../theme/grid-theme.ts'
import { Empty } from './Empty.tsx'
import type { FilterOf } from './Grid.tsx'
import { GridFoot } from './grid/GridFoot.tsx'
import { useGridMemory } from './grid/grid-memory.ts'
import { datasource, listQuery, shownRange, type Page } from './grid/rows.ts'
import { useHotkey } from './hotkeys.ts'
import { Notice } from './Notice.tsx'
import { isRight, recordText, take, type RecordColumn } from './record-grid/columns.ts'
import { RecordCellEditor } from './record-grid/RecordCellEditor.tsx'
import { RowTrouble } from './record-grid/RowTrouble.tsx'
import { newRow, problemsAt, rowKey, useRowDrafts, type SaveRow } from './record-grid/use-row-drafts.ts'
import { useLatest } from './use-latest.ts'
import './record-grid/record-grid.css'

ModuleRegistry.registerModules([CustomEditorModule, PinnedRowModule])

type Kept = { readonly id: number; readonly revision: number }

type Props<F extends ApiFeature, M extends ApiMethod<F>, R> = {
  readonly id: string
  readonly label: string
  readonly feature: F
  readonly method: M
  readonly columns: readonly RecordColumn<R>[]
  readonly filter: FilterOf<F, M>
  readonly text?: string
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
 * the row (or Ctrl+S) saves it, Esc takes it back, Ctrl+Delete deletes. What is refused stays typed, marked at its cell.
 */
export function RecordGrid<F extends ApiFeature, M extends ApiMethod<F>, R extends Kept>({ id, label, feature, method, columns, filter, text = '', mayEdit, save, newRecord, wanted, onRemove, nameOf, empty }: Props<F, M, R>) {
  const language = useLanguage()
  const words = useText('ui')
  const word = useWord()
  const say = useSentence()
  const { mode, appearance } = useAppearance()
  const memory = useGridMemory(`records:${id}`)
  const [api, setApi] = useState<GridApi<R> | null>(null)
  const [page, setPage] = useState<Page<R> | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [range, setRange] = useState<readonly [number, number]>([0, 0])
  const [pinned, setPinned] = useState<R[]>(noRows)
  const at = useRef<string | null>(null)
  const theme = useMemo(() => gridTheme(mode, appearance.density, appearance.scale), [mode, appearance.density, appearance.scale])
  const ticks = useMemo(() => [words('yes'), words('no')] as const, [words])

  const drafts = useRowDrafts<R>({
    save, onChange: () => setTimeout(() => { if (api && !api.isDestroyed()) api.refreshCells({ force: true }) }, 0),
    onSaved: (row, wasNew) => {
      if (wasNew) setPinned(noRows)
      else api?.getRowNode(String(row.id))?.setData(row)
      announce([feature])
    },
  })
  const now = useLatest({ text, filter, drafts, columns, newRecord })

  const definitions = useMemo<ColDef<R>[]>(() => columns.map((column) => {
    const keyOf = (data: R, isNew: boolean) => (isNew ? newRow : String(data.id))
    const draftAt = (data: R | undefined, isNew: boolean) => (data === undefined ? undefined : now.current.drafts.of(keyOf(data, isNew)))
    const rowNow = (data: R, isNew: boolean) => now.current.drafts.shown(keyOf(data, isNew), data)
    const wrongAt = (data: R | undefined, isNew: boolean) => {
      const draft = draftAt(data, isNew)
      const [found] = problemsAt(draft, column.field)
      return draft?.wrong[column.field]?.why ?? (found && say(found)) ?? ''
    }
    const width = Math.round((column.width ?? 120) * appearance.scale)
    return {
      colId: column.field, headerName: column.title, sortable: column.sortable ?? false, resizable: true, width, minWidth: column.flex === undefined ? 48 : width, initialHide: column.hidden ?? false,
      ...(column.flex === undefined ? {} : { flex: column.flex }), headerClass: isRight(column) ? 'head-right' : '', sortingOrder: ['asc', 'desc', null],
      editable: ({ data, node }) => mayEdit && data !== undefined && column.editable !== false && (column.editable !== 'new' || node.rowPinned === 'top'),
      valueGetter: ({ data, node }) => {
        if (data === undefined) return ''
        const isNew = node?.rowPinned === 'top'
        return draftAt(data, isNew)?.wrong[column.field]?.typed ?? recordText(column, rowNow(data, isNew), word, ticks)
      },
      cellEditor: RecordCellEditor,
      cellEditorParams: ({ data, node, value }: { data: R; node: { rowPinned?: string | null }; value: string }) => {
        const isNew = node.rowPinned === 'top'
        const coded = column.kind === 'word' || column.kind === 'choice' || column.kind === 'tick'
        return { recordColumn: column, rowNow: () => rowNow(data, isNew), problemOf: () => wrongAt(data, isNew), value: coded ? String(rowNow(data, isNew)[column.field] ?? '') : value }
      },
      suppressKeyboardEvent: ({ editing, event }) => editing && column.kind === 'finder' && ['Enter', 'ArrowDown', 'ArrowUp'].includes(event.key),
      cellClass: ({ data, node }) => {
        const isNew = node.rowPinned === 'top'
        const base = isRight(column) ? 'cell-right figures' : column.kind === 'code' ? 'mono' : column.kind === 'date' ? 'figures' : ''
        if (wrongAt(data, isNew) !== '') return `${base} record-wrong`
        return draftAt(data, isNew)?.values[column.field] === undefined ? base : `${base} record-typed`
      },
    }
  }), [columns, mayEdit, appearance.scale, word, say, ticks, now])

  const [source] = useState(() => datasource<R>({
    ask: listQuery<F, M, R>(feature, method), narrowed: () => ({ text: now.current.text, filter: now.current.filter }), onAnswer: (answer) => { setPage(answer); setFailure(null) }, onFailed: setFailure,
  }))
  const narrowing = JSON.stringify([text, filter])
  const before = useRef(narrowing)
  useEffect(() => {
    if (!api || before.current === narrowing) return undefined
    before.current = narrowing
    const timer = setTimeout(() => api.refreshInfiniteCache(), 120)
    return () => clearTimeout(timer)
  }, [api, narrowing])
  useEffect(() => onChanged((topics) => { if (topics.includes('*') || topics.includes(feature)) api?.refreshInfiniteCache() }), [api, feature])
  // A page that is left by a key saves what was typed.
  useEffect(() => () => { for (const { id: row } of now.current.drafts.all()) void now.current.drafts.store(rowKey(row)) }, [now])

  const add = () => {
    if (!api || !mayEdit || newRecord === null) return
    setPinned((rows) => (rows.length > 0 ? rows : [newRecord]))
    const first = columns.find(({ editable }) => editable !== false)
    setTimeout(() => {
      if (first === undefined || api.isDestroyed()) return
      api.setFocusedCell(0, first.field, 'top')
      api.startEditingCell({ rowIndex: 0, colKey: first.field, rowPinned: 'top' })
    }, 60)
  }
  const latestAdd = useLatest(add)
  useEffect(() => { if (wanted > 0) latestAdd.current() }, [wanted, latestAdd])

  const leaveRow = (key: string | null) => {
    if (key !== null) setTimeout(() => void now.current.drafts.store(key), 0)
  }
  const saveAll = () => {
    api?.stopEditing()
    setTimeout(() => { for (const { id: row } of now.current.drafts.all()) void now.current.drafts.store(rowKey(row)) }, 0)
  }
  useHotkey('Ctrl+S', saveAll, words('save'), mayEdit)
  const takeBack = (key: string) => {
    drafts.drop(key)
    if (key === newRow) { setPinned(noRows); at.current = null }
  }

  const onEdit = ({ data, node, column, newValue }: CellEditRequestEvent<R>) => {
    const edited = columns.find(({ field }) => field === column.getColId())
    if (!edited) return
    const isNew = node.rowPinned === 'top'
    const taken = take(edited, newValue, today())
    const key = isNew ? newRow : String(data.id)
    const unchanged = 'values' in taken && Object.entries(taken.values).every(([field, value]) => Object.entries(drafts.shown(key, data)).some(([name, is]) => name === field && is === value))
    if (unchanged && drafts.of(key)?.wrong[edited.field] === undefined) return
    drafts.edit(isNew ? null : data.id, data, edited.field, 'values' in taken ? taken : { typed: String(newValue ?? ''), why: words(taken.wrong) })
  }
  const onKey = ({ event, data, node }: CellKeyDownEvent<R> | FullWidthCellKeyDownEvent<R>) => {
    if (!(event instanceof KeyboardEvent) || data === undefined || (api?.getEditingCells().length ?? 0) > 0) return
    const key = node.rowPinned === 'top' ? newRow : String(data.id)
    if (event.key === 'Escape' && (key === newRow || drafts.of(key))) {
      event.stopPropagation()
      takeBack(key)
    }
    if (event.key === 'Delete' && event.ctrlKey && mayEdit && key !== newRow) onRemove(data)
    if (event.key.toLowerCase() === 'c' && (event.ctrlKey || event.metaKey)) void navigator.clipboard.writeText(String(api?.getCellValue({ rowNode: node, colKey: api.getFocusedCell()?.column ?? '' }) ?? ''))
  }
  const onFocused = ({ rowIndex, rowPinned }: CellFocusedEvent<R>) => {
    const row = rowPinned === 'top' ? newRow : rowIndex === null ? null : String(api?.getDisplayedRowAtIndex(rowIndex)?.data?.id ?? '')
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
    if (api && node && typeof node.rowIndex === 'number') api.setFocusedCell(node.rowIndex, field, key === newRow ? 'top' : null)
  }
  const keepColumns = () => { if (api) memory.keepColumns(api.getColumnState()) }
  const troubled = drafts.all().filter((draft) => draft.refusal !== null || Object.keys(draft.wrong).length > 0)

  return (
    <section className="grid record-grid" aria-label={label} onBlur={onBlur}>
      {failure !== null && <Notice refusal={refusalOf(failure)} onRetry={() => api?.refreshInfiniteCache()} />}
      {troubled.map((draft) => (
        <RowTrouble key={rowKey(draft.id)} draft={draft} name={nameOf({ ...draft.base, ...draft.values })} columns={columns} current={draft.id === null ? null : (api?.getRowNode(String(draft.id))?.data ?? null)}
          onJump={(field) => jump(rowKey(draft.id), field)} onTheirs={() => takeBack(rowKey(draft.id))}
          onMine={(row) => { drafts.rebase(rowKey(draft.id), row); void drafts.store(rowKey(draft.id)) }} />
      ))}
      <div className="grid-body">
        <AgGridReact<R>
          theme={theme} rowModelType="infinite" datasource={source} cacheBlockSize={100} maxBlocksInCache={20} infiniteInitialRowCount={1} columnDefs={definitions} getRowId={rowId} blockLoadDebounceMillis={30}
          {...(pinned.length > 0 ? { pinnedTopRowData: pinned } : { pinnedTopRowData: noRows })} {...(language === 'zh' ? { localeText: AG_GRID_LOCALE_CN } : {})}
          readOnlyEdit stopEditingWhenCellsLoseFocus animateRows={false} suppressDragLeaveHidesColumns suppressNoRowsOverlay
          onGridReady={({ api: grid }) => { setApi(grid); const { columns: kept } = memory.read(); if (kept) grid.applyColumnState({ state: kept, applyOrder: true }) }}
          onModelUpdated={({ api: grid }) => setRange(shownRange(grid))} onViewportChanged={({ api: grid }) => setRange(shownRange(grid))}
          onCellEditRequest={onEdit} onCellKeyDown={onKey} onCellFocused={onFocused}
          onSortChanged={keepColumns} onColumnMoved={({ finished }) => { if (finished) keepColumns() }} onColumnResized={({ finished }) => { if (finished) keepColumns() }} onColumnVisible={keepColumns}
        />
        {page?.total === 0 && pinned.length === 0 && <div className="grid-empty">{text === '' ? <Empty {...empty} /> : <Empty title={words('emptyText', { text })} hint={words('emptyTextHint')} />}</div>}
      </div>
      <GridFoot range={range} page={page} sums={noRows} chosen={0} columns={columns} api={api} onReset={() => { memory.forgetColumns(); api?.resetColumnState() }} />
    </section>
  )
}
