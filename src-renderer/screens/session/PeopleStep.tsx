import { useRef, useState } from 'react'
import { codesOf, role as roleWords, type Role } from '#domain/words'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { useText, useWord } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { FieldShell } from '../../ui/fields/FieldShell.tsx'
import { TextInput, WordInput } from '../../ui/fields/inputs.tsx'
import { Form } from '../../ui/Form.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Table } from '../../ui/Table.tsx'
import { SetUpFoot, type StepProps } from './SetUpFrame.tsx'

const goodPin = /^\d{4,8}$/

/** Name, role, PIN, and the person is there; the cursor goes back for the next one. */
export function PeopleStep({ onDone, foot }: StepProps) {
  const text = useText('session')
  const settings = useText('settings')
  const word = useWord()
  const { data } = useApiQuery('station', 'users', {})
  const people = data ?? []
  const missing = codesOf(roleWords).filter((role) => !people.some((person) => person.active && person.role === role))
  return (
    <>
      <NewPerson />
      <Table
        label={text('stepPeople')} rows={people} rowKey={({ id }) => id} empty=""
        columns={[
          { key: 'code', title: text('personCode'), width: 110, render: ({ code }) => <span className="mono">{code}</span> }, { key: 'name', title: text('personName'), render: ({ name }) => name },
          { key: 'role', title: text('personRole'), width: 140, render: ({ role }) => word('role', role) },
        ]}
      />
      {missing.length > 0 && <p className="muted small">{text('rolesMissing', { roles: missing.map((role) => word('role', role)).join(settings('listSign')) })}</p>}
      <SetUpFoot>{foot}<Button kind="primary" hotkey="Ctrl+Enter" onClick={onDone}>{text('stepNext')}</Button></SetUpFoot>
    </>
  )
}

function NewPerson() {
  const text = useText('session')
  const add = useApiCommand('station', 'addPerson')
  const place = useRef<HTMLDivElement>(null)
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('reception')
  const [pin, setPin] = useState('')
  const isGood = name.trim().length >= 2 && goodPin.test(pin)
  const run = async () => {
    if (!isGood || (await add.run({ name: name.trim(), role, pin })) === null) return
    setName('')
    setPin('')
    place.current?.querySelector('input')?.focus()
  }
  return (
    <Form label={text('addPerson')} onSubmit={() => void run()}>
      <Notice refusal={add.refusal} onClose={add.clear} />
      <div className="set-up-person" ref={place}>
        <FieldShell name="personName" label={text('personName')}>{({ id, status }) => <TextInput id={id} status={status} value={name} onChange={setName} maxLength={60} autoFocus />}</FieldShell>
        <FieldShell name="personRole" label={text('personRole')}>{({ id }) => <WordInput id={id} table="role" codes={codesOf(roleWords)} value={role} onChange={(next) => setRole(next ?? role)} />}</FieldShell>
        <FieldShell name="personPin" label={text('pin')} hint={text('chiefPinHint')}>{({ id, status }) => <TextInput id={id} status={status} inputMode="numeric" value={pin} onChange={(typed) => setPin(typed.replace(/\D/g, ''))} maxLength={8} />}</FieldShell>
        <Button submit disabled={!isGood} running={add.running}>{text('addPerson')}</Button>
      </div>
    </Form>
  )
}
