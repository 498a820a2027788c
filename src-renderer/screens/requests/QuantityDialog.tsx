import { useState } from 'react'
import { useText } from '../../messages/index.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { NumberInput, TextInput } from '../../ui/fields/inputs.tsx'
import { eventWord, type RequestDetail } from './request-words.ts'
import { useStep, type StepProps } from './use-step.ts'

type Line = RequestDetail['lines'][number]

/** Which number each step states, and the one before it that it starts from. */
const before = { ship: 'qtyRequested', receive: 'qtySent', receiveRest: 'qtyRequested', fit: 'qtyReceived' } as const satisfies Record<
  string,
  keyof Line
>
const words = {
  ship: ['shipTitle', 'shipHint'],
  receive: ['receiveTitle', 'receiveHint'],
  receiveRest: ['receiveRestTitle', 'receiveRestHint'],
  fit: ['fitTitle', 'fitHint'],
} as const

function kindOf(event: string): keyof typeof before {
  return event === 'ship' || event === 'receive' || event === 'receiveRest' ? event : 'fit'
}

/** 厂方发货, 到货, 补登到货, 装车: a number for each part, filled with that of the step before. */
export function QuantityDialog(props: StepProps) {
  const { event, detail, editor, onClose } = props
  const text = useText('requests')
  const take = useStep(props)
  const kind = kindOf(event)
  const [title, hint] = words[kind]
  const mostOf = (line: Line) => (kind === 'fit' ? Math.min(line.qtyReceived, line.qtyRequested) : line[before[kind]])
  const [quantities, setQuantities] = useState<readonly number[]>(() => detail.lines.map(mostOf))
  const [waybill, setWaybill] = useState(detail.waybillNo)
  const asksWaybill = kind === 'ship'
  const run = () =>
    take({
      waybillNo: asksWaybill ? waybill.trim() : null,
      quantities: detail.lines.flatMap(({ id }, index) => (id === null ? [] : [{ lineId: id, qty: quantities[index] ?? 0 }])),
    })
  return (
    <Dialog
      title={text(title)}
      open
      onClose={onClose}
      width={600}
      refusal={editor.refusal}
      act={{
        word: eventWord(event, text),
        run,
        running: editor.running,
        disabled: (asksWaybill && waybill.trim() === '') || quantities.every((qty) => qty === 0),
      }}
    >
      <p className="muted">{text(hint)}</p>
      <Form label={text(title)}>
        {asksWaybill && (
          <div className="step-form">
            <label className="field-label" htmlFor="waybill">
              {text('waybill')}
            </label>
            <TextInput
              id="waybill"
              value={waybill}
              onChange={setWaybill}
              maxLength={60}
              mono
              autoFocus
              placeholder={text('waybillMissing')}
            />
          </div>
        )}
        <table className="step-lines">
          <thead>
            <tr>
              <th>{text('partCode')}</th>
              <th>{text('partName')}</th>
              <th className="cell-right">{text('qty')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {detail.lines.map((line, index) => (
              <tr key={line.id}>
                <td className="mono">{line.partCode}</td>
                <td>{line.partName}</td>
                <td className="step-qty">
                  <NumberInput
                    value={quantities[index] ?? 0}
                    autoFocus={!asksWaybill && index === 0}
                    aria-label={`${line.partName} ${text('qty')}`}
                    onChange={(qty) => setQuantities(quantities.map((each, at) => (at === index ? Math.max(0, qty ?? 0) : each)))}
                  />
                </td>
                <Against qty={quantities[index] ?? 0} expected={mostOf(line)} />
              </tr>
            ))}
          </tbody>
        </table>
      </Form>
    </Dialog>
  )
}

/** How a number stands to the one of the step before. */
function Against({ qty, expected }: { readonly qty: number; readonly expected: number }) {
  const text = useText('requests')
  if (qty === expected) return <td className="muted">{text('of', { count: expected })}</td>
  return (
    <td className="tone-warn">
      {text('of', { count: expected })} ·{' '}
      {qty < expected ? text('short', { count: expected - qty }) : text('over', { count: qty - expected })}
    </td>
  )
}
