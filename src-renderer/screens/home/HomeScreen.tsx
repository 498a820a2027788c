import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useApiQuery, type ApiOutput } from '../../api.ts'
import { useMe } from '../../frame/session.ts'
import { count } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { BackupCard, NextReports, OldPartClock, useDates } from './DateCards.tsx'
import { Desk, type DeskView } from './Desk.tsx'
import { FirstSteps } from './FirstSteps.tsx'
import { homeLayout, type HomeCard } from './home-layout.ts'
import { MoneyLane } from './MoneyLane.tsx'
import { OrderDays, TopFaults, useMonth } from './MonthCharts.tsx'
import './home.css'

type Summary = ApiOutput<'home', 'summary'>

const dutyWays = {
  tasks: '/?view=clocks',
  awaitingParts: '/work-orders?view=awaitingParts',
  oldPartsLate: '/old-parts',
  toClaim: '/claims',
  toReceive: '/claims?view=batches',
} as const
const deskViews: readonly DeskView[] = ['mine', 'everyone', 'clocks']

/** The duties, the work of this role done in place, and beside it money, dates and figures; in an empty station three steps to begin. */
export function HomeScreen() {
  const text = useText('home')
  const { data: summary, error, refetch } = useApiQuery('home', 'summary', {})
  return (
    <Page title={text('title')}>
      <Notice refusal={error} onRetry={() => void refetch()} />
      {!summary && !error && <Loading />}
      {summary && (summary.empty ? <FirstSteps /> : <Day summary={summary} />)}
    </Page>
  )
}

function Day({ summary }: { readonly summary: Summary }) {
  const { role } = useMe()
  const [asked, setAsked] = useSearchParams()
  const view = deskViews.find((each) => each === asked.get('view')) ?? 'mine'
  const layout = homeLayout[role]
  return (
    <>
      <Duties duties={summary.duties} />
      {layout.lane && <MoneyLane />}
      <div className="home-columns">
        <Desk view={view} onView={(next) => setAsked(next === 'mine' ? {} : { view: next }, { replace: true })} />
        <Cards cards={layout.cards} />
      </div>
    </>
  )
}

function Duties({ duties }: { readonly duties: Summary['duties'] }) {
  const text = useText('home')
  return (
    <nav className="duties" aria-label={text('duties')}>
      {duties.map(({ duty, count: number, oldest }) => (
        <Link key={duty} className="duty" to={dutyWays[duty]} data-empty={number === 0} data-late={duty === 'oldPartsLate' && number > 0}>
          <span className="duty-name">{text(duty)}</span>
          <span className="duty-count figures">{count(number)}</span>
          <span className="duty-oldest figures">
            {oldest === null ? text('nothingWaits') : text('oldest', { day: duty === 'toClaim' ? oldest.slice(0, 7) : oldest })}
          </span>
        </Link>
      ))}
    </nav>
  )
}

function Cards({ cards }: { readonly cards: readonly HomeCard[] }) {
  const month = useMonth()
  const dates = useDates()
  const card: Readonly<Record<HomeCard, ReactNode>> = {
    orders: <OrderDays key="orders" month={month} />,
    faults: <TopFaults key="faults" month={month} />,
    oldParts: <OldPartClock key="oldParts" dates={dates} />,
    reports: <NextReports key="reports" dates={dates} />,
    backup: <BackupCard key="backup" dates={dates} />,
  }
  return <div className="home-cards">{cards.map((name) => card[name])}</div>
}
