import { useState } from 'react'
import { offered } from '#domain/catalogue'
import { codesOf, role as roleWords, type Role } from '#domain/words'
import { useApiCommand } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { FieldGrid, Form } from '../../ui/Form.tsx'
import { FieldShell } from '../../ui/fields/FieldShell.tsx'
import { TextInput, TickInput } from '../../ui/fields/inputs.tsx'
import { SelectInput, WordInput } from '../../ui/fields/SelectInput.tsx'
import type { Technician, User } from './people.ts'

const goodPin = /^\d{4,8}$/

type Props = { readonly user: User | null; readonly technicians: readonly Technician[]; readonly onClose: () => void }

/** A person who signs in: name, role, a new PIN, retired or not. */
export function UserDialog({ user, technicians, onClose }: Props) {
  const text = useText('settings')
  const save = useApiCommand('station', 'saveUser')
  const [code, setCode] = useState(user?.code ?? '')
  const [name, setName] = useState(user?.name ?? '')
  const [role, setRole] = useState<Role>(user?.role ?? 'reception')
  const [technicianId, setTechnicianId] = useState(user?.technicianId ?? null)
  const [pin, setPin] = useState('')
  const [active, setActive] = useState(user?.active ?? true)
  const isRetired = user !== null && !active
  const isPinGood = pin === '' ? user !== null : goodPin.test(pin)
  const isGood = code.trim() !== '' && name.trim() !== '' && isPinGood
  const run = async () => {
    const answer = await save.run({
      id: user?.id ?? null,
      revision: user?.revision ?? 0,
      code: code.trim(),
      name: name.trim(),
      role,
      technicianId,
      active,
      pin: pin === '' ? null : pin,
    })
    if (answer !== null) onClose()
  }
  return (
    <Dialog
      title={user === null ? text('addUser') : text('editUser', { name: user.name })}
      open
      onClose={onClose}
      refusal={save.refusal}
      act={{ word: text('save'), run, running: save.running, disabled: !isGood }}
    >
      <Form label={text('users')} problems={save.refusal?.problems ?? []}>
        <FieldGrid columns={2}>
          <FieldShell name="code" label={text('userCode')}>
            {({ id, status }) => (
              <TextInput id={id} status={status} value={code} onChange={setCode} maxLength={20} autoFocus={user === null} />
            )}
          </FieldShell>
          <FieldShell name="name" label={text('userName')}>
            {({ id, status }) => (
              <TextInput id={id} status={status} value={name} onChange={setName} maxLength={60} autoFocus={user !== null} />
            )}
          </FieldShell>
          <FieldShell name="role" label={text('role')}>
            {({ id }) => (
              <WordInput id={id} table="role" codes={codesOf(roleWords)} value={role} onChange={(next) => setRole(next ?? role)} />
            )}
          </FieldShell>
          <FieldShell name="technicianId" label={text('technician')}>
            {({ id }) => (
              <SelectInput
                id={id}
                empty
                placeholder={text('none')}
                value={technicianId}
                onChange={setTechnicianId}
                choices={offered(technicians, technicianId).map((technician) => ({
                  value: technician.id,
                  label: `${technician.code} ${technician.name}`,
                }))}
              />
            )}
          </FieldShell>
          <FieldShell
            name="pin"
            label={user === null ? text('pin') : text('newPin')}
            hint={user === null ? text('pinHint') : `${text('newPinHint')} · ${text('pinHint')}`}
            error={pin === '' || goodPin.test(pin) ? undefined : text('pinHint')}
          >
            {({ id, status }) => (
              <TextInput
                id={id}
                status={status}
                inputMode="numeric"
                value={pin}
                onChange={(next) => setPin(next.replace(/\D/g, ''))}
                maxLength={8}
              />
            )}
          </FieldShell>
          {user !== null && (
            <FieldShell name="active" label={text('state')}>
              {({ id }) => (
                <TickInput id={id} value={active} onChange={setActive}>
                  {text('active')}
                </TickInput>
              )}
            </FieldShell>
          )}
        </FieldGrid>
        {isRetired && <p className="muted small">{text('retireHint')}</p>}
      </Form>
    </Dialog>
  )
}
