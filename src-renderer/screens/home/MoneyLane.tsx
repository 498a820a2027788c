import { Link } from 'react-router'
import { useApiQuery } from '../../api.ts'
import { money } from '../../format.ts'
import { useText, type TextKey } from '../../messages/index.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Page.tsx'
import { Loading } from '../../ui/Progress.tsx'

const places: Readonly<Record<string, { readonly word: TextKey<'home'>; readonly to: string }>> = {
  unclaimed: { word: 'laneUnclaimed', to: '/claims' },
  claimed: { word: 'laneClaimed', to: '/claims?view=batches' },
  disputed: { word: 'laneDisputed', to: '/claims?view=batches' },
  approved: { word: 'laneApproved', to: '/claims?view=batches' },
  settled: { word: 'laneSettled', to: '/claims?view=batches' },
  received: { word: 'laneReceived', to: '/claims?view=batches' },
}
const colours = ['chart6', 'chart1', 'chart2', 'chart3', 'chart4', 'chart5'] as const

/** Where every amount stands: one bar in proportion, and below it each place with amount, count and oldest day. */
export function MoneyLane() {
  const text = useText('home')
  const { data, error, refetch } = useApiQuery('claims', 'lanes', {})
  const lanes = data ?? []
  const sum = lanes.reduce((total, { totalFen }) => total + totalFen, 0)
  return (
    <Section id="lane" title={text('lane')} beside={text('laneHint')}>
      <Notice refusal={error} onRetry={() => void refetch()} />
      {!data && !error && <Loading />}
      {data &&
        (sum === 0 ? (
          <Empty title={text('laneNone')} hint={text('laneNoneHint')} />
        ) : (
          <>
            <div className="lane-bar" aria-hidden>
              {lanes.map(
                ({ lane, totalFen }, nth) =>
                  totalFen > 0 && (
                    <span key={lane} style={{ flexGrow: totalFen / sum, background: `var(--${colours[nth % colours.length]})` }} />
                  ),
              )}
            </div>
            <ul className="lanes">
              {lanes.map(({ lane, count, totalFen, oldest }, nth) => (
                <li key={lane}>
                  <Link className="lane" to={places[lane]?.to ?? '/claims'} data-empty={count === 0}>
                    <span className="lane-name">
                      <i style={{ background: `var(--${colours[nth % colours.length]})` }} aria-hidden />
                      {places[lane] ? text(places[lane].word) : lane}
                    </span>
                    <b className="figures">{money(totalFen)}</b>
                    <small className="figures">
                      {text('orders', { count })}
                      {oldest === null ? '' : ` · ${text('oldest', { day: oldest.slice(0, 7) })}`}
                    </small>
                  </Link>
                </li>
              ))}
            </ul>
          </>
        ))}
    </Section>
  )
}
