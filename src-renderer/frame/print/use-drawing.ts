import { useMemo } from 'react'
import type { PaperLook } from '#domain/paper-stock'
import { useApiQuery } from '../../api.ts'
import { useStopWhenLeft, useWatched } from '../../ui/use-watched.ts'

/** From so many papers on a drawing is watched and can be stopped; fewer are there before anybody could. */
export const manyPapers = 30

/** Issued papers as the next print looks. Many of them say how far they are, and are given up when others are wanted. */
export function usePaperDrawing(ids: readonly number[], options: PaperLook, enabled: boolean) {
  const asked = JSON.stringify({ ids, options })
  const isMany = ids.length >= manyPapers
  const exportId = useMemo(() => (isMany && asked !== '' ? crypto.randomUUID() : null), [isMany, asked])
  const { data: file, error, isFetching, refetch } = useApiQuery('papers', 'preview', { ids: [...ids], options, exportId }, { keepPrevious: true, enabled })
  useStopWhenLeft(exportId)
  const { progress, stop } = useWatched(exportId, isFetching)
  return { file, error, progress, stop, again: () => void refetch() }
}
