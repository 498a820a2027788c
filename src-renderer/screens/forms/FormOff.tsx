import { useApiCommand } from '../../api.ts'
import { useMay } from '../../frame/session.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Message, Notice } from '../../ui/Notice.tsx'
import type { FormRow } from './form-rows.ts'

type Props = { readonly row: FormRow; readonly manufacturerId: number }

/** A form that is not in use cannot be issued: whoever may turns it on here. */
export function FormOff({ row: { form, isOn, isProposed }, manufacturerId }: Props) {
  const text = useText('forms')
  const mayManage = useMay('manageStation')
  const switching = useApiCommand('forms', 'switchOn')
  return (
    <>
      <Notice refusal={switching.refusal} onClose={switching.clear} />
      {!isOn && (
        <Message
          tone="warn"
          action={
            mayManage ? (
              <Button size="small" running={switching.running} onClick={() => void switching.run({ manufacturerId, form, on: true })}>
                {text('switchOn')}
              </Button>
            ) : undefined
          }
        >
          {text('offHint')}
          {isProposed ? ` ${text('proposedHint')}` : ''}
          {mayManage ? '' : ` ${text('offAsk')}`}
        </Message>
      )}
    </>
  )
}
