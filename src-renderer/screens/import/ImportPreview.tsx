import { useState } from 'react'
import { useApiCommand, type ApiOutput } from '../../api.ts'
import { count } from '../../format.ts'
import { useSentence, useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Views } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useHotkey } from '../../ui/hotkeys.ts'
import { Message, Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { Table, type TableColumn } from '../../ui/Table.tsx'
import { Tag } from '../../ui/values.tsx'
import { asTabSeparated } from '../../ui/grid/rows.ts'
import type { Preview } from './preview.ts'

type Finding = Preview['rejected'][number]
type Row = Preview['sample'][number]
type Pane = 'rejected' | 'warnings' | 'sample'

/** Above this saving pauses noticeably while the rows are written (settled.md 3). */
const longWrite = 2000

type Props = {
  readonly preview: Preview
  readonly file: string
  readonly kind: string
  readonly onLeave: () => void
  readonly onApplied: (done: ApiOutput<'imports', 'apply'>) => void
}

/** What the workbook would do: counts, every row that is not taken with its reason and remedy, a sample of the rest. */
export function ImportPreview({ preview, file, kind, onLeave, onApplied }: Props) {
  const text = useText('imports')
  const { importId, read, accepted, creates, updates, unchanged, rejected, warnings } = preview
  // Several findings may be about one row; what is left out are rows.
  const badRows = new Set(rejected.map(({ sheet, row }) => `${sheet}\n${row}`)).size
  const [pane, setPane] = useState<Pane>(rejected.length > 0 ? 'rejected' : warnings.length > 0 ? 'warnings' : 'sample')
  const [asking, setAsking] = useState(false)
  const apply = useApiCommand('imports', 'apply')
  useHotkey('Escape', onLeave, text('discard'), !asking)
  const run = async (skipBad: boolean) => {
    const done = await apply.run({ importId, skipBad })
    if (done === null) return
    setAsking(false)
    onApplied(done)
  }
  const facts = [
    ['read', read],
    ['accepted', accepted],
    ['unchanged', unchanged],
    ['rejected', badRows],
    ['warnings', warnings.length],
  ] as const
  return (
    <>
      <header className="import-head">
        <div>
          <b>{file}</b> <span className="muted">{kind}</span>
        </div>
        <span className="spring" />
        <Button onClick={onLeave}>{text('discard')}</Button>
        {rejected.length === 0 ? (
          <Button kind="primary" hotkey="Ctrl+Enter" running={apply.running} disabled={accepted === 0} onClick={() => run(false)}>
            {text('apply', { count: count(accepted) })}
          </Button>
        ) : (
          <Button kind="primary" hotkey="Ctrl+Enter" disabled={accepted === 0} onClick={() => setAsking(true)}>
            {text('applySkip', { rejected: count(badRows) })}
          </Button>
        )}
      </header>
      <dl className="import-counts">
        {facts.map(([key, value]) => (
          <div key={key} data-fact={key} data-none={value === 0}>
            <dt>{text(key)}</dt>
            <dd className="figures">{count(value)}</dd>
            {key === 'accepted' && updates > 0 && (
              <dd className="import-split figures">{text('split', { creates: count(creates), updates: count(updates) })}</dd>
            )}
          </div>
        ))}
      </dl>
      {!asking && <Notice refusal={apply.refusal} onClose={apply.clear} />}
      {rejected.length > 0 && accepted > 0 && (
        <Message tone="warn">{text('applyBlocked', { rejected: count(badRows), accepted: count(accepted) })}</Message>
      )}
      {accepted === 0 &&
        (unchanged > 0 && rejected.length === 0 ? (
          <Message tone="ok">{text('allOnFile')}</Message>
        ) : (
          <Message tone="stop">{text('nothing')}</Message>
        ))}
      {accepted > longWrite && <Message tone="now">{text('pauseNotice')}</Message>}
      {apply.running && <Progress label={text('applying')} done={null} of={1} />}
      <div className="import-pane">
        <Views
          label={text('step3')}
          value={pane}
          onChange={setPane}
          views={[
            { value: 'rejected', label: text('rejected'), count: rejected.length },
            { value: 'warnings', label: text('warnings'), count: warnings.length },
            { value: 'sample', label: text('sample') },
          ]}
        />
        {pane !== 'sample' && <Findings rows={pane === 'rejected' ? rejected : warnings} level={pane} />}
        {pane === 'sample' && <Sample rows={preview.sample} />}
      </div>
      <Dialog
        title={text('skipTitle')}
        open={asking}
        onClose={() => setAsking(false)}
        refusal={apply.refusal}
        act={{ word: text('apply', { count: count(accepted) }), run: () => run(true), running: apply.running }}
      >
        <p>{text('skipHint', { rejected: count(badRows), accepted: count(accepted) })}</p>
        {accepted > longWrite && <Message tone="now">{text('pauseNotice')}</Message>}
      </Dialog>
    </>
  )
}

function Findings({ rows, level }: { readonly rows: readonly Finding[]; readonly level: 'rejected' | 'warnings' }) {
  const text = useText('imports')
  const say = useSentence()
  const [copied, setCopied] = useState(false)
  const columns: readonly TableColumn<Finding>[] = [
    { key: 'sheet', title: text('sheet'), width: 80, render: ({ sheet }) => sheet },
    { key: 'row', title: text('row'), width: 56, right: true, render: ({ row }) => (row === 0 ? text('wholeSheet') : row) },
    { key: 'column', title: text('column'), width: 110, render: ({ column }) => column },
    { key: 'value', title: text('value'), width: 150, render: ({ value }) => <span className="mono">{value}</span> },
    { key: 'reason', title: text('reason'), wrap: true, render: ({ reason }) => say(reason) },
    { key: 'remedy', title: text('remedy'), wrap: true, render: ({ remedy }) => say(remedy) },
  ]
  const copy = () => {
    const heads = columns.map(({ title }) => title)
    void navigator.clipboard
      .writeText(
        asTabSeparated([
          heads,
          ...rows.map(({ sheet, row, column, value, reason, remedy }) => [sheet, String(row), column, value, say(reason), say(remedy)]),
        ]),
      )
      .then(() => setCopied(true))
  }
  return (
    <Table
      label={text(level)}
      columns={columns}
      rows={rows}
      rowKey={(_, index) => index}
      tone={() => (level === 'rejected' ? 'stop' : 'warn')}
      empty={text(level === 'rejected' ? 'rejectedNone' : 'warningsNone')}
      foot={
        rows.length > 0 && (
          <>
            {copied && (
              <span className="tone-ok" role="status">
                ✓ {text('copied')}
              </span>
            )}
            <Button size="small" kind="quiet" onClick={copy}>
              {text('copyRows')}
            </Button>
          </>
        )
      }
    />
  )
}

function SampleCell({ cell }: { readonly cell: Row['cells'][number] | undefined }) {
  const text = useText('imports')
  if (cell === undefined) return null
  if (cell.was === null) return <span title={cell.value}>{cell.value}</span>
  const becomes = text('becomes', { was: cell.was === '' ? text('nothingBefore') : cell.was, value: cell.value })
  return (
    <span className="import-change" title={becomes}>
      {becomes}
    </span>
  )
}

/** Headings in the order of the workbook: a row says only those of its filled cells. */
function headsOf(rows: Preview['sample']): readonly string[] {
  const heads: string[] = []
  for (const { cells } of rows) {
    let next = 0
    for (const { heading } of cells) {
      const at = heads.indexOf(heading)
      if (at < 0) heads.splice(next, 0, heading)
      next = (at < 0 ? next : at) + 1
    }
  }
  return heads
}

function Sample({ rows }: { readonly rows: Preview['sample'] }) {
  const text = useText('imports')
  const heads = headsOf(rows)
  return (
    <div className="import-sample">
      <Table
        label={text('sample')}
        rows={rows}
        rowKey={(_, index) => index}
        empty={text('sampleNone')}
        foot={rows.length > 0 && text('sampleHint', { count: rows.length })}
        columns={[
          { key: 'row', title: text('row'), width: 56, right: true, render: ({ row }) => row },
          {
            key: 'does',
            title: text('does'),
            width: 96,
            render: ({ does }) => <Tag tone={does === 'create' ? 'ok' : 'now'}>{text(`does.${does}`)}</Tag>,
          },
          ...heads.map((head): TableColumn<Row> => ({
            key: head,
            title: head,
            width: 104,
            wrap: true,
            render: ({ cells }) => <SampleCell cell={cells.find(({ heading }) => heading === head)} />,
          })),
        ]}
      />
    </div>
  )
}
