import { useNavigate } from 'react-router'
import { useApiQuery } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { RequestView } from './RequestView.tsx'

export function RequestPage({ id }: { readonly id: number }) {
  const text = useText('requests')
  const navigate = useNavigate()
  const { data, error, refetch } = useApiQuery('partsRequests', 'get', { id })
  if (data !== undefined) return <RequestView detail={data} refetch={refetch} />
  return (
    <Page title={text('request')} onBack={() => void navigate('/requests')}>
      <Notice refusal={error} onRetry={() => void refetch()} />
      {error === null && <Loading />}
    </Page>
  )
}
