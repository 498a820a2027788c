import { useApiCommand, type ApiInput } from '../../api.ts'
import { atRevision } from '../../own-changes.ts'
import type { ManifestDetail } from './part-words.ts'

export type ManifestStepProps = {
  /** the event of a step, or `details` */
  readonly asked: string
  readonly manifest: ManifestDetail
  readonly pieces: number
  readonly refetch: () => unknown
  readonly onClose: () => void
  readonly onPaper: (id: number | null) => void
}
type Said = Partial<Omit<ApiInput<'manifests', 'step'>, 'id' | 'revision' | 'event'>>
type Content = ApiInput<'manifests', 'save'>['content']

/** Saves the head of the list where it was changed, then takes the step at the revision that came of it. */
export function useManifestStep({ asked, manifest, refetch, onClose, onPaper }: ManifestStepProps) {
  const save = useApiCommand('manifests', 'save')
  const step = useApiCommand('manifests', 'step')
  const { id, revision } = manifest
  const record = `manifest:${id}` as const
  const take = async (said: Said = {}, content: Content | null = null) => {
    if (content !== null && (await atRevision(record, revision, (now) => save.run({ id, revision: now, content }))) === null)
      return void refetch()
    // the next dialog begins with what was typed here
    if (asked === 'details') return void Promise.resolve(refetch()).then(onClose)
    const answer = await atRevision(record, revision, (now) => step.run({ id, revision: now, event: asked, ...said }))
    if (answer === null) return void refetch()
    onPaper(answer.paperId)
    return onClose()
  }
  return { take, running: save.running || step.running, refusal: step.refusal ?? save.refusal }
}
