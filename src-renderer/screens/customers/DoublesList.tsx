import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { useApiQuery, type ApiOutput } from '../../api.ts'
import { useMay } from '../../frame/session.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Page.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { Table, type TableColumn } from '../../ui/Table.tsx'
import { FrameNumber } from '../../ui/values.tsx'
import { sharedKeys } from './DoublesHint.tsx'
import { MergeDialog } from './MergeDialog.tsx'

type Of = 'customer' | 'unit'
type Pair = ApiOutput<'customers', 'doubles'>[number]
const most = 100

/** 疑似重复: people with one telephone, vehicles with one plate, engine number or frame tail. Enter compares. */
export function DoublesList() {
  const text = useText('customers')
  return (
    <>
      <Doubles of="customer" title={text('doubleCustomers')} empty={text('doubleCustomersNone')} autoFocus />
      <Doubles of="unit" title={text('doubleUnits')} empty={text('doubleUnitsNone')} />
    </>
  )
}

function Doubles({
  of,
  title,
  empty,
  autoFocus = false,
}: {
  readonly of: Of
  readonly title: string
  readonly empty: string
  readonly autoFocus?: boolean
}) {
  const text = useText('customers')
  const navigate = useNavigate()
  const mayEdit = useMay('editCustomer')
  const [open, setOpen] = useState<Pair | null>(null)
  const { data, error } = useApiQuery('customers', 'doubles', { of, id: null, limit: most })
  const columns = useMemo(
    (): readonly TableColumn<Pair>[] => [
      {
        key: 'by',
        title: text('sharedBy'),
        width: 190,
        render: ({ by, value }) => (
          <>
            {text(sharedKeys[by])} <span className="figures">{value}</span>
          </>
        ),
      },
      { key: 'one', title: text('thisRecord'), wrap: true, render: ({ one }) => <Named of={of} record={one} /> },
      { key: 'other', title: text('otherRecord'), wrap: true, render: ({ other }) => <Named of={of} record={other} /> },
      {
        key: 'act',
        title: '',
        width: 84,
        right: true,
        render: (pair) =>
          mayEdit && (
            <Button size="small" kind="quiet" onClick={() => setOpen(pair)}>
              {text('compareOnly')}
            </Button>
          ),
      },
    ],
    [text, mayEdit, of],
  )
  return (
    <Section id={`doubles-${of}`} title={title} beside={data?.length}>
      <Notice refusal={error} />
      {data === undefined && error === null && <Loading />}
      {data && (
        <Table
          label={title}
          columns={columns}
          rows={data}
          rowKey={({ one, other }) => `${one.id}-${other.id}`}
          onOpen={(pair) => {
            if (mayEdit) setOpen(pair)
          }}
          empty={empty}
          autoFocus={autoFocus && data.length > 0}
        />
      )}
      {open && (
        <MergeDialog
          of={of}
          id={open.one.id}
          otherId={open.other.id}
          onClose={() => setOpen(null)}
          onDone={(id) => void navigate(of === 'unit' ? `/units/${id}` : `/customers/${id}`)}
        />
      )}
    </Section>
  )
}

function Named({ of, record }: { readonly of: Of; readonly record: Pair['one'] }) {
  const text = useText('customers')
  return (
    <span title={record.detail}>
      {of === 'unit' ? <FrameNumber value={record.title} /> : <b>{record.title}</b>}{' '}
      <span className="muted">
        {record.detail} · {text('storyOrders', { count: record.orderCount })}
      </span>
    </span>
  )
}
