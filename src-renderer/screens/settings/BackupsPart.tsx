import { useState } from 'react'
import { useApiCommand, useApiQuery, type ApiOutput } from '../../api.ts'
import { bytes, dayTime } from '../../format.ts'
import { useMay } from '../../frame/session.ts'
import { useText, useWord } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Message, Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Page.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { Table } from '../../ui/Table.tsx'
import { Tag } from '../../ui/values.tsx'
import { RestoreDialog } from './RestoreDialog.tsx'
import { ScheduleSection } from './ScheduleSection.tsx'

type Copy = ApiOutput<'backups', 'list'>['items'][number]
const tones = { proven: 'ok', damaged: 'stop', unproven: 'warn' } as const
/** below this much free space nothing more should be begun */
const scarce = 2 * 1024 ** 3

/** 立即备份, every copy there is with its proof, and the way back from one. */
export function BackupsPart() {
  const text = useText('settings')
  const { data, error } = useApiQuery('backups', 'list', {})
  const make = useApiCommand('backups', 'make')
  const [made, setMade] = useState<Copy | null>(null)
  const [restored, setRestored] = useState<Copy | null>(null)
  const run = async () => {
    setMade(null)
    setMade(await make.run({}))
  }
  return (
    <>
      <Section
        id="backups"
        title={text('backups')}
        beside={text('backupsHint')}
        actions={
          <Button kind="primary" hotkey="Ctrl+B" running={make.running} onClick={run}>
            {text('backUpNow')}
          </Button>
        }
      >
        <div className="settings-stack">
          <Notice refusal={error ?? make.refusal} />
          {data?.trouble && (
            <Message tone="stop">{text('backupTrouble', { time: dayTime(data.trouble.at), reason: data.trouble.reason })}</Message>
          )}
          {data && data.freeBytes !== null && data.freeBytes < scarce && (
            <Message tone="warn">{text('scarce', { size: bytes(data.freeBytes) })}</Message>
          )}
          {make.running && <Progress label={text('backingUp')} done={null} of={1} />}
          {made !== null && <Message tone="ok">{text('backedUp', { file: made.name, size: bytes(made.bytes) })}</Message>}
          <Copies copies={data?.items ?? []} onRestore={setRestored} />
          {data && (
            <p className="muted small">
              {text('folder')}　<span className="mono">{data.folder}</span>
              {data.freeBytes !== null && `　${text('free', { size: bytes(data.freeBytes) })}`}
            </p>
          )}
        </div>
      </Section>
      {data && <ScheduleSection schedule={data.schedule} />}
      {restored !== null && <RestoreDialog copy={restored} onClose={() => setRestored(null)} />}
    </>
  )
}

function Copies({ copies, onRestore }: { readonly copies: readonly Copy[]; readonly onRestore: (copy: Copy) => void }) {
  const text = useText('settings')
  const word = useWord()
  const mayManage = useMay('manageStation')
  const verify = useApiCommand('backups', 'verify')
  const [looked, setLooked] = useState<{ readonly name: string; readonly said: ApiOutput<'backups', 'verify'> | null } | null>(null)
  const check = async ({ name }: Copy) => {
    setLooked({ name, said: null })
    setLooked({ name, said: await verify.run({ name }) })
  }
  const said = looked?.said
  return (
    <>
      <Notice refusal={verify.refusal} onClose={verify.clear} />
      {said &&
        (said.copy.state === 'proven' ? (
          <Message tone="ok">
            {text('checkedWell', {
              file: said.copy.name,
              orders: said.copy.content?.workOrders ?? 0,
              papers: said.copy.content?.papers ?? 0,
            })}
          </Message>
        ) : (
          <Message tone="stop">{text('checkedBadly', { file: said.copy.name, detail: said.detail })}</Message>
        ))}
      <Table
        label={text('backups')}
        rows={copies}
        rowKey={({ name }) => name}
        empty={text('backupsNone')}
        shownFirst={12}
        {...(mayManage ? { onOpen: onRestore } : {})}
        tone={({ state }) => (state === 'damaged' ? 'stop' : undefined)}
        columns={[
          { key: 'at', title: text('at'), width: 120, render: ({ at }) => <span className="figures">{dayTime(at)}</span> },
          { key: 'reason', title: text('reason'), width: 92, render: ({ reason }) => word('backupReason', reason) },
          {
            key: 'content',
            title: text('content'),
            least: 190,
            wrap: true,
            render: ({ content }) =>
              content === null ? (
                <span className="faint">—</span>
              ) : (
                text('contentOf', { orders: content.workOrders, customers: content.customers, papers: content.papers })
              ),
          },
          { key: 'size', title: text('size'), width: 78, right: true, render: (copy) => bytes(copy.bytes) },
          {
            key: 'state',
            title: text('proven'),
            width: 150,
            wrap: true,
            render: ({ state, checkedAt }) => (
              <>
                <Tag tone={tones[state]}>{word('backupState', state)}</Tag>{' '}
                {checkedAt !== null && <span className="faint small figures">{dayTime(checkedAt).slice(5)}</span>}
              </>
            ),
          },
          {
            key: 'acts',
            title: '',
            width: 196,
            right: true,
            render: (copy) => (
              <>
                <Button
                  size="small"
                  kind="quiet"
                  running={verify.running && looked?.name === copy.name}
                  disabled={verify.running}
                  onClick={() => check(copy)}
                >
                  {text('verify')}
                </Button>
                {mayManage && (
                  <Button size="small" kind="quiet" disabled={copy.state === 'damaged'} onClick={() => onRestore(copy)}>
                    {text('restore')}
                  </Button>
                )}
              </>
            ),
          },
        ]}
      />
    </>
  )
}
