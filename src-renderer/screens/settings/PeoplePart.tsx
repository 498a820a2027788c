import { useState } from 'react'
import { useApiQuery } from '../../api.ts'
import { useMay, useMe } from '../../frame/session.ts'
import { useText, useWord } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Page.tsx'
import { Table } from '../../ui/Table.tsx'
import { Tag } from '../../ui/values.tsx'
import { OwnPinDialog } from './OwnPinDialog.tsx'
import { RightsSection } from './RightsSection.tsx'
import { TechnicianDialog } from './TechnicianDialog.tsx'
import { UserDialog } from './UserDialog.tsx'
import type { User, Technician } from './people.ts'

/** Who signs in, and who repairs. */
export function PeoplePart() {
  return (
    <>
      <div className="settings-columns">
        <Users />
        <Technicians />
      </div>
      <RightsSection />
    </>
  )
}

function Users() {
  const text = useText('settings')
  const word = useWord()
  const me = useMe()
  const mayManage = useMay('manageStation')
  const { data: users, error } = useApiQuery('station', 'users', {})
  const { data: technicians } = useApiQuery('station', 'technicians', {})
  const [edited, setEdited] = useState<User | 'new' | null>(null)
  const [ownPin, setOwnPin] = useState(false)
  const [changed, setChanged] = useState(false)
  return (
    <Section
      id="users"
      title={text('users')}
      actions={
        <>
          {changed && (
            <span className="tone-ok" role="status">
              ✓ {text('pinChanged')}
            </span>
          )}
          <Button
            size="small"
            onClick={() => {
              setOwnPin(true)
              setChanged(false)
            }}
          >
            {text('ownPin')}
          </Button>
          {mayManage && (
            <Button size="small" hotkey="Ctrl+N" onClick={() => setEdited('new')}>
              {text('addUser')}
            </Button>
          )}
        </>
      }
    >
      <Notice refusal={error} />
      <Table
        label={text('users')}
        rows={users ?? []}
        rowKey={({ id }) => id}
        empty={text('usersNone')}
        autoFocus
        tone={({ active }) => (active ? undefined : 'faint')}
        {...(mayManage ? { onOpen: setEdited } : {})}
        columns={[
          { key: 'code', title: text('userCode'), width: 104, render: ({ code }) => code },
          {
            key: 'name',
            title: text('userName'),
            render: (user) => (
              <>
                {mayManage ? (
                  <button type="button" tabIndex={-1} className="link" onClick={() => setEdited(user)}>
                    {user.name}
                  </button>
                ) : (
                  user.name
                )}{' '}
                {user.id === me.id && <span className="faint">{text('you')}</span>}
              </>
            ),
          },
          { key: 'role', title: text('role'), render: ({ role }) => word('role', role) },
          {
            key: 'technician',
            title: text('technician'),
            render: ({ technicianId }) => technicians?.find(({ id }) => id === technicianId)?.name ?? '',
          },
          {
            key: 'state',
            title: text('state'),
            width: 92,
            render: ({ active }) => <Tag tone={active ? 'ok' : 'wait'}>{text(active ? 'active' : 'retired')}</Tag>,
          },
        ]}
      />
      {ownPin && (
        <OwnPinDialog
          onClose={(done) => {
            setOwnPin(false)
            setChanged(done)
          }}
        />
      )}
      {edited !== null && (
        <UserDialog user={edited === 'new' ? null : edited} technicians={technicians ?? []} onClose={() => setEdited(null)} />
      )}
    </Section>
  )
}

function Technicians() {
  const text = useText('settings')
  const mayManage = useMay('manageStation')
  const { data: technicians, error } = useApiQuery('station', 'technicians', {})
  const [edited, setEdited] = useState<Technician | 'new' | null>(null)
  return (
    <Section
      id="technicians"
      title={text('technicians')}
      actions={
        mayManage && (
          <Button size="small" onClick={() => setEdited('new')}>
            {text('addTechnician')}
          </Button>
        )
      }
    >
      <Notice refusal={error} />
      <Table
        label={text('technicians')}
        rows={technicians ?? []}
        rowKey={({ id }) => id}
        empty={text('techniciansNone')}
        tone={({ active }) => (active ? undefined : 'faint')}
        {...(mayManage ? { onOpen: setEdited } : {})}
        columns={[
          { key: 'code', title: text('userCode'), width: 80, render: ({ code }) => code },
          {
            key: 'name',
            title: text('userName'),
            render: (technician) =>
              mayManage ? (
                <button type="button" tabIndex={-1} className="link" onClick={() => setEdited(technician)}>
                  {technician.name}
                </button>
              ) : (
                technician.name
              ),
          },
          { key: 'grade', title: text('grade'), render: ({ grade }) => grade },
          { key: 'team', title: text('team'), render: ({ teamName }) => teamName },
          {
            key: 'state',
            title: text('state'),
            width: 92,
            render: ({ active }) => <Tag tone={active ? 'ok' : 'wait'}>{text(active ? 'active' : 'retired')}</Tag>,
          },
        ]}
      />
      {edited !== null && <TechnicianDialog technician={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Section>
  )
}
