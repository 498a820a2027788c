import { useMemo } from 'react'
import { useController, useWatch } from 'react-hook-form'
import type { Problem } from '#domain/errors'
import { chargeMode, codesOf } from '#domain/words'
import { useText } from '../../messages/index.ts'
import { EditableGrid, type LineColumn } from '../../ui/EditableGrid.tsx'
import { Section } from '../../ui/Page.tsx'
import { Money } from '../../ui/values.tsx'
import { newFee, stationShare, type Assessment, type FeeLine, type OrderForm } from './order-form.ts'

type Props = {
  readonly form: OrderForm
  readonly problems: readonly Problem[]
  readonly readOnly: boolean
  readonly totals: Assessment['totals'] | null
}

/** 费用: what is neither part nor labour nor outing, and the sums of the whole order by who bears them. */
export function FeesSection({ form, problems, readOnly, totals }: Props) {
  const text = useText('workOrders')
  const { field } = useController({ control: form.control, name: 'otherFees' })
  const nature = useWatch({ control: form.control, name: 'nature' })
  const columns = useMemo(
    (): LineColumn<FeeLine>[] => [
      { field: 'kind', title: text('feeKind'), kind: 'text', maxLength: 30, width: 220 },
      { field: 'note', title: text('note'), kind: 'text', maxLength: 80 },
      { field: 'amountFen', title: text('amount'), kind: 'money', width: 110 },
      {
        field: 'chargeMode',
        title: text('chargeMode'),
        kind: 'word',
        table: 'chargeMode',
        codes: codesOf(chargeMode),
        width: 110,
        skip: true,
      },
    ],
    [text],
  )
  return (
    <Section id="otherFees" fields={['otherFees']} title={text('fees')} beside={field.value.length > 0 && String(field.value.length)}>
      <div className="fees">
        <EditableGrid<FeeLine>
          name="otherFees"
          label={text('fees')}
          columns={columns}
          lines={field.value}
          onChange={field.onChange}
          newLine={() => newFee(nature)}
          problems={problems}
          readOnly={readOnly}
          maxLines={20}
          foot={
            <span>
              {text('sum')} <Money fen={totals?.otherFen ?? null} strong />
            </span>
          }
        />
        {totals && <SumTable totals={totals} />}
      </div>
    </Section>
  )
}

const kinds = ['parts', 'labour', 'outing', 'other'] as const

function SumTable({ totals }: { readonly totals: Assessment['totals'] }) {
  const text = useText('workOrders')
  const rows = kinds.map((kind) => {
    const [whole, maker, customer] = (
      {
        parts: [totals.partsFen, totals.claimPartsFen, totals.payablePartsFen],
        labour: [totals.labourFen, totals.claimLabourFen, totals.payableLabourFen],
        outing: [totals.outingFen, totals.claimOutingFen, totals.payableOutingFen],
        other: [totals.otherFen, totals.claimOtherFen, totals.payableOtherFen],
      } as const
    )[kind]
    return { kind, whole, maker, customer, station: whole - maker - customer }
  })
  const ofStation = stationShare(totals)
  return (
    <table className="sum-table figures">
      <thead>
        <tr>
          <th>{text('sumTable')}</th>
          <th>{text('sum')}</th>
          <th>{text('ofMaker')}</th>
          <th>{text('ofCustomer')}</th>
          {ofStation > 0 && <th>{text('ofStation')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ kind, whole, maker, customer, station }) => (
          <tr key={kind}>
            <th>{text(({ parts: 'parts', labour: 'labour', outing: 'outings', other: 'fees' } as const)[kind])}</th>
            <td>
              <Money fen={whole} />
            </td>
            <td>
              <Money fen={maker} />
            </td>
            <td>
              <Money fen={customer} />
            </td>
            {ofStation > 0 && (
              <td>
                <Money fen={station} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th>{text('sum')}</th>
          <td>
            <Money fen={totals.totalFen} strong />
          </td>
          <td>
            <Money fen={totals.claimTotalFen} strong />
          </td>
          <td>
            <Money fen={totals.payableFen} strong />
          </td>
          {ofStation > 0 && (
            <td>
              <Money fen={ofStation} strong />
            </td>
          )}
        </tr>
      </tfoot>
    </table>
  )
}
