import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useApiQuery } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { Views } from '../../ui/Choices.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { MakerPanel } from './MakerPanel.tsx'

/** Manufacturers and what papers say for them. */
export function MakersPart() {
  const text = useText('catalogue')
  const [asked] = useSearchParams()
  const { data: makers, error } = useApiQuery('catalogue', 'manufacturers', {})
  const { data: defaults, error: wordsError } = useApiQuery('catalogue', 'formWords', {})
  const [chosen, setChosen] = useState<number | null>(() => Number(asked.get('maker')) || null)
  const failure = error ?? wordsError
  if (failure) return <Notice refusal={failure} />
  if (!makers || !defaults) return <Loading />
  const maker = makers.find(({ id }) => id === chosen) ?? makers[0]
  if (!maker) return <Empty title={text('makersNone')} />
  return (
    <>
      {makers.length > 1 && <Views label={text('manufacturers')} value={String(maker.id)} onChange={(id) => setChosen(Number(id))} views={makers.map(({ id, name, shortName }) => ({ value: String(id), label: shortName === '' ? name : shortName }))} />}
      <MakerPanel key={maker.id} maker={maker} defaults={defaults} called={asked.get('field')} />
    </>
  )
}
