import type { Instant } from '#domain/dates'
import { dayTime } from '../format.ts'
import { usePast, useText } from '../messages/index.ts'
import { Table } from './Table.tsx'

type Step = { readonly at: Instant; readonly by: string; readonly event: string; readonly note: string }
type Props = {
  /** the oldest first */
  readonly rows: readonly Step[]
  readonly eventWord: (event: string) => string
}

/** What was done with a record, by whom, newest first. */
export function StepHistory({ rows, eventWord }: Props) {
  const text = useText('ui')
  const past = usePast()
  return (
    <Table
      label={text('history')}
      rows={rows.toReversed()}
      rowKey={(_, index) => index}
      empty={text('historyNone')}
      columns={[
        { key: 'at', title: text('historyAt'), width: 130, render: ({ at }) => dayTime(at) },
        { key: 'by', title: text('historyBy'), width: 80, render: ({ by }) => by },
        { key: 'event', title: text('historyEvent'), width: 132, wrap: true, render: ({ event }) => past(eventWord(event)) },
        { key: 'note', title: text('historyNote'), wrap: true, render: ({ note }) => note },
      ]}
    />
  )
}
