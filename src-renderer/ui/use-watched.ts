import { useEffect, useRef, useState } from 'react'
import type { AppError } from '#domain/errors'
import { api, type ApiOutput } from '../api.ts'

const lookEvery = 400

type Progress = NonNullable<ApiOutput<'lists', 'exportProgress'>>

/** Long work on the host, called by its id (null: none): how far it is while it runs, and a way to stop it. */
export function useWatched(exportId: string | null, running: boolean): { readonly progress: Progress | null; readonly stop: () => void } {
  const [seen, setSeen] = useState<{ readonly exportId: string; readonly progress: Progress | null } | null>(null)
  /** what is to stop: said again until it ends, for the host may hear of the stop before the work */
  const stopping = useRef<string | null>(null)
  useEffect(() => {
    if (!running || exportId === null) return undefined
    const see = (progress: Progress | null) => setSeen({ exportId, progress })
    const timer = setInterval(() => {
      if (stopping.current === exportId) void api.lists.stopExport({ exportId })
      api.lists.exportProgress({ exportId }).then(see, () => see(null))
    }, lookEvery)
    return () => {
      clearInterval(timer)
      stopping.current = null
    }
  }, [exportId, running])
  return {
    progress: running && seen?.exportId === exportId ? seen.progress : null,
    stop: () => {
      stopping.current = exportId
      if (exportId !== null) void api.lists.stopExport({ exportId })
    },
  }
}

/** Whether the work was given up on purpose, which is no fault. */
export function wasStopped(refusal: AppError | null): boolean {
  return refusal?.sentence.key === 'lists.exportStopped'
}

/** Stops the work when the place that waits for it is left, or waits for other work instead. */
export function useStopWhenLeft(exportId: string | null): void {
  useEffect(() => (exportId === null ? undefined : () => void api.lists.stopExport({ exportId })), [exportId])
}
