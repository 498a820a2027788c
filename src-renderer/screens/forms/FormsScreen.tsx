import { StarFilled } from '@ant-design/icons'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useApiQuery } from '../../api.ts'
import { useAsked, useAskedView } from '../../frame/use-asked.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { SearchInput, Views } from '../../ui/Choices.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { SelectInput } from '../../ui/fields/SelectInput.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page, Split, Toolbar } from '../../ui/Page.tsx'
import { Table } from '../../ui/Table.tsx'
import { FormHead } from './FormHead.tsx'
import { formGroups, foundForms, groupOf, numberOf, type FormGroup, type FormRow } from './form-rows.ts'
import { SamplePane } from './SamplePane.tsx'
import { useFavourites } from './use-favourites.ts'
import { useMaker } from './use-maker.ts'
import './forms.css'

type View = 'all' | 'favourites' | FormGroup
const views: readonly View[] = ['all', 'favourites', ...formGroups]

/** 表单中心: every form of the trade; beside it what the chosen one looks like. */
export function FormsScreen() {
  const text = useText('forms')
  const names = useText('formNames')
  const [papers, numbers] = [useText('papers'), useText('numbers')]
  const navigate = useNavigate()
  const { makers, maker, choose } = useMaker()
  const favourites = useFavourites()
  const [view, setView] = useAskedView(views, 'all')
  const [search, setSearch] = useAsked('text')
  const [current, setCurrent] = useAsked('form')
  const [isBack] = useState(current !== '')
  const { data = [], error } = useApiQuery(
    'forms',
    'catalogue',
    { manufacturerId: maker?.id ?? 0 },
    { enabled: maker !== undefined, keepPrevious: true },
  )
  const found = (typed: string) => foundForms(data, names, typed)
  const inView = (row: FormRow) => view === 'all' || (view === 'favourites' ? favourites.has(row.form) : groupOf(row.form) === view)
  const rows = found(search).filter(inView)
  const shown = rows.find(({ form }) => form === current) ?? rows[0]
  const open = ({ form }: FormRow) => void navigate(`/forms/${form}${makers.length > 1 && maker !== undefined ? `?maker=${maker.id}` : ''}`)
  const openFirst = (typed: string) => {
    const first = found(typed).find(inView)
    if (first === undefined) return
    setCurrent(first.form)
    open(first)
  }
  const groups = formGroups.filter((group) => data.some(({ form }) => groupOf(form) === group))
  return (
    <Page title={text('title')} fill>
      <Toolbar
        actions={
          <>
            <Button onClick={() => void navigate('/papers?print=period')}>{papers('period')}</Button>
            <Button onClick={() => void navigate('/register')}>{numbers('title')}</Button>
            {makers.length > 1 && maker !== undefined && (
              <div className="forms-maker">
                <SelectInput
                  aria-label={text('manufacturer')}
                  value={maker.id}
                  onChange={(id) => {
                    if (id !== null) choose(id)
                  }}
                  choices={makers.map(({ id, shortName, name }) => ({ value: id, label: shortName || name }))}
                />
              </div>
            )}
          </>
        }
      >
        <Views<View>
          label={text('group')}
          value={view}
          onChange={setView}
          views={[
            { value: 'all', label: text('all'), count: data.length },
            { value: 'favourites', label: text('favourites'), count: data.filter(({ form }) => favourites.has(form)).length },
            ...(groups.length > 1
              ? groups.map((group) => ({
                  value: group,
                  label: text(group),
                  count: data.filter(({ form }) => groupOf(form) === group).length,
                }))
              : []),
          ]}
        />
        <SearchInput value={search} onChange={setSearch} placeholder={text('search')} autoFocus={!isBack} onEnter={openFirst} />
      </Toolbar>
      <Notice refusal={error} />
      <div className="forms-body">
        <Split
          list={
            <Table
              label={text('list')}
              rows={rows}
              rowKey={({ form }) => form}
              chosenKey={shown?.form ?? null}
              onCurrent={({ form }) => setCurrent(form)}
              onOpen={open}
              autoFocus={isBack}
              tone={({ isOn }) => (isOn ? undefined : 'faint')}
              empty={text(view === 'favourites' && search === '' ? 'noFavourites' : 'none')}
              columns={[
                {
                  key: 'star',
                  title: '★',
                  width: 36,
                  render: ({ form }) => favourites.has(form) && <StarFilled className="form-star" aria-label={text('favourites')} />,
                },
                { key: 'code', title: text('code'), width: 108, render: numberOf },
                {
                  key: 'name',
                  title: text('name'),
                  render: (row) => (
                    <button type="button" className="link" tabIndex={-1} onClick={() => open(row)}>
                      {names(row.form)}
                    </button>
                  ),
                },
                {
                  key: 'copies',
                  title: text('copies'),
                  width: 60,
                  right: true,
                  render: ({ copies }) => text('copiesOf', { count: copies.length }),
                },
                {
                  key: 'state',
                  title: text('state'),
                  width: 118,
                  render: ({ isOn, isFilled, isProposed }) => (
                    <>
                      {text(isOn ? (isFilled ? 'isFilledIn' : 'isFed') : 'isOff')}
                      {isProposed && <span title={text('proposedHint')}> · {text('proposed')}</span>}
                    </>
                  ),
                },
              ]}
            />
          }
          detail={
            shown === undefined || maker === undefined ? (
              <Empty title={text('pick')} />
            ) : (
              <div className="form-detail">
                <header className="form-head">
                  <b>{names(shown.form)}</b>
                  <span className="spring" />
                  <Button size="small" kind="primary" onClick={() => open(shown)}>
                    {text('open')}
                  </Button>
                </header>
                <FormHead row={shown} manufacturerId={maker.id} />
                <SamplePane key={shown.form} row={shown} manufacturerId={maker.id} />
              </div>
            )
          }
        />
      </div>
    </Page>
  )
}
