import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { useSession } from '../../frame/session.ts'
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
  const { stationCode } = useSession()
  const filter = useMemo<FilterOf<'batches', 'list'>>(() => ({ statuses: [], manufacturerId }), [manufacturerId])
  const columns = useMemo<readonly GridColumn<BatchRow>[]>(
    () => [
      {
        field: 'no',
        title: text('batch'),
        kind: 'link',
        stem: `${stationCode}-`,
        width: 126,
        flex: 1,
        shown: ({ no, periodFrom }) => (no === '' ? `${word('batchStatus', 'draft')} ${periodFrom.slice(0, 7)}` : no),
      },
      { field: 'totalFen', title: text('totalFen'), rank: 1, kind: 'money', width: 84 },
      { field: 'status', title: text('status'), kind: 'status', table: 'batchStatus', width: 86 },
      { field: 'claimCount', title: text('claimCount'), rank: 3, kind: 'number', width: 56 },
      {
        field: 'nextEvent',
        title: text('nextStep'),
        rank: 3,
        width: 110,
        shown: ({ nextEvent }) => (nextEvent === null ? '' : stepWord(nextEvent, nextEvent)),
      },
      { field: 'periodFrom', title: text('period'), rank: 3, kind: 'date', width: 84, shown: ({ periodFrom }) => periodFrom.slice(0, 7) },
      { field: 'approvedFen', title: text('approvedFen'), rank: 3, kind: 'money', width: 96 },
      { field: 'handler', title: text('handler'), width: 80, hidden: true },
      { field: 'secondHandler', title: text('secondHandler'), width: 80, hidden: true },
      { field: 'manufacturerName', title: text('maker'), width: 160, hidden: true },
    ],
    [text, word, stepWord, stationCode],
  )
  return (
    <section className="claims-column" aria-label={text('batches')}>
      <header className="claims-head">
        <h2>{text('batches')}</h2>
      </header>
      <Grid
        id="claims-batches"
        autoFocus={autoFocus}
        label={text('batches')}
        feature="batches"
        method="list"
        columns={columns}
        filter={filter}
        selection="many"
        alsoOn={['claims']}
        onOpen={({ id }) => void navigate(`/batches/${id}`)}
        sums={[{ name: 'totalFen', label: text('sum') }]}
        empty={{ title: text('batchesEmpty'), hint: text('batchesEmptyHint') }}
      />
    </section>
  )
}
