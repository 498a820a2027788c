import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { intakeHit } from '#contract/customers'
import { useApiQuery } from '../../api.ts'
import type { IntakeHit } from './intake-subject.ts'

/** `?unit=12` or `?customer=7`: whom a new order was asked for on another page. Undefined while it is being read. */
export function useProposedHit(): IntakeHit | null | undefined {
  const [asked] = useSearchParams()
  const [unitId, customerId] = [Number(asked.get('unit')), Number(asked.get('customer'))]
  const unit = useApiQuery('customers', 'getUnit', { id: unitId }, { enabled: unitId > 0 })
  const ownerId = unitId > 0 ? unit.data?.ownerId : customerId
  const customer = useApiQuery('customers', 'get', { id: ownerId ?? 0 }, { enabled: ownerId !== undefined && ownerId > 0 })
  const isNone = (unitId === 0 && customerId === 0) || unit.error !== null || customer.error !== null
  return useMemo(() => {
    if (isNone) return null
    if (customer.data === undefined || (unitId > 0 && unit.data === undefined)) return undefined
    const onlyUnit = customer.data.units.length === 1 ? customer.data.units[0] : undefined
    return intakeHit.parse({ customer: customer.data, unit: unit.data ?? onlyUnit ?? null })
  }, [isNone, customer.data, unit.data, unitId])
}
