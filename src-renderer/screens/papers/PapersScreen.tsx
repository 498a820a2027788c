import { useMemo, useState } from 'react'
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router'
import { formIds } from '#domain/form-ids'
import { count, recentMonths } from '../../format.ts'
import { useAsked, usePut } from '../../frame/use-asked.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { SearchInput, Views } from '../../ui/Choices.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Grid, type FilterOf } from '../../ui/Grid.tsx'
import { SelectInput } from '../../ui/fields/SelectInput.tsx'
import type { GridColumn } from '../../ui/grid/columns.tsx'
import { mostChosenRows, type Chosen } from '../../ui/grid/use-chosen.ts'
import { Page, Split, Toolbar } from '../../ui/Page.tsx'
import { PaperDetail } from './PaperDetail.tsx'
import { ManyPapers } from './ManyPapers.tsx'
import './papers.css'
import type { PaperRow } from './paper-row.ts'
import { PeriodPrintDialog } from './PeriodPrintDialog.tsx'

type Filter = FilterOf<'papers', 'list'>
type View = 'all' | 'issued' | 'voided'

/** `?print=period`: asked for here, where forms are chosen, or by Ctrl+K on any page, this one too. */
function useAskedPeriod(): readonly [boolean, (isAsked: boolean) => void] {
  const put = usePut()
  const isAsked = useSearchParams()[0].get('print') === 'period'
  return [isAsked, (next) => put({ print: next ? 'period' : '' })]
}

/** The register of issued papers; beside it the paper itself. `/papers/:id` opens one. */
export function PapersScreen() {
  const text = useText('papers')
  const register = useText('numbers')
  const formName = useText('formNames')
  const navigate = useNavigate()
  const id = Number(useParams()['id'])
  const opened = Number.isInteger(id) ? id : null
  const [current, setCurrent] = useState(opened)
  const [followed, setFollowed] = useState(opened)
  if (followed !== opened) {
    // another address while the list is open, from Ctrl+K
    setFollowed(opened)
    if (opened !== null) setCurrent(opened)
  }
  const [chosen, setChosen] = useState<Chosen<PaperRow>>({ ids: [], rows: [] })
  const [search, setSearch] = useAsked('text')
  const [askedForm, setForm] = useAsked('form')
  const [askedPeriod, setPeriod] = useAsked('month')
  const [askedView, setView] = useAsked('status')
  const form = formIds.find((each) => each === askedForm) ?? null
  const period = askedPeriod === '' ? null : askedPeriod
  const view: View = askedView === 'issued' || askedView === 'voided' ? askedView : 'all'
  const { search: question } = useLocation()
  const [isPeriod, setIsPeriod] = useAskedPeriod()
  const filter = useMemo<Filter>(() => ({ form, period, status: view === 'all' ? null : view }), [form, period, view])
  const columns = useMemo<readonly GridColumn<PaperRow>[]>(
    () => [
      { field: 'number', title: text('number'), kind: 'link', sortable: true, width: 176 },
      {
        field: 'form',
        title: text('name'),
        sortable: true,
        flex: 1,
        width: 104,
        words: Object.fromEntries(formIds.map((each) => [each, formName(each)])),
      },
      { field: 'subject', title: text('subject'), rank: 3, flex: 1, width: 110 },
      { field: 'status', title: text('status'), rank: 1, kind: 'status', table: 'paperStatus', sortable: true, width: 84 },
      { field: 'printCount', title: text('printCount'), rank: 4, kind: 'number', width: 76 },
      { field: 'issuedAt', title: text('issuedAt'), rank: 3, kind: 'instant', sortable: true },
      { field: 'issuedBy', title: text('issuedBy'), rank: 4, width: 80 },
      { field: 'voidReason', title: text('voidReason'), rank: 4, width: 140 },
    ],
    [text, formName],
  )
  const narrowed = form !== null || period !== null || view !== 'all'
  const show = (row: PaperRow) => {
    setCurrent(row.id)
    void navigate(`/papers/${row.id}${question}`, { replace: true })
  }
  return (
    <Page title={text('title')} fill>
      <Toolbar
        actions={
          <>
            <Button hotkey="Ctrl+Shift+P" onClick={() => setIsPeriod(true)}>
              {text('period')}
            </Button>
            <Button onClick={() => void navigate('/register')}>{register('title')}</Button>
          </>
        }
      >
        <Views
          label={text('status')}
          value={view}
          onChange={setView}
          views={[
            { value: 'all', label: text('allStatuses') },
            { value: 'issued', label: text('issued') },
            { value: 'voided', label: text('voided') },
          ]}
        />
        <div className="papers-choice">
          <SelectInput
            aria-label={text('form')}
            placeholder={text('allForms')}
            empty
            value={form}
            onChange={(next) => setForm(next ?? '')}
            choices={formIds.map((value) => ({ value, label: `${value} ${formName(value)}` }))}
          />
        </div>
        <div className="papers-month">
          <SelectInput
            aria-label={text('month')}
            placeholder={text('allMonths')}
            empty
            value={period}
            onChange={(next) => setPeriod(next ?? '')}
            choices={recentMonths().map((value) => ({ value, label: value }))}
          />
        </div>
        <SearchInput value={search} onChange={setSearch} placeholder={text('search')} />
      </Toolbar>
      <div className="papers-body">
        <Split
          list={
            <Grid
              id="papers"
              label={text('register')}
              feature="papers"
              method="list"
              columns={columns}
              filter={filter}
              text={search}
              onText={setSearch}
              selection="many"
              autoFocus
              onChosen={setChosen}
              onOpen={show}
              named={opened}
              onCurrent={(row) => setCurrent(row.id)}
              empty={
                narrowed
                  ? { title: text('emptyFiltered'), hint: text('emptyFilteredHint') }
                  : { title: text('empty'), hint: text('emptyHint') }
              }
            />
          }
          detail={
            chosen.ids.length > mostChosenRows ? (
              <Empty title={text('tooMany', { count: count(chosen.ids.length), most: mostChosenRows })} hint={text('tooManyHint')} />
            ) : chosen.ids.length > 1 && chosen.rows !== null ? (
              <ManyPapers papers={chosen.rows} />
            ) : current === null ? (
              <Empty title={text('pick')} hint={text('pickHint')} />
            ) : (
              <PaperDetail key={current} id={current} />
            )
          }
        />
      </div>
      {isPeriod && <PeriodPrintDialog onClose={() => setIsPeriod(false)} />}
    </Page>
  )
}
