import { useMemo, useState } from 'react'
import type { AppError } from '#domain/errors'
import type { PaperLook } from '#domain/paper-stock'
import { useApiQuery } from '../../api.ts'
import { useStopWhenLeft, useWatched } from '../../ui/use-watched.ts'

/** From so many papers on a drawing is watched and can be stopped; fewer are there before anybody could. */
export const manyPapers = 30

/** Under which a drawing is watched: another for whatever is asked anew; null for few papers. It is given up when others are wanted. */
export function useDrawingId(asked: unknown, isMany: boolean): string | null {
  const key = JSON.stringify(asked)
  const exportId = useMemo(() => (isMany && key !== '' ? crypto.randomUUID() : null), [isMany, key])
  useStopWhenLeft(exportId)
  return exportId
}

type Query<File> = {
  readonly data: File | undefined
  readonly error: AppError | null
  readonly isFetching: boolean
  readonly refetch: () => unknown
}

/** The file of a drawing, or how far it is; see `DrawingState`. */
export function useDrawing<File>(exportId: string | null, { data: file, error, isFetching, refetch }: Query<File>) {
  const { progress, stop } = useWatched(exportId, isFetching)
  return { file, error, progress, stop, again: () => void refetch() }
}

/** Issued papers as the next print looks. */
export function usePaperDrawing(ids: readonly number[], options: PaperLook, enabled: boolean) {
  const exportId = useDrawingId({ ids, options }, ids.length >= manyPapers)
  return useDrawing(exportId, useApiQuery('papers', 'preview', { ids: [...ids], options, exportId }, { keepPrevious: true, enabled }))
}

/** Many are watched on their way to the printer too: `begin` says under which id, null for few. */
export function usePrintWatch(count: number, running: boolean) {
  const [exportId, setExportId] = useState<string | null>(null)
  const begin = (): string | null => {
    const next = count < manyPapers ? null : crypto.randomUUID()
    setExportId(next)
    return next
  }
  return { ...useWatched(exportId, running), begin }
}
