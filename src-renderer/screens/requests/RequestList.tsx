import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { ChosenPapers } from '../../frame/print/ChosenPapers.tsx'
import { useAsked, useAskedView } from '../../frame/use-asked.ts'
import { useText, type Text } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { SearchInput, Views } from '../../ui/Choices.tsx'
import { DueTag } from '../../ui/DueTag.tsx'
import { Grid, type FilterOf, type RowOf } from '../../ui/Grid.tsx'
import type { GridColumn } from '../../ui/grid/columns.tsx'
import { Page, Toolbar } from '../../ui/Page.tsx'
import { isClockRunning, nextWord } from './request-words.ts'

type Row = RowOf<'partsRequests', 'list'>
type Filter = FilterOf<'partsRequests', 'list'>

const filters = {
  open: { statuses: [], view: 'open' },
  toSend: { statuses: ['draft', 'agreed'], view: 'open' },
  underWay: { statuses: [], view: 'toCome' },
  unused: { statuses: [], view: 'unused' },
  oldPart: { statuses: ['fitted', 'oldPartDue', 'overdue', 'billed'], view: 'open' },
  all: { statuses: [], view: 'all' },
} satisfies Record<string, Filter>
type View = keyof typeof filters
const views = ['open', 'toSend', 'underWay', 'unused', 'oldPart', 'all'] as const satisfies readonly View[]
const viewWords = {
  open: 'viewOpen',
  toSend: 'viewToSend',
  underWay: 'viewUnderWay',
  unused: 'viewUnused',
  oldPart: 'viewOldPart',
  all: 'viewAll',
} as const
const alsoOn: readonly string[] = ['workOrders', 'returnedParts', 'manifests']

function columnsOf(text: Text<'requests'>): readonly GridColumn<Row>[] {
  return [
    { field: 'no', title: text('no'), kind: 'link', sortable: true, width: 178, words: { '': text('draftNo') } },
    { field: 'status', title: text('status'), rank: 1, kind: 'status', table: 'requestStatus', sortable: true, width: 108 },
    {
      field: 'oldPartDueOn',
      title: text('due'),
      rank: 1,
      sortable: true,
      width: 180,
      kind: 'date',
      render: (row) => <DueTag dueOn={row.oldPartDueOn} state={row.taskState} running={isClockRunning(row.status)} />,
      shown: (row) => row.oldPartDueOn ?? '',
    },
    { field: 'customerName', title: text('customer'), width: 84 },
    { field: 'parts', title: text('parts'), rank: 1, width: 150, flex: 1 },
    { field: 'workOrderNo', title: text('order'), rank: 3, width: 170 },
    { field: 'agreedBy', title: text('agreedBy'), rank: 4, width: 110 },
    { field: 'sentAt', title: text('sentAt'), rank: 3, kind: 'day' },
    { field: 'arrivedAt', title: text('arrivedAt'), rank: 3, kind: 'day' },
    { field: 'kind', title: text('kind'), kind: 'word', table: 'requestKind', hidden: true },
    { field: 'modelName', title: text('model'), width: 120, hidden: true },
    { field: 'frameNo', title: text('frameNo'), kind: 'frameNo', hidden: true },
    { field: 'chargedFen', title: text('charged'), kind: 'money', hidden: true },
    { field: 'createdAt', title: text('createdAt'), kind: 'day', sortable: true, hidden: true },
    { field: 'nextEvent', title: text('next'), width: 106, last: true, shown: (row) => nextWord(row, text) },
  ]
}

/** 配件求援: what was borrowed, how far it is, and until when its old part must be back. */
export function RequestList() {
  const text = useText('requests')
  const navigate = useNavigate()
  const [view, look] = useAskedView(views, 'open')
  const [search, setSearch] = useAsked('text')
  const [chosen, setChosen] = useState<readonly number[]>([])
  const columns = useMemo(() => columnsOf(text), [text])
  const sums = useMemo(() => [{ name: 'chargedFen', label: text('charged') }], [text])
  const isNone = view === 'all' || view === 'open'
  return (
    <Page title={text('title')} fill>
      <Toolbar
        actions={
          <ChosenPapers
            field="requestId"
            ids={chosen}
            kinds={[{ word: (count) => text('printOf', { count }), none: text('noPapersOf'), forms: ['F15'] }]}
          />
        }
      >
        <Views<View>
          label={text('views')}
          value={view}
          onChange={look}
          views={views.map((each) => ({ value: each, label: text(viewWords[each]) }))}
        />
        <SearchInput value={search} onChange={setSearch} placeholder={text('searchHint')} width={340} />
      </Toolbar>
      <Grid
        id="requests"
        label={text('title')}
        feature="partsRequests"
        method="list"
        columns={columns}
        filter={filters[view]}
        text={search}
        alsoOn={alsoOn}
        autoFocus
        selection="many"
        onChosen={({ ids }) => setChosen(ids)}
        base={view}
        onBase={look}
        onText={setSearch}
        onOpen={(row) => void navigate(`/requests/${row.id}`)}
        sums={sums}
        empty={{
          title: text(isNone ? 'emptyTitle' : 'emptyView'),
          hint: text(isNone ? 'emptyHint' : 'emptyViewHint'),
          ...(isNone ? { action: <Button onClick={() => void navigate('/work-orders')}>{text('toOrders')}</Button> } : {}),
        }}
      />
    </Page>
  )
}
