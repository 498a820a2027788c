import { useEffect, useState } from 'react'
import type { AppError } from '#domain/errors'
import { api, type ApiOutput } from '../api.ts'

const lookEvery = 400

type Progress = NonNullable<ApiOutput<'lists', 'exportProgress'>>

/** Long work on the host, called by its id (null: none): how far it is while it runs, and a way to stop it. */
export function useWatched(exportId: string | null, running: boolean): { readonly progress: Progress | null; readonly stop: () => void } {
  const [seen, setSeen] = useState<{ readonly exportId: string; readonly progress: Progress | null } | null>(null)
  useEffect(() => {
    if (!running || exportId === null) return undefined
    const see = (progress: Progress | null) => setSeen({ exportId, progress })
    const timer = setInterval(() => { api.lists.exportProgress({ exportId }).then(see, () => see(null)) }, lookEvery)
    return () => clearInterval(timer)
  }, [exportId, running])
  return {
    progress: running && seen?.exportId === exportId ? seen.progress : null,
    stop: () => { if (exportId !== null) void api.lists.stopExport({ exportId }) },
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
