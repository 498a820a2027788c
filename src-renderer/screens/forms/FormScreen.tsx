import { useNavigate, useParams } from 'react-router'
import { formIds, isFilledForm, type FilledFormId, type FormId } from '#domain/form-ids'
import { useApiQuery } from '../../api.ts'
import { dayTime } from '../../format.ts'
import { useBack } from '../../frame/use-back.ts'
import { useMay } from '../../frame/session.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { useHotkey } from '../../ui/hotkeys.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Page, Split, Toolbar } from '../../ui/Page.tsx'
import { Table } from '../../ui/Table.tsx'
import { Tag } from '../../ui/values.tsx'
import { FormHead } from './FormHead.tsx'
import type { FormRow } from './form-rows.ts'
import { OrderFinder } from './OrderFinder.tsx'
import { SamplePane } from './SamplePane.tsx'
import { useMaker } from './use-maker.ts'
import './forms.css'

/** `/forms/:form`: one form, what was filled in, and what it looks like. */
export function FormScreen() {
  const asked = useParams()['form']
  const form = formIds.find((id) => id === asked)
  const text = useText('forms')
  return form === undefined ? (
    <Page title={text('title')}>
      <Empty title={text('unknown')} />
    </Page>
  ) : (
    <FormPage key={form} form={form} />
  )
}

function FormPage({ form }: { readonly form: FormId }) {
  const text = useText('forms')
  const names = useText('formNames')
  const back = useBack('/forms')
  const { maker } = useMaker()
  const { data = [], error } = useApiQuery('forms', 'catalogue', { manufacturerId: maker?.id ?? 0 }, { enabled: maker !== undefined })
  const row = data.find((each) => each.form === form)
  useHotkey('Escape', back, text('title'))
  return (
    <Page title={names(form)} onBack={back} fill beside={<span className="muted small figures">{row?.code}</span>}>
      <Notice refusal={error} />
      {row !== undefined && maker !== undefined && (
        <>
          <FormHead row={row} manufacturerId={maker.id} />
          {isFilledForm(form) ? <Filled form={form} row={row} manufacturerId={maker.id} /> : <Fed row={row} manufacturerId={maker.id} />}
        </>
      )}
    </Page>
  )
}

function Filled({ form, row, manufacturerId }: { readonly form: FilledFormId; readonly row: FormRow; readonly manufacturerId: number }) {
  const text = useText('forms')
  const navigate = useNavigate()
  const mayFill = useMay('fillForm')
  const { data: rows = [], error } = useApiQuery('forms', 'list', { form })
  const begin = (more = '') => void navigate(`/forms/${form}/new?maker=${manufacturerId}${more}`)
  return (
    <>
      <Toolbar
        actions={
          mayFill &&
          row.isOn && (
            <Button kind="primary" hotkey="Ctrl+N" onClick={() => begin()}>
              {text('fillNew')}
            </Button>
          )
        }
      >
        {mayFill && row.isOn && row.isOfCase && <OrderFinder onPick={(id) => begin(`&order=${id}`)} />}
      </Toolbar>
      <Notice refusal={error} />
      <div className="forms-body">
        <Split
          list={
            <Table
              label={text('filledList')}
              rows={rows}
              rowKey={({ id }) => id}
              onOpen={({ id }) => void navigate(`/forms/${form}/${id}`)}
              empty={text('noneFilled')}
              autoFocus={!row.isOfCase}
              columns={[
                {
                  key: 'number',
                  title: text('number'),
                  width: 178,
                  render: ({ id, number }) => (
                    <button type="button" className="link figures" tabIndex={-1} onClick={() => void navigate(`/forms/${form}/${id}`)}>
                      {number ?? text('draft')}
                    </button>
                  ),
                },
                { key: 'subject', title: text('subject'), render: ({ subject }) => subject },
                {
                  key: 'state',
                  title: text('state'),
                  width: 84,
                  render: ({ paperId }) => <Tag tone={paperId === null ? 'wait' : 'ok'}>{text(paperId === null ? 'draft' : 'issued')}</Tag>,
                },
                { key: 'at', title: text('updatedAt'), width: 132, render: ({ updatedAt }) => dayTime(updatedAt) },
                { key: 'by', title: text('by'), width: 76, render: ({ by }) => by },
              ]}
            />
          }
          detail={
            <div className="form-detail">
              <SamplePane row={row} manufacturerId={manufacturerId} />
            </div>
          }
        />
      </div>
    </>
  )
}

function Fed({ row, manufacturerId }: { readonly row: FormRow; readonly manufacturerId: number }) {
  const text = useText('forms')
  const navigate = useNavigate()
  return (
    <>
      <Toolbar actions={<Button onClick={() => void navigate(`/papers?form=${row.form}`)}>{text('papers')}</Button>} />
      <div className="form-detail form-alone">
        <SamplePane row={row} manufacturerId={manufacturerId} />
      </div>
    </>
  )
}
