import { useState } from 'react'
import { instantOf, localDateOf, localTimeOf } from '#domain/dates'
import { agreedVia, codesOf, type AgreedVia } from '#domain/words'
import { now } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { Dialog, ReasonDialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { DayInput, TextAreaInput, TextInput, TickInput, TimeInput } from '../../ui/fields/inputs.tsx'
import { WordInput } from '../../ui/fields/SelectInput.tsx'
import { QuantityDialog } from './QuantityDialog.tsx'
import { eventWord } from './request-words.ts'
import { useStep, type StepProps } from './use-step.ts'

/** Exactly what a step asks, in one small form; Ctrl+Enter takes the step. */
export function StepDialog(props: StepProps) {
  switch (props.event) {
    case 'agree':
      return <AgreeDialog {...props} />
    case 'ship':
    case 'receive':
    case 'receiveRest':
    case 'fit':
      return <QuantityDialog {...props} />
    case 'refuse':
    case 'withdraw':
      return <WhyDialog {...props} />
    case 'sendBack':
    case 'sendBackRest':
      return <SendBackDialog {...props} />
    default:
      return <TickDialog {...props} />
  }
}

function AgreeDialog(props: StepProps) {
  const { event, editor, onClose } = props
  const text = useText('requests')
  const take = useStep(props)
  const typed = editor.form.getValues()
  const start = typed.agreedAt ?? now()
  const [by, setBy] = useState(typed.agreedBy)
  const [day, setDay] = useState(() => localDateOf(start))
  const [time, setTime] = useState(() => localTimeOf(start))
  const [via, setVia] = useState<AgreedVia>(typed.agreedVia ?? 'phone')
  const run = () => {
    editor.agreeWith({ agreedBy: by.trim(), agreedAt: instantOf(day, time), agreedVia: via })
    return take()
  }
  return (
    <Dialog
      title={text('agreeTitle')}
      open
      onClose={onClose}
      refusal={editor.refusal}
      act={{ word: eventWord(event, text), run, running: editor.running, disabled: by.trim() === '' }}
    >
      <Form label={text('agreeTitle')} className="step-form">
        <label className="field-label" htmlFor="agreed-by">
          {text('agreedBy')}
        </label>
        <TextInput id="agreed-by" value={by} onChange={setBy} maxLength={60} placeholder={text('agreedHint')} autoFocus />
        <label className="field-label" htmlFor="agreed-day">
          {text('agreedAt')}
        </label>
        <span className="instant-input">
          <DayInput
            id="agreed-day"
            value={day}
            onChange={(next) => {
              if (next !== null) setDay(next)
            }}
          />
          <TimeInput
            aria-label={text('agreedAt')}
            value={time}
            onChange={(next) => {
              if (next !== null) setTime(next)
            }}
          />
        </span>
        <label className="field-label" htmlFor="agreed-via">
          {text('agreedVia')}
        </label>
        <WordInput
          id="agreed-via"
          table="agreedVia"
          codes={codesOf(agreedVia)}
          value={via}
          onChange={(next) => {
            if (next !== null) setVia(next)
          }}
        />
      </Form>
    </Dialog>
  )
}

function WhyDialog(props: StepProps) {
  const { event, editor, onClose } = props
  const text = useText('requests')
  const take = useStep(props)
  const isRefusal = event === 'refuse'
  return (
    <ReasonDialog
      title={text(isRefusal ? 'refuseTitle' : 'withdrawTitle')}
      open
      onClose={onClose}
      word={eventWord(event, text)}
      running={editor.running}
      refusal={editor.refusal}
      onReason={(reason) => take({ reason })}
    >
      <p className="muted">{text(isRefusal ? 'refuseHint' : 'withdrawHint')}</p>
    </ReasonDialog>
  )
}

function SendBackDialog(props: StepProps) {
  const { event, detail, editor, onClose } = props
  const text = useText('requests')
  const take = useStep(props)
  const [note, setNote] = useState('')
  const isRest = event === 'sendBackRest'
  return (
    <Dialog
      title={text(isRest ? 'sendBackRestTitle' : 'sendBackTitle')}
      open
      onClose={onClose}
      refusal={editor.refusal}
      act={{ word: eventWord(event, text), danger: true, running: editor.running, run: () => take({ reason: note.trim() }) }}
    >
      <p className="muted">{text(!isRest ? 'sendBackHint' : detail.status === 'settled' ? 'sendBackSettledHint' : 'sendBackRestHint')}</p>
      <label className="field-label" htmlFor="send-back">
        {text('sendBackNote')}
      </label>
      <TextAreaInput
        id="send-back"
        value={note}
        onChange={setNote}
        maxLength={200}
        rows={2}
        autoFocus
        placeholder={text('sendBackNoteHint')}
      />
    </Dialog>
  )
}

const titles = { send: 'sendTitle', settle: 'settleTitle', bill: 'billTitle', returnOldPart: 'returnTitle' } as const
const ticks = { send: 'stamped', settle: 'confirmed', bill: 'billed' } as const
const hints = { send: 'sendHint', settle: 'settleHint', returnOldPart: 'returnHint' } as const

function of<V>(table: Readonly<Record<string, V>>, event: string): V | undefined {
  return table[event]
}

/** 发出, 核销, 计费: one tick; 旧件返厂 and a settlement without an old part: only the word. */
function TickDialog(props: StepProps) {
  const { event, detail, editor, onClose } = props
  const text = useText('requests')
  const take = useStep(props)
  const [ticked, setTicked] = useState(false)
  const title = of(titles, event)
  const hint = of(hints, event)
  const tick = event === 'settle' && detail.status !== 'oldPartSent' ? undefined : of(ticks, event)
  return (
    <Dialog
      title={title === undefined ? eventWord(event, text) : text(title)}
      open
      onClose={onClose}
      refusal={editor.refusal}
      act={{ word: eventWord(event, text), running: editor.running, disabled: tick !== undefined && !ticked, run: () => take({ ticked }) }}
    >
      {tick !== undefined && (
        <TickInput value={ticked} onChange={setTicked} autoFocus>
          {text(tick)}
        </TickInput>
      )}
      {hint !== undefined && <p className="muted">{text(hint)}</p>}
    </Dialog>
  )
}
