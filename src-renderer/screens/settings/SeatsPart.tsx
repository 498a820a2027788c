import { useState } from 'react'
import type { SecondSeat } from '#contract/seats'
import { useApiCommand, useApiQuery, type ApiOutput } from '../../api.ts'
import { dayTime } from '../../format.ts'
import { useMay } from '../../frame/session.ts'
import { nameSeat, seatName } from '../../frame/seat-name.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Views } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { FieldShell } from '../../ui/fields/FieldShell.tsx'
import { TextInput } from '../../ui/fields/inputs.tsx'
import { Message, Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Page.tsx'
import { Table } from '../../ui/Table.tsx'
import { CopyLine } from './CopyLine.tsx'

type Seat = ApiOutput<'seats', 'list'>['items'][number]

/** Where the program is open now, who sits there, and the way to one more. */
export function SeatsPart() {
  const text = useText('settings')
  const mayManage = useMay('manageStation')
  const { data, error } = useApiQuery('seats', 'list', {})
  const letIn = useApiCommand('seats', 'letIn')
  const invite = useApiCommand('seats', 'invite')
  const [address, setAddress] = useState<string | null>(null)
  const [closing, setClosing] = useState<Seat | null>(null)
  const ask = async () => setAddress((await invite.run({}))?.address ?? null)
  return (
    <>
      <Section
        id="seats"
        title={text('seats')}
        actions={
          mayManage &&
          data?.url && (
            <Button kind="primary" running={invite.running} onClick={ask}>
              {text('invite')}
            </Button>
          )
        }
      >
        <div className="settings-stack">
          <Notice refusal={error ?? letIn.refusal ?? invite.refusal} />
          {data?.second && mayManage && (
            <SecondSeatChoice
              second={data.second}
              onChange={(second) => {
                setAddress(null)
                void letIn.run({ second })
              }}
            />
          )}
          {data && (
            <Message tone={data.url === null ? 'wait' : 'ok'}>
              {data.url === null ? text('seatsOff') : text('seatsOn', { url: data.url })}
            </Message>
          )}
          {address !== null && data?.isInviting === true && (
            <div>
              <p>{text('inviteHint')}</p>
              <CopyLine words={address} />
            </div>
          )}
          <Seats seats={data?.items ?? []} onClose={setClosing} />
        </div>
      </Section>
      <OwnSeat />
      {closing !== null && <CloseSeat seat={closing} onClose={() => setClosing(null)} />}
    </>
  )
}

/** On the desk: browsers on this machine are let in, or nobody is. */
function SecondSeatChoice({ second, onChange }: { readonly second: SecondSeat; readonly onChange: (second: SecondSeat) => void }) {
  const text = useText('settings')
  return (
    <div className="seat-choice">
      <Views<SecondSeat>
        label={text('secondSeat')}
        value={second}
        onChange={onChange}
        views={[
          { value: 'off', label: text('second.off') },
          { value: 'loopback', label: text('second.loopback') },
        ]}
      />
      <span className="muted small">{text(second === 'off' ? 'second.offHint' : 'second.loopbackHint')}</span>
    </div>
  )
}

function useSeatWord() {
  const text = useText('settings')
  return ({ kind, name, id }: Seat) => name || (kind === 'desk' ? text('desk') : text('browserSeat', { number: id.replace(/\D/g, '') }))
}

function Seats({ seats, onClose }: { readonly seats: readonly Seat[]; readonly onClose: (seat: Seat) => void }) {
  const text = useText('settings')
  const mayManage = useMay('manageStation')
  const seatWord = useSeatWord()
  return (
    <Table
      label={text('seats')}
      rows={seats}
      rowKey={({ id }) => id}
      empty={text('seatsNone')}
      columns={[
        {
          key: 'name',
          title: text('seatName'),
          least: 150,
          render: (seat) => (
            <>
              {seatWord(seat)} {seat.mine && <span className="faint">{text('thisSeat')}</span>}
            </>
          ),
        },
        {
          key: 'person',
          title: text('person'),
          width: 120,
          render: ({ person }) => person?.name ?? <span className="faint">{text('nobody')}</span>,
        },
        { key: 'since', title: text('since'), width: 140, render: ({ since }) => <span className="figures">{dayTime(since)}</span> },
        { key: 'lastAt', title: text('lastAt'), width: 140, render: ({ lastAt }) => <span className="figures">{dayTime(lastAt)}</span> },
        {
          key: 'act',
          title: '',
          width: 110,
          right: true,
          render: (seat) =>
            mayManage &&
            !seat.mine &&
            seat.kind === 'browser' && (
              <Button size="small" kind="quiet" onClick={() => onClose(seat)}>
                {text('closeSeat')}
              </Button>
            ),
        },
      ]}
    />
  )
}

function CloseSeat({ seat, onClose }: { readonly seat: Seat; readonly onClose: () => void }) {
  const text = useText('settings')
  const seatWord = useSeatWord()
  const close = useApiCommand('seats', 'close')
  const run = async () => {
    if ((await close.run({ id: seat.id })) !== null) onClose()
  }
  return (
    <Dialog
      title={text('closeSeatTitle', { name: seatWord(seat) })}
      open
      onClose={onClose}
      refusal={close.refusal}
      act={{ word: text('closeSeat'), run, danger: true, running: close.running }}
    >
      <p>{text('closeSeatHint')}</p>
    </Dialog>
  )
}

/** This place's own name; kept in this browser or on this desk. */
function OwnSeat() {
  const text = useText('settings')
  const rename = useApiCommand('seats', 'rename')
  const [name, setName] = useState(seatName())
  const [saved, setSaved] = useState(false)
  const save = async () => {
    if ((await rename.run({ name: name.trim() })) === null) return
    nameSeat(name.trim())
    setSaved(true)
  }
  return (
    <Section id="own-seat" title={text('ownSeat')} beside={text('ownSeatHint')}>
      <Form label={text('ownSeat')} onSubmit={() => void save()}>
        <Notice refusal={rename.refusal} onClose={rename.clear} />
        <div className="settings-line">
          <FieldShell name="seatName" label={text('seatName')}>
            {({ id, status }) => (
              <TextInput
                id={id}
                status={status}
                value={name}
                onChange={(next) => {
                  setName(next)
                  setSaved(false)
                }}
                maxLength={20}
                placeholder={text('seatNameExample')}
              />
            )}
          </FieldShell>
          <Button running={rename.running} disabled={name.trim() === seatName()} onClick={save}>
            {text('save')}
          </Button>
          {saved && (
            <span className="tone-ok" role="status">
              ✓ {text('saved')}
            </span>
          )}
        </div>
      </Form>
    </Section>
  )
}
