import { useState } from 'react'
import { useApiCommand } from '../../api.ts'
import { LabelFormChoice, useLabelForm } from '../../frame/print/LabelFormChoice.tsx'
import { useText } from '../../messages/index.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { TextInput } from '../../ui/fields/inputs.tsx'
import type { Piece } from './part-words.ts'

type Props = {
  readonly pieces: readonly Piece[]
  readonly onClose: () => void
  /** the frozen labels, ready for the printer */ readonly onLabelled: (paperIds: readonly number[]) => void
}

/** 贴标签: one number each. A label without a fault text is refused, so what is missing is asked here. */
export function LabelDialog({ pieces, onClose, onLabelled }: Props) {
  const text = useText('oldParts')
  const [form, setForm] = useLabelForm()
  const [bare] = useState(() => pieces.filter(({ faultDesc }) => faultDesc.trim() === ''))
  const [faults, setFaults] = useState<readonly string[]>(() => bare.map(() => ''))
  const save = useApiCommand('returnedParts', 'save')
  const label = useApiCommand('returnedParts', 'label')
  const [saved, setSaved] = useState(0)
  const run = async () => {
    for (const [index, { id, revision, preliminary, storageBin, origin }] of bare.entries()) {
      if (index < saved) continue
      const answer = await save.run({ id, revision, faultDesc: faults[index]?.trim() ?? '', preliminary, storageBin, origin })
      if (answer === null) return
      setSaved(index + 1)
    }
    const answer = await label.run({ ids: pieces.map(({ id }) => id), form })
    if (answer !== null) onLabelled(answer.papers.map(({ paperId }) => paperId))
  }
  return (
    <Dialog
      title={text('labelOf', { count: pieces.length })}
      open
      onClose={onClose}
      width={560}
      refusal={label.refusal ?? save.refusal}
      act={{
        word: text('labelDo'),
        running: save.running || label.running,
        disabled: faults.some((fault) => fault.trim().length < 2),
        run,
      }}
    >
      <LabelFormChoice value={form} onChange={setForm} />
      <p className="muted">{text('labelHint')}</p>
      {bare.length > 0 && (
        <Form label={text('fault')}>
          {bare.map((piece, index) => (
            <label key={piece.id} className="label-fault">
              <span>
                {piece.partName} <span className="muted figures">{piece.workOrderNo}</span>
              </span>
              <TextInput
                value={faults[index] ?? ''}
                maxLength={200}
                autoFocus={index === 0}
                placeholder={text('faultDesc')}
                onChange={(next) => setFaults(faults.map((each, at) => (at === index ? next : each)))}
              />
            </label>
          ))}
        </Form>
      )}
    </Dialog>
  )
}
