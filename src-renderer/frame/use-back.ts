import { useCallback } from 'react'
import { useNavigate } from 'react-router'

/** How many pages of this window lie behind the one at hand, as the router counts them. */
function pagesBehind(): number {
  const state: unknown = window.history.state
  return typeof state === 'object' && state !== null && 'idx' in state ? Number(state.idx) : 0
}

/** Back to where one was, at the same row; a page opened by its address goes to `otherwise`. */
export function useBack(otherwise: string): () => void {
  const navigate = useNavigate()
  return useCallback(() => void (pagesBehind() === 0 ? navigate(otherwise) : navigate(-1)), [navigate, otherwise])
}
