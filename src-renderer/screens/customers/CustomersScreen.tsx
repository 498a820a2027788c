import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { useMay } from '../../frame/session.ts'
import { useAsked, useAskedView } from '../../frame/use-asked.ts'
import { useText, type Text } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { SearchInput, Views } from '../../ui/Choices.tsx'
import { Grid, type RowOf } from '../../ui/Grid.tsx'
import type { GridColumn } from '../../ui/grid/columns.tsx'
import { Page, Toolbar } from '../../ui/Page.tsx'
import { DoublesList } from './DoublesList.tsx'
import './customers.css'

type Customer = RowOf<'customers', 'list'>
type Unit = RowOf<'customers', 'listUnits'>

function customerColumns(text: Text<'customers'>): readonly GridColumn<Customer>[] {
  return [
    { field: 'name', title: text('name'), kind: 'link', sortable: true, width: 150 },
    { field: 'phone', title: text('phone'), rank: 1, kind: 'phone' },
    { field: 'kind', title: text('kind'), rank: 3, kind: 'word', table: 'customerKind', width: 110 },
    { field: 'contactName', title: text('contactName'), width: 100, hidden: true },
    { field: 'phone2', title: text('phone2'), kind: 'phone', hidden: true },
    { field: 'address', title: text('address'), flex: 1 },
    { field: 'unitCount', title: text('units'), kind: 'number', width: 80 },
    { field: 'orderCount', title: text('orders'), kind: 'number', width: 80, sortable: true },
    { field: 'lastOrderAt', title: text('lastOrder'), rank: 1, kind: 'day', sortable: true },
  ]
}

function unitColumns(text: Text<'customers'>): readonly GridColumn<Unit>[] {
  return [
    { field: 'frameNo', title: text('frameNo'), kind: 'frameNo', opens: true, sortable: true, width: 178 },
    { field: 'plateNo', title: text('plateNo'), width: 100 },
    { field: 'modelName', title: text('model'), sortable: true, width: 150 },
    { field: 'ownerName', title: text('owner'), rank: 1, width: 130 },
    { field: 'ownerPhone', title: text('phone'), kind: 'phone' },
    { field: 'engineNo', title: text('engineNo'), rank: 3, kind: 'mono' },
    { field: 'purchasedOn', title: text('purchasedOn'), rank: 3, kind: 'date', sortable: true },
    { field: 'usage', title: text('usage'), rank: 4, kind: 'word', table: 'usage', width: 90 },
    { field: 'lastMileage', title: text('lastMileage'), rank: 3, kind: 'number', width: 96 },
    { field: 'invoiceNo', title: text('invoiceNo'), kind: 'mono', hidden: true },
    { field: 'sellerName', title: text('sellerName'), rank: 4, flex: 1 },
  ]
}

const views = ['customers', 'units', 'doubles'] as const
type View = (typeof views)[number]
const customerFilter = { kind: null }
const unitFilter = { manufacturerId: null }
const alsoOn: readonly string[] = ['workOrders']

/** 客户与车辆: two lists of the same people, found by any of their names. */
export function CustomersScreen() {
  const text = useText('customers')
  const navigate = useNavigate()
  const mayEdit = useMay('editCustomer')
  const [view, look] = useAskedView(views, 'customers')
  const [search, setSearch] = useAsked('text')
  const columns = useMemo(() => ({ customers: customerColumns(text), units: unitColumns(text) }), [text])
  return (
    <Page title={text('title')} fill={view !== 'doubles'}>
      <Toolbar
        actions={
          mayEdit &&
          view === 'customers' && (
            <Button hotkey="Ctrl+N" onClick={() => void navigate('/customers/new')}>
              {text('newCustomer')}
            </Button>
          )
        }
      >
        <Views<View>
          label={text('views')}
          value={view}
          onChange={look}
          views={[
            { value: 'customers', label: text('viewCustomers') },
            { value: 'units', label: text('viewUnits') },
            { value: 'doubles', label: text('viewDoubles') },
          ]}
        />
        {view !== 'doubles' && <SearchInput value={search} onChange={setSearch} placeholder={text('searchHint')} />}
      </Toolbar>
      {view === 'doubles' && <DoublesList />}
      {view === 'customers' && (
        <Grid
          key="customers"
          id="customers"
          label={text('viewCustomers')}
          feature="customers"
          method="list"
          columns={columns.customers}
          filter={customerFilter}
          text={search}
          onText={setSearch}
          autoFocus
          selection="many"
          alsoOn={alsoOn}
          onOpen={(row) => void navigate(`/customers/${row.id}`)}
          empty={{ title: text('emptyCustomers'), hint: text('emptyCustomersHint') }}
        />
      )}
      {view === 'units' && (
        <Grid
          key="units"
          id="units"
          label={text('viewUnits')}
          feature="customers"
          method="listUnits"
          columns={columns.units}
          filter={unitFilter}
          text={search}
          onText={setSearch}
          autoFocus
          selection="many"
          alsoOn={alsoOn}
          onOpen={(row) => void navigate(`/units/${row.id}`)}
          empty={{ title: text('emptyUnits'), hint: text('emptyUnitsHint') }}
        />
      )}
    </Page>
  )
}
