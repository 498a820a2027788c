import type { ApiOutput } from '../../api.ts'
import { money } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Section } from '../../ui/Page.tsx'

type Lane = ApiOutput<'home', 'summary'>['lanes'][number]

const laneKeys: Record<string, 'laneUnclaimed' | 'laneClaimed' | 'laneDisputed' | 'laneApproved' | 'laneSettled' | 'laneReceived' | 'waiting' | 'batches' | 'money'> = {
  unclaimed: 'laneUnclaimed', claimed: 'laneClaimed', disputed: 'laneDisputed', approved: 'laneApproved', settled: 'laneSettled', received: 'laneReceived',
  waiting: 'waiting', batches: 'batches', money: 'money',
}
const colours = ['#8b94a3', '#3f7fe0', '#c77700', '#2f9e8f', '#6b57c9', '#1f7a3d']

/** Where every amount stands, as one bar and its lines. */
export function MoneyLane({ lanes }: { readonly lanes: readonly Lane[] }) {
  const text = useText('home')
  const sum = lanes.reduce((total, { totalFen }) => total + totalFen, 0)
  return (
    <Section id="lane" title={text('lane')} beside={text('laneHint')}>
      {sum === 0 ? <Empty title={text('laneNone')} /> : (
        <>
          <div className="lane-bar" aria-hidden>
            {lanes.map(({ lane, totalFen }, index) => totalFen > 0 && <span key={lane} className="lane-part" style={{ flexGrow: totalFen / sum, background: colours[index % colours.length] }} />)}
          </div>
          <ul className="lanes">
            {lanes.map(({ lane, count, totalFen, oldest }, index) => {
              const key = laneKeys[lane]
              return (
                <li key={lane} className="lane">
                  <span className="lane-mark" style={{ background: colours[index % colours.length] }} aria-hidden />
                  <span>{key === undefined ? lane : text(key)} <small>{text('orders', { count })}</small></span>
                  <small className="figures">{oldest === null ? '' : text('oldest', { day: oldest })}</small>
                  <b className="figures">{money(totalFen)}</b>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </Section>
  )
}
