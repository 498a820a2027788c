import { AG_GRID_LOCALE_CN } from '@ag-grid-community/locale'
import type { CellEditRequestEvent, CellFocusedEvent, GridApi } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { announce, type ApiFeature, type ApiMethod } from '../api.ts'
import { today } from '../format.ts'
import { useLanguage, useSentence, useText, useWord } from '../messages/index.ts'
import { useAppearance } from '../theme/appearance.ts'
import { gridTheme } from '../theme/grid-theme.ts'
import type { FilterOf } from './Grid.tsx'
import { tellCutWords } from './grid/cut-words.ts'
import { GridEmpty, type EmptyWords } from './grid/GridEmpty.tsx'
import { GridFoot } from './grid/GridFoot.tsx'
import { headingsOf } from './grid/headings.ts'
import { useGridMemory } from './grid/grid-memory.ts'
import { useColumnLayout } from './grid/use-column-layout.ts'
import { tickColumn, type Chosen } from './grid/use-chosen.ts'
import { useList } from './grid/use-list.tsx'
import { useHotkey } from './hotkeys.ts'
import { CellMessage } from './record-grid/CellMessage.tsx'
import { recordText, take, type RecordColumn } from './record-grid/columns.ts'
import { keyAt, recordDefinitions, redrawClosed } from './record-grid/definitions.ts'
import { gridColumns } from './record-grid/grid-columns.ts'
import type { KeptRows } from './record-grid/kept-rows.ts'
import { LastSaved } from './record-grid/LastSaved.tsx'
import { RowTroubles } from './record-grid/RowTroubles.tsx'
import { useCellKeys } from './record-grid/use-cell-keys.ts'
import { useCursorRow } from './record-grid/use-cursor-row.ts'
import { useJump } from './record-grid/use-jump.ts'
import { useNewRow } from './record-grid/use-new-row.ts'
import { newRow, savedWith, type Saved } from './record-grid/row-draft.ts'
import { firstWrong, useRowDrafts, wrongIn, type SaveRow } from './record-grid/use-row-drafts.ts'
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
  /** what was typed here before and is not saved yet */
  readonly kept: KeptRows<R>
  /** a new record before anything is typed; null: none can be made yet */
  readonly newRecord: R | null
  /** counts up: a new record is wanted */
  readonly wanted: number
  readonly onRemove: (row: R) => void
  /** how a row is called in words */
  readonly nameOf: (row: R) => string
  readonly empty: EmptyWords
  /** what is chosen of the rows */
  readonly onChosen: (chosen: Chosen<R>) => void
  /** what can be done with the chosen rows, beside how many they are; it tells what it changed in them */
  readonly acts: (onChanged: (rows: readonly Kept[]) => void) => ReactNode
}

const rowId = ({ data, rowPinned }: { readonly data: { readonly id: number }; readonly rowPinned?: string | null | undefined }) =>
  rowPinned ? newRow : String(data.id)
const noRows: never[] = []

/**
 * A list whose rows are edited in place: arrows move, F2, Enter or typing opens a cell, Tab goes to the next one, leaving
 * the row or Ctrl+Enter saves it, Esc takes it back, Ctrl+Z undoes the last save, Ctrl+Delete deletes. What is refused
 * stays typed and is said at its cell.
 */
