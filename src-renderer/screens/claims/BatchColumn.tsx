import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { useText, useWord } from '../../messages/index.ts'
import { Grid, type FilterOf, type RowOf } from '../../ui/Grid.tsx'
import type { GridColumn } from '../../ui/grid/columns.tsx'
import { useBatchWords } from './claim-words.ts'

type BatchRow = RowOf<'batches', 'list'>

/** 批次: drafts, sealed, sent and answered, newest first. */
export function BatchColumn({ autoFocus, manufacturerId }: { readonly autoFocus: boolean; readonly manufacturerId: number | null }) {
  const text = useText('claims')
  const word = useWord()
  const { stepWord } = useBatchWords()
  const navigate = useNavigate()
  const filter = useMemo<FilterOf<'batches', 'list'>>(() => ({ statuses: [], manufacturerId }), [manufacturerId])
  const columns = useMemo<readonly GridColumn<BatchRow>[]>(() => [
    { field: 'no', title: text('batch'), kind: 'link', sortable: true, width: 174, shown: ({ no, periodFrom }) => (no === '' ? `${word('batchStatus', 'draft')} ${periodFrom.slice(0, 7)}` : no) },
    { field: 'totalFen', title: text('totalFen'), kind: 'money', sortable: true, width: 86 },
    { field: 'status', title: text('status'), kind: 'status', table: 'batchStatus', sortable: true, width: 84 },
    { field: 'claimCount', title: text('claimCount'), kind: 'number', width: 56 },
    { field: 'nextEvent', title: text('nextStep'), width: 110, shown: ({ nextEvent }) => (nextEvent === null ? '' : stepWord(nextEvent, nextEvent)) },
    { field: 'periodFrom', title: text('period'), kind: 'date', width: 84, shown: ({ periodFrom }) => periodFrom.slice(0, 7) },
    { field: 'approvedFen', title: text('approvedFen'), kind: 'money', width: 96 },
    { field: 'handler', title: text('handler'), width: 80 },
    { field: 'secondHandler', title: text('secondHandler'), width: 80 },
    { field: 'manufacturerName', title: text('maker'), width: 160 },
  ], [text, word, stepWord])
  return (
    <section className="claims-column" aria-label={text('batches')}>
      <header className="claims-head"><h2>{text('batches')}</h2></header>
      <Grid
        id="claims-batches" autoFocus={autoFocus} label={text('batches')} feature="batches" method="list" columns={columns} filter={filter} alsoOn={['claims']} onOpen={({ id }) => void navigate(`/batches/${id}`)}
        sums={[{ name: 'totalFen', label: text('sum') }]} empty={{ title: text('batchesEmpty'), hint: text('batchesEmptyHint') }}
      />
    </section>
  )
}
