import { useApiQuery } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { Message, Notice } from '../../ui/Notice.tsx'
import { PdfPreview } from '../../ui/PdfPreview.tsx'
import { Loading } from '../../ui/Progress.tsx'
import type { Batch } from './batch.ts'
import { PaperView } from './PaperView.tsx'

/** F19: as issued once the batch is sealed, before that as it would be. */
export function BatchPaper({ batch }: { readonly batch: Batch }) {
  const text = useText('claims')
  const issued = batch.papers.find(({ form, status }) => form === 'F19' && status === 'issued')
  if (issued) return <PaperView paperId={issued.id} name={`${text('paper')} ${issued.number}`} />
  if (batch.claims.length === 0) return <Message tone="wait">{text('batchEmpty')}</Message>
  return <Draft batch={batch} />
}

function Draft({ batch: { id, revision } }: { readonly batch: Batch }) {
  const text = useText('claims')
  const { data: file, error, refetch } = useApiQuery('papers', 'previewDraft', { form: 'F19', ref: id })
  return (
    <>
      <Message tone="wait">{text('draftPaper')}</Message>
      <Notice refusal={error} onRetry={() => void refetch()} />
      {!file && !error && <Loading />}
      {file && <PdfPreview beside key={revision} fileId={file.fileId} name={file.name} copies={file.copies} />}
    </>
  )
}
