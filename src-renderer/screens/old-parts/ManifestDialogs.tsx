import { useState } from 'react'
import { manifestContent } from '#contract/manifests'
import { fen } from '#domain/money'
import { codesOf, payMode, shipMethod } from '#domain/words'
import { useText } from '../../messages/index.ts'
import { Dialog, ReasonDialog } from '../../ui/Dialog.tsx'
import { FieldGrid, Form } from '../../ui/Form.tsx'
import { NumberInput, TextAreaInput, TickInput } from '../../ui/fields/inputs.tsx'
import { DateField, MoneyField, TextField, WordField } from '../../ui/fields/fields.tsx'
import { useSchemaForm } from '../../ui/Form.tsx'
import { JudgeDialog } from './JudgeDialog.tsx'
import { eventWord } from './part-words.ts'
import { useManifestStep, type ManifestStepProps as Props } from './use-manifest-step.ts'

/** Exactly what a step of the manifest asks. */
export function ManifestDialog(props: Props) {
  switch (props.asked) {
    case 'details':
    case 'seal':
    case 'ship':
      return <HeadDialog {...props} />
    case 'receive':
      return <ReceiveDialog {...props} />
    case 'judge':
      return <JudgeDialog {...props} />
    case 'withdraw':
      return <WithdrawDialog {...props} />
    default:
      return <CloseDialog {...props} />
  }
}

const titles = { details: 'details', seal: 'sealTitle', ship: 'shipTitle' } as const
const hints = { details: 'detailsHint', seal: 'sealHint', ship: 'shipHint' } as const

/** 清单资料, 封箱, 发运: the fields of the list's head that matter at that moment. */
function HeadDialog(props: Props) {
  const { manifest, pieces, onClose } = props
  const kind = props.asked === 'seal' || props.asked === 'ship' ? props.asked : 'details'
  const text = useText('oldParts')
  const { take, running, refusal } = useManifestStep(props)
  const form = useSchemaForm(manifestContent, manifestContent.parse(manifest))
  const { control, watch } = form
  const isOwn = watch('method') === 'own'
  const run = form.handleSubmit((content) => take({}, { ...content, freightFen: content.freightFen ?? fen(0) }))
  return (
    <Dialog
      title={text(titles[kind])}
      open
      onClose={onClose}
      width={600}
      refusal={refusal}
      act={{ word: kind === 'details' ? text('save') : eventWord(kind, text), run, running }}
    >
      {kind === 'seal' && (
        <p>
          <b className="figures">{text('sealSum', { boxes: manifest.boxes.length, pieces })}</b>
        </p>
      )}
      <p className="muted">{text(hints[kind])}</p>
      <Form label={text(titles[kind])}>
        <FieldGrid columns={2}>
          {kind === 'seal' && <TextField control={control} name="packer" label={text('packer')} maxLength={60} autoFocus />}
          {kind === 'seal' && <TextField control={control} name="preparedBy" label={text('preparedBy')} maxLength={60} />}
          {kind !== 'seal' && (
            <>
              <TextField control={control} name="carrier" label={text('carrier')} maxLength={60} disabled={isOwn} />
              <TextField control={control} name="waybillNo" label={text('waybill')} maxLength={60} mono disabled={isOwn} />
              <WordField control={control} name="method" label={text('method')} table="shipMethod" codes={codesOf(shipMethod)} />
              <MoneyField control={control} name="freightFen" label={text('freight')} />
              <WordField control={control} name="payMode" label={text('payMode')} table="payMode" codes={codesOf(payMode)} />
            </>
          )}
          {kind === 'details' && (
            <>
              <TextField control={control} name="packer" label={text('packer')} maxLength={60} />
              <TextField control={control} name="preparedBy" label={text('preparedBy')} maxLength={60} />
              <DateField control={control} name="periodFrom" label={`${text('period')} ${text('periodFrom')}`} />
              <DateField control={control} name="periodTo" label={`${text('period')} ${text('periodTo')}`} />
              <TextField control={control} name="note" label={text('note')} maxLength={200} span="all" />
            </>
          )}
        </FieldGrid>
      </Form>
    </Dialog>
  )
}

function ReceiveDialog(props: Props) {
  const { manifest, onClose } = props
  const text = useText('oldParts')
  const { take, running, refusal } = useManifestStep(props)
  const [boxes, setBoxes] = useState<number | null>(manifest.boxes.length)
  const [note, setNote] = useState('')
  const differs = boxes !== manifest.boxes.length
  return (
    <Dialog
      title={text('receiveTitle')}
      open
      onClose={onClose}
      refusal={refusal}
      act={{
        word: eventWord('receive', text),
        running,
        disabled: boxes === null || (differs && note.trim().length < 2),
        run: () => take({ boxesReceived: boxes, reason: note.trim() }),
      }}
    >
      <Form label={text('receiveTitle')}>
        <label className="field-label" htmlFor="boxes-received">
          {text('boxesReceived')}
        </label>
        <NumberInput id="boxes-received" value={boxes} onChange={setBoxes} autoFocus />
        <label className="field-label" htmlFor="diff-note">
          {text('diffNote')}
        </label>
        <TextAreaInput
          id="diff-note"
          value={note}
          onChange={setNote}
          maxLength={200}
          rows={2}
          placeholder={text('diffHint', { sent: manifest.boxes.length })}
        />
      </Form>
    </Dialog>
  )
}

function WithdrawDialog(props: Props) {
  const { manifest, onClose } = props
  const text = useText('oldParts')
  const { take, running, refusal } = useManifestStep(props)
  const [ticked, setTicked] = useState(false)
  const isShipped = manifest.status === 'shipped'
  return (
    <ReasonDialog
      title={text('withdrawTitle')}
      open
      onClose={onClose}
      word={eventWord('withdraw', text)}
      running={running}
      refusal={refusal}
      onReason={(reason) => take({ reason, ticked })}
    >
      <p className="muted">{text('withdrawHint')}</p>
      {isShipped && (
        <TickInput value={ticked} onChange={setTicked}>
          {text('carrierReturned')}
        </TickInput>
      )}
    </ReasonDialog>
  )
}

function CloseDialog(props: Props) {
  const { manifest, onClose } = props
  const text = useText('oldParts')
  const { take, running, refusal } = useManifestStep(props)
  return (
    <Dialog
      title={text('closeTitle', { number: manifest.no })}
      open
      onClose={onClose}
      refusal={refusal}
      act={{ word: eventWord('close', text), running, run: () => take() }}
    >
      <p className="muted">{text('closeHint')}</p>
    </Dialog>
  )
}
