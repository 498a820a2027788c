import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { orderCopy, type OrderCopy } from './order-copy.ts'

/** The order that was to be copied when this page was opened. Taken once: after a reload its draft speaks for it. */
export function useAskedCopy(): OrderCopy | null {
  const { state, pathname } = useLocation()
  const navigate = useNavigate()
  const [copied] = useState(() => orderCopy.safeParse(state).data ?? null)
  const isThere = copied !== null && state !== null
  useEffect(() => {
    if (isThere) void navigate(pathname, { replace: true, state: null })
  }, [isThere, navigate, pathname])
  return copied
}
