import { useApiQuery } from '../../api.ts'
import { useMay } from '../../frame/session.ts'
import { useBack } from '../../frame/use-back.ts'
import { useText } from '../../messages/index.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { IntakeView } from './IntakeView.tsx'
import { intakeDraft } from './intake-subject.ts'
import { useDraft } from './use-draft.ts'
import { useAskedCopy } from './use-asked-copy.ts'
import { useProposedHit } from './use-proposed-hit.ts'

/** A new order: what was being typed comes back by itself. */
export function IntakePage() {
  const text = useText('workOrders')
  const mayOpen = useMay('openWorkOrder')
  const draft = useDraft('workOrder:new', intakeDraft)
  const proposed = useProposedHit()
  const { data: manufacturers } = useApiQuery('catalogue', 'manufacturers', {})
  const copied = useAskedCopy()
  const back = useBack('/work-orders')
  if (!mayOpen)
    return (
      <Page title={text('newOrder')} onBack={back}>
        <Empty title={text('mayNotOpen')} hint={text('mayNotOpenHint')} />
      </Page>
    )
  if (draft.found === undefined || manufacturers === undefined || proposed === undefined)
    return (
      <Page title={text('newOrder')} onBack={back}>
        <Loading />
      </Page>
    )
  return <IntakeView draft={draft} proposed={proposed} copied={copied} manufacturers={manufacturers} onBack={back} />
}
