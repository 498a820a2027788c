import { useState } from 'react'
import type { LocalDate } from '#domain/dates'
import { useApiCommand, type ApiOutput } from '../../api.ts'
import { count, today } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { atRevision } from '../../own-changes.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { DayInput, NumberInput, TextInput } from '../../ui/fields/inputs.tsx'
import { FrameNumber } from '../../ui/values.tsx'

/** 登记换表: both readings count towards the warranty mileage; the sum is shown while it is typed (domain.md V-10). */
export function OdometerDialog({ unit, onClose }: { readonly unit: ApiOutput<'customers', 'getUnit'>; readonly onClose: () => void }) {
  const text = useText('customers')
  const [on, setOn] = useState<LocalDate>(today)
  const [oldReading, setOld] = useState<number | null>(unit.lastMileage)
  const [newReading, setNew] = useState<number | null>(0)
  const [reason, setReason] = useState('')
  const change = useApiCommand('customers', 'changeOdometer')
  const run = async () => {
    if (oldReading === null || newReading === null) return
    const changed = await atRevision(`unit:${unit.id}`, unit.revision, (revision) =>
      change.run({ unitId: unit.id, revision, on, oldReading, newReading, reason: reason.trim() }),
    )
    if (changed !== null) onClose()
  }
  const offset = unit.mileageOffset + (oldReading ?? 0) - (newReading ?? 0)
  return (
    <Dialog
      title={
        <>
          {text('changeOdometer')} <FrameNumber value={unit.frameNo} />
        </>
      }
      open
      onClose={onClose}
      refusal={change.refusal}
      act={{
        word: text('changeOdometer'),
        run,
        running: change.running,
        missing: [
          ...(oldReading === null ? [text('oldReading')] : []),
          ...(newReading === null ? [text('newReading')] : []),
          ...(reason.trim().length < 2 ? [text('reason')] : []),
        ],
      }}
    >
      <Form label={text('changeOdometer')} className="dialog-lines">
        <p className="muted">{text('odometerHint')}</p>
        <label className="field-label" htmlFor="odometer-old">
          {text('oldReading')}
        </label>
        <div data-field="oldReading">
          <NumberInput id="odometer-old" value={oldReading} onChange={setOld} suffix="km" autoFocus />
        </div>
        <label className="field-label" htmlFor="odometer-new">
          {text('newReading')}
        </label>
        <div data-field="newReading">
          <NumberInput id="odometer-new" value={newReading} onChange={setNew} suffix="km" />
        </div>
        <label className="field-label" htmlFor="odometer-on">
          {text('on')}
        </label>
        <DayInput
          id="odometer-on"
          value={on}
          onChange={(next) => {
            if (next !== null) setOn(next)
          }}
        />
        <label className="field-label" htmlFor="odometer-reason">
          {text('reason')}
        </label>
        <TextInput id="odometer-reason" value={reason} onChange={setReason} maxLength={100} placeholder={text('odometerReasonHint')} />
        {oldReading !== null && newReading !== null && (
          <output className="odometer-steps figures" data-rule="odometer">
            <span>
              {text('offsetSum', { before: count(unit.mileageOffset), old: count(oldReading), new: count(newReading) })}{' '}
              <b>{count(offset)} km</b>
            </span>
            <span>
              {text('totalAfter', { reading: count(newReading), offset: count(offset) })} <b>{count(newReading + offset)} km</b>
            </span>
          </output>
        )}
      </Form>
    </Dialog>
  )
}
