import { useMemo, useState, type ReactNode } from 'react'
import { useController, useWatch } from 'react-hook-form'
import { partAmount } from '#domain/amounts'
import { localDateOf, type Instant, type LocalDate } from '#domain/dates'
import type { Problem } from '#domain/errors'
import { priceDayOf } from '#domain/part-price'
import { chargeMode, codesOf, faultMode, supplyMode } from '#domain/words'
import { api, useApiQuery, type ApiOutput } from '../../api.ts'
import { money } from '../../format.ts'
import { useText, useWord, type Text } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { EditableGrid, type LineColumn } from '../../ui/EditableGrid.tsx'
import { finderColumn } from '../../ui/grid/line-cells.tsx'
import { Section } from '../../ui/Page.tsx'
import { Money } from '../../ui/values.tsx'
import { newPartLine, type Assessment, type OrderForm, type PartLine } from './order-form.ts'

type Part = ApiOutput<'catalogue', 'parts'>[number]

type Props = {
  readonly form: OrderForm
  /** when the repair began: its day says which price list holds */
  readonly startedAt?: Instant | null
  readonly problems: readonly Problem[]
  readonly readOnly: boolean
  readonly totals: Assessment['totals'] | null
  readonly verdict: Assessment['verdict'] | null
  /** why a line stays: its old part wears a label */
  readonly keeps?: (line: PartLine) => ReactNode
  readonly actions?: ReactNode
}

/** 零件: code or pinyin brings name, price, category and the duty to return the old part. */
export function PartsSection({ form, problems, readOnly, startedAt = null, totals, verdict, keeps, actions }: Props) {
  const text = useText('workOrders')
  const { field } = useController({ control: form.control, name: 'partLines' })
  const nature = useWatch({ control: form.control, name: 'nature' })
  const manufacturerId = useWatch({ control: form.control, name: 'manufacturerId' })
  const [receivedAt, reportedAt] = useWatch({ control: form.control, name: ['receivedAt', 'reportedAt'] })
  const on = priceDayOf({ startedAt, receivedAt, reportedOn: localDateOf(reportedAt) })
  const faultCodeId = useWatch({ control: form.control, name: 'faultCodeId' })
  const { data: fault } = useApiQuery('catalogue', 'fault', { id: faultCodeId ?? 1 }, { enabled: faultCodeId !== null })
  const [wide, setWide] = useState(false)
  const word = useWord()
  const perLine = verdict?.perLine
  const columns = useMemo(() => {
    const notCovered = new Set((perLine ?? []).filter(({ result }) => result === 'notCovered').map(({ partCode }) => partCode))
    const charged = (line: PartLine) => {
      const shown = word('chargeMode', line.chargeMode)
      return line.chargeMode === 'warranty' && notCovered.has(line.partCode) ? (
        <span className="tone-warn" title={text('lineNotCovered')}>
          ! {shown}
        </span>
      ) : (
        shown
      )
    }
    return [
      ...mainColumns(text, { manufacturerId, on }, nature === 'paid', (part) => word('partCategory', part.category), charged),
      ...(wide ? moreColumns(text) : []),
    ]
  }, [text, word, manufacturerId, on, nature, wide, perLine])
  return (
    <Section
      id="partLines"
      fields={['partLines']}
      title={text('parts')}
      beside={field.value.length > 0 && String(field.value.length)}
      actions={
        <>
          <Button size="small" kind="quiet" onClick={() => setWide(!wide)}>
            {text(wide ? 'fewerColumns' : 'moreColumns')}
          </Button>
          {actions}
        </>
      }
    >
      <EditableGrid<PartLine>
        name="partLines"
        label={text('parts')}
        columns={columns}
        lines={field.value}
        onChange={field.onChange}
        newLine={() => newPartLine(nature, field.value.length === 0, fault?.id === faultCodeId ? fault?.mode : null)}
        problems={problems}
        readOnly={readOnly}
        {...(keeps ? { keeps } : {})}
        foot={
          <span>
            {text('sum')} <Money fen={totals?.partsFen ?? null} strong />{' '}
            <span className="muted">
              {text('ofMaker')} <Money fen={totals?.claimPartsFen ?? null} />
            </span>
          </span>
        }
      />
    </Section>
  )
}

type Priced = { readonly manufacturerId: number; /** the day whose prices the order takes */ readonly on: LocalDate }

function mainColumns(
  text: Text<'workOrders'>,
  { manufacturerId, on }: Priced,
  isPaid: boolean,
  category: (part: Part) => string,
  charged: (line: PartLine) => ReactNode,
): LineColumn<PartLine>[] {
  return [
    finderColumn<PartLine, Part>({
      field: 'partCode',
      title: text('partCode'),
      width: 138,
      search: (typed) => api.catalogue.parts({ text: typed, manufacturerId, limit: 12, on }),
      hitOf: (part) => ({
        key: String(part.id),
        title: part.name,
        code: part.code,
        detail: [part.code, part.spec, category(part), part.priceFen === 0 ? '' : money(part.priceFen)]
          .filter((each) => each !== '')
          .join(' · '),
      }),
      fill: (part) => ({
        partId: part.id,
        partCode: part.code,
        partName: part.name,
        unit: part.unit,
        priceFen: isPaid ? part.retailPriceFen : part.priceFen,
        oldPartRequired: !isPaid && part.oldPartReturn === 'mustReturn',
      }),
      fillFree: (typed) => ({ partId: null, partCode: typed.toUpperCase() }),
    }),
    { field: 'partName', title: text('partName'), kind: 'text', maxLength: 40, editable: (line) => line.partId === null },
    { field: 'qty', title: text('qty'), kind: 'number', min: 1, max: 999, width: 52 },
    { field: 'priceFen', title: text('price'), kind: 'money', skip: true, width: 82 },
    { field: 'partId', title: text('amount'), kind: 'money', editable: false, width: 86, shown: (line) => money(partAmount(line)) },
    { field: 'faultMode', title: text('faultMode'), kind: 'word', table: 'faultMode', codes: codesOf(faultMode), empty: true, width: 84 },
    {
      field: 'supplyMode',
      title: text('supplyMode'),
      kind: 'word',
      table: 'supplyMode',
      codes: codesOf(supplyMode),
      skip: true,
      width: 96,
    },
    {
      field: 'oldPartRequired',
      title: text('oldPart'),
      kind: 'tick',
      skip: true,
      width: 66,
      shown: (line) => text(line.oldPartRequired ? 'toReturn' : 'notToReturn'),
    },
    {
      field: 'chargeMode',
      title: text('chargeMode'),
      kind: 'word',
      table: 'chargeMode',
      codes: codesOf(chargeMode),
      skip: true,
      width: 84,
      render: charged,
    },
    {
      field: 'isMain',
      title: text('isMain'),
      kind: 'tick',
      skip: true,
      width: 62,
      shown: (line) => text(line.isMain ? 'mainPart' : 'sidePart'),
    },
  ]
}

function moreColumns(text: Text<'workOrders'>): LineColumn<PartLine>[] {
  return [
    { field: 'oldPartCode', title: text('oldPartCode'), kind: 'text', maxLength: 40, upperCase: true, skip: true, width: 110 },
    { field: 'oldSerial', title: text('oldSerial'), kind: 'text', maxLength: 40, upperCase: true, skip: true, width: 110 },
    { field: 'newSerial', title: text('newSerial'), kind: 'text', maxLength: 40, upperCase: true, skip: true, width: 110 },
    { field: 'note', title: text('note'), kind: 'text', maxLength: 80, skip: true, width: 120 },
  ]
}
