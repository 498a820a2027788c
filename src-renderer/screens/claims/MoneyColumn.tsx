import { money } from '../../format.ts'
import { useText, type TextKey } from '../../messages/index.ts'
import { Empty } from '../../ui/Empty.tsx'
import type { Lane } from './PoolColumn.tsx'

const words: Readonly<Record<string, TextKey<'claims'>>> = {
  claimed: 'laneClaimed',
  disputed: 'laneDisputed',
  approved: 'laneApproved',
  deducted: 'laneDeducted',
  invoiced: 'laneInvoiced',
  settled: 'laneSettled',
  received: 'laneReceived',
}

/** 钱: where every amount stands that was sent to the manufacturer. */
export function MoneyColumn({ lanes }: { readonly lanes: readonly Lane[] }) {
  const text = useText('claims')
  const sent = lanes.filter(({ lane }) => lane in words)
  const sum = sent.reduce((total, { totalFen }) => total + totalFen, 0)
  return (
    <section className="claims-column" aria-label={text('money')}>
      <header className="claims-head">
        <h2>{text('money')}</h2>
        <span className="section-beside figures">{sum > 0 && money(sum)}</span>
      </header>
      <div className="claims-money">
        {sum === 0 && <Empty title={text('moneyNone')} hint={text('moneyHint')} />}
        {sum > 0 &&
          sent.map(({ lane, count, totalFen, oldest }) => {
            const key = words[lane]
            return (
              <div key={lane} className="claims-lane" data-lane={lane}>
                <span>{key === undefined ? lane : text(key)}</span>
                <b className="figures">{money(totalFen)}</b>
                <span className="claims-lane-bar" aria-hidden>
                  <i style={{ width: `${(totalFen / sum) * 100}%` }} />
                </span>
                <small className="figures">
                  {text('countOf', { count })}
                  {oldest === null ? '' : ` · ${text('oldest', { day: oldest })}`}
                </small>
              </div>
            )
          })}
      </div>
    </section>
  )
}
