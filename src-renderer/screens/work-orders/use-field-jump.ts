import { useCallback } from 'react'
import { useNavigate } from 'react-router'
import { jumpToField } from '../../ui/form-context.ts'

/** To where a finding of an order is put right: a field of this page, or, for what is known of the vehicle, of the vehicle's own page. */
export function useFieldJump(unitId: number): (field: string) => void {
  const navigate = useNavigate()
  return useCallback(
    (field) => {
      if (field.startsWith('unit.')) void navigate(`/units/${unitId}?field=${encodeURIComponent(field)}`)
      else jumpToField(field)
    },
    [navigate, unitId],
  )
}
