import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { useSession } from '../../frame/session.ts'
import { useText, useWord } from '../../messages/index.ts'
import { Grid, type FilterOf, type RowOf } from '../../ui/Grid.tsx'
import type { GridColumn } from '../../ui/grid/columns.tsx'
import { hiddenBelow, useBoardRoom } from './board-room.ts'
import { useBatchWords } from './claim-words.ts'

type BatchRow = RowOf<'batches', 'list'>

/** 批次: drafts, sealed, sent and answered, newest first. */
export function BatchColumn({ autoFocus, manufacturerId }: { readonly autoFocus: boolean; readonly manufacturerId: number | null }) {
  const text = useText('claims')
  const word = useWord()
  const { stepWord } = useBatchWords()
  const navigate = useNavigate()
  const { stationCode } = useSession()
  const room = useBoardRoom()
  const filter = useMemo<FilterOf<'batches', 'list'>>(() => ({ statuses: [], manufacturerId }), [manufacturerId])
  const columns = useMemo<readonly GridColumn<BatchRow>[]>(() => [
    { field: 'no', title: text('batch'), kind: 'link', stem: `${stationCode}-`, width: 126, flex: 1, shown: ({ no, periodFrom }) => (no === '' ? `${word('batchStatus', 'draft')} ${periodFrom.slice(0, 7)}` : no) },
    { field: 'totalFen', title: text('totalFen'), kind: 'money', width: 84 },
    { field: 'status', title: text('status'), kind: 'status', table: 'batchStatus', width: 80, hidden: hiddenBelow('narrow', room) },
    { field: 'claimCount', title: text('claimCount'), kind: 'number', width: 56, hidden: hiddenBelow('wide', room) },
    { field: 'nextEvent', title: text('nextStep'), width: 110, hidden: hiddenBelow('wide', room), shown: ({ nextEvent }) => (nextEvent === null ? '' : stepWord(nextEvent, nextEvent)) },
    { field: 'periodFrom', title: text('period'), kind: 'date', width: 84, hidden: hiddenBelow('wide', room), shown: ({ periodFrom }) => periodFrom.slice(0, 7) },
    { field: 'approvedFen', title: text('approvedFen'), kind: 'money', width: 96, hidden: hiddenBelow('wide', room) },
    { field: 'handler', title: text('handler'), width: 80, hidden: true },
    { field: 'secondHandler', title: text('secondHandler'), width: 80, hidden: true },
    { field: 'manufacturerName', title: text('maker'), width: 160, hidden: true },
  ], [text, word, stepWord, stationCode, room])
  return (
    <section className="claims-column" aria-label={text('batches')}>
      <header className="claims-head"><h2>{text('batches')}</h2></header>
      <Grid
        key={room} id="claims-batches" autoFocus={autoFocus} label={text('batches')} feature="batches" method="list" columns={columns} filter={filter} alsoOn={['claims']} onOpen={({ id }) => void navigate(`/batches/${id}`)}
        sums={[{ name: 'totalFen', label: text('sum') }]} empty={{ title: text('batchesEmpty'), hint: text('batchesEmptyHint') }}
      />
    </section>
  )
}
