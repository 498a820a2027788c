import { useState } from 'react'
import { useApiCommand } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextAreaInput, TextInput } from '../../ui/fields/inputs.tsx'

type Props = {
  readonly id: number
  readonly revision: number
  readonly approvalNo: string
  readonly onDone: () => void
  readonly onClose: () => void
}

/** 保外特批: the maker's approval number and why (domain.md §4.4.4); recorded with the name of who gave it. */
export function OverrideDialog({ id, revision, approvalNo, onDone, onClose }: Props) {
  const text = useText('workOrders')
  const [no, setNo] = useState(approvalNo)
  const [reason, setReason] = useState('')
  const override = useApiCommand('workOrders', 'override')
  const run = async () => {
    if (await override.run({ id, revision, approvalNo: no.trim(), reason: reason.trim() })) onDone()
  }
  return (
    <Dialog
      title={text('overrideTitle')}
      open
      onClose={onClose}
      refusal={override.refusal}
      act={{
        word: text('overrideDo'),
        run,
        running: override.running,
        missing: [...(no.trim().length < 2 ? [text('approvalNo')] : []), ...(reason.trim().length < 2 ? [text('overrideReason')] : [])],
      }}
    >
      <label className="field-label" htmlFor="approval">
        {text('approvalNo')}
      </label>
      <TextInput id="approval" value={no} onChange={setNo} maxLength={40} mono autoFocus />
      <label className="field-label" htmlFor="approval-reason">
        {text('overrideReason')}
      </label>
      <TextAreaInput id="approval-reason" value={reason} onChange={setReason} maxLength={200} rows={3} />
    </Dialog>
  )
}
