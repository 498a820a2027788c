import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useApiQuery } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { useMay } from '../../frame/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Views } from '../../ui/Choices.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Toolbar } from '../../ui/Page.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { MakerPanel } from './MakerPanel.tsx'
import { NewMakerDialog } from './NewMakerDialog.tsx'

/** Manufacturers and what papers say for them. */
export function MakersPart() {
  const text = useText('catalogue')
  const [asked, setAsked] = useSearchParams()
  const mayManage = useMay('manageStation')
  const [adding, setAdding] = useState(false)
  const { data: makers, error } = useApiQuery('catalogue', 'manufacturers', {})
  const { data: defaults, error: namesError } = useApiQuery('catalogue', 'makerNames', {})
  const failure = error ?? namesError
  if (failure) return <Notice refusal={failure} />
  if (!makers || !defaults) return <Loading />
  const maker = makers.find(({ id }) => String(id) === asked.get('maker')) ?? makers[0]
  const shownAs = (name: string, active: boolean) => (active ? name : text('makerRetired', { name }))
  const show = (id: number) => setAsked({ view: 'manufacturers', maker: String(id) }, { replace: true })
  return (
    <>
      <Toolbar
        actions={
          mayManage && (
            <Button hotkey="Ctrl+N" onClick={() => setAdding(true)}>
              {text('newMaker')}
            </Button>
          )
        }
      >
        {makers.length > 1 && (
          <Views
            label={text('manufacturers')}
            value={String(maker?.id ?? '')}
            onChange={(id) => show(Number(id))}
            views={makers.map(({ id, name, shortName, active }) => ({
              value: String(id),
              label: shownAs(shortName === '' ? name : shortName, active),
            }))}
          />
        )}
      </Toolbar>
      {maker ? (
        <MakerPanel key={maker.id} maker={maker} defaults={defaults} called={asked.get('field')} />
      ) : (
        <Empty title={text('makersNone')} />
      )}
      <NewMakerDialog
        open={adding}
        onClose={() => setAdding(false)}
        onMade={(id) => {
          setAdding(false)
          show(id)
        }}
      />
    </>
  )
}
