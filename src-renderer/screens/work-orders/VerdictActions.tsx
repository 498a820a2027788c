import { useWatch } from 'react-hook-form'
import { mayEditPart } from '#domain/order-rights'
import { useMay, useMe } from '../../frame/session.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import type { Assessment, OrderForm } from './order-form.ts'

type Props = {
  readonly form: OrderForm
  readonly verdict: Assessment['verdict'] | null
  /** nothing of the order may be changed any more */
  readonly locked: boolean
  /** null: not on file yet */ readonly onOverride: (() => void) | null
}

/**
 * Out of warranty: the customer pays, or the chief has the maker's special approval. Whose bill it is stands on the intake
 * and on every line, so it is changed by who may change all that is there.
 */
export function VerdictActions({ form, verdict, locked, onOverride }: Props) {
  const text = useText('workOrders')
  const nature = useWatch({ control: form.control, name: 'nature' })
  const lines = useWatch({ control: form.control, name: ['partLines', 'labourLines', 'outings', 'otherFees'] })
  const { role } = useMe()
  const mayCharge = mayEditPart(role, 'intake') && (lines.every(({ length }) => length === 0) || mayEditPart(role, 'lines'))
  const mayOverride = useMay('overrideEligibility')
  if (verdict === null || locked || (verdict.result !== 'notCovered' && verdict.result !== 'pending')) return null
  const toPaid = () => {
    const change = { shouldDirty: true } as const
    const { getValues, setValue } = form
    setValue('nature', 'paid', change)
    setValue(
      'partLines',
      getValues('partLines').map((line) => ({ ...line, chargeMode: 'paid' as const, oldPartRequired: false })),
      change,
    )
    setValue(
      'labourLines',
      getValues('labourLines').map((line) => ({ ...line, chargeMode: 'paid' as const })),
      change,
    )
    setValue(
      'outings',
      getValues('outings').map((line) => ({ ...line, chargeMode: 'paid' as const })),
      change,
    )
    setValue(
      'otherFees',
      getValues('otherFees').map((line) => ({ ...line, chargeMode: 'paid' as const })),
      change,
    )
  }
  return (
    <>
      {mayCharge && verdict.result === 'notCovered' && nature !== 'paid' && (
        <Button size="small" onClick={toPaid} title={text('toPaidHint')}>
          {text('toPaid')}
        </Button>
      )}
      {mayOverride && onOverride && nature !== 'paid' && (
        <Button size="small" onClick={onOverride}>
          {text('overrideDo')}
        </Button>
      )}
    </>
  )
}
