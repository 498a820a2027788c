import { useCallback } from 'react'
import { useNavigate } from 'react-router'
import { useApiQuery } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { OrderView } from './OrderView.tsx'
import { orderDraft } from './use-order-editor.ts'
import { useDraft } from './use-draft.ts'

/** An order on file, with the draft that was being typed on it, if any. */
export function OrderPage({ id }: { readonly id: number }) {
  const text = useText('workOrders')
  const navigate = useNavigate()
  const { data: detail, error, refetch } = useApiQuery('workOrders', 'get', { id })
  const draft = useDraft(`workOrder:${id}`, orderDraft)
  const again = useCallback(async () => (await refetch()).data, [refetch])
  if (detail !== undefined && draft.found !== undefined) return <OrderView detail={detail} draft={draft} refetch={again} />
  return (
    <Page title={text('title')} onBack={() => void navigate('/work-orders')}>
      <Notice refusal={error} onRetry={() => void refetch()} />
      {error === null && <Loading />}
    </Page>
  )
}
