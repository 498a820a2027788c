import { setImmediate } from 'node:timers/promises'
import type { Api } from '#contract/index'

/** Stops a piece of long work as soon as it has begun, however quick the machine is; answers how far it was then. */
export async function stopOnceBegun(api: Api, exportId: string): Promise<{ readonly done: number; readonly of: number }> {
  for (;;) {
    const progress = await api.lists.exportProgress({ exportId })
    if (progress !== null) {
      await api.lists.stopExport({ exportId })
      return progress
    }
    await setImmediate()
  }
}
