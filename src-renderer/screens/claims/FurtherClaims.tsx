import { useApiCommand, useApiQuery } from '../../api.ts'
import { useMay } from '../../frame/session.ts'
import { useText } from '../../messages/index.ts'
import { tookRevision } from '../../own-changes.ts'
import { Button } from '../../ui/Button.tsx'
import { Message, Notice } from '../../ui/Notice.tsx'
import type { Batch } from './batch.ts'
import type { RefusedClaim } from './Refused.tsx'

/** Beside a draft: what has become claimable of its manufacturer and month since, to be taken in. */
export function FurtherClaims({
  batch,
  onRefused,
}: {
  readonly batch: Batch
  readonly onRefused: (refused: readonly RefusedClaim[]) => void
}) {
  const text = useText('claims')
  const mayBuild = useMay('sealBatch')
  const asked = { manufacturerId: batch.manufacturerId, period: batch.periodFrom.slice(0, 7), claimIds: null }
  const { data: found } = useApiQuery('batches', 'buildPreview', asked, { enabled: mayBuild, keepPrevious: true })
  const build = useApiCommand('batches', 'build')
  const further = found === undefined ? 0 : found.ready.count + found.unchecked
  const run = async () => {
    const built = await build.run(asked)
    if (built === null) return
    if (built.id !== null) tookRevision(`batch:${built.id}`, built.revision)
    onRefused(built.refused)
  }
  if (!mayBuild || further === 0) return null
  return (
    <>
      <Notice refusal={build.refusal} onClose={build.clear} />
      <Message
        tone="now"
        action={
          <Button size="small" hotkey="Ctrl+B" running={build.running} onClick={run}>
            {text('takeIn')}
          </Button>
        }
      >
        {text('further', { count: further })}
      </Message>
    </>
  )
}
