import type { Instant } from '#domain/dates'
import { clock } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Hint } from '../../ui/Hint.tsx'
import { Money } from '../../ui/values.tsx'
import { stationShare, type Assessment } from './order-form.ts'

type Props = {
  readonly totals: Assessment['totals'] | null
  readonly dirty: boolean
  readonly savedAt: Instant | null
  readonly saving: boolean
  /** null: nothing to save here by itself */ readonly onSave: (() => void) | null
}

/** Stays in sight below: what the order comes to and who bears it; whether what is typed is safe. */
export function OrderFoot({ totals, dirty, savedAt, saving, onSave }: Props) {
  const text = useText('workOrders')
  if (totals === null && !dirty && onSave === null) return null
  return (
    <footer className="order-foot">
      {totals && (
        <span className="order-sums figures">
          <span>
            {text('parts')} <Money fen={totals.partsFen} />
          </span>
          <span>
            {text('labour')} <Money fen={totals.labourFen} />
          </span>
          <span>
            {text('outings')} <Money fen={totals.outingFen} />
          </span>
          <span>
            {text('fees')} <Money fen={totals.otherFen} />
          </span>
          <b>
            <Hint words={text('totalHint')}>{text('sum')}</Hint> <Money fen={totals.totalFen} />
          </b>
          <span>
            <Hint words={text('makerHint')}>{text('ofMaker')}</Hint>{' '}
            <b>
              <Money fen={totals.claimTotalFen} />
            </b>
          </span>
          <span>
            <Hint words={text('customerHint')}>{text('ofCustomer')}</Hint>{' '}
            <b>
              <Money fen={totals.payableFen} />
            </b>
          </span>
          {stationShare(totals) > 0 && (
            <span>
              <Hint words={text('stationHint')}>{text('ofStation')}</Hint>{' '}
              <b>
                <Money fen={stationShare(totals)} />
              </b>
            </span>
          )}
        </span>
      )}
      <span className="spring" />
      <span className="small muted" role="status">
        {dirty ? (savedAt === null ? text('notSaved') : text('draftKept', { time: clock(savedAt) })) : onSave && text('allSaved')}
      </span>
      {onSave && (
        <Button hotkey="Ctrl+S" running={saving} disabled={!dirty} onClick={onSave}>
          {text('save')}
        </Button>
      )}
    </footer>
  )
}
