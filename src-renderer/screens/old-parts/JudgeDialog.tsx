import { useState } from 'react'
import { useText } from '../../messages/index.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { TextInput } from '../../ui/fields/inputs.tsx'
import { SelectInput } from '../../ui/fields/SelectInput.tsx'
import { useManifestStep, type ManifestStepProps } from './use-manifest-step.ts'
import { eventWord } from './part-words.ts'

const events = ['accept', 'reject', 'acceptPartly'] as const
type Verdict = { readonly event: (typeof events)[number]; readonly reason: string }
const good: Verdict = { event: 'accept', reason: '' }

/** 鉴定: what the maker says of each piece; one that is not 合格 needs its reason. */
export function JudgeDialog(props: ManifestStepProps) {
  const { manifest, onClose } = props
  const text = useText('oldParts')
  const { take, running, refusal } = useManifestStep(props)
  const pieces = manifest.boxes.flatMap((box) => box.pieces).filter(({ status }) => status === 'received')
  const [said, setSaid] = useState<Readonly<Record<number, Verdict>>>({})
  const verdictOf = (id: number) => said[id] ?? good
  const choices = events.map((value) => ({ value, label: eventWord(value, text) }))
  return (
    <Dialog
      title={text('judgeTitle')}
      open
      onClose={onClose}
      width={720}
      refusal={refusal}
      act={{
        word: eventWord('judge', text),
        running,
        disabled: pieces.some(({ id }) => verdictOf(id).event !== 'accept' && verdictOf(id).reason.trim().length < 2),
        run: () => take({ verdicts: pieces.map(({ id }) => ({ id, ...verdictOf(id), reason: verdictOf(id).reason.trim() })) }),
      }}
    >
      <p className="muted">{text(pieces.length === 0 ? 'judgeNone' : 'judgeHint')}</p>
      <Form label={text('judgeTitle')}>
        {pieces.map(({ id, labelNo, partName }) => {
          const verdict = verdictOf(id)
          return (
            <div key={id} className="judge-line">
              <span>
                {partName} <span className="mono muted">{labelNo}</span>
              </span>
              <SelectInput
                aria-label={text('verdictOf', { labelNo })}
                value={verdict.event}
                onChange={(event) => setSaid({ ...said, [id]: { ...verdict, event: event ?? 'accept' } })}
                choices={choices}
              />
              <TextInput
                aria-label={text('rejectReasonOf', { labelNo })}
                value={verdict.reason}
                onChange={(reason) => setSaid({ ...said, [id]: { ...verdict, reason } })}
                maxLength={200}
                disabled={verdict.event === 'accept'}
                placeholder={text('rejectReasonHint')}
              />
            </div>
          )
        })}
      </Form>
    </Dialog>
  )
}
