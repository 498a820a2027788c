import { useState } from 'react'
import { codesOf, requestKind } from '#domain/words'
import { useApiCommand } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { NumberInput, TickInput } from '../../ui/fields/inputs.tsx'
import { WordInput } from '../../ui/fields/SelectInput.tsx'
import type { OrderDetail } from './order-form.ts'

type Props = { readonly detail: OrderDetail; readonly onDone: (requestId: number) => void; readonly onClose: () => void }
type Wanted = {
  readonly partLineId: number
  readonly code: string
  readonly name: string
  readonly unit: string
  readonly most: number
  readonly on: boolean
  readonly qty: number
}

const noLines: readonly Wanted[] = []

/** 求援: the order's part lines with their quantities, all chosen; the cursor stands in the first quantity, Ctrl+Enter sends it off. */
export function BorrowDialog({ detail, onDone, onClose }: Props) {
  const text = useText('workOrders')
  const [kind, setKind] = useState<keyof typeof requestKind>('borrow')
  const [lines, setLines] = useState<readonly Wanted[]>(() => {
    const all = detail.partLines.flatMap(({ id, partCode, partName, unit, qty, supplyMode }) =>
      id === null || supplyMode === 'customer'
        ? []
        : [{ partLineId: id, code: partCode, name: partName, unit, most: qty, on: true, qty, lent: supplyMode === 'borrowed' }],
    )
    const lent = all.filter((line) => line.lent)
    return all.length === 0 ? noLines : all.map((line) => ({ ...line, on: lent.length === 0 || line.lent }))
  })
  const create = useApiCommand('partsRequests', 'createFromOrder')
  const chosen = lines.filter((line) => line.on && line.qty > 0)
  const change = (at: number, part: Partial<Wanted>) => setLines(lines.map((line, index) => (index === at ? { ...line, ...part } : line)))
  const run = async () => {
    const answer = await create.run({ workOrderId: detail.id, kind, lines: chosen.map(({ partLineId, qty }) => ({ partLineId, qty })) })
    if (answer) onDone(answer.id)
  }
  return (
    <Dialog
      title={text('borrowTitle', { no: detail.no })}
      open
      onClose={onClose}
      refusal={create.refusal}
      width={640}
      act={{ word: text('borrowDo'), run, running: create.running, disabled: chosen.length === 0 }}
    >
      {lines.length === 0 ? (
        <p className="muted">{text('borrowNothing')}</p>
      ) : (
        <Form label={text('borrow')}>
          <table className="borrow">
            <thead>
              <tr>
                <th />
                <th>{text('partCode')}</th>
                <th>{text('partName')}</th>
                <th className="cell-right">{text('qty')}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {lines.map((line, index) => (
                <tr key={line.partLineId}>
                  <td>
                    <TickInput value={line.on} onChange={(on) => change(index, { on })}>
                      <span className="visually-hidden">{line.name}</span>
                    </TickInput>
                  </td>
                  <td className="mono">{line.code}</td>
                  <td>{line.name}</td>
                  <td data-first={index === 0 ? true : undefined}>
                    <NumberInput
                      value={line.qty}
                      aria-label={`${line.name} ${text('qty')}`}
                      disabled={!line.on}
                      onChange={(qty) => change(index, { qty: qty ?? 0 })}
                    />
                  </td>
                  <td className="muted">{line.unit}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <div className="borrow-kind">
            <span className="muted">{text('borrowKind')}</span>
            <WordInput
              aria-label={text('borrowKind')}
              table="requestKind"
              codes={codesOf(requestKind)}
              value={kind}
              onChange={(next) => {
                if (next !== null) setKind(next)
              }}
            />
          </div>
        </Form>
      )}
    </Dialog>
  )
}
