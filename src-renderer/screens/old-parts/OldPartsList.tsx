import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { useApiQuery, type ApiInput } from '../../api.ts'
import { useAsked, usePut } from '../../frame/use-asked.ts'
import { useBack } from '../../frame/use-back.ts'
import { useText } from '../../messages/index.ts'
import { SearchInput, Views } from '../../ui/Choices.tsx'
import { Page, Toolbar } from '../../ui/Page.tsx'
import { ManifestGrid } from './ManifestGrid.tsx'
import { NewManifest } from './NewManifest.tsx'
import { PieceGrid } from './PieceGrid.tsx'

const views = ['toLabel', 'toPack', 'late', 'all', 'manifests'] as const
export type View = (typeof views)[number]
const viewWords = { toLabel: 'viewToLabel', toPack: 'viewToPack', late: 'viewLate', all: 'viewAll', manifests: 'viewManifests' } as const

function countInput(view: 'toLabel' | 'toPack' | 'late'): ApiInput<'returnedParts', 'list'> {
  return { offset: 0, limit: 1, sort: [], text: '', filter: { statuses: [], manufacturerId: null, view } }
}

/** 旧件返厂: what waits for a label, for a box, what is late; and the manifests. */
export function OldPartsList() {
  const text = useText('oldParts')
  const asked = useSearchParams()[0]
  const put = usePut()
  const part = Number(asked.get('part') ?? Number.NaN)
  const isPart = Number.isInteger(part)
  const named = views.find((each) => each === asked.get('view'))
  const view = named ?? (isPart ? 'all' : 'toLabel')
  const [search, setSearch] = useAsked('text')
  const look = (next: View) => put({ view: next === 'toLabel' ? '' : next, part: '' })
  // a link names the piece alone: it is shown among all, and leads back; one opened here keeps its view and is closed
  const back = useBack('/old-parts?view=all')
  const openPart = useCallback((id: number) => put({ part: String(id), view }), [put, view])
  const closePart = useCallback(() => (isPart && named === undefined ? back() : put({ part: '' })), [put, back, isPart, named])
  const toLabel = useApiQuery('returnedParts', 'list', countInput('toLabel'), { keepPrevious: true }).data?.total
  const toPack = useApiQuery('returnedParts', 'list', countInput('toPack'), { keepPrevious: true }).data?.total
  const late = useApiQuery('returnedParts', 'list', countInput('late'), { keepPrevious: true }).data?.total
  const choices = useMemo(() => {
    const counts: Partial<Record<View, number | undefined>> = { toLabel, toPack, late }
    return views.map((each) => ({
      value: each,
      label: text(viewWords[each]),
      ...(counts[each] === undefined ? {} : { count: counts[each] }),
    }))
  }, [text, toLabel, toPack, late])
  return (
    <Page title={text('title')} fill>
      <Toolbar actions={<NewManifest isPrimary={view === 'toPack' || view === 'manifests'} />}>
        <Views<View> label={text('views')} value={view} onChange={look} views={choices} />
        <SearchInput
          value={search}
          onChange={setSearch}
          placeholder={text(view === 'manifests' ? 'searchManifest' : 'searchHint')}
          width={330}
        />
      </Toolbar>
      {view === 'manifests' ? (
        <ManifestGrid search={search} onSearch={setSearch} />
      ) : (
        <PieceGrid
          key={view}
          view={view}
          search={search}
          onSearch={setSearch}
          openId={isPart ? part : null}
          onOpenId={openPart}
          onClose={closePart}
        />
      )}
    </Page>
  )
}
