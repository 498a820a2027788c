import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { unsentClaims } from '#domain/claim'
import { useApiQuery, type ApiOutput } from '../../api.ts'
import { count, day, money, recentMonths } from '../../format.ts'
import { useSession } from '../../frame/session.ts'
import { useAsked } from '../../frame/use-asked.ts'
import { useText } from '../../messages/index.ts'
import { SearchInput, Views } from '../../ui/Choices.tsx'
import { Grid, type FilterOf, type RowOf } from '../../ui/Grid.tsx'
import { SelectInput } from '../../ui/fields/SelectInput.tsx'
import type { GridColumn } from '../../ui/grid/columns.tsx'
import { Tag } from '../../ui/values.tsx'

type ClaimRow = RowOf<'claims', 'list'>
export type ClaimFilter = FilterOf<'claims', 'list'>
export type Lane = ApiOutput<'claims', 'lanes'>[number]
type View = 'all' | 'unchecked' | 'ready'

const statusesOf: Record<View, ClaimFilter['statuses']> = { all: [...unsentClaims], unchecked: ['draft', 'sentBack'], ready: ['ready'] }

/** All that is not in a batch yet, whatever the tools above show of it. */
const everything: ClaimFilter = { statuses: [...statusesOf.all], manufacturerId: null, period: null, batchId: 'none' }

export function usePoolFilter() {
  const [askedView, setView] = useAsked('pool')
  const [askedPeriod, setPeriod] = useAsked('month')
  const [askedMaker, setMaker] = useAsked('maker')
  const [search, setSearch] = useAsked('text')
  const view: View = askedView === 'unchecked' || askedView === 'ready' ? askedView : 'all'
  const period = askedPeriod === '' ? null : askedPeriod
  const manufacturerId = askedMaker === '' ? null : Number(askedMaker)
  const filter = useMemo<ClaimFilter>(
    () => ({ statuses: statusesOf[view], manufacturerId, period, batchId: 'none' }),
    [view, manufacturerId, period],
  )
  return { view, setView, period, setPeriod, manufacturerId, setMaker, search, setSearch, filter }
}

/** ✓ passes, ! something to note, × cannot go; always with how many. */
export function CheckSign({ stops, warns }: { readonly stops: number; readonly warns: number }) {
  const text = useText('claims')
  if (stops > 0)
    return (
      <span title={text('stops', { count: stops })}>
        <Tag tone="stop">{stops}</Tag>
      </span>
    )
  if (warns > 0)
    return (
      <span title={text('warns', { count: warns })}>
        <Tag tone="warn">{warns}</Tag>
      </span>
    )
  return <Tag tone="ok">{text('passes')}</Tag>
}

type Props = {
  readonly autoFocus: boolean
  readonly pool: ReturnType<typeof usePoolFilter>
  readonly onChosen: (ids: readonly number[]) => void
}

/** 待报: claims on the way into a batch. */
export function PoolColumn({ autoFocus, pool, onChosen }: Props) {
  const text = useText('claims')
  const navigate = useNavigate()
  const { stationCode } = useSession()
  const { data: waiting } = useApiQuery(
    'claims',
    'list',
    { offset: 0, limit: 1, sort: [{ column: 'finishedAt', direction: 'asc' }], text: '', filter: everything },
    { keepPrevious: true },
  )
  const oldest = waiting?.rows[0]
  const columns = useMemo<readonly GridColumn<ClaimRow>[]>(
    () => [
      { field: 'no', title: text('no'), kind: 'link', stem: `${stationCode}-`, width: 120 },
      {
        field: 'stops',
        title: text('check'),
        rank: 1,
        kind: 'number',
        width: 88,
        render: ({ stops, warns }) => <CheckSign stops={stops} warns={warns} />,
        shown: ({ stops, warns }) => (stops > 0 ? `× ${stops}` : warns > 0 ? `! ${warns}` : '✓'),
      },
      { field: 'status', title: text('status'), rank: 3, kind: 'status', table: 'claimStatus', width: 84 },
      { field: 'totalFen', title: text('totalFen'), rank: 1, kind: 'money', width: 80 },
      { field: 'customerName', title: text('customer'), width: 72 },
      { field: 'mainPart', title: text('mainPart'), rank: 3, width: 96 },
      { field: 'finishedAt', title: text('finishedAt'), rank: 3, kind: 'day' },
      { field: 'dueOn', title: text('dueOn'), rank: 3, kind: 'date' },
      { field: 'frameNo', title: text('frameNo'), rank: 3, kind: 'frameNo' },
      { field: 'modelName', title: text('model'), width: 100, hidden: true },
      { field: 'workOrderNo', title: text('workOrderNo'), width: 170, hidden: true },
      { field: 'voucherNo', title: text('voucherNo'), width: 178, hidden: true },
      { field: 'type', title: text('type'), kind: 'word', table: 'claimType', hidden: true },
    ],
    [text, stationCode],
  )
  const narrowed = pool.period !== null || pool.manufacturerId !== null || pool.view !== 'all'
  return (
    <section className="claims-column" aria-label={text('poolView')}>
      <header className="claims-head">
        <h2>{text('pool')}</h2>
        <span className="section-beside figures">
          {waiting && `${text('countOf', { count: count(waiting.total) })} · ${money(waiting.sums['totalFen'] ?? 0)}`}
          {oldest ? ` · ${text('oldest', { day: day(oldest.finishedAt) })}` : ''}
        </span>
      </header>
      <Grid
        id="claims-pool"
        label={text('poolView')}
        feature="claims"
        method="list"
        columns={columns}
        filter={pool.filter}
        text={pool.search}
        onText={pool.setSearch}
        selection="many"
        autoFocus={autoFocus}
        onChosen={({ ids }) => onChosen(ids)}
        onOpen={({ id }) => void navigate(`/claims/${id}`)}
        sums={[{ name: 'totalFen', label: text('sum') }]}
        alsoOn={['batches', 'workOrders', 'returnedParts']}
        empty={
          narrowed
            ? { title: text('poolEmptyFiltered'), hint: text('poolEmptyFilteredHint') }
            : { title: text('poolEmpty'), hint: text('poolEmptyHint') }
        }
      />
    </section>
  )
}

/** View, month, manufacturer and search of the pool. */
export function PoolTools({ pool }: { readonly pool: ReturnType<typeof usePoolFilter> }) {
  const text = useText('claims')
  const { data: makers } = useApiQuery('catalogue', 'manufacturers', {})
  return (
    <>
      <Views
        label={text('poolView')}
        value={pool.view}
        onChange={pool.setView}
        views={[
          { value: 'all', label: text('all') },
          { value: 'unchecked', label: text('unchecked') },
          { value: 'ready', label: text('ready') },
        ]}
      />
      <div className="claims-month">
        <SelectInput
          aria-label={text('month')}
          placeholder={text('allMonths')}
          empty
          value={pool.period}
          onChange={(next) => pool.setPeriod(next ?? '')}
          choices={recentMonths().map((value) => ({ value, label: value }))}
        />
      </div>
      {(makers?.length ?? 0) > 1 && (
        <div className="claims-maker">
          <SelectInput
            aria-label={text('maker')}
            placeholder={text('allMakers')}
            empty
            value={pool.manufacturerId}
            onChange={(next) => pool.setMaker(next === null ? '' : String(next))}
            choices={(makers ?? []).map(({ id, name, shortName }) => ({ value: id, label: shortName === '' ? name : shortName }))}
          />
        </div>
      )}
      <SearchInput value={pool.search} onChange={pool.setSearch} placeholder={text('searchPool')} width={290} />
    </>
  )
}
