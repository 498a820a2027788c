import { useMemo, useState } from 'react'
import { useText, type Text } from '../../messages/index.ts'
import { DueTag } from '../../ui/DueTag.tsx'
import { Grid, type FilterOf } from '../../ui/Grid.tsx'
import type { GridColumn } from '../../ui/grid/columns.tsx'
import type { Chosen } from '../../ui/grid/use-chosen.ts'
import { Split } from '../../ui/Page.tsx'
import { PieceActs } from './PieceActs.tsx'
import { PieceDetail } from './PieceDetail.tsx'
import { eventWord, isClockRunning, type Piece } from './part-words.ts'

type PieceView = FilterOf<'returnedParts', 'list'>['view']
type Props = {
  readonly view: PieceView
  readonly search: string
  readonly onSearch: (text: string) => void
  readonly openId: number | null
  readonly onOpenId: (id: number) => void
  readonly onClose: () => void
}

const alsoOn: readonly string[] = ['manifests', 'workOrders']
const none: readonly Piece[] = []
const nothing: Chosen<Piece> = { ids: [], rows: none }
const empties = {
  toLabel: ['emptyLabel', 'emptyLabelHint'],
  toPack: ['emptyPack', 'emptyPackHint'],
  late: ['emptyLate', 'emptyLateHint'],
  all: ['emptyAll', 'emptyLabelHint'],
} as const

function columnsOf(text: Text<'oldParts'>, view: PieceView): readonly GridColumn<Piece>[] {
  return [
    { field: 'labelNo', title: text('labelNo'), kind: 'link', sortable: true, width: 138, words: { '': text('noLabel') } },
    {
      field: 'dueOn',
      title: text('due'),
      rank: 1,
      kind: 'date',
      sortable: true,
      width: 184,
      render: (row) => <DueTag dueOn={row.dueOn} state={row.taskState} running={isClockRunning(row.status)} />,
      shown: (row) => row.dueOn ?? '',
    },
    { field: 'status', title: text('status'), rank: 1, kind: 'status', table: 'returnedPartStatus', sortable: true, width: 98 },
    { field: 'partName', title: text('part'), rank: 1, width: 130 },
    { field: 'partCode', title: text('partCode'), rank: 3, kind: 'mono', width: 124 },
    { field: 'faultDesc', title: text('fault'), rank: view === 'all' ? 4 : 3, width: 160 },
    { field: 'storageBin', title: text('bin'), width: 66, sortable: true },
    { field: 'borrowed', title: text('borrowed'), rank: 4, width: 60, words: { true: text('borrowed'), false: '' } },
    { field: 'workOrderNo', title: text('order'), rank: view === 'all' ? 4 : 3, width: 170 },
    { field: 'customerName', title: text('customer'), rank: 4, width: 80 },
    { field: 'modelName', title: text('model'), width: 110, hidden: true },
    { field: 'frameNo', title: text('frameNo'), kind: 'frameNo', hidden: true },
    { field: 'removedAt', title: text('removedAt'), rank: 4, kind: 'day', sortable: true, hidden: view !== 'all' },
    { field: 'manifestNo', title: text('manifest'), width: 170, hidden: view !== 'all' },
    { field: 'boxNo', title: text('box'), kind: 'number', width: 50, hidden: view !== 'all' },
    {
      field: 'nextEvent',
      title: text('next'),
      width: 84,
      last: true,
      shown: (row) => (row.nextEvent === null ? '' : eventWord(row.nextEvent, text)),
    },
  ]
}

/** The pieces of one view by due day, with what can be done to the chosen ones; the opened piece stands beside. */
export function PieceGrid({ view, search, onSearch, openId, onOpenId, onClose }: Props) {
  const text = useText('oldParts')
  const [chosen, setChosen] = useState(nothing)
  const [current, setCurrent] = useState<Piece | null>(null)
  const [round, setRound] = useState(0)
  const columns = useMemo(() => columnsOf(text, view), [text, view])
  const filter = useMemo(() => ({ statuses: [], manufacturerId: null, view }), [view])
  const [title, hint] = empties[view]
  const pieces = chosen.ids.length > 0 ? (chosen.rows ?? none) : current === null ? none : [current]
  return (
    <Split
      list={
        <>
          <PieceActs view={view} pieces={pieces} chosen={chosen.ids.length} onDone={() => setRound(round + 1)} />
          <Grid
            id={`old-parts-${view}`}
            label={text('title')}
            feature="returnedParts"
            method="list"
            columns={columns}
            filter={filter}
            text={search}
            onText={onSearch}
            alsoOn={alsoOn}
            autoFocus
            selection="many"
            onOpen={(row) => onOpenId(row.id)}
            onEscape={onClose}
            onCurrent={setCurrent}
            onChosen={setChosen}
            unchooseOn={round}
            sums={[{ name: 'qty', label: text('sumPieces'), kind: 'number' }]}
            empty={{ title: text(title), hint: text(hint) }}
          />
        </>
      }
      detail={openId === null ? null : <PieceDetail key={openId} id={openId} onClose={onClose} />}
    />
  )
}
