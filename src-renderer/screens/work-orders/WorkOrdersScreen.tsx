import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { useMay } from '../../frame/session.ts'
import { useAsked, useAskedView } from '../../frame/use-asked.ts'
import { useText, type Text } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { SearchInput, Views } from '../../ui/Choices.tsx'
import { Grid, type FilterOf, type RowOf } from '../../ui/Grid.tsx'
import type { GridColumn } from '../../ui/grid/columns.tsx'
import { Page, Toolbar } from '../../ui/Page.tsx'
import { ChosenOrders } from './ChosenOrders.tsx'
import { eventWord } from './event-words.ts'

type Row = RowOf<'workOrders', 'list'>
type Filter = FilterOf<'workOrders', 'list'>

const views = ['all', 'open', 'toRepair', 'awaitingParts', 'notDelivered', 'notClaimed'] as const
type View = (typeof views)[number]
const viewWords = {
  all: 'viewAll',
  open: 'viewOpen',
  toRepair: 'viewToRepair',
  awaitingParts: 'viewAwaitingParts',
  notDelivered: 'viewNotDelivered',
  notClaimed: 'viewNotClaimed',
} as const

const alsoOn: readonly string[] = ['claims', 'customers']

/** 已完工未交 are the vehicles that stand ready; the contract's wider view holds all that are still in the shop. */
function filterOf(view: View): Filter {
  const wide = { statuses: [], nature: null, technicianId: null, view }
  return view === 'notDelivered' ? { ...wide, statuses: ['finished', 'inspected'], view: 'all' } : wide
}

function columnsOf(text: Text<'workOrders'>): readonly GridColumn<Row>[] {
  return [
    { field: 'no', title: text('no'), kind: 'link', sortable: true, width: 162 },
    { field: 'status', title: text('state'), rank: 1, kind: 'status', table: 'workOrderStatus', sortable: true, width: 88 },
    { field: 'customerName', title: text('customer'), rank: 1, width: 72, flex: 1 },
    { field: 'customerPhone', title: text('phone'), kind: 'phone', hidden: true },
    { field: 'plateNo', title: text('plateNo'), width: 80 },
    { field: 'modelName', title: text('model'), rank: 3, width: 106, flex: 1 },
    { field: 'frameNo', title: text('frameNo'), kind: 'frameNo', width: 122 },
    { field: 'repairType', title: text('repairType'), kind: 'word', table: 'repairType', hidden: true },
    { field: 'reportedAt', title: text('reportedAt'), kind: 'day', sortable: true, hidden: true },
    { field: 'receivedAt', title: text('received'), rank: 4, kind: 'day', sortable: true, width: 86 },
    { field: 'finishedAt', title: text('finished'), kind: 'day', sortable: true, hidden: true },
    { field: 'nature', title: text('nature'), kind: 'word', table: 'nature', width: 72, hidden: true },
    { field: 'eligibility', title: text('verdict'), kind: 'status', table: 'eligibility', width: 86 },
    { field: 'technicianName', title: text('technician'), rank: 4, width: 74 },
    { field: 'voucherNo', title: text('voucher'), width: 170, hidden: true },
    { field: 'totalFen', title: text('sum'), rank: 3, kind: 'money', sortable: true, width: 82 },
    { field: 'claimTotalFen', title: text('ofMaker'), kind: 'money', sortable: true, hidden: true },
    {
      field: 'nextEvent',
      title: text('next'),
      width: 86,
      last: true,
      shown: (row) => (row.nextEvent === null ? '' : eventWord(row.nextEvent, text)),
    },
  ]
}

/** 工单: every order, narrowed by view and by a word; Enter opens, Esc in the order comes back to its row. */
export function WorkOrdersScreen() {
  const text = useText('workOrders')
  const navigate = useNavigate()
  const mayOpen = useMay('openWorkOrder')
  const [view, look] = useAskedView(views, 'all')
  const [search, setSearch] = useAsked('text')
  const [chosen, setChosen] = useState<readonly number[]>([])
  const columns = useMemo(() => columnsOf(text), [text])
  const filter = useMemo(() => filterOf(view), [view])
  const create = () => void navigate('/work-orders/new')
  return (
    <Page title={text('title')} fill>
      <Toolbar
        actions={
          <>
            <ChosenOrders ids={chosen} />
            {mayOpen && (
              <Button kind="primary" hotkey="Ctrl+N" onClick={create}>
                {text('newOrder')}
              </Button>
            )}
          </>
        }
      >
        <Views<View>
          label={text('views')}
          value={view}
          onChange={look}
          views={views.map((each) => ({ value: each, label: text(viewWords[each]) }))}
        />
        <SearchInput value={search} onChange={setSearch} placeholder={text('searchHint')} width={330} />
      </Toolbar>
      <Grid
        id="work-orders"
        label={text('title')}
        feature="workOrders"
        method="list"
        columns={columns}
        filter={filter}
        text={search}
        alsoOn={alsoOn}
        autoFocus
        selection="many"
        onChosen={({ ids }) => setChosen(ids)}
        base={view}
        onBase={look}
        onText={setSearch}
        onOpen={(row) => void navigate(`/work-orders/${row.id}`)}
        sums={[
          { name: 'totalFen', label: text('sum') },
          { name: 'claimTotalFen', label: text('ofMaker') },
        ]}
        empty={{
          title: text(view === 'all' ? 'emptyTitle' : 'emptyView'),
          hint: text(view === 'all' ? 'emptyHint' : 'emptyViewHint'),
          ...(mayOpen && view === 'all' ? { action: <Button onClick={create}>{text('newOrder')}</Button> } : {}),
        }}
      />
    </Page>
  )
}
