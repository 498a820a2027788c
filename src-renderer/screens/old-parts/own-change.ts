import { queryClient } from '../../api.ts'
import type { ManifestDetail } from './part-words.ts'

/**
 * What this seat itself did to a manifest is not another seat's change: the shown manifest stands at the revision its
 * own command answered with, at once, so that 封箱 pressed right behind a scan is not refused. Where somebody else came
 * between, the shown revision stays and the conflict is said.
 */
export function tookRevision(id: number, revision: number): void {
  queryClient.setQueryData<ManifestDetail>(['manifests', 'get', { id }], (shown) =>
    shown?.revision === revision - 1 ? { ...shown, revision } : shown,
  )
}
