import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { useText, type Text } from '../../messages/index.ts'
import { Grid, type FilterOf, type RowOf } from '../../ui/Grid.tsx'
import type { GridColumn } from '../../ui/grid/columns.tsx'
import type { GridSum } from '../../ui/grid/GridFoot.tsx'
import { eventWord } from './part-words.ts'

type Row = RowOf<'manifests', 'list'>

const everything: FilterOf<'manifests', 'list'> = { statuses: [], manufacturerId: null }
const alsoOn: readonly string[] = ['returnedParts']

function columnsOf(text: Text<'oldParts'>): readonly GridColumn<Row>[] {
  return [
    { field: 'no', title: text('manifestNo'), kind: 'link', sortable: true, width: 190, words: { '': text('draftNo') } },
    { field: 'status', title: text('status'), rank: 1, kind: 'status', table: 'manifestStatus', sortable: true },
    { field: 'manufacturerName', title: text('maker'), rank: 3, width: 150 },
    { field: 'boxCount', title: text('boxCount'), kind: 'number' },
    { field: 'pieceCount', title: text('pieceCount'), kind: 'number' },
    { field: 'carrier', title: text('carrier'), rank: 3, width: 120 },
    { field: 'waybillNo', title: text('waybill'), kind: 'mono', width: 150 },
    { field: 'createdAt', title: text('createdAt'), rank: 4, kind: 'day', sortable: true },
    { field: 'sealedAt', title: text('sealedAt'), rank: 4, kind: 'day' },
    { field: 'shippedAt', title: text('shippedAt'), rank: 3, kind: 'day', sortable: true },
    {
      field: 'nextEvent',
      title: text('next'),
      width: 84,
      last: true,
      shown: (row) => (row.nextEvent === null ? '' : eventWord(row.nextEvent, text)),
    },
  ]
}

/** 返厂清单: drafts being packed, and those on their way. */
export function ManifestGrid({ search, onSearch }: { readonly search: string; readonly onSearch: (text: string) => void }) {
  const text = useText('oldParts')
  const navigate = useNavigate()
  const columns = useMemo(() => columnsOf(text), [text])
  const sums = useMemo<readonly GridSum[]>(
    () => [
      { name: 'boxCount', label: text('boxCount'), kind: 'number' },
      { name: 'pieceCount', label: text('pieceCount'), kind: 'number' },
    ],
    [text],
  )
  return (
    <Grid
      id="manifests"
      label={text('viewManifests')}
      feature="manifests"
      method="list"
      columns={columns}
      filter={everything}
      text={search}
      onText={onSearch}
      alsoOn={alsoOn}
      autoFocus
      selection="many"
      sums={sums}
      onOpen={(row) => void navigate(`/manifests/${row.id}`)}
      empty={{ title: text('emptyManifests'), hint: text('emptyManifestsHint') }}
    />
  )
}
