import { useNavigate } from 'react-router'
import { useApiQuery } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { ManifestView } from './ManifestView.tsx'

export function ManifestPage({ id }: { readonly id: number }) {
  const text = useText('oldParts')
  const navigate = useNavigate()
  const { data, error, refetch } = useApiQuery('manifests', 'get', { id })
  if (data !== undefined) return <ManifestView manifest={data} refetch={refetch} />
  return (
    <Page title={text('manifest')} onBack={() => void navigate('/old-parts?view=manifests')}>
      <Notice refusal={error} onRetry={() => void refetch()} />
      {error === null && <Loading />}
    </Page>
  )
}
