import { useMemo } from 'react'
import { useController, useWatch } from 'react-hook-form'
import type { Problem } from '#domain/errors'
import { outingSums } from '#domain/outing-sum'
import { chargeMode, codesOf } from '#domain/words'
import { money } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { EditableGrid, type LineColumn } from '../../ui/EditableGrid.tsx'
import { Section } from '../../ui/Page.tsx'
import { Money } from '../../ui/values.tsx'
import { SumLine } from './VerdictSum.tsx'
import { newOuting, type Assessment, type OrderForm, type OutingLine } from './order-form.ts'

type Props = {
  readonly form: OrderForm
  readonly problems: readonly Problem[]
  readonly readOnly: boolean
  readonly totals: Assessment['totals'] | null
}

/** 外出: distances, people, days and receipts, with the sum explained line by line (domain.md M06–M08). */
export function OutingsSection({ form, problems, readOnly, totals }: Props) {
  const text = useText('workOrders')
  const { field } = useController({ control: form.control, name: 'outings' })
  const nature = useWatch({ control: form.control, name: 'nature' })
  const columns = useMemo(
    (): LineColumn<OutingLine>[] => [
      { field: 'place', title: text('place'), kind: 'text', maxLength: 80 },
      { field: 'oneWayKm', title: text('oneWayKm'), kind: 'number', min: 0, max: 999_999, width: 72 },
      { field: 'drivenKm', title: text('drivenKm'), kind: 'number', min: 0, max: 999_999, width: 68 },
      { field: 'people', title: text('people'), kind: 'number', min: 1, max: 20, width: 68 },
      { field: 'days', title: text('days'), kind: 'number', min: 1, max: 60, width: 52 },
      { field: 'nights', title: text('nights'), kind: 'number', min: 0, max: 60, width: 68 },
      { field: 'faresFen', title: text('fares'), kind: 'money', width: 84 },
      {
        field: 'lodgingFen',
        title: text('lodging'),
        kind: 'money',
        empty: true,
        width: 76,
        skip: true,
        render: (line) => (line.lodgingFen === null ? <span className="faint">{text('byStandard')}</span> : money(line.lodgingFen)),
      },
      {
        field: 'mealFen',
        title: text('meal'),
        kind: 'money',
        empty: true,
        width: 76,
        skip: true,
        render: (line) => (line.mealFen === null ? <span className="faint">{text('byStandard')}</span> : money(line.mealFen)),
      },
      { field: 'noReceiptApproved', title: text('noReceipt'), kind: 'tick', width: 72, skip: true },
      {
        field: 'chargeMode',
        title: text('chargeMode'),
        kind: 'word',
        table: 'chargeMode',
        codes: codesOf(chargeMode),
        width: 86,
        skip: true,
      },
      { field: 'note', title: text('note'), kind: 'text', maxLength: 80, width: 68, skip: true },
    ],
    [text],
  )
  const sums = useMemo(() => outingSums(totals?.outingSum ?? []), [totals])
  return (
    <Section id="outings" fields={['outings']} title={text('outings')} beside={field.value.length > 0 && String(field.value.length)}>
      <EditableGrid<OutingLine>
        name="outings"
        label={text('outings')}
        columns={columns}
        lines={field.value}
        onChange={field.onChange}
        newLine={() => newOuting(nature)}
        problems={problems}
        readOnly={readOnly}
        maxLines={10}
        foot={
          <span>
            {text('sum')} <Money fen={totals?.outingFen ?? null} strong />{' '}
            <span className="muted">
              {text('ofMaker')} <Money fen={totals?.claimOutingFen ?? null} />
            </span>
          </span>
        }
      />
      {field.value.length > 0 && (
        <div className="outing-sums">
          {sums.map((sum, index) => (
            <section key={String(index)} aria-label={text('outingSumOf', { line: index + 1 })}>
              <h3 className="outing-sum-title">
                {text('outingSumOf', { line: index + 1 })} {field.value[index]?.place}
              </h3>
              <ol className="verdict-lines figures">
                {sum.map((line, at) => (
                  <SumLine key={String(at)} line={line} />
                ))}
              </ol>
            </section>
          ))}
        </div>
      )}
    </Section>
  )
}
