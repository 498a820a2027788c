import { useMemo } from 'react'
import { useController, useWatch } from 'react-hook-form'
import { labourAmount } from '#domain/amounts'
import { offered } from '#domain/catalogue'
import type { Problem } from '#domain/errors'
import { zeroFen, type Fen } from '#domain/money'
import { chargeMode, codesOf } from '#domain/words'
import { api, useApiQuery, type ApiOutput } from '../../api.ts'
import { hours, money } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { EditableGrid, type LineColumn } from '../../ui/EditableGrid.tsx'
import { finderColumn } from '../../ui/grid/line-cells.tsx'
import { Section } from '../../ui/Page.tsx'
import { Money } from '../../ui/values.tsx'
import { newLabourLine, type Assessment, type LabourLine, type Manufacturer, type OrderForm } from './order-form.ts'

type Labour = ApiOutput<'catalogue', 'labourCodes'>[number]

type Props = {
  readonly form: OrderForm
  readonly problems: readonly Problem[]
  readonly readOnly: boolean
  readonly totals: Assessment['totals'] | null
  readonly manufacturer: Manufacturer | undefined
}

/** 工时: code or pinyin brings name and hours, the manufacturer the rate. */
export function LabourSection({ form, problems, readOnly, totals, manufacturer }: Props) {
  const text = useText('workOrders')
  const { field } = useController({ control: form.control, name: 'labourLines' })
  const nature = useWatch({ control: form.control, name: 'nature' })
  const technicianId = useWatch({ control: form.control, name: 'technicianId' })
  const { data: technicians } = useApiQuery('station', 'technicians', {})
  // whoever stands on a line keeps his name there
  const standing = field.value.flatMap((line) => line.technicianId ?? []).join()
  const atWork = useMemo(() => standing.split(',').map(Number), [standing])
  const rate: Fen = manufacturer?.hourRateFen ?? zeroFen
  const manufacturerId = manufacturer?.id ?? null
  const columns = useMemo(
    (): LineColumn<LabourLine>[] => [
      finderColumn<LabourLine, Labour>({
        field: 'labourCode',
        title: text('labourCode'),
        width: 138,
        search: (typed) => api.catalogue.labourCodes({ text: typed, manufacturerId, limit: 12 }),
        hitOf: (labour) => ({
          key: String(labour.id),
          title: labour.name,
          code: labour.code,
          detail: [labour.code, labour.system, `${hours(labour.hours)} h`].join(' · '),
        }),
        fill: (labour, line) => ({
          labourCode: labour.code,
          labourName: labour.name,
          hours: labour.hours,
          rateFen: line.rateFen === zeroFen ? rate : line.rateFen,
        }),
        fillFree: (typed) => ({ labourCode: typed.toUpperCase() }),
      }),
      { field: 'labourName', title: text('labourName'), kind: 'text', maxLength: 60, skip: true },
      { field: 'hours', title: text('hours'), kind: 'number', factor: 100, min: 0, max: 9990, width: 64 },
      { field: 'rateFen', title: text('rate'), kind: 'money', skip: true, width: 86 },
      { field: 'id', title: text('amount'), kind: 'money', editable: false, width: 92, shown: (line) => money(labourAmount(line)) },
      {
        field: 'technicianId',
        title: text('technician'),
        kind: 'choice',
        choices: offered(technicians ?? [], atWork).map(({ id, name }) => ({ value: id, label: name })),
        empty: true,
        skip: true,
        width: 110,
      },
      {
        field: 'chargeMode',
        title: text('chargeMode'),
        kind: 'word',
        table: 'chargeMode',
        codes: codesOf(chargeMode),
        skip: true,
        width: 96,
      },
    ],
    [text, manufacturerId, rate, technicians, atWork],
  )
  return (
    <Section id="labourLines" fields={['labourLines']} title={text('labour')} beside={field.value.length > 0 && String(field.value.length)}>
      <EditableGrid<LabourLine>
        name="labourLines"
        label={text('labour')}
        columns={columns}
        lines={field.value}
        onChange={field.onChange}
        newLine={() => newLabourLine(nature, rate, technicianId)}
        problems={problems}
        readOnly={readOnly}
        foot={
          <span>
            {text('sum')} <Money fen={totals?.labourFen ?? null} strong />{' '}
            <span className="muted">
              {text('ofMaker')} <Money fen={totals?.claimLabourFen ?? null} />
            </span>
          </span>
        }
      />
    </Section>
  )
}
