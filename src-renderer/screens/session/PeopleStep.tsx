import { useState } from 'react'
import { codesOf, role as roleWords, type Role } from '#domain/words'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { useText, useWord } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { FieldShell } from '../../ui/fields/FieldShell.tsx'
import { TextInput } from '../../ui/fields/inputs.tsx'
import { WordInput } from '../../ui/fields/SelectInput.tsx'
import { Form } from '../../ui/Form.tsx'
import { jumpToField } from '../../ui/form-context.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Table } from '../../ui/Table.tsx'
import { SetUpFoot, type StepProps } from './SetUpFrame.tsx'

const goodPin = /^\d{4,8}$/

/** Name, role, PIN, and the person is there; the cursor goes back for the next one. Who was typed and not yet added is added on the way on. */
export function PeopleStep({ onDone, foot }: StepProps) {
  const text = useText('session')
  const settings = useText('settings')
  const word = useWord()
  const { data } = useApiQuery('station', 'users', {})
  const person = useNewPerson()
  const people = data ?? []
  const missing = codesOf(roleWords).filter((role) => !people.some((each) => each.active && each.role === role))
  const goOn = async () => {
    if (person.isBlank || (await person.add())) onDone()
  }
  return (
    <>
      <NewPerson person={person} />
      <Table
        label={text('stepPeople')}
        rows={people}
        rowKey={({ id }) => id}
        empty=""
        columns={[
          { key: 'code', title: text('personCode'), width: 110, render: ({ code }) => <span className="mono">{code}</span> },
          { key: 'name', title: text('personName'), render: ({ name }) => name },
          { key: 'role', title: text('personRole'), width: 140, render: ({ role }) => word('role', role) },
        ]}
      />
      {missing.length > 0 && (
        <p className="muted small">
          {text('rolesMissing', { roles: missing.map((role) => word('role', role)).join(settings('listSign')) })}
        </p>
      )}
      <SetUpFoot>
        {foot}
        <Button kind="primary" hotkey="Ctrl+Enter" running={person.saving.running} onClick={goOn}>
          {text('stepNext')}
        </Button>
      </SetUpFoot>
    </>
  )
}

type Typed = { readonly name: string; readonly role: Role; readonly pin: string }

const notYet = { personName: undefined, personPin: undefined }

function useNewPerson() {
  const text = useText('session')
  const saving = useApiCommand('station', 'addPerson')
  const [typed, setTyped] = useState<Typed>({ name: '', role: 'reception', pin: '' })
  const [asked, setAsked] = useState(false)
  const wrong = {
    personName: typed.name.trim().length < 2 ? text('personNameWrong') : undefined,
    personPin: goodPin.test(typed.pin) ? undefined : text('pinWrong'),
  }
  const firstWrong = wrong.personName !== undefined ? 'personName' : wrong.personPin !== undefined ? 'personPin' : null
  const add = async () => {
    setAsked(firstWrong !== null)
    if (firstWrong !== null) return jumpToField(firstWrong) && false
    if ((await saving.run({ ...typed, name: typed.name.trim() })) === null) return false
    setTyped({ ...typed, name: '', pin: '' })
    return jumpToField('personName')
  }
  return {
    typed,
    put: (part: Partial<Typed>) => setTyped({ ...typed, ...part }),
    wrong: asked ? wrong : notYet,
    isBlank: typed.name.trim() === '' && typed.pin === '',
    add,
    saving,
  }
}

function NewPerson({ person: { typed, put, wrong, add, saving } }: { readonly person: ReturnType<typeof useNewPerson> }) {
  const text = useText('session')
  return (
    <Form label={text('addPerson')} onSubmit={() => void add()}>
      <Notice refusal={saving.refusal} onClose={saving.clear} />
      <div className="set-up-person">
        <FieldShell name="personName" label={text('personName')} error={wrong.personName}>
          {({ id, status }) => (
            <TextInput id={id} status={status} value={typed.name} onChange={(name) => put({ name })} maxLength={60} autoFocus />
          )}
        </FieldShell>
        <FieldShell name="personRole" label={text('personRole')}>
          {({ id }) => (
            <WordInput
              id={id}
              table="role"
              codes={codesOf(roleWords)}
              value={typed.role}
              onChange={(role) => put({ role: role ?? typed.role })}
            />
          )}
        </FieldShell>
        <FieldShell name="personPin" label={text('pin')} hint={text('pinHint')} error={wrong.personPin}>
          {({ id, status }) => (
            <TextInput
              id={id}
              status={status}
              inputMode="numeric"
              value={typed.pin}
              onChange={(pin) => put({ pin: pin.replace(/\D/g, '') })}
              maxLength={8}
            />
          )}
        </FieldShell>
        <Button submit stop running={saving.running}>
          {text('addPerson')}
        </Button>
      </div>
    </Form>
  )
}
