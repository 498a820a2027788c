import { useState } from 'react'
import type { Instant } from '#domain/dates'
import type { AppError } from '#domain/errors'
import { instantOf, localDateOf, localTimeOf } from '#domain/dates'
import { now } from '../../format.ts'
import { CallBackDialog, OpinionChips } from '../../frame/CallBackDialog.tsx'
import { useText } from '../../messages/index.ts'
import { Dialog, ReasonDialog } from '../../ui/Dialog.tsx'
import { DayInput, TextInput, TickInput, TimeInput } from '../../ui/fields/inputs.tsx'
import type { OrderDetail } from './order-form.ts'

/** What a step's dialog adds to the step. */
export type Said = {
  readonly reason?: string
  readonly at?: Instant | null
  readonly userSigned?: boolean
  readonly billPaid?: boolean
  readonly userOpinion?: string
  readonly confirmed?: boolean
}

type Kind = 'deliver' | 'reason' | 'contact' | 'confirm' | 'callBack'

const kinds: Readonly<Record<string, Kind>> = {
  deliver: 'deliver',
  failInspection: 'reason',
  cancel: 'reason',
  toExchange: 'reason',
  toComplaint: 'reason',
  plan: 'contact',
  solveByPhone: 'confirm',
  customerFitted: 'confirm',
  callBack: 'callBack',
}

/** The dialog a step asks for before it is taken; null: none. */
export function dialogOf(event: string): Kind | null {
  return kinds[event] ?? null
}

type Props = {
  readonly step: { readonly event: string; readonly word: string }
  readonly detail: OrderDetail
  readonly running: boolean
  readonly refusal: AppError | null
  readonly onSaid: (said: Said) => void
  readonly onClose: () => void
}

export function StepDialog(props: Props) {
  const text = useText('workOrders')
  const { step, onSaid, onClose, running, refusal } = props
  switch (dialogOf(step.event)) {
    case 'deliver':
      return <DeliverDialog {...props} />
    case 'contact':
      return <ContactDialog {...props} />
    case 'confirm':
      return <ConfirmDialog {...props} />
    case 'callBack':
      return <CallBackDialog {...props} title={props.step.word} onResult={(reason) => props.onSaid({ reason })} />
    default:
      return (
        <ReasonDialog
          title={step.word}
          open
          word={step.word}
          running={running}
          refusal={refusal}
          onClose={onClose}
          onReason={(reason) => onSaid({ reason })}
        >
          <p className="muted">{text('recorded')}</p>
        </ReasonDialog>
      )
  }
}

/** 交车: the signed voucher and the settled bill are ticked; the opinion stands on the paper by pen and here by choice. */
function DeliverDialog({ step, detail, running, refusal, onSaid, onClose }: Props) {
  const text = useText('workOrders')
  const asksBill = detail.nature === 'paid' || detail.nature === 'mixed' || detail.totals.payableFen > 0
  const [userSigned, setSigned] = useState(detail.userSigned)
  const [billPaid, setPaid] = useState(detail.billPaid)
  const [userOpinion, setOpinion] = useState('')
  return (
    <Dialog
      title={text('deliverTitle', { no: detail.no })}
      open
      onClose={onClose}
      refusal={refusal}
      act={{
        word: step.word,
        running,
        run: () => onSaid({ userSigned, billPaid: asksBill ? billPaid : true, userOpinion: userOpinion.trim() }),
      }}
    >
      <div className="dialog-lines">
        {detail.nature !== 'paid' && (
          <TickInput value={userSigned} onChange={setSigned} autoFocus>
            {text('userSigned', { number: detail.voucherNo })}
          </TickInput>
        )}
        {asksBill && (
          <TickInput value={billPaid} onChange={setPaid}>
            {text('billPaid')}
          </TickInput>
        )}
        <label className="field-label" htmlFor="opinion">
          {text('userOpinion')}
        </label>
        <TextInput id="opinion" value={userOpinion} onChange={setOpinion} maxLength={20} placeholder={text('opinionHint')} />
        <OpinionChips value={userOpinion} onChange={setOpinion} />
      </div>
    </Dialog>
  )
}

/** 判定方案: when the user was first contacted (D03). */
function ContactDialog({ step, detail, running, refusal, onSaid, onClose }: Props) {
  const text = useText('workOrders')
  const start = detail.contactedAt ?? now()
  const [day, setDay] = useState(() => localDateOf(start))
  const [time, setTime] = useState(() => localTimeOf(start))
  return (
    <Dialog
      title={step.word}
      open
      onClose={onClose}
      refusal={refusal}
      act={{ word: step.word, running, run: () => onSaid({ at: instantOf(day, time) }) }}
    >
      <label className="field-label" htmlFor="contacted-day">
        {text('contactedAt')}
      </label>
      <span className="instant-input">
        <DayInput
          id="contacted-day"
          value={day}
          onChange={(next) => {
            if (next !== null) setDay(next)
          }}
          autoFocus
        />
        <TimeInput
          aria-label={text('contactedAt')}
          value={time}
          onChange={(next) => {
            if (next !== null) setTime(next)
          }}
        />
      </span>
    </Dialog>
  )
}

/** 电话指导解决, 客户自换完成: the user agreed, and knows the risk. */
function ConfirmDialog({ step, running, refusal, onSaid, onClose }: Props) {
  const text = useText('workOrders')
  const [confirmed, setConfirmed] = useState(false)
  return (
    <Dialog
      title={step.word}
      open
      onClose={onClose}
      refusal={refusal}
      act={{ word: step.word, running, disabled: !confirmed, run: () => onSaid({ confirmed }) }}
    >
      <TickInput value={confirmed} onChange={setConfirmed} autoFocus>
        {text(step.event === 'customerFitted' ? 'riskTold' : 'customerConfirmed')}
      </TickInput>
    </Dialog>
  )
}
