import { useState } from 'react'
import { useApiCommand } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { FieldGrid, Form } from '../../ui/Form.tsx'
import { FieldShell } from '../../ui/fields/FieldShell.tsx'
import { TextInput } from '../../ui/fields/inputs.tsx'

const goodPin = /^\d{4,8}$/
const digits = (typed: string) => typed.replace(/\D/g, '')

/** One's own PIN, with the present one and the new one typed twice. */
export function OwnPinDialog({ onClose }: { readonly onClose: (changed: boolean) => void }) {
  const text = useText('settings')
  const change = useApiCommand('session', 'changePin')
  const [pins, setPins] = useState({ old: '', pin: '', again: '' })
  const put = (part: Partial<typeof pins>) => setPins((now) => ({ ...now, ...part }))
  const wrong = {
    old: undefined,
    pin: pins.pin === '' || goodPin.test(pins.pin) ? undefined : text('pinHint'),
    again: pins.again === '' || pins.again === pins.pin ? undefined : text('pinAgainWrong'),
  }
  const isGood = goodPin.test(pins.old) && goodPin.test(pins.pin) && pins.again === pins.pin
  const run = async () => {
    if ((await change.run({ old: pins.old, pin: pins.pin })) !== null) onClose(true)
  }
  return (
    <Dialog
      title={text('ownPin')}
      open
      onClose={() => onClose(false)}
      width={420}
      refusal={change.refusal}
      act={{ word: text('save'), run, running: change.running, disabled: !isGood }}
    >
      <Form label={text('ownPin')}>
        <FieldGrid columns={1}>
          {(['old', 'pin', 'again'] as const).map((name, index) => (
            <FieldShell
              key={name}
              name={name}
              label={text(`pins.${name}`)}
              error={wrong[name]}
              {...(name === 'pin' ? { hint: text('pinHint') } : {})}
            >
              {({ id, status }) => (
                <TextInput
                  id={id}
                  status={status}
                  password
                  inputMode="numeric"
                  value={pins[name]}
                  onChange={(typed) => put({ [name]: digits(typed) })}
                  maxLength={8}
                  autoFocus={index === 0}
                />
              )}
            </FieldShell>
          ))}
        </FieldGrid>
      </Form>
    </Dialog>
  )
}
