import { useCallback } from 'react'
import { useNavigate } from 'react-router'
import { useJump } from '../../ui/elsewhere.ts'

/** To where a finding of an order is put right: a field of this page, for what is known of the vehicle one of the vehicle's own page, else the page that has it. */
export function useFieldJump(unitId: number): (field: string) => void {
  const navigate = useNavigate()
  const anywhere = useJump()
  return useCallback(
    (field) => {
      if (field.startsWith('unit.')) void navigate(`/units/${unitId}?field=${encodeURIComponent(field)}`)
      else anywhere(field)
    },
    [navigate, anywhere, unitId],
  )
}
