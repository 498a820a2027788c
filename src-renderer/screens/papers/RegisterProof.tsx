import { useState } from 'react'
import type { FormId } from '#domain/form-ids'
import { codesOf, registerState } from '#domain/words'
import { useApiQuery, type ApiOutput } from '../../api.ts'
import { count } from '../../format.ts'
import { useText, useWord } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Message, Notice } from '../../ui/Notice.tsx'
import { Table } from '../../ui/Table.tsx'
import { Tag } from '../../ui/values.tsx'

type Proof = ApiOutput<'numbers', 'proof'>
type Series = Proof['series'][number]

const states = codesOf(registerState)

/** `已开具 40 + 已作废 2` */
function useCounted() {
  const word = useWord()
  return (all: readonly Series[]) =>
    states
      .map((state) => ({ state, sum: all.reduce((sum, { states: counted }) => sum + counted[state], 0) }))
      .filter(({ sum }) => sum > 0)
      .map(({ state, sum }) => `${word('registerState', state)} ${count(sum)}`)
      .join(' + ')
}

/** What is wrong with a series, number by number. */
function useFaults() {
  const text = useText('numbers')
  return ({ holes, twice, beyond }: Series) =>
    [
      ...holes.map((number) => text('hole', { number })),
      ...twice.map((number) => text('twice', { number })),
      ...beyond.map((number) => text('beyond', { number })),
    ].join(' · ')
}

/** Says in one line whether a number is missing; series by series in a dialog. */
export function RegisterProof({ form, year }: { readonly form: FormId | null; readonly year: string | null }) {
  const text = useText('numbers')
  const counted = useCounted()
  const faultsOf = useFaults()
  const [open, setOpen] = useState(false)
  const { data, error, refetch } = useApiQuery('numbers', 'proof', { form, year }, { keepPrevious: true })
  if (error) return <Notice refusal={error} onRetry={() => void refetch()} />
  if (!data) return null
  const { whole, total, series } = data
  const bad = series.filter((each) => !each.whole)
  return (
    <div className="register-proof" data-rule="numbers">
      <Message
        tone={whole ? 'ok' : 'stop'}
        action={
          series.length > 0 && (
            <Button size="small" kind="quiet" onClick={() => setOpen(true)}>
              {text('showProof')}
            </Button>
          )
        }
      >
        {series.length === 0
          ? text('wholeNone')
          : whole
            ? text('whole', { series: count(series.length), total: count(total), counted: counted(series) })
            : text('broken', { bad: bad.length, faults: bad.map(faultsOf).join(' · ') })}
      </Message>
      {open && (
        <Dialog title={text('proof')} open onClose={() => setOpen(false)} width={Math.min(1080, window.innerWidth - 64)}>
          <SeriesTable series={series} />
        </Dialog>
      )}
    </div>
  )
}

function SeriesTable({ series }: { readonly series: Proof['series'] }) {
  const text = useText('numbers')
  const formName = useText('formNames')
  const counted = useCounted()
  const faultsOf = useFaults()
  return (
    <>
      <p className="muted">{text('proofHint')}</p>
      <div className="register-series">
        <Table<Series>
          label={text('proof')}
          rows={series}
          rowKey={({ code, period }) => `${code} ${period}`}
          empty={text('wholeNone')}
          tone={({ whole }) => (whole ? undefined : 'stop')}
          autoFocus
          columns={[
            { key: 'form', title: text('form'), width: 150, render: ({ forms }) => forms.map((form) => formName(form)).join(' · ') },
            {
              key: 'period',
              title: text('seriesPeriod'),
              width: 74,
              render: ({ period }) => (period === 'all' ? text('periodAll') : period),
            },
            {
              key: 'first',
              title: text('first'),
              width: 176,
              render: ({ first, opening }) => <span title={opening > 0 ? text('opening', { count: opening }) : undefined}>{first}</span>,
            },
            { key: 'last', title: text('last'), width: 176, render: ({ lastNumber }) => lastNumber },
            { key: 'counted', title: text('counted'), wrap: true, render: (each) => counted([each]) },
            { key: 'total', title: text('total'), width: 60, right: true, render: ({ total }) => count(total) },
            {
              key: 'verdict',
              title: text('verdict'),
              width: 170,
              wrap: true,
              render: (each) => <Tag tone={each.whole ? 'ok' : 'stop'}>{each.whole ? text('gapless') : faultsOf(each)}</Tag>,
            },
          ]}
        />
      </div>
    </>
  )
}
