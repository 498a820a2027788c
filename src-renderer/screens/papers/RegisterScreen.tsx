import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { formIds } from '#domain/form-ids'
import { codesOf, registerState } from '#domain/words'
import { useApiQuery } from '../../api.ts'
import { useBack } from '../../frame/use-back.ts'
import { useMay } from '../../frame/session.ts'
import { useAsked } from '../../frame/use-asked.ts'
import { useText, useWord } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { SearchInput } from '../../ui/Choices.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { SelectInput } from '../../ui/fields/SelectInput.tsx'
import { Grid, type FilterOf, type RowOf } from '../../ui/Grid.tsx'
import type { GridColumn } from '../../ui/grid/columns.tsx'
import { useHotkey } from '../../ui/hotkeys.ts'
import { Page, Split, Toolbar } from '../../ui/Page.tsx'
import { BlankDetail } from './BlankDetail.tsx'
import { PaperDetail } from './PaperDetail.tsx'
import { RegisterPrint } from './RegisterPrint.tsx'
import { RegisterProof } from './RegisterProof.tsx'
import { ReserveDialog } from './ReserveDialog.tsx'
import './papers.css'

type Row = RowOf<'numbers', 'list'>
type Shown = Pick<Row, 'paperId' | 'blankId'>

const states = codesOf(registerState)

/** 单据登记簿: every number and what became of it, with the proof that none is missing. `?state=`, `?form=`, `?pack=` narrow it. */
export function RegisterScreen() {
  const text = useText('numbers')
  const formName = useText('formNames')
  const word = useWord()
  const navigate = useNavigate()
  const back = useBack('/papers')
  const mayReserve = useMay('reserveNumbers')
  const [askedPack, setPack] = useAsked('pack')
  const [askedState, setState] = useAsked('state')
  const [askedForm, setForm] = useAsked('form')
  const [askedYear, setYear] = useAsked('year')
  const [search, setSearch] = useAsked('text')
  const state = states.find((each) => each === askedState) ?? null
  const form = formIds.find((id) => id === askedForm) ?? null
  const year = askedYear === '' ? null : askedYear
  const packId = askedPack === '' ? null : Number(askedPack)
  const [current, setCurrent] = useState<Shown | null>(null)
  const [dialog, setDialog] = useState<'reserve' | 'print' | null>(null)
  const { data: proof } = useApiQuery('numbers', 'proof', { form: null, year: null })
  const filter = useMemo<FilterOf<'numbers', 'list'>>(() => ({ form, year, packId, state }), [form, year, packId, state])
  const columns = useMemo<readonly GridColumn<Row>[]>(
    () => [
      { field: 'number', title: text('number'), kind: 'link', sortable: true, width: 176 },
      { field: 'state', title: text('state'), rank: 1, kind: 'status', table: 'registerState', sortable: true, width: 96 },
      {
        field: 'form',
        title: text('form'),
        sortable: true,
        width: 112,
        words: Object.fromEntries(formIds.map((each) => [each, formName(each)])),
      },
      { field: 'printCount', title: text('prints'), rank: 4, kind: 'number', width: 80 },
      { field: 'subject', title: text('subject'), rank: 3, width: 90 },
      { field: 'holder', title: text('holder'), rank: 4, width: 84 },
      { field: 'dueOn', title: text('dueOn'), rank: 4, kind: 'date' },
      { field: 'reason', title: text('reason'), rank: 4, width: 140 },
      { field: 'approver', title: text('approver'), rank: 4, width: 72 },
      { field: 'closedAt', title: text('closedAt'), rank: 4, kind: 'instant' },
      { field: 'at', title: text('at'), rank: 4, kind: 'instant', sortable: true },
      { field: 'by', title: text('by'), rank: 4, width: 72 },
      { field: 'year', title: text('year'), rank: 4, width: 60 },
    ],
    [text, formName],
  )
  useHotkey('Ctrl+N', () => setDialog('reserve'), text('reserve'), mayReserve)
  const narrowed = form !== null || year !== null || state !== null || packId !== null || search !== ''
  return (
    <Page title={text('title')} onBack={back} fill>
      <Toolbar
        actions={
          <>
            <Button hotkey="Ctrl+Shift+P" onClick={() => setDialog('print')}>
              {text('print')}
            </Button>
            {mayReserve && (
              <Button hotkey="Ctrl+N" onClick={() => setDialog('reserve')}>
                {text('reserve')}
              </Button>
            )}
          </>
        }
      >
        <div className="register-state">
          <SelectInput
            aria-label={text('state')}
            placeholder={text('allStates')}
            empty
            value={state}
            onChange={(next) => setState(next ?? '')}
            choices={states.map((value) => ({ value, label: word('registerState', value) }))}
          />
        </div>
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
        <div className="register-year">
          <SelectInput
            aria-label={text('year')}
            placeholder={text('allYears')}
            empty
            value={year}
            onChange={(next) => setYear(next ?? '')}
            choices={(proof?.years ?? []).map((value) => ({ value, label: value }))}
          />
        </div>
        <SearchInput value={search} onChange={setSearch} placeholder={text('search')} width={190} />
        {packId !== null && (
          <Button size="small" onClick={() => setPack('')}>
            {text('allPacks')}
          </Button>
        )}
      </Toolbar>
      <RegisterProof form={form} year={year} />
      <div className="papers-body">
        <Split
          list={
            <Grid
              // another pack is another list: the cursor stands on its first sheet, and that is shown
              key={askedPack}
              id="numbers"
              label={text('register')}
              feature="numbers"
              method="list"
              columns={columns}
              filter={filter}
              text={search}
              onText={setSearch}
              autoFocus
              selection="many"
              onCurrent={({ paperId, blankId }) => setCurrent({ paperId, blankId })}
              onOpen={(row) => {
                if (row.paperId === null) setCurrent(row)
                else void navigate(`/papers/${row.paperId}`)
              }}
              empty={
                narrowed
                  ? { title: text('emptyFiltered'), hint: text('emptyFilteredHint') }
                  : { title: text('empty'), hint: text('emptyHint') }
              }
            />
          }
          detail={<Detail shown={current} onPack={(id) => setPack(String(id))} />}
        />
      </div>
      {dialog === 'print' && <RegisterPrint filter={filter} text={search} onClose={() => setDialog(null)} />}
      {dialog === 'reserve' && (
        <ReserveDialog
          form={form}
          onClose={() => setDialog(null)}
          onDone={(id) => {
            setDialog(null)
            setState('')
            setForm('')
            setYear('')
            setSearch('')
            setPack(String(id))
          }}
        />
      )}
    </Page>
  )
}

/** The paper of a number; without one, the blank sheet and what can be done with it. */
function Detail({ shown, onPack }: { readonly shown: Shown | null; readonly onPack: (id: number) => void }) {
  const text = useText('numbers')
  if (shown?.paperId) return <PaperDetail key={`paper-${shown.paperId}`} id={shown.paperId} />
  if (shown?.blankId) return <BlankDetail key={`blank-${shown.blankId}`} id={shown.blankId} onPack={onPack} />
  return <Empty title={text('pick')} hint={text('pickHint')} />
}
