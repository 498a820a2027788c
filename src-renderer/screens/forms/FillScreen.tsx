import { useLocation, useParams } from 'react-router'
import { isFilledForm, type FilledFormId } from '#domain/form-ids'
import { useText } from '../../messages/index.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { FillPage } from './FillPage.tsx'
import { useStart } from './use-start.ts'
import './forms.css'

/** `/forms/:form/new` and `/forms/:form/:id`. A new one gets its id with the first saving and stays the page it is. */
export function FillScreen() {
  const text = useText('forms')
  const { form = '', id } = useParams()
  const { key, state } = useLocation()
  if (!isFilledForm(form))
    return (
      <Page title={text('title')}>
        <Empty title={text('unknown')} />
      </Page>
    )
  const isNew = id === 'new'
  const sheet = madeFrom(state) ?? (isNew ? key : `${form}-${id ?? ''}`)
  return <Sheet key={`${form} ${sheet}`} sheet={sheet} form={form} id={isNew ? null : Number(id)} />
}

/** The page a new form was begun on, handed on when its address gets the id. */
function madeFrom(state: unknown): string | null {
  return typeof state === 'object' && state !== null && 'sheet' in state && typeof state.sheet === 'string' ? state.sheet : null
}

function Sheet({ sheet, form, id }: { readonly sheet: string; readonly form: FilledFormId; readonly id: number | null }) {
  const names = useText('formNames')
  const { sections, start, stored, error } = useStart(form, id)
  if (sections === undefined || start === null)
    return (
      <Page title={names(form)}>
        <Notice refusal={error} />
        {error === null && <Loading />}
      </Page>
    )
  return <FillPage sheet={sheet} form={form} sections={sections} start={start} stored={stored} />
}
