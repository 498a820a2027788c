import { useMemo, useState, type ReactNode } from 'react'
import { addMonths, localDate } from '#domain/dates'
import { useApiQuery, type ApiOutput } from '../../api.ts'
import { count, today } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Bars } from '../../ui/charts/Bars.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Page.tsx'
import { Loading } from '../../ui/Progress.tsx'

type Month = ApiOutput<'home', 'month'>

export function useMonth() {
  const [month, setMonth] = useState(() => today().slice(0, 7))
  const { data, error, refetch } = useApiQuery('home', 'month', { month }, { keepPrevious: true })
  return { month, setMonth, data, error, refetch }
}

type Props = { readonly month: ReturnType<typeof useMonth> }

/** 本月工单: orders by day, what of them is 三包. */
export function OrderDays({ month }: Props) {
  const text = useText('home')
  const { data } = month
  const sums = data && sumsOf(data)
  return (
    <Section
      id="orders"
      title={text('orderDays')}
      beside={
        sums && sums.all > 0 && text('warrantyShare', { count: count(sums.all), share: Math.round((sums.warranty / sums.all) * 100) })
      }
      actions={<MonthPick month={month} />}
    >
      <Charted month={month}>
        {sums?.all === 0 ? <Empty title={text('noOrders', { month: month.month })} /> : data && <DayBars month={month.month} data={data} />}
      </Charted>
    </Section>
  )
}

/** 三包 of an order that is partly paid counts as 三包 too: the maker pays for it. */
function sumsOf({ days }: Month): { all: number; warranty: number } {
  return days.reduce(
    (sum, { warranty, mixed, paid }) => ({ all: sum.all + warranty + mixed + paid, warranty: sum.warranty + warranty + mixed }),
    { all: 0, warranty: 0 },
  )
}

function DayBars({ month, data }: { readonly month: string; readonly data: Month }) {
  const text = useText('home')
  const bars = useMemo(
    () => ({
      names: data.days.map(({ day }) => String(Number(day.slice(8)))),
      series: (
        [
          ['warranty', 'chart1'],
          ['mixed', 'chart3'],
          ['paid', 'chart6'],
        ] as const
      ).map(([key, colour]) => ({ name: text(key), colour, values: data.days.map((day) => day[key]) })),
    }),
    [data, text],
  )
  return <Bars label={text('orderDaysOf', { month })} nameTitle={text('day')} {...bars} />
}

/** 故障前八 of the month. */
export function TopFaults({ month }: Props) {
  const text = useText('home')
  const { data } = month
  return (
    <Section
      id="faults"
      title={text('faults')}
      beside={data && data.coded + data.uncoded > 0 && text('codedOf', { coded: count(data.coded), uncoded: count(data.uncoded) })}
    >
      <Charted month={month}>
        {data?.faults.length === 0 ? (
          <Empty title={text('noFaults', { month: month.month })} hint={text('noFaultsHint')} />
        ) : (
          data && <FaultBars month={month.month} data={data} />
        )}
      </Charted>
    </Section>
  )
}

function FaultBars({ month, data }: { readonly month: string; readonly data: Month }) {
  const text = useText('home')
  const bars = useMemo(
    () => ({
      names: data.faults.map((fault) => fault.text || fault.code),
      series: [{ name: text('times'), colour: 'chart2' as const, values: data.faults.map((fault) => fault.count) }],
    }),
    [data, text],
  )
  return <Bars label={text('faultsOf', { month })} nameTitle={text('fault')} lying {...bars} />
}

function Charted({ month: { data, error, refetch }, children }: Props & { readonly children: ReactNode }) {
  if (error) return <Notice refusal={error} onRetry={() => void refetch()} />
  return data ? children : <Loading />
}

function MonthPick({ month: { month, setMonth } }: Props) {
  const text = useText('home')
  const go = (months: number) => setMonth(addMonths(localDate(`${month}-01`), months).slice(0, 7))
  return (
    <span className="month-pick">
      <Button size="small" kind="quiet" label={text('earlier')} onClick={() => go(-1)}>
        ‹
      </Button>
      <span className="figures">{month}</span>
      <Button size="small" kind="quiet" label={text('later')} disabled={month >= today().slice(0, 7)} onClick={() => go(1)}>
        ›
      </Button>
    </span>
  )
}
