import { useCallback } from 'react'
import { useLocation, useNavigate } from 'react-router'

/** Back to where one was, at the same row; a page opened by its address goes to `otherwise`. */
export function useBack(otherwise: string): () => void {
  const navigate = useNavigate()
  const { key } = useLocation()
  // The first page of a window has the key `default`: nothing lies behind it.
  return useCallback(() => void (key === 'default' ? navigate(otherwise) : navigate(-1)), [navigate, key, otherwise])
}
