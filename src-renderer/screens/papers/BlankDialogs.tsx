import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { BlankSubject } from '#domain/number-register'
import { api, useApiCommand, type ApiOutput } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { Dialog, ReasonDialog } from '../../ui/Dialog.tsx'
import { Finder } from '../../ui/fields/Finder.tsx'
import { kindWords, wayToSubject } from './blank-subject.ts'

type Blank = ApiOutput<'numbers', 'blank'>
type Found = ApiOutput<'home', 'find'>[number]

/** Which record a sheet filled in by hand is about; its paper is issued there, under this number. */
export function EnterDialog({
  blank,
  kind,
  onClose,
}: {
  readonly blank: Blank
  readonly kind: BlankSubject
  readonly onClose: () => void
}) {
  const text = useText('numbers')
  const navigate = useNavigate()
  const [record, setRecord] = useState<Found | null>(null)
  const keep = useApiCommand('numbers', 'keepFor')
  const find = async (typed: string): Promise<readonly Found[]> =>
    (await api.home.find({ text: typed, limit: 50 })).filter((found) => found.kind === kind)
  const run = async () => {
    if (record === null) return
    const subject = { kind, id: record.id }
    if ((await keep.run({ id: blank.id, subject })) !== null) void navigate(wayToSubject(subject, blank.form))
  }
  return (
    <Dialog
      title={text('enterTitle', { number: blank.number })}
      open
      onClose={onClose}
      refusal={keep.refusal}
      act={{ word: text('enter'), run, running: keep.running, disabled: record === null }}
    >
      <p className="muted">{text('enterHint', { kind: text(kindWords[kind]) })}</p>
      <Finder<Found>
        aria-label={text(kindWords[kind])}
        value={record === null ? '' : `${record.title} ${record.detail}`}
        placeholder={text('pickRecord')}
        search={find}
        onPick={setRecord}
        stay
        hitOf={({ id, title, detail }) => ({ key: String(id), title, detail, code: title })}
      />
    </Dialog>
  )
}

/** 退回作废 of unused sheets. */
export function GiveBackDialog({
  blanks,
  onClose,
}: {
  readonly blanks: readonly { readonly id: number; readonly number: string }[]
  readonly onClose: () => void
}) {
  const text = useText('numbers')
  const giveBack = useApiCommand('numbers', 'giveBack')
  const [first] = blanks
  return (
    <ReasonDialog
      title={
        blanks.length === 1 ? text('giveBackTitle', { number: first?.number ?? '' }) : text('giveBackPackTitle', { count: blanks.length })
      }
      open
      onClose={onClose}
      word={text('giveBack')}
      placeholder={text('giveBackExample')}
      running={giveBack.running}
      refusal={giveBack.refusal}
      onReason={async (reason) => {
        if ((await giveBack.run({ ids: blanks.map(({ id }) => id), reason })) !== null) onClose()
      }}
    >
      <p className="muted">{text('giveBackHint')}</p>
    </ReasonDialog>
  )
}
