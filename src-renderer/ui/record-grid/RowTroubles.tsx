import { useSentence, useText, useWord } from '../../messages/index.ts'
import { Button } from '../Button.tsx'
import { recordText, type RecordColumn } from './columns.ts'
import { rowKey, type RowDraft } from './row-draft.ts'
import type { RowDrafts } from './use-row-drafts.ts'

type All<R extends { readonly id: number; readonly revision: number }> = {
  readonly drafts: RowDrafts<R>
  readonly columns: readonly RecordColumn<R>[]
  readonly nameOf: (row: R) => string
  /** the row as the list shows it now */
  readonly rowNow: (id: number) => R | null
  readonly onJump: (key: string, field: string) => void
  readonly onTheirs: (key: string) => void
}

/** Every row that was not saved, with its reasons. */
export function RowTroubles<R extends { readonly id: number; readonly revision: number }>({
  drafts,
  columns,
  nameOf,
  rowNow,
  onJump,
  onTheirs,
}: All<R>) {
  return drafts.troubled().map((draft) => {
    const key = rowKey(draft.id)
    return (
      <RowTrouble
        key={key}
        draft={draft}
        name={nameOf({ ...draft.base, ...draft.values })}
        columns={columns}
        current={draft.id === null ? null : rowNow(draft.id)}
        onJump={(field) => onJump(key, field)}
        onTheirs={() => onTheirs(key)}
        onMine={(row) => drafts.rebase(key, row)}
      />
    )
  })
}

type Props<R> = {
  readonly draft: RowDraft<R>
  readonly name: string
  readonly columns: readonly RecordColumn<R>[]
  readonly current: R | null
  readonly onJump: (field: string) => void
  readonly onTheirs: () => void
  readonly onMine: (row: R) => void
}

/** Why a row was not saved: each finding leads to its cell; of a conflict both sides are shown and one is taken. */
function RowTrouble<R extends { readonly revision: number }>({ draft, name, columns, current, onJump, onTheirs, onMine }: Props<R>) {
  const text = useText('ui')
  const say = useSentence()
  const word = useWord()
  const { refusal, wrong, values, base } = draft
  const isConflict = refusal?.code === 'conflict' && current !== null && current.revision !== base.revision
  const ticks = [text('yes'), text('no')] as const
  const differing = isConflict
    ? columns.filter((column) => values[column.field] !== undefined && values[column.field] !== current[column.field])
    : []
  const titleOf = (field: string) => columns.find((column) => column.field === field)?.title ?? field
  return (
    <div className="record-trouble" role="alert">
      <b>{name === '' ? text('newRow') : name}</b>
      <ul>
        {Object.entries(wrong).map(([field, { why }]) => (
          <li key={field}>
            <button type="button" className="link" onClick={() => onJump(field)}>
              {titleOf(field)}
            </button>{' '}
            {why}
          </li>
        ))}
        {refusal?.problems.map((problem, index) => (
          <li key={`${problem.key}-${String(index)}`}>
            {problem.field !== null && (
              <button type="button" className="link" onClick={() => onJump(problem.field ?? '')}>
                {titleOf(problem.field)}
              </button>
            )}{' '}
            {say(problem)}
          </li>
        ))}
        {refusal !== null && refusal.problems.length === 0 && <li>{say(refusal.sentence)}</li>}
        {differing.map((column) => (
          <li key={column.field}>
            {text('bothSides', {
              field: column.title,
              theirs: recordText(column, current ?? base, word, ticks),
              mine: recordText(column, { ...base, ...values }, word, ticks),
            })}
          </li>
        ))}
      </ul>
      <span className="spring" />
      {isConflict && (
        <Button size="small" onClick={() => onMine(current)}>
          {text('saveMine')}
        </Button>
      )}
      <Button size="small" kind="quiet" onClick={onTheirs}>
        {isConflict ? text('takeTheirs') : text('takeBack')}
      </Button>
    </div>
  )
}
