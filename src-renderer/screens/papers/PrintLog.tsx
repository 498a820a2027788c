import type { ApiOutput } from '../../api.ts'
import { dayTime } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { Table } from '../../ui/Table.tsx'

/** When a number was printed, by whom, and why again. */
export function PrintLog({ prints }: Pick<ApiOutput<'papers', 'get'>, 'prints'>) {
  const text = useText('papers')
  return (
    <Table
      label={text('printLog')}
      rows={prints}
      rowKey={({ times }) => times}
      empty={text('neverPrinted')}
      columns={[
        {
          key: 'times',
          title: text('printedTimes'),
          width: 90,
          render: ({ times }) => (times === 1 ? text('first') : text('times', { times })),
        },
        { key: 'at', title: text('printedAt'), width: 132, render: ({ at }) => dayTime(at) },
        { key: 'by', title: text('printedBy'), width: 90, render: ({ by }) => by },
        { key: 'reason', title: text('printedReason'), wrap: true, render: ({ reason }) => reason },
      ]}
    />
  )
}