export function RecordGrid<F extends ApiFeature, M extends ApiMethod<F>, R extends Kept>({
  id,
  label,
  feature,
  method,
  columns,
  filter,
  text = '',
  onText,
  mayEdit,
  save,
  kept,
  newRecord,
  wanted,
  onRemove,
  nameOf,
  empty,
  onChosen,
  acts,
}: Props<F, M, R>) {
  const language = useLanguage()
  const words = useText('ui')
  const hints = useText('grid')
  const word = useWord()
  const say = useSentence()
  const { mode, appearance } = useAppearance()
  const memory = useGridMemory(id)
  const [api, setApi] = useState<GridApi<R> | null>(null)
  const [last, setLast] = useState<Saved<R> | null>(null)
  const [place] = useState(memory.read)
  const section = useRef<HTMLElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const theme = useMemo(() => gridTheme(mode, appearance.density, appearance.scale), [mode, appearance.density, appearance.scale])
  const ticks = useMemo(() => [words('yes'), words('no')] as const, [words])
  const known = useMemo(() => gridColumns(columns, ticks), [columns, ticks])

  const focus = (index: number, field: string, pin: 'top' | null = null) => {
    if (api && !api.isDestroyed()) api.setFocusedCell(index, field, pin)
  }
  const firstField = columns.find(({ editable, hidden }) => editable !== false && hidden !== true)?.field ?? columns[0]?.field ?? ''
  const toRows = () =>
    setTimeout(() => focus(api?.getFocusedCell()?.rowIndex ?? 0, api?.getFocusedCell()?.column.getColId() ?? firstField), 60)
  const list = useList<F, M, R>({
    id,
    label,
    feature,
    method,
    columns: known,
    api,
    memory,
    place,
    section,
    filter,
    text,
    base: '',
    onBase: undefined,
    onText,
    autoFocus: true,
    back: toRows,
    alsoOn: noRows,
    isMany: true,
    onChosen,
    unchooseOn: 0,
    firstColumn: firstField,
  })
  const { fields, filters, page } = list

  const { pinned, unpin } = useNewRow<R>({
    api,
    begun: kept.rows.get(newRow)?.base,
    newRecord: mayEdit ? newRecord : null,
    wanted,
    firstField,
    focus,
  })

  const drafts = useRowDrafts<R>({
    save,
    kept,
    onChange: () => setTimeout(() => redrawClosed(api), 0),
    onSaved: (row, before) => {
      setLast({ row, before })
      if (before !== null) api?.getRowNode(String(row.id))?.setData(row)
      else if (pinned.length > 0) {
        unpin()
        if (forget(newRow)) toRows()
      }
      announce([feature])
    },
  })
  /** Rows changed by the acts are shown, typed on and undone as they are now, before the list brings them. */
  const follow = (changed: readonly Kept[]) => {
    for (const change of changed) {
      const node = api?.getRowNode(String(change.id))
      if (node?.data !== undefined) node.setData({ ...node.data, ...change })
      drafts.follow(change)
      setLast((saved) => savedWith(saved, change))
    }
  }
  const textOf = (column: RecordColumn<R>, key: string, row: R) =>
    drafts.of(key)?.wrong[column.field]?.typed ?? recordText(column, drafts.shown(key, row), word, ticks)
  const edit = (column: RecordColumn<R>, key: string, row: R, typed: unknown) => {
    const taken = take(column, typed, today())
    drafts.edit(
      key === newRow ? null : row.id,
      row,
      column.field,
      'values' in taken ? taken : { typed: String(typed ?? ''), why: words(taken.wrong, taken.params ?? {}) },
    )
  }
  const now = useLatest({ drafts, textOf, edit })
  const definitions = useMemo(
    () =>
      recordDefinitions<R>(columns, {
        mayEdit,
        scale: appearance.scale,
        words: language === 'en' ? 1.2 : 1,
        headings: headingsOf(fields, hints),
        draftOf: (key) => now.current.drafts.of(key),
        textOf: (...cell) => now.current.textOf(...cell),
        rowNow: (key, row) => now.current.drafts.shown(key, row),
        edit: (...cell) => now.current.edit(...cell),
        wrongAt: (key, field) => wrongIn(now.current.drafts.of(key), field, say) ?? '',
      }),
    [columns, mayEdit, say, appearance.scale, language, fields, hints, now],
  )
  // A list that is left by a key saves what was typed; what is refused is still there on the way back.
  useEffect(() => () => now.current.drafts.storeAll(), [now])

  const { cursor, forget, onFocused, onBlur } = useCursorRow<R>({
    api,
    onLeave: (key) =>
      setTimeout(() => {
        if (key === newRow && now.current.drafts.of(key) === undefined) unpin()
        else void now.current.drafts.store(key)
      }, 0),
  })
  const saveAll = () => {
    api?.stopEditing()
    setTimeout(() => now.current.drafts.storeAll(), 0)
  }
  const undo = () => {
    if (last !== null && last.before !== null) drafts.undo({ row: last.row, before: last.before })
  }
  useHotkey('Ctrl+Enter', saveAll, words('save'), mayEdit)
  useHotkey('Ctrl+Z', undo, words('undo'), mayEdit && last !== null && last.before !== null)
  const takeBack = (key: string) => {
    drafts.drop(key)
    if (key === newRow) {
      unpin()
      forget(newRow)
      toRows()
    }
  }
  const { beforeKey, onKey } = useCellKeys<R>({
    api,
    columns,
    mayEdit,
    drafts,
    textOf,
    takeBack,
    onRemove,
    many: { chosen: () => list.choosing.held.current, all: list.chooseAll },
    onCopied: list.onCopied,
  })

  const onEdit = ({ data, node, column, newValue }: CellEditRequestEvent<R>) => {
    const edited = columns.find(({ field }) => field === column.getColId())
    if (edited) edit(edited, keyAt(data, node), data, newValue)
  }
  const { jump, next: toUnsaved } = useJump<R>({ api, drafts, fields: columns.map(({ field }) => field), nameOf, onText, focus })
  useHotkey('F8', toUnsaved, words('toUnsavedRow'), mayEdit && kept.rows.size > 0)
  const layout = useColumnLayout({ api, definitions, body, beside: tickColumn.width, memory })
  const onCell = (cell: CellFocusedEvent<R>) => {
    onFocused(cell)
    const row = cell.rowIndex === null || cell.rowPinned === 'top' ? undefined : cell.api.getDisplayedRowAtIndex(cell.rowIndex)?.data
    if (row !== undefined) list.keepPlace(cell.api, row)
  }
  // At the cursor, else at the first cell of its row that is not right.
  const told = cursor === null ? undefined : firstWrong(drafts.of(cursor.row), [cursor.field, ...columns.map(({ field }) => field)], say)

  return (
    <section className="grid record-grid" aria-label={label} onBlur={onBlur} onKeyDownCapture={beforeKey} ref={section}>
      {list.bar}
      {list.failures}
      <div className="grid-body" ref={body} onMouseOver={tellCutWords} onFocus={tellCutWords}>
        <AgGridReact<R>
          theme={theme}
          rowModelType="infinite"
          cacheBlockSize={100}
          maxBlocksInCache={20}
          infiniteInitialRowCount={1}
          columnDefs={layout.definitions}
          getRowId={rowId}
          blockLoadDebounceMillis={30}
          pinnedTopRowData={pinned}
          {...(language === 'zh' ? { localeText: AG_GRID_LOCALE_CN } : {})}
          readOnlyEdit
          stopEditingWhenCellsLoseFocus
          animateRows={false}
          suppressDragLeaveHidesColumns
          enableBrowserTooltips
          suppressNoRowsOverlay
          onGridReady={({ api: grid }) => setApi(grid)}
          onCellEditRequest={onEdit}
          onCellKeyDown={onKey}
          onCellFocused={onCell}
          {...list.rows}
          {...layout.listeners}
        />
        {told !== undefined && cursor !== null && <CellMessage body={body} row={cursor.row} field={told.field} words={told.why} />}
        {page?.total === 0 && pinned.length === 0 && <GridEmpty filtered={filters.length > 0} text={text} empty={empty} />}
      </div>
      <RowTroubles
        drafts={drafts}
        nameOf={nameOf}
        columns={columns}
        rowNow={(id) => api?.getRowNode(String(id))?.data ?? null}
        onJump={jump}
        onTheirs={takeBack}
      />
      {mayEdit && <LastSaved saved={last} unsaved={kept.rows.size} nameOf={nameOf} onUndo={undo} onUnsaved={toUnsaved} />}
      <GridFoot sums={noRows} {...list.foot} acts={acts(follow)} />
    </section>
  )
}
