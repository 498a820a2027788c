import { useState } from 'react'
import { useApiCommand } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { FieldGrid, Form } from '../../ui/Form.tsx'
import { FieldShell } from '../../ui/fields/FieldShell.tsx'
import { TextInput, TickInput } from '../../ui/fields/inputs.tsx'
import type { Technician } from './people.ts'

/** A technician as he stands on vouchers. */
export function TechnicianDialog({ technician, onClose }: { readonly technician: Technician | null; readonly onClose: () => void }) {
  const text = useText('settings')
  const save = useApiCommand('station', 'saveTechnician')
  const [fields, setFields] = useState({
    code: technician?.code ?? '',
    name: technician?.name ?? '',
    grade: technician?.grade ?? '',
    teamName: technician?.teamName ?? '',
    active: technician?.active ?? true,
  })
  const put = (part: Partial<typeof fields>) => setFields((now) => ({ ...now, ...part }))
  const run = async () => {
    if ((await save.run({ id: technician?.id ?? null, ...fields })) !== null) onClose()
  }
  const isGood = fields.code.trim() !== '' && fields.name.trim() !== ''
  const texts = [
    ['code', 'userCode'],
    ['name', 'userName'],
    ['grade', 'grade'],
    ['teamName', 'team'],
  ] as const
  return (
    <Dialog
      title={technician === null ? text('addTechnician') : text('editTechnician', { name: technician.name })}
      open
      onClose={onClose}
      refusal={save.refusal}
      act={{ word: text('save'), run, running: save.running, disabled: !isGood }}
    >
      <Form label={text('technicians')} problems={save.refusal?.problems ?? []}>
        <FieldGrid columns={2}>
          {texts.map(([field, label], index) => (
            <FieldShell key={field} name={field} label={text(label)}>
              {({ id, status }) => (
                <TextInput
                  id={id}
                  status={status}
                  value={fields[field]}
                  onChange={(value) => put({ [field]: value })}
                  maxLength={field === 'name' ? 60 : 20}
                  autoFocus={index === 0}
                />
              )}
            </FieldShell>
          ))}
          {technician !== null && (
            <FieldShell name="active" label={text('state')}>
              {({ id }) => (
                <TickInput id={id} value={fields.active} onChange={(active) => put({ active })}>
                  {text('active')}
                </TickInput>
              )}
            </FieldShell>
          )}
        </FieldGrid>
      </Form>
    </Dialog>
  )
}
