import { useEffect, useState } from 'react'
import { announce, useApiCommand, useApiQuery, type ApiOutput } from '../../api.ts'
import { bytes, dayTime } from '../../format.ts'
import { useSentence, useText, useWord, type TextKey } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Message, Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { Table } from '../../ui/Table.tsx'
import type { AppError } from '#domain/errors'
import { GateCard } from './GateCard.tsx'

type Kind = 'inUse' | 'newer' | 'diskFull' | 'damaged' | 'other'
const kinds: Readonly<Record<string, Kind>> = {
  'db.inUse': 'inUse',
  'db.newer': 'newer',
  'db.diskFull': 'diskFull',
  'db.damaged': 'damaged',
  'db.gone': 'damaged',
  'db.foreign': 'damaged',
  'db.changed': 'damaged',
}
const titles = { inUse: 'inUse', newer: 'newer', diskFull: 'diskFull', damaged: 'damaged', other: 'other' } as const satisfies Record<
  Kind,
  TextKey<'trouble'>
>
const ways: Readonly<Record<Kind, readonly TextKey<'trouble'>[]>> = {
  inUse: ['inUse1', 'inUse2', 'inUse3'],
  newer: ['newer1', 'newer2'],
  diskFull: ['diskFull1', 'diskFull2', 'diskFull3'],
  damaged: ['damaged1', 'damaged2', 'damaged3'],
  other: ['other1', 'other2'],
}
/** what comes right by itself once another program lets go */
const lookAgain = 4000

/** The station cannot be opened: what happened, and the way out. */
export function TroubleScreen({ error }: { readonly error: AppError }) {
  const text = useText('trouble')
  const say = useSentence()
  const { data } = useApiQuery('rescue', 'state', {})
  const retry = useApiCommand('rescue', 'retry')
  const kind = kinds[error.sentence.key] ?? 'other'
  const [tried, setTried] = useState(0)
  const again = async () => {
    if ((await retry.run({}))?.open === true) return announce(['*'])
    return setTried((before) => before + 1)
  }
  useEffect(() => {
    if (kind !== 'inUse') return undefined
    const timer = setInterval(() => {
      void retry.run({}).then((answer) => {
        if (answer?.open === true) announce(['*'])
      })
    }, lookAgain)
    return () => clearInterval(timer)
  }, [kind, retry])
  const copies = data?.copies ?? []
  return (
    <GateCard
      title={text(titles[kind])}
      hint={text('stopped')}
      wide={copies.length > 0}
      {...(data ? { foot: text('dataFolder', { folder: data.folder }) } : {})}
    >
      <div className="trouble">
        <Message tone="stop">{say(error.sentence)}</Message>
        <ol>
          {ways[kind].map((way) => (
            <li key={way}>{text(way)}</li>
          ))}
        </ol>
        {copies.length > 0 && <Copies copies={copies} />}
        <div className="trouble-retry">
          <Button
            kind={copies.length > 0 ? 'plain' : 'primary'}
            hotkey="Ctrl+Enter"
            autoFocus={copies.length === 0}
            running={retry.running && kind !== 'inUse'}
            onClick={again}
          >
            {text('retry')}
          </Button>
          {tried > 0 && (
            <span className="muted" role="status">
              {text('tried', { count: tried })}
            </span>
          )}
        </div>
      </div>
    </GateCard>
  )
}

/** The newest first; pressing one sets the unreadable file aside and opens the copy. */
function Copies({ copies }: { readonly copies: ApiOutput<'rescue', 'state'>['copies'] }) {
  const text = useText('trouble')
  const word = useWord()
  const restore = useApiCommand('rescue', 'restore')
  const run = async (name: string) => {
    if ((await restore.run({ name })) !== null) announce(['*'])
  }
  if (restore.running) return <Progress label={text('restoring')} done={null} of={1} />
  return (
    <>
      <Notice refusal={restore.refusal} onClose={restore.clear} />
      <Table
        label={text('copies')}
        rows={copies}
        rowKey={({ name }) => name}
        empty=""
        shownFirst={6}
        autoFocus
        onOpen={({ name }) => void run(name)}
        columns={[
          { key: 'at', title: text('at'), width: 140, render: ({ at }) => <span className="figures">{dayTime(at)}</span> },
          {
            key: 'content',
            title: text('content'),
            render: ({ content, reason }) =>
              content === null ? word('backupReason', reason) : text('contentOf', { orders: content.workOrders, papers: content.papers }),
          },
          { key: 'size', title: text('size'), width: 80, right: true, render: (copy) => bytes(copy.bytes) },
          { key: 'state', title: text('state'), width: 100, render: ({ state }) => word('backupState', state) },
          {
            key: 'act',
            title: '',
            width: 120,
            right: true,
            render: ({ name, state }) => (
              <Button size="small" disabled={state === 'damaged'} onClick={() => run(name)}>
                {text('openThis')}
              </Button>
            ),
          },
        ]}
      />
    </>
  )
}
