import { useState } from 'react'
import { offered } from '#domain/catalogue'
import { addDays } from '#domain/dates'
import type { FormId } from '#domain/form-ids'
import { mostBlanks } from '#domain/number-register'
import { blankPurpose, codesOf, type BlankPurpose } from '#domain/words'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { today } from '../../format.ts'
import { useMe } from '../../frame/session.ts'
import { useText, useWord } from '../../messages/index.ts'
import { Views } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FieldShell } from '../../ui/fields/FieldShell.tsx'
import { DayInput, NumberInput, TextInput } from '../../ui/fields/inputs.tsx'
import { SelectInput } from '../../ui/fields/SelectInput.tsx'
import { FieldGrid, Form } from '../../ui/Form.tsx'
import { BlankPrint } from './BlankPrint.tsx'

type Props = {
  readonly form: FormId | null
  readonly onClose: () => void
  /** the pack, once its sheets were looked at */ readonly onDone: (packId: number) => void
}
type Taken = { readonly packId: number; readonly ids: readonly number[]; readonly form: FormId }

const usualDays = 7

/** Sets numbers of a form aside, then shows the empty sheets for the printer. */
export function ReserveDialog({ form: given, onClose, onDone }: Props) {
  const text = useText('numbers')
  const formName = useText('formNames')
  const word = useWord()
  const me = useMe()
  const { data: allMakers = [] } = useApiQuery('catalogue', 'manufacturers', {})
  const makers = offered(allMakers)
  const [makerId, setMaker] = useState<number | null>(null)
  const manufacturerId = makerId ?? makers[0]?.id ?? 0
  const { data: catalogue = [] } = useApiQuery('forms', 'catalogue', { manufacturerId }, { enabled: manufacturerId !== 0 })
  const [form, setForm] = useState<FormId | null>(given ?? 'F16')
  const [purpose, setPurpose] = useState<BlankPurpose>('reserve')
  const [count, setCount] = useState<number | null>(10)
  const [reason, setReason] = useState('')
  const [holder, setHolder] = useState(me.name)
  const [dueOn, setDueOn] = useState<ReturnType<typeof today> | null>(addDays(today(), usualDays))
  const [taken, setTaken] = useState<Taken | null>(null)
  const reserve = useApiCommand('numbers', 'reserve')
  const isComplete =
    form !== null &&
    count !== null &&
    count >= 1 &&
    count <= mostBlanks &&
    reason.trim().length >= 2 &&
    holder.trim() !== '' &&
    dueOn !== null
  const run = async () => {
    if (form === null || count === null || dueOn === null) return
    const done = await reserve.run({ form, manufacturerId, count, purpose, reason, holder, dueOn })
    if (done === null) return
    if (purpose === 'reserve') setTaken({ packId: done.packId, ids: done.blanks.map(({ id }) => id), form })
    else onDone(done.packId)
  }
  if (taken !== null) return <BlankPrintDialog taken={taken} onClose={() => onDone(taken.packId)} />
  return (
    <Dialog
      title={text('reserveTitle')}
      open
      onClose={onClose}
      refusal={reserve.refusal}
      width={620}
      act={{ word: text(purpose === 'reserve' ? 'doReserve' : 'doRecover'), run, running: reserve.running, disabled: !isComplete }}
    >
      <Views<BlankPurpose>
        label={text('purpose')}
        value={purpose}
        onChange={setPurpose}
        views={codesOf(blankPurpose).map((value) => ({ value, label: word('blankPurpose', value) }))}
      />
      <p className="muted">{text(purpose === 'reserve' ? 'purposeReserve' : 'purposeRecover')}</p>
      <Form label={text('reserveTitle')} onSubmit={() => void run()}>
        <FieldGrid columns={2}>
          {makers.length > 1 && (
            <FieldShell name="manufacturerId" label={word('responsibility', 'maker')} span="all">
              {({ id }) => (
                <SelectInput
                  id={id}
                  value={manufacturerId}
                  onChange={setMaker}
                  choices={makers.map((each) => ({ value: each.id, label: each.name }))}
                />
              )}
            </FieldShell>
          )}
          <FieldShell name="blankForm" label={text('form')}>
            {({ id }) => (
              <SelectInput
                id={id}
                value={form}
                onChange={setForm}
                choices={catalogue
                  .filter(({ isOn }) => isOn)
                  .map((row) => ({ value: row.form, label: `${row.form} ${formName(row.form)}` }))}
              />
            )}
          </FieldShell>
          <FieldShell name="blankCount" label={text('count')}>
            {({ id }) => <NumberInput id={id} value={count} onChange={setCount} />}
          </FieldShell>
          <FieldShell name="blankReason" label={text('reason')} hint={text('reasonHint')} span="all">
            {({ id }) => <TextInput id={id} value={reason} onChange={setReason} maxLength={100} />}
          </FieldShell>
          <FieldShell name="blankHolder" label={text('holder')} hint={text('holderHint')}>
            {({ id }) => <TextInput id={id} value={holder} onChange={setHolder} maxLength={40} />}
          </FieldShell>
          <FieldShell name="blankDueOn" label={text('dueOn')} hint={text('dueHint')}>
            {({ id }) => <DayInput id={id} value={dueOn} onChange={setDueOn} />}
          </FieldShell>
        </FieldGrid>
      </Form>
    </Dialog>
  )
}

function BlankPrintDialog({ taken, onClose }: { readonly taken: Taken; readonly onClose: () => void }) {
  const text = useText('numbers')
  return (
    <Dialog title={text('printBlanks')} open onClose={onClose} width={Math.min(1040, window.innerWidth - 64)}>
      <div className="print-dialog">
        <BlankPrint ids={taken.ids} form={taken.form} isAgain={false} />
      </div>
    </Dialog>
  )
}
